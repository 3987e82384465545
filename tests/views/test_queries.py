"""No page asks the database more often when there is more to show."""

import pytest

from tests.factories import (
    create_author,
    create_citation,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)
from tests.queries import queries


@pytest.fixture
def fill():
    """A function that adds stories with everything on them, under the same section, tag, author, source, speaker."""
    shared = {
        "section": create_section(slug="kota"),
        "tag": create_tag(slug="laut"),
        "author": create_author(slug="ani"),
        "source": create_source(slug="radio"),
        "speaker": create_speaker(slug="raka"),
    }
    main = create_published(hours_ago=1, section=shared["section"], tags=[shared["tag"]], authors=[shared["author"]])

    def add(number):
        for _each in range(number):
            article = create_published(
                headline="Kabar kapal",
                section=shared["section"],
                tags=[shared["tag"], create_tag()],
                authors=[shared["author"]],
                lead_photo=create_photo(),
            )
            via = create_citation(article, source=shared["source"])
            create_citation(article, via=via)
            create_quote(article, speaker=shared["speaker"], citation=via)
            create_quote(article)
        for _each in range(number):
            main.tags.add(create_tag())
            create_quote(main, speaker=shared["speaker"], citation=create_citation(main))
            root = create_comment(main)
            create_comment(main, parent=create_comment(main, parent=root))
            create_section()

    add.main = main
    return add


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/", 6),
        ("/latest/", 3),
        ("/sections/kota/", 6),
        ("/tags/", 3),
        ("/tags/laut/", 5),
        ("/sources/", 3),
        ("/sources/radio/", 8),
        ("/people/", 3),
        ("/people/raka/", 8),
        ("/quotes/", 3),
        ("/authors/ani/", 4),
        ("/search/?q=kapal", 4),
        ("story", 5),  # the sections too, which nobody keeps of a transaction
        ("quote", 4),
        ("comment", 4),
    ],
)
def test_queries_do_not_grow_with_rows(client, fill, address, most):
    fill(3)
    if address == "story":
        address = fill.main.get_absolute_url()
    elif address == "quote":
        address = fill.main.quotes.first().get_absolute_url()
    elif address == "comment":
        address = fill.main.comments.first().get_absolute_url()

    few = queries(client, address)
    fill(5)
    many = queries(client, address)

    assert many == few
    assert many <= most


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("address", "exactly"),
    [("story", 1), ("/", 4), ("/latest/", 2), ("/tags/laut/", 4)],
)
def test_each_page_asks_so_often_once_the_process_knows_the_sections(client, fill, address, exactly):
    fill(2)
    address = fill.main.get_absolute_url() if address == "story" else address

    queries(client, address)

    assert queries(client, address) == exactly
