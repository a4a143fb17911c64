"""The models of folds: each judges pages of groups that it was not trained on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar
from unittest.mock import patch

import msgspec

from onrecord.body import judgement
from onrecord.readers import page_kinds

__all__ = ["BODY", "KINDS", "FoldModels", "Folds"]

Model = TypeVar("Model")


class Folds(msgspec.Struct, Generic[Model], frozen=True):
    """What a file of them holds."""

    left_out: dict[str, int]
    """By the id of a page, or the name of a group of pages, the fold that it, and all of its group, was left out of."""
    models: tuple[Model, ...]
    """One a fold."""


@dataclass(frozen=True)
class FoldModels(Generic[Model]):
    """The models of folds that a training kept."""

    path: Path
    folds: type[Folds[Model]]
    shipped: str
    """The function that gives the package's own model."""

    def keep(self, left_out: Mapping[str, int], models: Sequence[Model]) -> None:
        """Write them."""
        self.path.write_bytes(msgspec.msgpack.encode(Folds(dict(left_out), tuple(models))))

    @cached_property
    def kept(self) -> Folds[Model]:
        """What the file holds."""
        return msgspec.msgpack.decode(self.path.read_bytes(), type=self.folds)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """In this context pages are read by the model that has not seen this page, nor its group.

        By the one that ships, where none of them has.
        """
        fold = self.kept.left_out.get(name)
        if fold is None:
            yield
            return
        model = self.kept.models[fold]
        with patch(self.shipped, lambda: model):
            yield


_HERE = Path(__file__).parent
BODY = FoldModels(_HERE / "body_folds.msgpack", Folds[judgement.Model], "onrecord.body.model.shipped")
"""Those of ``make train``."""
KINDS = FoldModels(
    _HERE / "kind_folds.msgpack", Folds[page_kinds.Model], "onrecord.readers.page_kinds.shipped"
)
"""Those of ``make train-kinds``."""
