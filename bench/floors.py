"""Floors under figures: what a change may not fall under, read, compared with and written anew.

A file of floors is JSON: group → figure → floor. ``--pin`` writes what is reached, less a margin for noise, and refuses
to lower one unless ``--allow-lower`` is given too.
"""

import argparse
import json
import sys
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Floors", "add_flags"]

Figures = Mapping[str, Mapping[str, float]]
"""Group → figure → value."""


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pin", action="store_true", help="write what is reached as the new floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --pin lower a floor")


@dataclass(frozen=True)
class Floors:
    """The floors in one file."""

    path: Path
    margin: float
    """How far under what was reached a floor stands, so that a change of one page does not fail it."""
    less: Container[str] = ()
    """Figures of which less is better: their floor is a ceiling."""

    def of(self, group: str) -> dict[str, float]:
        """The floors of a group; those that have none are not in it."""
        return self._all().get(group, {})

    def is_under(self, group: str, name: str, value: float) -> bool:
        """Whether a figure fell under its floor."""
        floor = self.of(group).get(name)
        return floor is not None and self._is_worse(name, value, floor)

    def end(self, args: argparse.Namespace, reached: Figures, fallen: list[str]) -> int:
        """Pin where that is asked for, else tell what fell; the exit code. ``reached`` is what is to have floors."""
        if args.pin:
            return self._pin(reached, allow_lower=args.allow_lower)
        if fallen:
            print(f"under its floor: {', '.join(fallen)}", file=sys.stderr)
        return 1 if fallen else 0

    def _pin(self, reached: Figures, *, allow_lower: bool) -> int:
        new = {
            group: {n: round(v + self.margin * (1 if n in self.less else -1), 4) for n, v in figures.items()}
            for group, figures in reached.items()
        }
        old = self._all()
        lower = [
            f"{group} {name}"
            for group, figures in new.items()
            for name, value in figures.items()
            if name in old.get(group, {}) and self._is_worse(name, value, old[group][name])
        ]
        if lower and not allow_lower:
            print(f"would lower: {', '.join(lower)}; --allow-lower does it", file=sys.stderr)
            return 1
        self.path.write_text(json.dumps(new, indent=1) + "\n")
        print(f"floors written to {self.path.name}", file=sys.stderr)
        return 0

    def _is_worse(self, name: str, value: float, floor: float) -> bool:
        return value > floor if name in self.less else value < floor

    def _all(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = json.loads(self.path.read_text()) if self.path.exists() else {}
        return found
