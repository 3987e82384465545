import pytest
from django.db import connection

from articles.models import Likeness, Quote, Statement
from articles.models.resemblance import RESEMBLING
from tests.factories import create_article, create_published, create_quote

WORDS = "Kami akan membangun kembali dermaga lama sebelum musim angin barat datang."


def propose(exact, editor, **overrides):
    quote = create_quote(create_published(), exact=exact, status=Quote.Status.PROPOSED, **overrides)
    quote.accept(by=editor)
    return quote


def test_same_words_in_another_story_are_proposed_as_one_statement(editor):
    one, other = propose(WORDS, editor), propose(WORDS, editor)

    likeness = Likeness.objects.undecided().get()

    assert (likeness.one, likeness.other, likeness.similarity) == (one, other, 1.0)
    assert not Statement.objects.exists()


def test_altered_and_shortened_words_are_proposed_too(editor):
    propose(WORDS, editor)
    propose("Kami akan membangun kembali dermaga lama sebelum musim hujan datang.", editor)
    propose("membangun kembali dermaga lama sebelum musim angin", editor)

    assert Likeness.objects.undecided().count() == 3


def test_other_words_and_words_of_the_same_story_are_not_proposed(editor):
    quote = propose(WORDS, editor)
    again = create_quote(quote.article, exact=WORDS, status=Quote.Status.PROPOSED)
    again.accept(by=editor)
    propose("Harga ikan turun karena pasar sepi sejak pagi.", editor)

    assert not Likeness.objects.exists()


def test_confirmed_groups_grow_together(editor):
    quotes = [propose(WORDS, editor) for _each in range(4)]
    pairs = {(pair.one_id, pair.other_id): pair for pair in Likeness.objects.all()}

    pairs[quotes[0].pk, quotes[1].pk].confirm(by=editor)
    pairs[quotes[2].pk, quotes[3].pk].confirm(by=editor)
    pairs[quotes[1].pk, quotes[2].pk].confirm(by=editor)

    assert Statement.objects.get().quotes.count() == 4


def test_refused_pair_is_not_proposed_again(editor):
    quote = propose(WORDS, editor)
    propose(WORDS, editor)
    Likeness.objects.get().refuse(by=editor)

    quote.find_likenesses()

    assert not Likeness.objects.undecided().exists()


@pytest.mark.parametrize("words", ["Ya.", "“”", "!!!", "a b c"])
def test_very_short_words_can_be_accepted(editor, words):
    propose(words, editor)

    assert propose(words, editor).status == Quote.Status.ACCEPTED


def test_comparing_reads_the_index_of_fingerprints(editor):
    quote = propose(WORDS, editor)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {RESEMBLING}", [quote.fingerprints, quote.article_id, 20])
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert "Bitmap Index Scan on quote_fingerprints" in plan


def test_words_that_everybody_says_do_not_hide_the_same_utterance(editor):
    common = "kami akan terus berupaya meningkatkan pelayanan kepada seluruh masyarakat"
    for n in range(60):
        create_quote(create_article(), exact=f"Nomor {n}: {common}, janji {n}.")
    rare = f"Dermaga lama runtuh pagi tadi dan {common} di pulau seberang"
    alike = create_quote(create_article(), exact=rare)

    quote = propose(rare, editor)

    assert [*Quote.objects.resembling(quote)][0] == alike
