"""Arrays of numbers, which loops that are compiled reach at no cost."""

from array import array
from typing import TypeAlias

Numbers: TypeAlias = "array[float]"
Wholes: TypeAlias = "array[int]"


def numbers(count: int) -> Numbers:
    """``count`` zeros, double precision."""
    return _NUMBER * count


def wholes(count: int) -> Wholes:
    """``count`` zeros, 64 bits."""
    return _WHOLE * count


def singles(count: int) -> Numbers:
    """``count`` zeros, single precision."""
    return _SINGLE * count


_NUMBER, _WHOLE, _SINGLE = array("d", [0]), array("q", [0]), array("f", [0])
# To repeat an array takes a third of the time of making one of bytes.
