"""Words in another script within a text."""

import pytest

from articles.foreign import mark
from tests.awkward import ARABIC, KOREAN


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Kapal tiba.</p>", "<p>Kapal tiba.</p>"),
        (f"<p>Kata {ARABIC}, lalu.</p>", f'<p>Kata <span lang="ar" dir="rtl">{ARABIC}</span>, lalu.</p>'),
        (f"<p>Kata {KOREAN} di sana</p>", f'<p>Kata <span lang="ko" dir="ltr">{KOREAN}</span> di sana</p>'),
        (f"<p>{ARABIC}.</p><p>Ya</p>", f'<p><span lang="ar">{ARABIC}</span>.</p><p>Ya</p>'),
        (
            f"<p><strong>{ARABIC}</strong> itu</p>",
            f'<p><strong><span lang="ar" dir="rtl">{ARABIC}</span></strong> itu</p>',
        ),
        ("<p>Kata 東京 dan とうきょう</p>", None),
        (f'<a title="{ARABIC}">Ya</a>', f'<a title="{ARABIC}">Ya</a>'),
        ("Ia & “Путин” <br> itu", 'Ia & “<span lang="ru" dir="ltr">Путин</span>” <br> itu'),
    ],
)
def test_words_in_another_script_have_their_language_and_direction(html, marked):
    if marked is None:
        assert '<span lang="zh" dir="ltr">東京</span>' in mark(html, "id")
        assert '<span lang="ja" dir="ltr">とうきょう</span>' in mark(html, "id")
    else:
        assert mark(html, "id") == marked


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "ar"), (KOREAN, "ko"), ("東京", "ja"), ("Путин", "ru")])
def test_words_in_the_texts_own_script_are_left_alone(text, language):
    assert mark(f"<p>{text}</p>", language) == f"<p>{text}</p>"


def test_a_long_text_of_mixed_scripts_takes_no_long_time():
    text = f"<p>{ARABIC} - {KOREAN} kata " * 5000
    assert mark(text, "id").count("<span") == 10_000
