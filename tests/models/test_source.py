import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from articles.models import Citation, Source
from articles.models.citation import chains
from tests.factories import create_article, create_citation, create_quote, create_source


def test_chain_runs_from_the_origin_to_us():
    article = create_article()
    portal = create_citation(article, part=Citation.Part.BASED_ON)
    agency = create_citation(article, via=portal)
    origin = create_citation(article, via=agency)
    other = create_citation(article)

    assert chains([portal, agency, origin, other]) == [[origin, agency, portal], [other]]


def test_circle_in_a_chain_is_refused_with_both_names():
    article = create_article()
    one = create_citation(article, source=create_source(name="Radio Bahari"))
    other = create_citation(article, source=create_source(name="Kabar Dermaga"), via=one)
    one.via = other

    with pytest.raises(ValidationError, match=r"(Radio Bahari.*Kabar Dermaga)|(Kabar Dermaga.*Radio Bahari)"):
        one.full_clean()


def test_database_refuses_a_circle_in_a_chain():
    article = create_article()
    one = create_citation(article)
    other = create_citation(article, via=one)

    with pytest.raises(IntegrityError, match="comes through itself"), transaction.atomic():
        Citation.objects.filter(pk=one.pk).update(via=other)
        connection.check_constraints()


def test_links_of_a_chain_may_be_exchanged_in_one_transaction():
    article = create_article()
    one = create_citation(article)
    other = create_citation(article, via=one)

    with transaction.atomic():
        Citation.objects.filter(pk=one.pk).update(via=other)
        Citation.objects.filter(pk=other.pk).update(via=None)
        connection.check_constraints()

    assert [citation.pk for citation in chains(article.citations.all())[0]] == [one.pk, other.pk]


def test_database_refuses_links_into_another_story():
    citation, elsewhere = create_citation(create_article()), create_citation(create_article())
    quote = create_quote(citation.article)

    for row, link in [(citation, {"via": elsewhere}), (quote, {"citation": elsewhere})]:
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**link)
            connection.check_constraints()


def test_citation_keeps_the_source_of_its_item():
    citation = create_citation(create_article())
    new = create_source()

    citation.item.source = new
    citation.item.save()
    Citation.objects.filter(pk=citation.pk).update(item=citation.item)

    citation.refresh_from_db()
    assert citation.source == new


def test_source_is_found_by_name_and_alias():
    agency = create_source(name="Kantor Berita Bahari", aliases=["KBB", "kbb.example"])

    assert list(Source.objects.named("kantor berita bahari")) == [agency]
    assert list(Source.objects.named("KBB")) == [agency]
    assert not Source.objects.named("KBX").exists()
