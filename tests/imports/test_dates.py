import pytest

from motworkshop.imports.dates import date_of
from motworkshop.imports.rows import Entry, RowError, Table


def entry(text: str) -> Entry:
    return Entry(2, (text,), Table({"date": 0}, ("Date",), (), "row"))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("", ""),
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T09:30:00", "2024-03-05"),
        ("2024-03-05 09:30", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("5.3.2024", "2024-03-05"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("5/5/2024", "2024-05-05"),
    ],
)
def test_a_date_that_means_one_day_is_read(written: str, day: str) -> None:
    assert date_of(entry(written), "date") == day


def test_a_date_that_could_be_two_days_is_refused_with_both() -> None:
    with pytest.raises(RowError, match="write 2024-03-05 or 2024-05-03"):
        date_of(entry("5/3/2024"), "date")


@pytest.mark.parametrize(
    "written", ["soon", "2024", "31.02.2024", "2024-13-01", "5-3/2024", "13.13.2024"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(RowError, match=f"“Date” is “{written}”; it must be a day such as"):
        date_of(entry(written), "date")
