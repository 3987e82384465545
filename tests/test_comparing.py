"""What changed between two contents of a story, in words."""

from hypothesis import given
from hypothesis import strategies as st

from articles.comparing import blocks_of, changes, compared, line, merged
from articles.models.content import content_of
from tests.factories import create_article, create_citation, create_quote


def texts(blocks, kind):
    return ["".join(piece.text for piece in block.pieces) for block in blocks if block.kind == kind]


def test_only_the_words_that_differ_are_marked():
    pieces = merged("Kapal tiba pukul lima pagi.", "Kapal tiba pukul enam pagi.")

    assert [(piece.text, piece.kind) for piece in pieces] == [
        ("Kapal tiba pukul ", "same"),
        ("lima", "gone"),
        ("enam", "new"),
        (" pagi.", "same"),
    ]


def test_a_paragraph_that_is_put_in_leaves_the_others_alone():
    before, after = [line("Satu."), line("Dua.")], [line("Satu."), line("Sama sekali lain."), line("Dua.")]

    blocks = compared(before, after)

    assert [block.kind for block in blocks] == ["same", "new", "same"]


def test_a_long_run_without_changes_is_counted_and_left_out():
    before = [line(f"Paragraf {number}.") for number in range(20)]

    blocks = compared(before, [*before[:10], line("Baru di sini."), *before[10:]])

    assert [block.kind for block in blocks] == ["left-out", "same", "new", "same", "left-out"]


def test_a_heading_a_link_and_an_emphasis_show_in_words():
    link = '<a href="https://contoh.example/">di sini</a>'
    body = f"<h2>Judul</h2><p>Lihat {link} <em>ya</em>.</p><ul><li><p>butir</p></li></ul>"

    assert blocks_of(body) == [("h2", "Judul"), ("p", "Lihat di sini ‹https://contoh.example/› *ya*."), ("li", "butir")]


def test_quotations_and_sources_are_told_in_sentences_and_not_to_readers():
    story = create_article()
    before = content_of(story)
    quote = create_quote(story, role="nakhoda", citation=create_citation(story))
    after = content_of(story)

    told = {change.label: texts(change.blocks, "new") for change in changes(before, after)}

    assert quote.exact in told["Quotations"][0] and "nakhoda" in told["Quotations"][0]
    assert told["Sources"] == [str(quote.citation.source.name)]
    assert "Quotations" not in {change.label for change in changes(before, after, for_readers=True)}


@given(st.text(), st.text())
def test_both_texts_can_be_read_off_the_pieces(before, after):
    pieces = merged(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after


@given(st.lists(st.text(min_size=1)), st.lists(st.text(min_size=1)))
def test_no_line_is_lost_and_none_invented(before, after):
    blocks = compared([line(text) for text in before], [line(text) for text in after])
    pieces = [piece for block in blocks if block.kind != "left-out" for piece in block.pieces]

    assert set(texts(blocks, "new")) <= set(after)
    assert set(texts(blocks, "gone")) <= set(before)
    assert len(pieces) <= 1 + sum(len(text) for text in before + after) * 3


def test_two_very_long_paragraphs_are_compared_in_bounded_time():
    assert [piece.kind for piece in merged("satu " * 50_000, "dua " * 50_000)] == ["gone", "new"]
