"""Records in the formats other tools read.

- `markdown`: a page for people, with YAML front matter
- `jsonld`: schema.org's NewsArticle, for the web
- `table`: CSV, for a spreadsheet

JSON itself is the record's own (`Record.to_json`). Pure functions: a record in, text out; no file is opened here.
"""
