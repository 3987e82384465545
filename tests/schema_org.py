"""The part of schema.org's vocabulary that our pages use, and a check of linked data against it.

From release 30.0 of schema.org (data/releases/30.0/ in github.com/schemaorg/schemaorg: "subTypeOf" of each type,
"domainIncludes" and "rangeIncludes" of each property). A term that is not here is not allowed in a page.
"""

TYPES = {
    "AboutPage": "WebPage",
    "Action": "Thing",
    "Article": "CreativeWork",
    "BreadcrumbList": "ItemList",
    "Comment": "CreativeWork",
    "CorrectionComment": "Comment",
    "Corporation": "Organization",
    "CreativeWork": "Thing",
    "CreativeWorkSeries": "CreativeWork",
    "EntryPoint": "Intangible",
    "ImageObject": "MediaObject",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "MediaObject": "CreativeWork",
    "NewsArticle": "Article",
    "NewsMediaOrganization": "Organization",
    "Organization": "Thing",
    "Person": "Thing",
    "ProfilePage": "WebPage",
    "Quotation": "CreativeWork",
    "SearchAction": "Action",
    "Thing": None,
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
}
# Property: the types that may have it, and the types or kinds of value that it may have.
PROPERTIES = {
    "about": ("CreativeWork", "Thing"),
    "actionableFeedbackPolicy": ("Organization", "CreativeWork Text"),
    "alternateName": ("Thing", "Text"),
    "articleSection": ("Article", "Text"),
    "author": ("CreativeWork", "Organization Person"),
    "caption": ("ImageObject", "Text"),
    "citation": ("CreativeWork", "CreativeWork Text"),
    "commentCount": ("CreativeWork", "Integer"),
    "correction": ("CreativeWork", "CorrectionComment Text"),
    "correctionsPolicy": ("Organization", "CreativeWork Text"),
    "creditText": ("CreativeWork", "Text"),
    "diversityPolicy": ("Organization", "CreativeWork Text"),
    "dateCreated": ("CreativeWork", "Text"),
    "dateModified": ("CreativeWork", "Text"),
    "datePublished": ("CreativeWork", "Text"),
    "description": ("Thing", "Text"),
    "hasPart": ("CreativeWork", "CreativeWork"),
    "ethicsPolicy": ("Organization", "CreativeWork Text"),
    "headline": ("CreativeWork", "Text"),
    "image": ("Thing", "ImageObject Text"),
    "inLanguage": ("CreativeWork", "Text"),
    "isAccessibleForFree": ("CreativeWork", "Boolean"),
    "isBasedOn": ("CreativeWork", "CreativeWork Text"),
    "isPartOf": ("CreativeWork", "CreativeWork"),
    "item": ("ListItem", "Thing Text"),
    "itemListElement": ("ItemList", "ListItem"),
    "jobTitle": ("Person", "Text"),
    "keywords": ("CreativeWork Organization", "Text"),
    "logo": ("Organization", "ImageObject Text"),
    "mainEntity": ("CreativeWork", "Thing"),
    "mainEntityOfPage": ("Thing", "CreativeWork Text"),
    "masthead": ("NewsMediaOrganization", "CreativeWork Text"),
    "missionCoveragePrioritiesPolicy": ("NewsMediaOrganization", "CreativeWork Text"),
    "name": ("Thing", "Text"),
    "noBylinesPolicy": ("NewsMediaOrganization", "CreativeWork Text"),
    "ownershipFundingInfo": ("Organization", "CreativeWork Text"),
    "position": ("CreativeWork ListItem", "Integer Text"),
    "potentialAction": ("Thing", "Action"),
    "publishingPrinciples": ("CreativeWork Organization Person", "CreativeWork Text"),
    "publisher": ("CreativeWork", "Organization Person"),
    "query-input": ("Action", "Text"),  # an annotation of the action's input: schema.org/docs/actions.html
    "sameAs": ("Thing", "Text"),
    "spokenByCharacter": ("Quotation", "Organization Person"),
    "target": ("Action", "EntryPoint Text"),
    "text": ("CreativeWork", "Text"),
    "unnamedSourcesPolicy": ("Organization", "CreativeWork Text"),
    "translationOfWork": ("CreativeWork", "CreativeWork"),
    "url": ("Thing", "Text"),
    "urlTemplate": ("EntryPoint", "Text"),
    "verificationFactCheckingPolicy": ("NewsMediaOrganization", "CreativeWork Text"),
    "wordCount": ("Article", "Integer"),
    "workTranslation": ("CreativeWork", "CreativeWork"),
    "worksFor": ("Person", "Organization"),
}
KINDS = {str: "Text", int: "Integer", bool: "Boolean"}


def kinds(name: str) -> set[str]:
    """A type and all that it is a kind of."""
    found = set()
    while name:
        found.add(name)
        name = TYPES[name]
    return found


def check(document: list) -> list[dict]:
    """All nodes of a JSON-LD document; their terms exist, stand where they may and refer to what is there."""
    assert {node["@context"] for node in document} == {"https://schema.org"}
    nodes = list(nodes_in(document))
    described = {node["@id"] for node in nodes if "@id" in node}
    for node in nodes:
        for name, values in node.items():
            if name.startswith("@"):
                continue
            domain, range_ = (set(part.split()) for part in PROPERTIES[name])
            assert domain & kinds(node["@type"]), f"{name} on {node['@type']}"
            for value in values if isinstance(values, list) else [values]:
                if value.__class__ is dict and value.keys() == {"@id"}:
                    assert value["@id"] in described, value
                    continue
                found = kinds(value["@type"]) if isinstance(value, dict) else {KINDS[type(value)]}
                assert range_ & found, f"{name}: {value}"
                assert value != ""
    return nodes


def nodes_in(value):
    if isinstance(value, list):
        for each in value:
            yield from nodes_in(each)
    elif isinstance(value, dict) and value.keys() != {"@id"}:
        yield value
        for name, each in value.items():
            if name != "@id":
                yield from nodes_in(each)
