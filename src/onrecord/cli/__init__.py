"""The command line: one file a command, which reads flags, calls the library and prints.

Data goes to standard output as UTF-8, everything else to standard error. Exit codes: 0 all done, 1 some inputs
failed, 2 wrong usage, 130 stopped by the user.
"""

import contextlib
import importlib
from collections.abc import Iterator

import click

from onrecord.causes import in_words
from onrecord.cli import terminal
from onrecord.version import __version__

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    "add", "bulk", "cite", "copies", "diff", "explain", "export", "extract", "forget", "gather", "mcp", "people",
    "reextract", "search", "serve", "show", "statements", "status", "stories", "tag", "verify",
)  # fmt: skip
"""Each the ``command`` of the file of its name, which is loaded when it is asked for: every start is a start of one."""


class _Commands(click.Group):
    """Commands that end quietly when nobody reads on, and in one line when the user stops them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        with _in_one_line():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        terminal.stand_in()
        try:
            try:
                with _in_one_line():
                    result: object = super().invoke(ctx)
            finally:  # also where some inputs failed
                terminal.flush()
        except BrokenPipeError:
            terminal.close_quietly()
            ctx.exit(0)
        except OSError as error:  # a full disk under what was to be printed, or nothing
            terminal.close_quietly()
            said = in_words(error)
            raise terminal.Failure(f"{error.filename or 'standard output'}: {said}") from error
        except KeyboardInterrupt:
            terminal.complain("stopped")
            ctx.exit(130)
        return result


@contextlib.contextmanager
def _in_one_line() -> Iterator[None]:
    """Wrong usage, which click would tell in several lines."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        said = error.format_message().rstrip(".")
        path = error.ctx.command_path if error.ctx else "onrecord"
        raise terminal.Misuse(f"{said[:1].lower()}{said[1:]} ({path} --help says more)") from error


def _known(name: str) -> str:
    """How an option is called that is given by another name, too."""
    return "output" if name == "out" else name


@click.group(
    "onrecord",
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "token_normalize_func": _known},
)
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """Turn news pages into records you can cite.

    What was published, by whom and when, with the evidence for every field.

    onrecord COMMAND --help says more. Exit codes: 0 all done, 1 some inputs failed, 2 wrong usage.
    """
