from dataclasses import dataclass, field

from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Article, Brake, Comment
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

ORDERS = {
    "oldest": _("Oldest first"),
    "newest": _("Newest first"),
    "discussed": _("Most discussed first"),
    "picks": _("Editors’ picks"),
}


@dataclass(frozen=True)
class ThreadPage:
    """Threads of a story in one order: pairs of root and replies, each reply with its `depth` from 1."""

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


def thread_page(article, query) -> ThreadPage:
    """The page that a story's address asks for: ?order=, ?replies= (a key), ?quote= or ?source= for one passage."""
    order = query.get("order", "")
    order = order if order in ORDERS else "oldest"
    passage = {name: given_pk(query[name]) for name in ("quote", "source") if query.get(name)}
    start = query.get("replies", "")
    roots = in_order(of_passage(Comment.objects.filter(article=article), passage), order, start)
    roots = list(roots.for_thread()[: THREADS + 1])
    following = key_of(roots[THREADS], order) if len(roots) > THREADS else ""
    roots = roots[:THREADS]
    replies = Comment.objects.first_replies(roots, REPLIES) if order != "picks" else []
    by_thread = {root.pk: [] for root in roots}
    for reply in replies:
        by_thread[reply.thread_id].append(reply)
    for root in roots:
        root.more = max(root.reply_count - len(by_thread[root.pk]), 0) if order != "picks" else 0
    mark_versions(article, [*roots, *replies])
    return ThreadPage(
        [(root, in_tree_order(root, by_thread[root.pk])) for root in roots],
        *(order, following, start, passage),
        Brake.objects.on(article),
        Comment.objects.newest_of(article),
    )


def of_passage(comments, passage: dict):
    if "quote" in passage:
        return comments.filter(quote=passage["quote"])
    return comments.filter(citation=passage["source"]) if "source" in passage else comments


def in_order(comments, order: str, start: str):
    """The roots from the one with the key `start` on."""
    if order == "picks":
        return comments.picks().filter(pk__gte=given_pk(start) if start else 0)
    roots = comments.listed()
    if order == "discussed":
        if start:
            count, pk = split_key(start, read_pk)
            roots = roots.most_discussed_from(min(count, 2**31 - 1), pk)
        return roots.most_discussed_first()
    if order == "newest":
        return (roots.filter(pk__lte=given_pk(start)) if start else roots).newest_first()
    return (roots.filter(pk__gte=given_pk(start)) if start else roots).oldest_first()


def key_of(root, order: str) -> str:
    return f"{root.reply_count},{root.pk}" if order == "discussed" else str(root.pk)


def in_tree_order(root, replies: list) -> list:
    """`replies` so that each stands under what it answers; one whose parent is not shown stands under the root."""
    shown = {reply.pk for reply in replies}
    under = {}
    for reply in replies:
        under.setdefault(reply.parent_id if reply.parent_id in shown else root.pk, []).append(reply)
    ordered, waiting = [], [(reply, 1) for reply in reversed(under.get(root.pk, []))]
    while waiting:
        reply, reply.depth = waiting.pop()
        ordered.append(reply)
        waiting += [(answer, reply.depth + 1) for answer in reversed(under.get(reply.pk, []))]
    return ordered


@shareable(reads=["replies"])
def comment_detail(request, pk):
    """A comment in its thread: the root, then the replies from this one on."""
    indexed = no_source_refuses("may_index", story="article")
    comments = Comment.objects.for_thread().select_related("article__section", "thread").annotate(is_indexed=indexed)
    comment = get_object_or_404(comments, pk=pk)
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
    mark_versions(comment.article, [root, *replies])
    context = {
        "article": comment.article,
        "comment": comment,
        "root": root,
        "replies": in_tree_order(root, replies),
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
