"""Rows for tests: plain functions, each with values that do, and room for those that matter."""

from datetime import timedelta
from io import BytesIO
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from articles.models import (
    Arrangement,
    Article,
    Author,
    Byline,
    Citation,
    Comment,
    Commenter,
    Part,
    Photo,
    Placement,
    Quote,
    Section,
    Series,
    Source,
    SourceItem,
    Speaker,
    Tag,
)

number = count(1)


def create_article(*, tags=(), authors=(), **overrides) -> Article:
    """A draft."""
    n = next(number)
    values = {
        "headline": f"Kabar {n}",
        "slug": f"kabar-{n}",
        "standfirst": "Satu kalimat pembuka.",
        "body": "<p>Isi berita.</p>",
        "language": "id",
    }
    article = Article.objects.create(**values | overrides)
    article.tags.add(*tags)
    for author in authors:
        Byline.objects.create(article=article, author=author)
    return article


def create_published(*, hours_ago: float = 1, **overrides) -> Article:
    """A story that readers see since `hours_ago`; scheduled when that is negative."""
    article = create_article(**overrides)
    article.publish(at=timezone.now() - timedelta(hours=hours_ago))
    return article


def create_section(**overrides) -> Section:
    n = next(number)
    return Section.objects.create(**{"name": f"Rubrik {n}", "slug": f"rubrik-{n}"} | overrides)


def create_tag(**overrides) -> Tag:
    n = next(number)
    return Tag.objects.create(**{"name": f"Tag {n}", "slug": f"tag-{n}"} | overrides)


def create_series(*stories, **overrides) -> Series:
    """A series with these stories as its parts, in their order."""
    n = next(number)
    series = Series.objects.create(**{"name": f"Seri {n}", "slug": f"seri-{n}"} | overrides)
    for at, story in enumerate(stories, 1):
        Part.objects.create(series=series, article=story, number=at)
    return series


def create_author(**overrides) -> Author:
    n = next(number)
    return Author.objects.create(**{"name": f"Penulis {n}", "slug": f"penulis-{n}"} | overrides)


def create_source(**overrides) -> Source:
    n = next(number)
    return Source.objects.create(**{"name": f"Kantor Berita {n}", "slug": f"kantor-berita-{n}"} | overrides)


def create_citation(article, *, source=None, via=None, part=Citation.Part.CITED, **item) -> Citation:
    item = SourceItem.objects.create(source=source or create_source(), **item)
    return Citation.objects.create(article=article, item=item, via=via, part=part)


def create_speaker(**overrides) -> Speaker:
    n = next(number)
    return Speaker.objects.create(**{"name": f"Warga {n}", "slug": f"warga-{n}"} | overrides)


def create_quote(article, **overrides) -> Quote:
    """An accepted quote; its words are put into the story's text when they are not there."""
    values = {"exact": f"Kata-kata nomor {next(number)}.", "status": Quote.Status.ACCEPTED, "language": "id"}
    values |= {"speaker": create_speaker()} if "speaker" not in overrides else {}
    quote = Quote(article=article, **values | overrides)
    if quote.exact not in article.body:
        article.body += f"<p>“{quote.exact}” kata seorang warga.</p>"
        article.save()
    quote.save()
    return quote


def create_comment(article, *, status=Comment.Status.APPROVED, **overrides) -> Comment:
    """A reply; by a new, proved reader unless `commenter` or `email` says otherwise."""
    n = next(number)
    email = overrides.pop("email", None)
    values = {"name": f"Pembaca {n}", "text": f"Tanggapan nomor {n}."} | overrides
    if "commenter" not in values:
        values["commenter"] = create_commenter(**{"name": values["name"]} | ({"email": email} if email else {}))
    if status == Comment.Status.HELD:
        values = {"waiting_since": timezone.now()} | values
    return Comment.objects.create(article=article, status=status, **values)


def create_commenter(*, approved: int = 0, **overrides) -> Commenter:
    """A reader with a proved address, and so many approved replies elsewhere."""
    n = next(number)
    values = {"name": f"Pembaca {n}", "email": f"pembaca{n}@example.org", "confirmed_at": timezone.now()}
    commenter = Commenter.objects.create(**values | overrides)
    for _each in range(approved):
        create_comment(create_published(), commenter=commenter, name=commenter.name)
    commenter.refresh_from_db()
    return commenter


def create_photo(*, content: bytes | None = None, **overrides) -> Photo:
    """A picture with the renditions that the worker has made of it."""
    values = {"alt": "Kapal di dermaga", "credit": "Juru gambar/Kabar Utama"}
    photo = Photo.objects.create(file=ContentFile(content or picture(), "kapal.png"), **values | overrides)
    photo.refresh_from_db()
    return photo


def picture(width=40, height=30, kind="PNG") -> bytes:
    """A small picture, as an upload would bring it."""
    data = BytesIO()
    Image.new("RGB", (width, height), "teal").save(data, kind)
    return data.getvalue()


def create_editor(**overrides):
    n = next(number)
    values = {"username": f"redaktur{n}", "is_staff": True, "is_superuser": True}
    return get_user_model().objects.create_user(**values | overrides)


def arrange(section, stories: dict, *, by=None, **moments) -> Arrangement:
    """Place `stories` (slot → story) on a front in place of what holds; `moments` are those of each placement."""
    held = Arrangement.objects.of(section).first()
    placements = [Placement(slot=slot, article=story, **moments) for slot, story in stories.items()]
    return Arrangement.objects.arrange(section, placements, after=held.number if held else 0, by=by)


def create_colleague(role, **overrides):
    """Somebody at the desk with one of the ROLES; "administrator" for a superuser."""
    person = create_editor(**{"is_superuser": role == "administrator"} | overrides)
    person.groups.set(Group.objects.filter(name=role))
    return person
