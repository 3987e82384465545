"""What stands on a front at a moment: what an editor placed there, and what fills itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from .arrangement import SLOTS, Placement, next_turn
from .article import Article
from .correction import Correction
from .section import sections as all_sections
from .shown import expires, shows

LATEST = 10
OF_EACH_SECTION = SLOTS
DISCUSSED = 5
CORRECTED = 3
# Replies come for some days after a story; what was discussed before that is no news.
DISCUSSED_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Front:
    """The slots of a front (a story or, at the end of a young paper, None), and when they change by themselves.

    `changes_at` is the next moment at which a placement begins or ends; a scheduled story appears at its own.
    """

    slots: list
    changes_at: datetime | None

    @property
    def stories(self) -> list:
        """Those that there are, the lead first."""
        return [story for story in self.slots if story]

    @property
    def lead(self):
        return next(iter(self.stories), None)

    @property
    def secondary(self) -> list:
        return self.stories[1:]


@dataclass(frozen=True)
class FrontPage(Front):
    """The front page: its slots, and its lists, on which no story stands twice."""

    discussed: list
    latest: list
    corrections: list  # entries of the ledger, the newest of each story
    blocks: list  # pairs of section and stories
    sections: list


def front_page(now=None, placements=None) -> FrontPage:
    """The front page at `now`; with `placements` (of the front page, unsaved too) as if they held.

    A story stands where it stands highest: in a slot, then among the discussed ones, the latest, its section's. Only
    what an editor placed on a section's front stays there rather than among those that fill themselves. Four queries.
    """
    now = now or timezone.now()
    sections = all_sections()
    of_fronts = placements_of([None, *sections], now, {} if placements is None else {None: placements})
    placed = {each.article_id for each in sum(of_fronts.values(), [])}
    published = Article.objects.published(now)
    found = list(
        Article.objects.for_cards()
        .with_next_appearance()
        .with_last_error(now)
        .on_any(
            published.newest_first()[: SLOTS + DISCUSSED + LATEST + len(placed)],
            published.discussed_since(now - DISCUSSED_FOR)[: SLOTS + DISCUSSED],
            published.filter(pk__in=placed),
            Article.objects.filter(pk__in=Correction.objects.public(now).of_errors().values("article")[:CORRECTED]),
        )
        .newest_first()
    )
    newest = [story for story in found if story.is_published(now)]  # among the corrected are retracted ones
    expires(newest[0].next_appearance if newest else Article.objects.next_appearance(now))
    by_pk = {story.pk: story for story in newest}

    slots = fill(standing(of_fronts[None], by_pk, now), newest)
    shown = {story.pk for story in slots if story}
    discussed = [story for story in most_discussed(newest, now) if story.pk not in shown][:DISCUSSED]
    shown |= {story.pk for story in discussed}
    kept = {
        story.pk
        for section in sections
        for story in standing(of_fronts[section.pk], by_pk, now, besides=shown).values()
    }
    latest = [story for story in newest if story.pk not in shown | kept][:LATEST]
    shown |= {story.pk for story in latest}

    filling = Article.objects.newest_of_each(sections, OF_EACH_SECTION, now, besides=shown | kept)
    blocks = []
    for section in sections:
        standing_here = standing(of_fronts[section.pk], by_pk, now, besides=shown)
        stories = [story for story in fill(standing_here, filling[section.pk]) if story]
        shown |= {story.pk for story in stories}
        blocks.append((section, stories))
    return FrontPage(
        slots=slots,
        changes_at=next_turn(sum(of_fronts.values(), []), now),
        discussed=discussed,
        latest=latest,
        corrections=newest_errors(found),
        blocks=[(section, stories) for section, stories in blocks if stories],
        sections=sections,
    )


def section_front(section, now=None, placements=None) -> Front:
    """The slots of a section's own front at `now`; with `placements` (unsaved too) as if they held. Two queries."""
    now = now or timezone.now()
    [placements] = placements_of([section], now, {} if placements is None else {section.pk: placements}).values()
    placed = {each.article_id for each in placements}
    published = Article.objects.published(now)
    # One that is placed and not seen yet may be of another section.
    shows(*(f"card:{pk}" for pk in placed))
    found = Article.objects.for_cards().on_any(
        published.in_section(section)[: SLOTS + len(placed)], published.filter(pk__in=placed)
    )
    stories = list(found.newest_first())
    if unseen := placed - {story.pk for story in stories}:
        expires(Article.objects.filter(pk__in=unseen).next_appearance())
    own = [story for story in stories if story.section_id == section.pk]
    by_pk = {story.pk: story for story in stories}
    return Front(slots=fill(standing(placements, by_pk, now), own), changes_at=next_turn(placements, now))


def front_of(section, now=None, placements=None) -> Front:
    """Any front: the front page's when `section` is None."""
    return section_front(section, now, placements) if section else front_page(now, placements)


def placements_of(fronts, now, tried: dict) -> dict:
    """The placements that are not over, by the section's key, or None; those of `tried` fronts are given, not read."""
    shows(*(f"front:{front.pk if front else 'home'}" for front in fronts))
    found = {front and front.pk: [] for front in fronts} | tried
    if read := [front for front in fronts if (front and front.pk) not in tried]:
        for placement in Placement.objects.holding(read):
            found[placement.arrangement.section_id].append(placement)
    return {key: [each for each in placements if not each.is_over(now)] for key, placements in found.items()}


def standing(placements, by_pk: dict, now, besides=()) -> dict:
    """Slot → story, of the `placements` that are in force and whose story readers can see."""
    stories = {each.slot: by_pk.get(each.article_id) for each in placements if each.is_in_force(now)}
    return {slot: story for slot, story in stories.items() if story and story.pk not in besides}


def fill(placed: dict, candidates) -> list:
    """The slots in order: what is placed in them, elsewhere the first of the `candidates` that is not placed.

    A lead that nobody placed looks for a picture among as many as there are slots.
    """
    pks = {story.pk for story in placed.values()}
    free = [story for story in candidates if story.pk not in pks]
    if 1 not in placed:
        lead = next((story for story in free[:SLOTS] if story.photo), None)
        free = [lead, *(story for story in free if story != lead)] if lead else free
    free = iter(free)
    return [placed.get(slot) or next(free, None) for slot in range(1, SLOTS + 1)]


def newest_errors(stories: list) -> list:
    """The newest entries of the ledger of errors in the `stories` (with_last_error), one of each story."""
    entries = [entry for entry in map(Correction.of, stories) if entry]
    return sorted(entries, key=lambda entry: (entry.created_at, entry.pk), reverse=True)[:CORRECTED]


def most_discussed(stories: list, now) -> list:
    """The stories of the last days with replies, those with most first; after quiet days, all with replies. See also
    ArticleQuerySet.discussed_since."""
    replied = [story for story in stories if story.comment_count]
    recent = [story for story in replied if story.first_published_at >= now - DISCUSSED_FOR]
    return sorted(recent or replied, key=lambda story: story.comment_count, reverse=True)
