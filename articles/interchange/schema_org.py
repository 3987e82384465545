"""The things that pages tell of, in schema.org's vocabulary; jsonld.py puts them together."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from ..addresses import absolute
from ..models import Source, Speaker

WIKIDATA = "https://www.wikidata.org/wiki/"
SOURCE_TYPES = {
    Source.Kind.OUTLET: "NewsMediaOrganization",
    Source.Kind.AGENCY: "NewsMediaOrganization",
    Source.Kind.BROADCASTER: "NewsMediaOrganization",
    Source.Kind.COMPANY: "Corporation",
    Source.Kind.DOCUMENTS: "CreativeWorkSeries",
}


def publisher(policies: dict | None = None) -> dict:
    """We, with the addresses of our policies by their names. Without a page about corrections the ledger is told of."""
    own = {policy: absolute(address) for policy, address in (policies or {}).items()}
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": settings.SITE_NAME,
        "url": absolute("/"),
        "correctionsPolicy": absolute(reverse("articles:corrections")),
        "logo": {"@type": "ImageObject", "url": absolute(static("images/icon.svg"))},
    } | own


def author(writer) -> dict:
    address = absolute(writer.get_absolute_url())
    return stated(**{"@type": "Person", "name": writer.name, "url": address, "jobTitle": writer.job_title})


def story_reference(article) -> dict:
    """As much of a story as another page tells of it."""
    address = absolute(article.get_absolute_url())
    return {
        "@type": "NewsArticle",
        "@id": f"{address}#story",
        "url": address,
        "headline": article.headline,
        "datePublished": moment(article.first_published_at),
    }


def series(row) -> dict:
    address = absolute(row.get_absolute_url())
    return {"@type": "CreativeWorkSeries", "@id": address, "url": address, "name": row.name}


def in_language(story) -> dict:
    return story_reference(story) | {"inLanguage": story.language}


def correction(entry) -> dict:
    return {
        "@type": "CorrectionComment",
        "@id": absolute(entry.get_absolute_url()),
        "text": entry.text,
        "datePublished": moment(entry.created_at),
    }


def quotation(quote) -> dict:
    address = absolute(quote.get_absolute_url())
    return stated(
        **{
            "@type": "Quotation",
            "@id": address,
            "url": address,
            "text": quote.exact,
            "inLanguage": quote.language,
            "dateCreated": quote.said,
            "spokenByCharacter": quote.speaker and person(quote.speaker, quote.role),
        }
    )


def person(speaker, role: str = "") -> dict:
    """A speaker, in the `role` of the moment. Someone unnamed has no name here either, only the story's words."""
    if speaker.kind == Speaker.Kind.UNNAMED:
        return {"@type": "Person", "description": speaker.name}
    kind = "Organization" if speaker.kind == Speaker.Kind.INSTITUTION else "Person"
    return stated(
        **{
            "@type": kind,
            "name": speaker.name,
            "url": absolute(speaker.get_absolute_url()),
            "alternateName": speaker.aliases,
            "description": speaker.description,
            "jobTitle": role if kind == "Person" else None,
            "sameAs": speaker.wikidata_id and f"{WIKIDATA}{speaker.wikidata_id}",
        }
    )


def organization(source) -> dict:
    return stated(
        **{
            "@type": SOURCE_TYPES.get(source.kind, "Organization"),
            "@id": absolute(source.get_absolute_url()),
            "name": source.name,
            "url": source.home_page,
        }
    )


def work(citation, citations, story: str) -> dict:
    """What a source published, resting on those of the `citations` that came through it. `story`: its address."""
    item = citation.item
    # A series of documents is no organization, and only those publish.
    relation = "isPartOf" if citation.source.kind == Source.Kind.DOCUMENTS else "publisher"
    return stated(
        **{
            "@type": "CreativeWork",
            "@id": f"{story}#source-{citation.pk}",
            "name": item.title,
            "url": item.url,
            "datePublished": item.published_on and item.published_on.isoformat(),
            relation: organization(citation.source),
            "isBasedOn": [
                {"@id": f"{story}#source-{origin.pk}"} for origin in citations if origin.via_id == citation.pk
            ],
        }
    )


def picture(photo) -> dict:
    return stated(
        **{
            "@type": "ImageObject",
            "url": absolute(photo.largest.url),
            "caption": photo.caption or photo.alt,
            "creditText": photo.credit,
        }
    )


def trail(*steps) -> dict:
    """Breadcrumbs from the front page on; each step a row with an address, a pair of name and address, or None."""
    pairs = [(settings.SITE_NAME, reverse("articles:home"))]
    pairs += [step if isinstance(step, tuple) else (str(step), step.get_absolute_url()) for step in steps if step]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(address)}
            for position, (name, address) in enumerate(pairs, 1)
        ],
    }


# Forms of values


def described(*nodes) -> list:
    """What a page is about, side by side: programs that know no `@graph` find each by its type."""
    return [{"@context": "https://schema.org"} | node for node in nodes]


def stated(**values) -> dict:
    """Only what there is something to say of."""
    return {name: value for name, value in values.items() if value}


def moment(value) -> str:
    """ISO 8601 with the newsroom's offset."""
    return timezone.localtime(value).isoformat(timespec="seconds")
