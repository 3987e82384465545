"""A reader's own pages: proving an address, all that was written, letters, a copy of everything, an end to it."""

from django.http import JsonResponse
from django.shortcuts import render

from ..forms import LinkForm, PreferencesForm, ProofForm
from ..letters import confirm_address
from ..models import Comment, Commenter
from ..paging import given_pk
from .comments import see_other
from .identity import forget, is_from_elsewhere, personal, reader_of, remember

OWN = 20
ANSWERED = 200  # of one's own replies that are looked through for answers


@personal
def commenter_replies(request):
    """All that this reader has written, what became of it, and who has answered; else the way to get there."""
    reader = reader_of(request)
    if reader is None:
        return render(request, "commenters/link.html", {"form": LinkForm()})
    form = PreferencesForm(request.POST if request.method == "POST" else None, instance=reader)
    if form.is_bound and not is_from_elsewhere(request) and form.is_valid():
        form.save()
        return see_other("commenter_replies")
    own = Comment.objects.filter(commenter=reader).select_related("article", "correction").order_by("-pk")
    own = own.defer("article__body", "article__search")
    if before := request.GET.get("before"):
        own = own.filter(pk__lt=given_pk(before))
    comments = list(own[: OWN + 1])
    latest = list(Comment.objects.filter(commenter=reader).order_by("-pk").values_list("pk", flat=True)[:ANSWERED])
    answers = Comment.objects.approved().filter(parent__in=latest).exclude(commenter=reader).select_related("parent")
    context = {
        "reader": reader,
        "form": form,
        "comments": comments[:OWN],
        "next": comments[OWN - 1].pk if len(comments) > OWN else None,
        "answers": answers.order_by("-pk")[:OWN],
        "subscriptions": reader.subscriptions.select_related("article").defer("article__body", "article__search")[:100],
    }
    return render(request, "commenters/replies.html", context, status=422 if form.errors else 200)


@personal
def commenter_link(request):
    """Sends the link; says the same whether the address is known or not."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reader = Commenter.objects.of_email(form.cleaned_data["email"]).first()
        if reader and reader.may_be_asked():
            confirm_address.enqueue(reader.pk)
        return render(request, "commenters/link.html", {"is_sent": True})
    return render(request, "commenters/link.html", {"form": form}, status=422 if form.is_bound else 200)


@personal
def commenter_confirm(request, token):
    """Where the mailed link leads. Programs that look at letters open links too, so only the button does something."""
    reader = Commenter.objects.proved_by(token, "confirm", Commenter.LINK_LASTS)
    if reader is None:
        return render(request, "commenters/link.html", {"form": LinkForm(), "is_expired": True}, status=410)
    form = ProofForm(request.POST if request.method == "POST" else None, reader=reader)
    if is_from_elsewhere(request) or not form.is_valid():
        return render(request, "commenters/confirm.html", {"form": form}, status=422 if form.errors else 200)
    shown = form.save()
    response = render(request, "commenters/confirmed.html", {"reader": reader, "shown": shown})
    remember(response, reader)
    return response


@personal
def commenter_export(request):
    """A copy of all that is stored about the reader."""
    reader = reader_of(request)
    if reader is None:
        return render(request, "commenters/link.html", {"form": LinkForm()}, status=403)
    response = JsonResponse(reader.everything(), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="replies.json"'
    return response


@personal
def commenter_erase(request):
    reader = reader_of(request)
    if reader is None:
        return render(request, "commenters/link.html", {"form": LinkForm()}, status=403)
    if request.method != "POST" or is_from_elsewhere(request):
        return render(request, "commenters/erase.html", {"reader": reader})
    reader.erase()
    response = render(request, "commenters/erase.html", {"is_done": True})
    forget(response)
    return response


@personal
def commenter_leave(request):
    """Ends this browser's being the reader's; with “everywhere”, every browser's, and every link."""
    reader = reader_of(request)
    if request.method == "POST" and reader and not is_from_elsewhere(request):
        if request.POST.get("everywhere"):
            reader.end_sessions()
        response = see_other("commenter_replies")
        forget(response)
        return response
    return see_other("commenter_replies")
