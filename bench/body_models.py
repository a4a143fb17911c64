"""The body models of the folds: each judges pages of groups that it was not trained on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np

from onrecord.body.judgement import Model, load

__all__ = ["FoldModels"]

KEPT = Path(__file__).with_name("body_folds.npz")


class FoldModels:
    """The models that ``make train`` kept."""

    def __init__(self) -> None:
        held = dict(np.load(KEPT, allow_pickle=False))
        names = held["names"]
        folds = sorted({name.partition("/")[0] for name in held if "/" in name})
        self.models = [
            load(
                {"names": names}
                | {k.partition("/")[2]: v for k, v in held.items() if k.startswith(f"{fold}/")}
            )
            for fold in folds
        ]
        self._fold = dict(zip(held["pages"].tolist(), held["folds"].tolist(), strict=True))

    @staticmethod
    def there() -> bool:
        """Whether there are any."""
        return KEPT.exists()

    @contextmanager
    def of(self, page: str) -> Iterator[None]:
        """In this context text is chosen by the model that has not seen the page with this id, nor its group."""
        model: Model = self.models[self._fold.get(page, 0)]
        with patch("onrecord.body.model.shipped", lambda: model):
            yield
