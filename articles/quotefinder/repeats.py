"""Pull quotes: words that stand in the story already, set once more on a line of their own."""

# A line of so many words that stand elsewhere too is a pull quote; a page has only so many.
SHORTEST_PULLED = 3
MOST_PULLED = 20


def without_repeats(story, found):
    """Leave out lines of their own that only repeat a longer or earlier quotation, or words of the story."""
    texts = [plain(story.text[said.pair.start : said.pair.end]) for said in found]
    counts = {}
    whole = story.text.lower()
    lines = [number for number, said in enumerate(found) if said.cue is None and story.clauses[said.number].is_bare]
    pulled = {number for number in lines[:MOST_PULLED] if _is_pulled(whole, texts[number])}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return [
        said
        for number, (said, text) in enumerate(zip(found, texts, strict=True))
        if number not in pulled
        and (said.cue is not None or counts[text] == 1 or said.voice.reason.rule == "continued" and len(text) < 40)
    ]


def _is_pulled(whole, text):
    """Words on a line of their own that the story has in a sentence too."""
    return len(text.split()) >= SHORTEST_PULLED and whole.count(text) > 1


def plain(words):
    return words.strip(" ,.!?").lower()
