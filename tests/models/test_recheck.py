from articles.models import Recheck, SourceItem
from tests.factories import create_article, create_citation, create_source


def chain(origin=None, bringer=None):
    """A story with an origin that came through a bringer; either item may be one that another story cites too."""
    article = create_article()
    via = create_citation(article) if bringer is None else article.citations.create(item=bringer)
    return article, create_citation(article, via=via) if origin is None else article.citations.create(
        item=origin, via=via
    )


def test_killed_item_queues_every_story_that_rests_on_it():
    article, origin = chain()
    other, _citation = chain(origin=origin.item)
    chain()

    origin.item.mark(SourceItem.State.KILLED)

    assert {recheck.article for recheck in Recheck.objects.open()} == {article, other}


def test_story_that_cites_only_what_passed_the_item_on_is_queued_too():
    _article, origin = chain()
    through = create_article()
    through.citations.create(item=origin.via.item)

    origin.item.mark(SourceItem.State.CORRECTED)

    assert Recheck.objects.open().filter(article=through).exists()


def test_same_state_twice_queues_once_and_a_worse_one_again(editor):
    _article, origin = chain()
    origin.item.mark(SourceItem.State.CORRECTED)
    origin.item.mark(SourceItem.State.CORRECTED)
    Recheck.objects.open().get().finish(by=editor, note="Angka sudah dibetulkan.")

    origin.item.mark(SourceItem.State.KILLED)

    assert Recheck.objects.open().count() == 1


def test_sole_origin_follows_the_chain():
    article, origin = chain()
    article.refresh_from_db()
    assert article.sole_origin == origin.source

    second = create_citation(article)
    article.refresh_from_db()
    assert article.sole_origin is None

    second.delete()
    article.refresh_from_db()
    assert article.sole_origin == origin.source


def test_two_agencies_that_rest_on_one_origin_count_as_one():
    article = create_article()
    state_agency = create_source()
    for _each in range(2):
        create_citation(article, source=state_agency, via=create_citation(article))

    article.refresh_from_db()
    assert article.sole_origin == state_agency
