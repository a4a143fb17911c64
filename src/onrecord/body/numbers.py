"""Arrays of numbers, which loops that are compiled reach at no cost."""

from array import array
from typing import TypeAlias

__all__ = ["Numbers", "Wholes", "numbers", "wholes"]

Numbers: TypeAlias = "array[float]"
Wholes: TypeAlias = "array[int]"


def numbers(count: int) -> Numbers:
    """``count`` zeros, double precision."""
    return array("d", bytes(8 * count))


def wholes(count: int) -> Wholes:
    """``count`` zeros, 64 bits."""
    return array("q", bytes(8 * count))
