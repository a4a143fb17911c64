"""From a raw string to a typed value: dates, people, addresses, languages. Pure functions; no page in sight."""
