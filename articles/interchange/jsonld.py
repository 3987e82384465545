"""Pages as linked data in schema.org's vocabulary, for search engines and everybody else's programs.

Rows in, plain lists and dicts out. Reads what the rows have loaded already; asks the database nothing.
"""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..body import plain_text
from ..models import Citation, Source, Speaker

WIKIDATA = "https://www.wikidata.org/wiki/"
SOURCE_TYPES = {
    Source.Kind.OUTLET: "NewsMediaOrganization",
    Source.Kind.AGENCY: "NewsMediaOrganization",
    Source.Kind.BROADCASTER: "NewsMediaOrganization",
    Source.Kind.COMPANY: "Corporation",
    Source.Kind.DOCUMENTS: "CreativeWorkSeries",
}


# Pages


def front_page(policies=None) -> list:
    """`policies`: the addresses of the newsroom's policies by their names (Page.objects.policies)."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{absolute(reverse('articles:search'))}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    site = {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "url": absolute("/"),
        "name": settings.SITE_NAME,
        "inLanguage": settings.SITE_LANGUAGE,
        "publisher": {"@id": absolute("/#publisher")},
        "potentialAction": search,
    }
    return described(site, publisher(policies))


def story_page(article, beside: dict, photos=(), words: int = 0, policies: dict | None = None) -> list:
    """For a story (for_page), the rows beside it (beside.py), the photos and the number of words of its text, and the
    newsroom's policies.

    Never a ReportageNewsArticle: that is one whose author saw or checked it (schema.org's definition), and a story
    that rests on other reports says `isBasedOn` in its place.
    """
    citations, translations = beside["citations"], beside["translations"]
    address = absolute(article.get_absolute_url())
    works = {citation.pk: work(citation, citations, address) for citation in citations}
    based_on = [works[citation.pk] for citation in citations if citation.part == Citation.Part.BASED_ON]
    story = story_reference(article) | stated(
        description=article.standfirst,
        dateModified=moment(article.changed_at),
        author=[author(byline.author) for byline in beside["bylines"]] or publisher(),
        publisher=publisher(policies),
        image=[picture(photo) for photo in dict.fromkeys([article.photo, *photos]) if photo],
        wordCount=words,
        inLanguage=article.language,
        articleSection=article.section and article.section.name,
        keywords=[tag.name for tag in beside["tags"]],
        isAccessibleForFree=True,
        mainEntityOfPage={"@type": "WebPage", "@id": address},
        creditText=article.rights,
        isPartOf=[series(part.series) for part in beside["parts"] if part.article_id == article.pk],
        isBasedOn=based_on,
        citation=[node for node in works.values() if node not in based_on],
        correction=[correction(entry) for entry in beside["corrections"]],
        translationOfWork=[in_language(each) for each in translations if each.pk == article.translation_of_id],
        workTranslation=[in_language(each) for each in translations if each.translation_of_id == article.pk],
        hasPart=[
            quotation(quote) | stated(isBasedOn=quote.citation_id in works and {"@id": works[quote.citation_id]["@id"]})
            for quote in beside["quotes"]
        ],
    )
    story["commentCount"] = article.comment_count
    return described(story, trail(article.section, article))


def quote_page(quote, chain) -> list:
    """For a quote (with_chain) and the citations through which it came, from its own on."""
    story = absolute(quote.article.get_absolute_url())
    works = [work(citation, chain, story) for citation in chain]
    node = quotation(quote) | stated(isPartOf=story_reference(quote.article), isBasedOn=works and works[0])
    return described(node, *works[1:], trail((_("Quotes"), reverse("articles:quotes")), quote))


def speaker_page(speaker, quotes) -> list:
    """For a speaker and those of the quotes (with_chain) that the page shows."""
    address = absolute(speaker.get_absolute_url())
    page = {
        "@type": "ProfilePage",
        "@id": f"{address}#page",
        "url": address,
        "mainEntity": person(speaker) | {"@id": address},
        "hasPart": [
            quotation(quote) | {"spokenByCharacter": {"@id": address}, "isPartOf": story_reference(quote.article)}
            for quote in quotes
        ],
    }
    return described(page, trail((_("People"), reverse("articles:speakers")), speaker))


def source_page(source) -> list:
    node = organization(source) | stated(
        mainEntityOfPage=absolute(source.get_absolute_url()),
        alternateName=source.aliases,
        description=source.description,
    )
    return described(node, trail((_("Sources"), reverse("articles:sources")), source))


def series_page(row, *steps) -> list:
    """For a series of stories, on its way from the `steps` above it."""
    node = series(row) | stated(description=plain_text(row.introduction), publisher=publisher())
    return described(node, trail(*steps, row))


def author_page(writer) -> list:
    address = absolute(writer.get_absolute_url())
    node = author(writer) | stated(description=writer.biography, worksFor=publisher())
    page = {"@type": "ProfilePage", "@id": f"{address}#page", "url": address, "mainEntity": node}
    return described(page, trail(writer))


def about_page(pages) -> list:
    """For the list of the newsroom's pages about itself: which of them is which policy."""
    policies = {page.policy: page.get_absolute_url() for page in pages if page.policy}
    return described(publisher(policies), trail((_("About us"), reverse("articles:pages"))))


def policy_page(page) -> list:
    node = {
        "@type": "AboutPage",
        "@id": absolute(page.get_absolute_url()),
        "name": page.title,
        "inLanguage": page.language,
    }
    node |= {"dateModified": moment(page.modified_at), "about": publisher()}
    return described(node, trail((_("About us"), reverse("articles:pages")), page))


def list_page(*steps) -> list:
    """For a page that is only a place on the way to others: steps as `trail` takes them."""
    return described(trail(*steps))


# Things on pages


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
