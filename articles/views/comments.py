from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..body import photos_in
from ..models import Article, Brake, Comment, Correction, FormerWording, LinkCard
from ..models.at_once import AtOnce
from ..models.beside import beside
from ..models.citation import no_source_refuses
from ..models.shown import shows
from ..models.version import mark_versions
from ..paging import given_pk, read_pk, split_key
from .gone import gone_page
from .shareable import shareable

THREADS = 20
REPLIES = 10  # under each root; the thread's own page has all
ALL_REPLIES = 50  # of one page of a thread
NEWS = 100  # the most that a page is told to be new

# What of an address makes another page of a story's replies.
KEYS = ["order", "replies", "quote", "source"]

# A passage that replies are about, and the column that names it.
PASSAGES = {"quote": "quote", "source": "citation"}

ORDERS = {
    "oldest": _("Oldest first"),
    "newest": _("Newest first"),
    "discussed": _("Most discussed first"),
    "picks": _("Editors’ picks"),
}


@dataclass(frozen=True)
class ThreadPage:
    """Threads of a story in one order: lists of a root and its replies, each with its `depth` below the root."""

    threads: list
    order: str
    next: str  # the key that the next page starts with, empty on the last one
    start: str  # the key of this page
    passage: dict = field(default_factory=dict)  # of what passage these are: {"quote": pk} or {"source": pk}
    brake: Brake | None = None
    newest: int = 0  # the highest key among all that are shown under the story

    @property
    def orders(self) -> list:
        return list(ORDERS.items())


@dataclass(frozen=True)
class Asked:
    """Which threads an address asks for: ?order=, ?replies= (a key), ?quote= or ?source= for one passage."""

    order: str
    passage: dict  # of what passage: {"quote": pk}, {"source": pk} or of none
    start: str  # the key of the first thread, empty on the first page

    @classmethod
    def by(cls, query):
        order = query.get("order", "")
        passage = {name: given_pk(query[name]) for name in ("quote", "source") if query.get(name)}
        return cls(order if order in ORDERS else "oldest", passage, query.get("replies", ""))

    def values(self) -> dict:
        """For the statement: the key of the passage, and the two parts of the key of the first thread."""
        count, pk = 0, 0
        if self.start and self.order == "discussed":
            count, pk = split_key(self.start, read_pk)
        elif self.start:
            pk = given_pk(self.start)
        return {"passage_pk": next(iter(self.passage.values()), 0), "count": min(count, 2**31 - 1), "pk": pk}


def ask_for_rows(article, asked: Asked, names):
    """Ask for what stands beside a story (beside.py), and for the `roots` of one page of threads and their `replies`,
    as far as it is in `names`; one query. Returns what makes the rows (AtOnce.ask)."""
    statement = statement_of(
        tuple(sorted(names)), asked.order, next(iter(asked.passage), ""), bool(asked.start), THREADS, REPLIES
    )
    return statement.ask(
        article=article.pk,
        original=article.original_id,
        now=timezone.now(),
        photos=photos_in(article.body),
        links=LinkCard.objects.addresses_in(article.body),
        **asked.values(),
    )


@cache
def statement_of(names: tuple, order: str, passage: str, continues: bool, threads: int, replies: int) -> AtOnce:
    def querysets(passage_pk, count, pk, **story):
        roots = Comment.objects.filter(article=story["article"])
        if passage:
            roots = roots.filter(**{PASSAGES[passage]: passage_pk})
        roots = in_order(roots, order, (count, pk) if continues else None)
        found = beside(**story) | {
            "roots": roots.for_thread()[: threads + 1],
            "replies": Comment.objects.first_replies(roots[:threads], replies).for_thread(),
        }
        return {name: found[name] for name in names}

    story = {"article": int, "original": int, "now": datetime, "photos": list, "links": list}
    return AtOnce(querysets, **story, passage_pk=int, count=int, pk=int)


def thread_page(asked: Asked, beside: dict) -> ThreadPage:
    """The page of threads that was asked for, of the story whose rows these are."""
    roots = beside["roots"]
    following = key_of(roots[THREADS], asked.order) if len(roots) > THREADS else ""
    roots = roots[:THREADS]
    replies = beside["replies"] if asked.order != "picks" else []
    by_thread = {root.pk: [] for root in roots}
    for reply in replies:
        by_thread[reply.thread_id].append(reply)
    for root in roots:
        root.more = max(root.reply_count - len(by_thread[root.pk]), 0) if asked.order != "picks" else 0
    link([*roots, *replies], **{name: beside[name] for name in ("quotes", "citations", "corrections")})
    mark_versions([*roots, *replies], beside["corrections"], beside["wordings"])
    return ThreadPage(
        [in_tree_order(root, by_thread[root.pk]) for root in roots],
        *(asked.order, following, asked.start, asked.passage),
        next(iter(beside["brakes"]), None),
        next(iter(beside["newest_reply"]), 0),
    )


