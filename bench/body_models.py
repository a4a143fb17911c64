"""The body models of the folds: each judges pages of groups that it was not trained on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import msgspec

from onrecord.body.judgement import Model

__all__ = ["KEPT", "FoldModels", "KeptFolds"]

KEPT = Path(__file__).with_name("body_folds.msgpack")


class KeptFolds(msgspec.Struct, frozen=True):
    """What the file holds."""

    left_out: dict[str, int]
    """By the id of a page the fold that it, and all of its group, was left out of."""
    models: tuple[Model, ...]
    """One a fold."""


class FoldModels:
    """The models that ``make train`` kept."""

    def __init__(self) -> None:
        kept = msgspec.msgpack.decode(KEPT.read_bytes(), type=KeptFolds)
        self.models, self._fold = kept.models, kept.left_out

    @staticmethod
    def there() -> bool:
        """Whether there are any."""
        return KEPT.exists()

    @contextmanager
    def of(self, page: str) -> Iterator[None]:
        """In this context text is chosen by the model that has not seen the page with this id, nor its group."""
        model = self.models[self._fold.get(page, 0)]
        with patch("onrecord.body.model.shipped", lambda: model):
            yield
