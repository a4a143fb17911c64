"""The API asked at random, as its own description says it may be and as it may not, by schemathesis.

Each address is asked a bounded number of times, always the same ones. Whatever is asked: no answer is a fault, each has
a status, a content type and a form that the description names, and what the description forbids is refused.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

from onrecord.archive import Archive
from onrecord.web.api import OPERATIONS, routes
from test_stories import records

EXAMPLES = 25
"""Of each address, as described; and as many that are not."""

# positive_data_acceptance is left out: whether words are a query, or a day is in the calendar, no JSON Schema tells.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    with Archive(tmp_path_factory.mktemp("api") / "press.db") as archive:
        archive.add(*records())
        yield schemathesis.openapi.from_asgi("/api/openapi.json", Starlette(routes=routes(archive)))


@pytest.mark.parametrize(
    "mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: str(mode.value)
)
@pytest.mark.parametrize("path", [one.path for one in OPERATIONS])
def test_every_answer_is_as_described(described: BaseSchema, path: str, mode: GenerationMode) -> None:
    tried = 0

    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def ask(case: Case[Any]) -> None:
        nonlocal tried
        tried += 1
        case.call_and_validate(checks=CHECKS)

    ask()
    assert tried > 5
