"""What a request accepts: encodings, and pages that it has already (RFC 9110)."""

from functools import lru_cache

OURS = ("br", "gzip")  # the smaller first


@lru_cache(1000)
def acceptable(header: str) -> tuple:
    """Those of our encodings that an Accept-Encoding header allows, best first, and always "" for identity."""
    weights = {}
    for part in header[:500].lower().split(","):
        name, _mark, parameter = part.strip().partition(";")
        weights[name.strip()] = weight(parameter)
    allowed = (encoding for encoding in OURS if weights.get(encoding, weights.get("*", 0)) > 0)
    return (*sorted(allowed, key=lambda encoding: -weights.get(encoding, weights.get("*", 0))), "")


def weight(parameter: str) -> float:
    name, _equals, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def has_already(header: str, etag: str) -> bool:
    """Whether an If-None-Match header names the page; a proxy that compressed anew may have made the tag weak."""
    return header.strip() == "*" or etag in (tag.strip().removeprefix("W/") for tag in header.split(","))
