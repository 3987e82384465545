"""Where the words of a role begin and end that stand behind a name."""

from .roles import LONGEST_ROLE
from .tokens import POSSESSIVES

# "Mrs. Pell's deputy campaign manager": so far on the head noun may stand.
LONGEST_OWNER = 8


def role_opening(tokens, index, language):
    """The first word of a role that follows a comma, or None when what follows is no role."""
    opened = False
    while index < len(tokens) and index + 1 < len(tokens):
        low = tokens[index].low
        two = f"{low} {tokens[index + 1].low}"
        if two in language.indefinites:
            index, opened = index + 2, True
        elif (
            low in language.indefinites
            or low in language.role_openers
            or low in language.definites
            or (low in language.demonstratives and low == "the")
        ):
            index, opened = index + 1, opened or low not in language.role_also
        else:
            break
    if index >= len(tokens):
        return None
    token = tokens[index]
    known = token.low in language.role_nouns or token.low in language.titles or token.low in language.person_nouns
    if not token.is_word:
        return None
    if known:
        return index
    if opened and token.low not in language.stoppers or _ends_in_head(tokens, index, language):
        return index
    return index if language.head_last and _head_within(tokens, index, language) else None


def _ends_in_head(tokens, index, language):
    """ "Business Innovation and Sales Director HPM": an English office, its head noun a few capitals on."""
    for token in tokens[index : index + LONGEST_OWNER]:
        if token.low in language.late_heads:
            return True
        if not token.is_capital and token.low not in language.late_links:
            return False
    return False


def _head_within(tokens, index, language):
    """ "Wuling Motors director", "the company's chief": the head noun stands a few words on."""
    for place in range(index, min(index + LONGEST_OWNER, len(tokens))):
        token = tokens[place]
        if token.text in POSSESSIVES or token.text == "." and tokens[place - 1].low in language.honorifics:
            continue
        if not token.is_word or token.low in language.stoppers or token.low in language.forward_verbs:
            return False
        if place > index and (token.low in language.role_nouns):
            return True
    return False


def role_end(tokens, begin, language):
    small = not tokens[begin].is_capital
    for index in range(begin, min(begin + LONGEST_ROLE, len(tokens))):
        token = tokens[index]
        if token.quote >= 0 or token.text in ",;:(-–—" or token.low in language.relative or token.low in language.days:
            return index
        if token.text == ".":
            if index + 1 == len(tokens) or not (len(tokens[index - 1].text) <= 3 and tokens[index + 1].is_capital):
                return index
            continue
        if index > begin and token.is_word and not token.is_capital:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            linked = token.low in language.role_links and following is not None
            if linked and token.low in language.role_places and not (small and following.is_capital):
                return index
            if token.low in language.stoppers and not linked:
                return index
            if token.low in language.forward_verbs or token.low in language.passive_verbs:
                return index
            if language.head_last and token.low in language.naming_verbs | language.document_verbs:
                return index
    return min(begin + LONGEST_ROLE, len(tokens))
