import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import Words, clean_body, mark_quotes, plain_text


@dataclass
class Words_:
    """A quote as far as marking goes."""

    exact: str
    position: int = 0
    pk: int = 7
    speaker: None = None

    def get_absolute_url(self):
        return f"/quotes/{self.pk}/"


MARKED = '<q id="q7" cite="/quotes/7/">{}</q>'
LINK = re.compile(r'<a class="who" href="#quote-\d+">.*?</a>')


def marked(body, *quotes):
    return LINK.sub("[who]", mark_quotes(body, quotes))


def test_quotation_is_marked_and_its_link_stands_behind_the_closing_mark():
    assert marked("<p>“Kami siap,” kata dia.</p>", Words_("Kami siap,")) == (
        f"<p>“{MARKED.format('Kami siap,')}”[who] kata dia.</p>"
    )


def test_comma_that_was_left_out_of_the_words_stays_before_the_link():
    assert marked("<p>“Kami siap,” kata dia.</p>", Words_("Kami siap")) == (
        f"<p>“{MARKED.format('Kami siap')},”[who] kata dia.</p>"
    )


def test_quotation_with_other_mark_up_inside_is_marked():
    assert marked("<p>“Kami <em>sangat</em> siap.”</p>", Words_("Kami sangat siap.")) == (
        f"<p>“{MARKED.format('Kami <em>sangat</em> siap.')}”[who]</p>"
    )


def test_of_two_equal_wordings_the_one_at_the_position_is_marked():
    body = "<p>“Siap.” Lalu: “Siap.”</p>"
    second = plain_text(body).rindex("Siap.")

    assert marked(body, Words_("Siap.", second)) == f"<p>“Siap.” Lalu: “{MARKED.format('Siap.')}”[who]</p>"


def test_entities_and_odd_spaces_do_not_hide_a_quotation():
    body = clean_body("<p>“Ikan &amp;\n  udang &lt;5 kg”</p>")

    assert MARKED.format("Ikan &amp;\n  udang &lt;5") in marked(body, Words_("Ikan & udang <5"))


@pytest.mark.parametrize(
    "body",
    ["<p>“Kami siap</p><p>berangkat.”</p>", "<p>“<em>Kami siap</em> berangkat.”</p>", "<p>Lain.</p>", ""],
)
def test_quotation_that_cannot_be_wrapped_leaves_the_text_as_it_is(body):
    assert mark_quotes(body, [Words_("siap berangkat.")]) == body


def test_overlapping_quotes_leave_sound_mark_up():
    body = "<p>satu dua tiga empat</p>"

    assert marked(body, Words_("satu dua tiga"), Words_("dua tiga empat", 5)) == (
        f"<p>{MARKED.format('satu dua tiga')}[who] empat</p>"
    )


def test_blocks_are_lines():
    assert plain_text("<h2>Judul</h2><p>Satu  <strong>dua</strong>.<br>Tiga</p><ul><li>a</li><li>b</li></ul>") == (
        "Judul\nSatu dua.\nTiga\na\nb"
    )


HTML = st.lists(
    st.sampled_from(["<p>", "</p>", "<em>", "</em>", "<br>", "&amp;", "&nbsp;", "&lt;", " ", "\n", "”", "“", "<li>"])
    | st.text(max_size=8)
).map("".join)


@given(HTML)
def test_cleaning_twice_changes_nothing_more(value):
    assert clean_body(clean_body(value)) == clean_body(value)


@given(HTML, st.data())
def test_any_words_of_any_text_are_found_again_and_marking_harms_nothing(value, data):
    body = clean_body(value)
    words = Words(body)
    start = data.draw(st.integers(0, len(words.text)))
    end = data.draw(st.integers(start, len(words.text)))
    exact = words.text[start:end].strip()

    result = mark_quotes(body, [Words_(exact, start)])

    assert plain_text(LINK.sub("", result)) == words.text
    if exact:
        found = words.find(exact, start)
        assert words.text[slice(*found)].split() == exact.split()
