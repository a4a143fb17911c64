"""The models of page kinds of the folds: each tells pages of groups that it was not trained on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import msgspec

from onrecord.readers.page_kinds import Model

__all__ = ["KEPT", "KindFolds", "KindModels"]

KEPT = Path(__file__).with_name("kind_folds.msgpack")


class KindFolds(msgspec.Struct, frozen=True):
    """What the file holds."""

    left_out: dict[str, int]
    """By the name of a group of ``cases/kinds``, or the id of a page of the data folder, the fold it was left out of."""
    models: tuple[Model, ...]
    """One a fold."""


class KindModels:
    """The models that ``make train-kinds`` kept."""

    def __init__(self) -> None:
        kept = msgspec.msgpack.decode(KEPT.read_bytes(), type=KindFolds)
        self.models, self._fold = kept.models, kept.left_out

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """In this context kinds are told by a model that has not seen this group, or this page and its domain.

        Of a group that none of them has seen: by the model that ships.
        """
        if name not in self._fold:
            yield
            return
        model = self.models[self._fold[name]]
        with patch("onrecord.readers.page_kinds.shipped", lambda: model):
            yield
