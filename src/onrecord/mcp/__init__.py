"""The archive for assistants: a server of the Model Context Protocol over standard input and output.

`server.serve` runs it; `tools.TOOLS` are what an assistant may ask.
"""