def in_order(comments, order: str, start: tuple | None):
    """The roots from the one with the key `start` on: how many replies it has, where that decides, and its pk."""
    count, pk = start or (0, 0)
    if order == "picks":
        return comments.picks().filter(pk__gte=pk)
    roots = comments.listed()
    if order == "discussed":
        return (roots.most_discussed_from(count, pk) if start else roots).most_discussed_first()
    if order == "newest":
        return (roots.filter(pk__lte=pk) if start else roots).newest_first()
    return (roots.filter(pk__gte=pk) if start else roots).oldest_first()


def link(comments, quotes, citations, corrections) -> None:
    """Let each of a story's `comments` name what it answers and is about, among these rows; what is not among them is
    on no page."""
    known = {
        "parent": {comment.pk: comment for comment in comments},
        "quote": {quote.pk: quote for quote in quotes},
        "citation": {citation.pk: citation for citation in citations},
        "correction": {entry.pk: entry for entry in corrections},
    }
    for name, rows in known.items():
        field = Comment._meta.get_field(name)
        for comment in comments:
            field.set_cached_value(comment, rows.get(getattr(comment, field.attname)))


def key_of(root, order: str) -> str:
    return f"{root.reply_count},{root.pk}" if order == "discussed" else str(root.pk)


def in_tree_order(root, replies: list) -> list:
    """The root, then `replies` so that each stands under what it answers, with its `depth` from 1; one whose parent is
    not shown stands under the root."""
    shown = {reply.pk for reply in replies}
    under = {}
    for reply in replies:
        under.setdefault(reply.parent_id if reply.parent_id in shown else root.pk, []).append(reply)
    ordered, waiting = [root], [(reply, 1) for reply in reversed(under.get(root.pk, []))]
    while waiting:
        reply, reply.depth = waiting.pop()
        ordered.append(reply)
        waiting += [(answer, reply.depth + 1) for answer in reversed(under.get(reply.pk, []))]
    return ordered


@shareable(reads=["replies"])
def comment_detail(request, pk):
    """A comment in its thread: the root, then the replies from this one on."""
    indexed = no_source_refuses("may_index", story="article")
    comment = get_object_or_404(Comment.objects.for_own_page().annotate(is_indexed=indexed), pk=pk)
    shows("indexing")
    if not (comment.is_shown or comment.is_listed):
        raise Http404
    if gone := gone_page(request, comment.article):
        return gone
    root = comment.thread or comment
    if not (root.is_shown or root.is_listed):
        root = comment
    start = given_pk(request.GET["replies"]) if request.GET.get("replies") else comment.pk
    found = Comment.objects.approved().filter(thread=root.pk, pk__gte=start).oldest_first()
    replies = list(found.for_thread()[: ALL_REPLIES + 1])
    following = replies[ALL_REPLIES].pk if len(replies) > ALL_REPLIES else None
    replies = replies[:ALL_REPLIES]
    corrections = list(Correction.objects.filter(article=comment.article_id).for_story())
    wordings = list(FormerWording.objects.of_quote(comment.quote_id)) if comment.quote_id else []
    about = {name: [row] if row else [] for name, row in (("quotes", comment.quote), ("citations", comment.citation))}
    link([root, *replies], **about, corrections=corrections)
    mark_versions([root, *replies], corrections, wordings)
    context = {
        "article": comment.article,
        "comment": comment,
        "root": root,
        "threads": [in_tree_order(root, replies)],
        "next": following,
        "rewordings": comment.rewordings.all()[:10] if comment.edited_at else [],
        "noindex": not comment.is_indexed,
    }
    return render(request, "comments/detail.html", context)


@shareable(reads=["after"])
def comment_news(request, day, article):
    """How many replies of a story are newer than the one with the key ?after=; for pages that are open."""
    story = get_object_or_404(Article.objects.for_cards(), published_on=day, slug=article)
    if gone_page(request, story):
        return JsonResponse({"gone": story.retraction_reason}, status=410)
    shows(f"replies:{story.pk}")
    after = given_pk(request.GET.get("after") or "0")
    newer = Comment.objects.filter(article=story, pk__gt=after, status=Comment.Status.APPROVED)
    return JsonResponse({"new": len(newer.values_list("pk")[:NEWS])})


def see_other(name: str, *args):
    return HttpResponseRedirect(reverse(f"articles:{name}", args=args), status=303)
