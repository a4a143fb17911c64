"""Settings of Hypothesis: ``make fuzz`` tries many more examples than a test run."""

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("promised")

# On a busy machine single examples are slow at times; that is no fault of the code.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", parent=settings.get_profile("default"), max_examples=2_000)
settings.load_profile("default")
