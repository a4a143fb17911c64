"""What a person hands over (files, folders, web archives, standard input) as captures: bytes with how they came."""
