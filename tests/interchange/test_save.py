from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from articles.body import plain_text
from articles.interchange.page import parse_page
from articles.interchange.save import save_story
from articles.interchange.story import StoryError
from articles.models import Article, Citation, Quote, Source, SourceItem, Speaker, Tag
from tests.factories import create_source, create_speaker, create_tag

DATA = Path(__file__).parent.parent / "data"


def save(data: bytes | str, **options):
    data = data.encode() if isinstance(data, str) else data
    return save_story(parse_page(data), sha256(data).hexdigest(), **options)


@pytest.fixture
def article():
    return save((DATA / "dermaga.txt").read_bytes()).article


def test_page_becomes_one_draft(article):
    article.refresh_from_db()

    assert article.status == Article.Status.DRAFT
    assert article.headline == "Warga Teluk Senja Tolak Dermaga, Wali Kota Sebut ‘Harga Mati’"
    assert article.slug == "warga-teluk-senja-tolak-dermaga-wali-kota-sebut-harga-mati"
    assert article.language == "id"
    assert "<h2>Janji Lama</h2>" in article.body
    assert article.body.startswith("<p>Wali Kota Ratna Wulandari menerima")


def test_publisher_is_what_the_story_is_based_on(article):
    citation = article.citations.get(part=Citation.Part.BASED_ON)

    assert citation.via is None
    assert citation.source.name == "kabarsenja.example"
    assert citation.source.kind == Source.Kind.OUTLET
    assert citation.item.title == article.headline
    assert citation.item.published_on == date(2025, 3, 6)
    assert citation.item.content_hash == sha256((DATA / "dermaga.txt").read_bytes()).hexdigest()


def test_chain_leads_from_the_agency_to_the_page(article):
    citation = article.citations.get(source__name="KBP")
    way = []
    while citation:
        way.append(citation.source.name)
        citation = citation.via

    assert way == ["KBP", "AFP", "beritapantai.example", "kabarsenja.example"]


def test_sources_are_found_by_name_and_alias():
    agency = create_source(name="Agence France-Presse", aliases=["AFP"])
    outlet = create_source(name="KabarSenja.example")

    article = save((DATA / "dermaga.txt").read_bytes()).article

    assert set(article.citations.values_list("source", flat=True)) >= {agency.pk, outlet.pk}
    assert not Source.objects.filter(name__in=["AFP", "kabarsenja.example"]).exists()


def test_quotations_are_proposed_where_they_stand(article):
    words = plain_text(article.body)
    quotes = list(article.quotes.in_order())

    assert len(quotes) >= 5
    for quote in quotes:
        end = quote.position + len(quote.exact)
        assert quote.status == Quote.Status.PROPOSED
        assert words[quote.position : end] == quote.exact
        assert words[: quote.position].endswith(quote.prefix)
        assert words[end:].startswith(quote.suffix)
        assert len(quote.prefix) == len(quote.suffix) == 32
        assert quote.language == "id"


def test_quotation_has_speaker_role_verb_and_the_outlet_it_came_through(article):
    quote = article.quotes.get(exact__startswith="Kami mengamati rencana")

    assert quote.exact.endswith("jalan nelayan ke laut")
    assert (quote.speaker.name, quote.speaker.slug) == ("Bagas Prakoso", "bagas-prakoso")
    assert (quote.kind, quote.verb) == (Quote.Kind.FULL, "kata")
    assert quote.role == "Ketua Serikat Nelayan"
    assert quote.citation.source.name == "AFP"


def test_what_the_quote_finder_said_is_kept_as_it_was(article):
    quote = article.quotes.get(exact__startswith="Kami mengamati rencana")

    assert quote.proposal["speaker"] == "Bagas Prakoso"
    assert quote.proposal["via"] == ["AFP"]
    assert set(quote.proposal["reason"]) == {"rule", "cue", "name"}
    assert 0 < quote.proposal["confidence"] <= 1


def test_quotation_without_an_outlet_came_through_the_page(article):
    quote = article.quotes.get(exact__startswith="Dermaga ini mengubah")

    assert quote.citation.part == Citation.Part.BASED_ON


def test_day_of_the_words_is_the_one_beside_their_verb(article):
    assert article.quotes.get(exact="jalan tengah").said_on == date(2025, 3, 5)
    assert article.quotes.get(exact__startswith="Kami mengamati").said_on is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("“Air naik,” kata Bagas Prakoso di muara, Rabu (5/3/2025).", date(2025, 3, 5)),
        ("“Air naik,” kata Bagas Prakoso usai rapat, Rabu (5/3/2025).", date(2025, 3, 5)),
        ("“Air naik,” kata Bagas Prakoso, dikutip dari Suara Pantai, Rabu (5/3/2025).", None),
        ("“Air naik,” kata Bagas Prakoso, dan hujan turun pada Rabu (5/3/2025).", None),
        ("“Air naik sejak 5 Maret 2025,” kata Bagas Prakoso.", None),
        ("“Air naik,” kata Bagas Prakoso setelah banjir pada 5 Maret 2025.", None),
        ("“Air naik,” kata Bagas Prakoso. Hujan turun pada 5 Maret 2025.", None),
    ],
)
def test_said_on_is_no_guess(sentence, day):
    article = save(f"Judul\n\nHujan turun di kota itu.\n\n{sentence}").article

    assert article.quotes.get(exact__startswith="Air naik").said_on == day


