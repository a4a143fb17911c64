"""Halves of letters in UTF-16: a letter beyond the first 65,536 is written as two, and one of them alone is a fault.

Python's decoder raises an exception for each, and a page may hold millions. Here all are whole_letters at once: what the high
bytes say is one large number, and each half is compared with its neighbour by a shift.
"""


def whole_letters(data: bytes, *, little: bool) -> bytes:
    """UTF-16 (``little``: its low bytes first) with U+FFFD in place of each half without its other; a last odd byte stays.

    >>> whole_letters(bytes.fromhex("3dd8 00de 3dd8 4100"), little=True).hex(" ", 2)
    '3dd8 00de fdff 4100'
    """
    size = len(data) // 2
    low, high = data[1 - little : 2 * size : 2], data[little : 2 * size : 2]
    first, second = _number(high.translate(_FIRST)), _number(high.translate(_SECOND))
    alone = (first & ~(second >> _BYTE)) | (second & ~(first << _BYTE))
    if not alone:
        return data
    whole = bytearray(data)
    whole[little : 2 * size : 2] = (_number(high) | alone).to_bytes(size, "little")
    faults = _number(b"\xfd" * size)
    whole[1 - little : 2 * size : 2] = ((_number(low) & ~alone) | (faults & alone)).to_bytes(size, "little")
    return bytes(whole)


_BYTE = 8
_FIRST, _SECOND = (
    bytes(0xFF if start <= byte < start + 4 else 0 for byte in range(256)) for start in (0xD8, 0xDC)
)
"""High bytes of first halves, and of second ones, as all ones; of all else as none."""


def _number(column: bytes) -> int:
    return int.from_bytes(column, "little")
