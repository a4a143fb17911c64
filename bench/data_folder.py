"""The data folder that ONRECORD_BENCH names."""

import os
import sys
from pathlib import Path

__all__ = ["DATA", "needed"]

DATA = Path(os.environ.get("ONRECORD_BENCH", "../shared/bench"))


def needed(folder: Path, file: str) -> Path:
    """``folder``, of it; exits with 2 and one line where that does not hold ``file``."""
    if not (folder / file).is_file():
        print(
            f"no {file} in {folder}: set ONRECORD_BENCH to the folder of the development data",
            file=sys.stderr,
        )
        raise SystemExit(2)
    return folder
