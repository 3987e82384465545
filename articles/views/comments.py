from dataclasses import dataclass

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from ..forms import CommentForm
from ..models import Article, Comment
from ..paging import given_pk
from .shareable import shareable

THREADS = 20
REPLIES = 50  # of one thread; the thread's own page has all
ALL_REPLIES = 200  # of one page of threads


@dataclass(frozen=True)
class ThreadPage:
    """Threads of a story, oldest first: pairs of root and replies, each reply with its `depth` from 1."""

    threads: list
    next: int | None  # the root that the next page starts with


def thread_page(article, start: str | None) -> ThreadPage:
    roots = Comment.objects.approved().roots().filter(article=article)
    if start:
        roots = roots.filter(pk__gte=given_pk(start))
    roots = list(roots[: THREADS + 1])
    following = roots[THREADS].pk if len(roots) > THREADS else None
    roots = roots[:THREADS]
    replies = Comment.objects.approved().in_threads(roots).select_related("parent")[:ALL_REPLIES]
    by_thread = {root.pk: [] for root in roots}
    for reply in replies:
        by_thread[reply.thread_id].append(reply)
    return ThreadPage([(root, in_tree_order(root, by_thread[root.pk])[:REPLIES]) for root in roots], following)


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
    comment = get_object_or_404(Comment.objects.approved().select_related("article__section", "thread"), pk=pk)
    if not comment.article.is_published():
        raise Http404
    root = comment.thread or comment
    if root.status != Comment.Status.APPROVED:
        root = comment
    start = given_pk(request.GET["replies"]) if request.GET.get("replies") else comment.pk
    replies = list(
        Comment.objects.approved().filter(thread=root.pk, pk__gte=start).select_related("parent")[: REPLIES + 1]
    )
    following = replies[REPLIES].pk if len(replies) > REPLIES else None
    replies = in_tree_order(root, replies[:REPLIES])
    context = {"article": comment.article, "comment": comment, "root": root, "replies": replies, "next": following}
    return render(request, "comments/detail.html", context)


# A reader has no session, so a forged request could do no more than the forger could do alone; and a token would
# make the story's page differ from reader to reader.
@csrf_exempt
def comment_create(request, day, article):
    """The reply form on its own page; a post that is refused comes back here with everything that was typed."""
    article = get_object_or_404(Article.objects.published().select_related("section"), published_on=day, slug=article)
    form = CommentForm(request.POST or None, article=article, initial={"parent": request.GET.get("to")})
    if not article.comments_open:
        return render(request, "comments/form.html", {"article": article, "form": None}, status=403)
    if request.method == "POST" and form.is_valid():
        form.submit()
        return HttpResponseRedirect(reverse("articles:comment_held", args=[day, article.slug]), status=303)
    status = 422 if form.is_bound else 200
    context = {"article": article, "form": form, "answered": form.parent_comment()}
    return render(request, "comments/form.html", context, status=status)


@shareable
def comment_held(request, day, article):
    """What a reader sees after sending a reply."""
    article = get_object_or_404(Article.objects.published(), published_on=day, slug=article)
    return render(request, "comments/held.html", {"article": article})
