from datetime import date

import pytest
from django.urls import reverse

from articles.addresses import absolute, path_to


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("article", [date(2026, 9, 3), "kapal-baru"]),
        ("article_history", [date(2026, 9, 3), "kapal-baru"]),
        ("author", ["ani"]),
        ("comment", [7]),
        ("comment_report", [10**15]),
        ("corrections", []),
        ("quote", [12]),
        ("section", ["kota"]),
        ("source", ["afp"]),
        ("speaker", ["raka"]),
    ],
)
def test_a_path_is_what_reverse_gives(name, args):
    assert path_to(name, *args) == reverse(f"articles:{name}", args=args)


def test_an_address_of_another_host_stays_as_it_is(settings):
    settings.SITE_URL = "https://news.example"

    assert absolute("/quotes/7/") == "https://news.example/quotes/7/"
    assert absolute("quotes/") == "https://news.example/quotes/"
    assert [absolute(each) for each in ("//cdn.example/a", "https://cdn.example/a", "mailto:a@b.example")] == [
        "https://cdn.example/a",
        "https://cdn.example/a",
        "mailto:a@b.example",
    ]
