"""Lets ``python -m onrecord`` stand for the command ``onrecord``."""

from onrecord.cli import main

if __name__ == "__main__":  # the processes of --jobs import this file too
    main(prog_name="onrecord")
