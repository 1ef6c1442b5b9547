from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.timestamps import published_from_feed
from lagebild.model import KnownFrom, Published


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("Tue, 18 Jun 2024 09:30:00 +0200", "2024-06-18T09:30:00+02:00", "second"),
        ("18 Jun 2024 09:30 GMT", "2024-06-18T09:30+00:00", "minute"),
        ("Tue, 18 Jun 2024", "2024-06-18", "day"),
        ("2024-06-18", "2024-06-18", "day"),
        ("2024-06-18T00:30:00+02:00", "2024-06-18T00:30:00+02:00", "second"),
        (" 2024-06-18T09:30Z ", "2024-06-18T09:30Z", "minute"),
    ],
)
def test_dates_of_feeds_keep_the_day_of_their_writers(written: str, value: str, precision: str) -> None:
    assert published_from_feed(written) == Published(value, precision, KnownFrom.METADATA)


@pytest.mark.parametrize(
    "written", ["", "gestern", "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01", "99 Foo 2024 09:30", "2024-02-30"]
)
def test_a_date_that_tells_nothing_gives_none(written: str) -> None:
    assert published_from_feed(written) is None


@given(st.text(st.characters(), max_size=80) | st.from_regex(r"[\d:T+ ,A-Za-z-]{0,40}"))
def test_any_text_gives_a_date_or_none(written: str) -> None:
    published = published_from_feed(written)

    assert published is None or published.precision in {"day", "minute", "second"}
