"""A newsroom to which everything happens that nobody designs a page for."""

from articles.models import Quote
from tests.factories import create_citation, create_comment, create_published, create_quote, create_speaker, create_tag

LONG = "Pemerintah daerah kepulauan mempertanggungjawabkan " * 4
ARABIC = "قال المتحدث باسم الميناء إن السفينة وصلت"
KOREAN = "항구 대변인은 배가 도착했다고 말했다"
WORD = "Pertanggungjawabanketidakberkesinambungan" * 3


def awkward_stories(**shared) -> dict:
    """Stories by what is awkward in them; `shared` are values that all have."""
    stories = {
        "no picture, no standfirst": create_published(headline="Tanpa gambar", standfirst="", **shared),
        "200 characters of headline": create_published(headline=LONG[:200].strip(), **shared),
        "one long word": create_published(headline=WORD, standfirst=WORD, body=f"<p>{WORD}</p>", **shared),
        "one word of text": create_published(headline="Tiba", standfirst="", body="<p>Tiba.</p>", **shared),
        "no text": create_published(headline="Hanya judul", standfirst="", body="", **shared),
        "300 quotes": story_with_quotes(300, **shared),
        "40 tags": create_published(headline="Empat puluh tag", **shared),
        "other scripts": create_published(
            headline=f"Juru bicara: {ARABIC}",
            standfirst=f"Dalam bahasa Korea: {KOREAN}, katanya.",
            body=f"<p>Ia berkata {ARABIC}, lalu pergi.</p><p>{ARABIC}.</p><p>“{KOREAN}” ujarnya.</p>",
            **shared,
        ),
        "Arabic": create_published(
            headline=ARABIC, standfirst=ARABIC, body=f"<p>{ARABIC}.</p>" * 3, language="ar", slug="arab", **shared
        ),
    }
    stories["40 tags"].tags.add(
        *(create_tag(name=f"Topik keempat puluh {n}") for n in range(39)), create_tag(name=WORD[:90])
    )
    create_comment(stories["one long word"], name=WORD[:60], text=WORD)
    create_comment(stories["other scripts"], name="سارة", text=f"{ARABIC} {KOREAN}")
    source = create_citation(stories["one long word"], title=WORD, url=f"https://example.org/{'a' * 300}").source
    source.name = WORD[:110]
    source.save()
    speaker = create_speaker(name=WORD[:100], description=LONG[:150])
    create_quote(stories["one long word"], exact=WORD, speaker=speaker, role=WORD)
    create_quote(stories["other scripts"], exact=ARABIC, language="ar", speaker=create_speaker(name="محمد"))
    create_quote(stories["other scripts"], exact=KOREAN, language="ko", speaker=create_speaker(name="김민수"))
    return stories


def story_with_quotes(number: int, **shared):
    speakers = [create_speaker() for _each in range(5)]
    words = [f"Pernyataan nomor {n} yang diucapkan di dermaga." for n in range(number)]
    body = "".join(f"<p>“{each}” kata seorang warga.</p>" for each in words)
    story = create_published(headline="Tiga ratus kutipan", body=body, **shared)
    Quote.objects.bulk_create(
        Quote(article=story, exact=each, speaker=speakers[n % 5], status="accepted", language="id", position=n)
        for n, each in enumerate(words)
    )
    return story
