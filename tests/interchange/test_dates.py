from datetime import date

import pytest

from articles.interchange.dates import find_dates, is_date_line


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rabu (13/9/2023)", date(2023, 9, 13)),
        ("Kamis, 24 Juli 2025", date(2025, 7, 24)),
        ("pada 3 Agt 2024", date(2024, 8, 3)),
        ("on July 4, 2024", date(2024, 7, 4)),
        ("on 4 July 2024", date(2024, 7, 4)),
        ("13-09-2023", date(2023, 9, 13)),
        ("2023-09-13", date(2023, 9, 13)),
    ],
)
def test_date_is_read(text, day):
    assert [mention.day for mention in find_dates(text) if mention.precision == "day"][:1] == [day]


@pytest.mark.parametrize(
    "text", ["31/02/2024", "10.500.2024", "v1.2.2024.5", "pasal 5 ayat 2", "1/2", "minggu lalu", "Rabu"]
)
def test_what_is_no_date_is_left_alone(text):
    assert find_dates(text) == []


def test_month_without_a_day_is_exact_to_the_month():
    [mention] = find_dates("sejak Mei 2025")

    assert (mention.day, mention.precision) == (date(2025, 5, 1), "month")


def test_year_left_out_is_taken_from_the_text_when_the_weekday_agrees():
    days = [mention.day for mention in find_dates("Kamis (24/7/2025) lalu Jumat (25/7), bukan Rabu (25/7).")]

    assert date(2025, 7, 25) in days
    assert days.count(date(2025, 7, 25)) == 1


def test_weekday_alone_is_the_one_such_day_of_the_text():
    assert {mention.day for mention in find_dates("Rabu (5/3/2025) hujan. Pada Rabu air naik.")} == {date(2025, 3, 5)}


def test_weekday_alone_that_two_days_share_stays_open():
    mentions = find_dates("Rabu (5/3/2025) dan Rabu (12/3/2025). Pada Rabu air naik.")

    assert all(mention.end < 40 for mention in mentions)


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Jumat, 7 Maret 2025 10:30 WIB", True),
        ("Published on March 7, 2025 at 10:30", True),
        ("07/03/2025 | 10.30", True),
        ("Jumat, 7 Maret 2025, hujan turun", False),
        ("Hujan turun", False),
        ("10:30", False),
    ],
)
def test_line_of_nothing_but_a_date_is_told_from_a_sentence(line, alone):
    assert is_date_line(line) is alone
