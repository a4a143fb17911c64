"""Records in the formats other tools read, a module for each; JSON itself is the record's own (`Record.to_json`).

Records in, text out. Only `folder` and `columns` open files, those that they are told.
"""
