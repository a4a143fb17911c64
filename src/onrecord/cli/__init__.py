"""The command line: one file a command, which reads flags, calls the library and prints.

Data goes to standard output as UTF-8, everything else to standard error. Exit codes: 0 all done, 1 some inputs
failed, 2 wrong usage, 130 stopped by the user.
"""

import click

from onrecord.cli import (
    add,
    bulk,
    cite,
    copies,
    diff,
    explain,
    export,
    extract,
    forget,
    gather,
    mcp,
    people,
    reextract,
    search,
    serve,
    show,
    status,
    stories,
    tag,
    terminal,
    verify,
    who_said,
)
from onrecord.version import __version__

__all__ = ["main"]


class _Commands(click.Group):
    """Commands that end quietly when nobody reads on, and in one line when the user stops them."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result: object = super().invoke(ctx)
            terminal.flush()
        except BrokenPipeError:
            terminal.close_quietly()
            ctx.exit(0)
        except OSError as error:  # a disk that is full, under what was to be printed
            terminal.close_quietly()
            said = (error.strerror or type(error).__name__).lower()
            raise terminal.Failure(f"{error.filename or 'standard output'}: {said}") from error
        except KeyboardInterrupt:
            terminal.complain("stopped")
            ctx.exit(130)
        return result


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """Turn news pages into records you can cite.

    What was published, by whom and when, with the evidence for every field.
    """


for _module in (
    extract,
    explain,
    who_said,
    add,
    gather,
    search,
    serve,
    show,
    cite,
    export,
    diff,
    copies,
    people,
    stories,
    tag,
    status,
    verify,
    reextract,
    forget,
    mcp,
    bulk,
):
    main.add_command(_module.command)
