"""Outlets meant again without their name: "told the newspaper", "kepada surat kabar itu"."""

from dataclasses import replace

# A medium is called so within so many sentences of its name.
REACH = 12


def recall(vias, sentences, language):
    """The outlets of each sentence, with the one named last where only a noun points back at it."""
    found, last, seen = [], None, 0
    for number, (named, sentence) in enumerate(zip(vias, sentences, strict=True)):
        place = None if named or last is None or number - seen > REACH else _pointing(sentence.tokens, language)
        if named:
            last, seen = named[-1], number
        found.append([replace(last, at=place, is_recalled=True)] if place is not None else named)
    return found


def _pointing(tokens, language):
    """Where a noun of media stands behind a word of receiving, pointed at; or None."""
    for index, token in enumerate(tokens[:-2]):
        if token.low not in language.via_receivers | language.on_air:
            continue
        one, two = tokens[index + 1].low, f"{tokens[index + 1].low} {tokens[index + 2].low}"
        if language.head_last:
            nouns = {tokens[index + 2].low, " ".join(token.low for token in tokens[index + 2 : index + 4])}
            if one in language.demonstratives and nouns & language.media_nouns:
                return index + 2
            continue
        size = 2 if two in language.media_nouns else int(one in language.media_nouns)
        behind = tokens[index + 1 + size].low if index + 1 + size < len(tokens) else ""
        if size and behind in language.demonstratives:
            return index + size
    return None
