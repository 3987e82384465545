"""Pages as linked data in schema.org's vocabulary, for search engines and everybody else's programs.

Rows in, plain lists and dicts out. Reads what the rows have loaded already; asks the database nothing.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..body import plain_text
from ..models import Citation
from .schema_org import (
    author,
    correction,
    described,
    in_language,
    moment,
    organization,
    person,
    picture,
    publisher,
    quotation,
    series,
    stated,
    story_reference,
    trail,
    work,
)


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
