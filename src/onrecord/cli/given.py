"""What arguments that are no paths may be: what an archive can be asked."""

import click

__all__ = ["TEXT", "at_least"]

_MOST = 1_000_000_000
"""No archive holds more; SQLite and Python count no further than 2^63 - 1."""


def at_least(least: int) -> click.IntRange:
    """A number of things."""
    return click.IntRange(least, _MOST)


class _Text(click.ParamType[str]):
    """Text, which is UTF-8: of other bytes Python makes lone surrogates, which find the file again and are no characters."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"{value!r} is no UTF-8", param, ctx)
        return value


TEXT = _Text()
