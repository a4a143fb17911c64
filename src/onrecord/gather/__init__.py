"""From where pages lie to their bytes; so far `sources`: files, folders and standard input."""
