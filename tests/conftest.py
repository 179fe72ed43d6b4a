"""What the tests keep on disk lies in a folder of their own, which all processes of one session share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("FACTCHECK_CACHE")
    os.environ["FACTCHECK_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    del os.environ["FACTCHECK_CACHE"]
    if before is not None:
        os.environ["FACTCHECK_CACHE"] = before