def test_speakers_are_found_by_name_and_alias():
    speaker = create_speaker(name="H. Bagas Prakoso", aliases=["Bagas Prakoso"])

    article = save((DATA / "dermaga.txt").read_bytes()).article

    assert article.quotes.get(exact__startswith="Kami mengamati").speaker == speaker


def test_name_that_two_speakers_share_is_left_to_an_editor():
    create_speaker(name="Bagas Prakoso")
    create_speaker(name="Bagas Prakoso")

    article = save((DATA / "dermaga.txt").read_bytes()).article

    assert article.quotes.get(exact__startswith="Kami mengamati").speaker is None


def test_address_of_a_new_speaker_is_unique():
    create_speaker(name="Bagas", slug="bagas-prakoso")

    save((DATA / "dermaga.txt").read_bytes())

    assert Speaker.objects.get(name="Bagas Prakoso").slug == "bagas-prakoso-2"


def test_tags_are_existing_ones_and_frequent_names():
    known = [create_tag(name="dermaga"), create_tag(name="Nelayan")]
    create_tag(name="Kapa")

    article = save((DATA / "dermaga.txt").read_bytes()).article

    names = set(article.tags.names())
    assert names >= {tag.name for tag in known} | {"Teluk Senja", "Pulau Kapas"}
    assert "Kapa" not in names
    assert len(names) <= 8


def test_tags_of_the_page_are_taken():
    article = save("Judul\n\nHujan turun.\n\nTags: Cuaca, Teluk Senja").article

    assert set(article.tags.names()) == {"Cuaca", "Teluk Senja"}


def test_tag_that_was_merged_away_does_not_come_back_by_an_import():
    kept, lost = create_tag(name="Cuaca", slug="cuaca"), create_tag(name="Iklim", slug="iklim")
    lost.merge_into(kept)

    article = save("Judul\n\nHujan turun.\n\nTags: Iklim").article

    assert list(article.tags.all()) == [kept]


def test_second_time_changes_nothing(article):
    counts = [model.objects.count() for model in (Article, Source, SourceItem, Citation, Quote, Speaker, Tag)]
    article.headline = "Diubah redaktur"
    article.save()

    again = save((DATA / "dermaga.txt").read_bytes())

    assert (again.created, again.article) == (False, article)
    assert again.article.headline == "Diubah redaktur"
    assert counts == [model.objects.count() for model in (Article, Source, SourceItem, Citation, Quote, Speaker, Tag)]


def test_page_without_an_outlet_is_kept_under_one_source():
    pages = [save(f"Judul {number}\n\nHujan turun.").article for number in (1, 2)]

    assert len({page.citations.get().source for page in pages}) == 1


def test_page_in_another_script_is_kept():
    article = save("المطر يهطل\n\nقال رئيس البلدية إن المطر غزير.\n\nوارتفع الماء.").article

    assert (article.language, article.slug) == ("ar", "story")


def test_two_stories_of_one_headline_publish_on_one_day():
    slugs = [save(f"Hujan\n\nAir naik {number} meter.", publish=True).article.slug for number in (1, 2, 3)]

    assert slugs == ["hujan", "hujan-2", "hujan-3"]


def test_published_story_is_seen_by_readers():
    article = save((DATA / "dermaga.txt").read_bytes(), publish=True).article

    assert article in Article.objects.published()


def test_page_known_by_its_address_is_refused_and_leaves_nothing():
    save("https://senja.example/hujan\n\nHujan\n\nAir naik.")

    with pytest.raises(ValidationError):
        save("https://senja.example/hujan\n\nHujan lagi\n\nAir naik di Kampung Baru. “Ya,” kata Bagas Prakoso.")

    assert not Article.objects.filter(headline="Hujan lagi").exists()
    assert not Speaker.objects.exists()


def test_text_that_is_too_long_is_refused():
    with pytest.raises(StoryError, match="1,000,000"):
        save("Judul\n\n" + "Hujan turun di kota. " * 60_000)


def test_markup_in_the_words_stays_words():
    article = save("Judul <b>tebal</b>\n\nTulis <script>alert(1)</script> & “<p>”.").article

    assert "<script>" not in article.body
    assert plain_text(article.body) == "Tulis <script>alert(1)</script> & “<p>”."
