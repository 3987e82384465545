"""What a reader does with a reply: write, edit, delete. Pages for one reader, see identity."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from ..forms import CommentForm, EditForm, LinkForm
from ..models import Article, Comment
from .comments import see_other
from .identity import is_from_elsewhere, network_of, personal, reader_of

ASKED = {"to": "parent", "quote": "quote", "source": "source", "version": "version", "kind": "kind"}
SENT = {"unconfirmed": "confirm", "held": "held", "hidden": "held", "spam": "refused"}


@personal
def comment_create(request, article):
    """The reply form on its own page; a post that is refused comes back here with everything that was typed."""
    story = Article.objects.published().select_related("section").filter(pk=article).first()
    if story is None:
        return not_there(request, EditForm(request.POST if request.method == "POST" else None))
    # A form that another site has sent may be anybody's: its reply waits for the mailed link like a stranger's.
    reader = None if is_from_elsewhere(request) else reader_of(request)
    initial = {name: request.GET[asked] for asked, name in ASKED.items() if request.GET.get(asked)}
    form = CommentForm(request.POST or None, article=story, reader=reader, network=network_of(request), initial=initial)
    if not story.comments_open:
        return render(request, "comments/form.html", {"article": story, "form": form, "is_closed": True}, status=403)
    if request.method == "POST" and form.is_valid():
        comment = form.submit()
        if comment is not None and comment.is_shown:
            return HttpResponseRedirect(comment.get_absolute_url(), status=303)
        return see_other("comment_sent", story.pk, SENT[comment.status] if comment else "held")
    kind, passage = form.passage()
    context = {"article": story, "form": form, "reader": reader, "kind": kind, "passage": passage}
    return render(request, "comments/form.html", context, status=422 if form.is_bound else 200)


def not_there(request, form):
    """The answer where what was written about has gone from readers meanwhile: the words, to be kept."""
    if not form.is_bound:
        raise Http404
    return render(request, "comments/gone.html", {"form": form}, status=410)


@personal
def comment_sent(request, article, state):
    """What a reader sees after sending a reply that is not shown yet."""
    story = get_object_or_404(Article.objects.published(), pk=article)
    return render(request, "comments/sent.html", {"article": story, "state": state})


@personal
def comment_edit(request, pk):
    """The text again; what is typed is given back whatever happens, to whoever sent it."""
    comment = Comment.objects.select_related("article", "commenter", "parent").filter(pk=pk).first()
    reader = reader_of(request)
    is_owner = reader and comment and comment.commenter_id == reader.pk and not is_from_elsewhere(request)
    if not is_owner:
        form = EditForm(request.POST) if request.method == "POST" else None
        return render(request, "comments/edit.html", {"form": form, "link_form": LinkForm()}, status=403)
    text = comment.text if comment.proposed_text is None else comment.proposed_text
    form = EditForm(request.POST if request.method == "POST" else None, initial={"text": text})
    if form.is_bound and form.is_valid():
        try:
            status = comment.edit(form.cleaned_data["text"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            if status == "approved":
                return HttpResponseRedirect(comment.get_absolute_url(), status=303)
            return see_other("comment_sent", comment.article_id, "edited")
    context = {"comment": comment, "form": form, "is_late": not comment.may_be_edited()}
    return render(request, "comments/edit.html", context, status=422 if form.is_bound else 200)


@personal
def comment_delete(request, pk):
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=pk)
    reader = reader_of(request)
    if reader is None or comment.commenter_id != reader.pk:
        return render(request, "comments/edit.html", {"form": None, "link_form": LinkForm()}, status=403)
    if request.method == "POST" and not is_from_elsewhere(request):
        comment.withdraw()
        return see_other("commenter_replies")
    return render(request, "comments/delete.html", {"comment": comment})
