"""Settings of Hypothesis: ``make fuzz`` tries many more examples than a test run."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("promised")

# On a busy machine single examples are slow at times; that is no fault of the code.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", parent=settings.get_profile("default"), max_examples=2_000)
settings.load_profile("default")


@pytest.fixture(scope="session")
def room_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that the tests of the reading room look at; none of them may change it."""
    from made_room import fill
    from onrecord.archive import Archive

    file = tmp_path_factory.mktemp("room") / "press.db"
    with Archive(file) as archive:
        fill(archive)
    return file
