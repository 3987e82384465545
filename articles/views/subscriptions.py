from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from ..forms import FollowForm
from ..letters import confirm_following
from ..models import Article, Commenter, Subscription
from .identity import is_from_elsewhere, personal, reader_of, remember

FOR_EVER = 10 * 365 * 24 * 3600  # seconds: a link that only ends letters


@personal
def follow(request, article):
    """Asks for letters about new replies to a story. A stranger's address is asked first."""
    story = get_object_or_404(Article.objects.published(), pk=article)
    reader = None if is_from_elsewhere(request) else reader_of(request)
    if reader and reader.is_staff:
        reader = None
    form = None if reader else FollowForm(request.POST if request.method == "POST" else None)
    state = ""
    if request.method == "POST" and reader:
        Subscription.objects.get_or_create(commenter=reader, article=story, thread=None)
        state = "done"
    elif request.method == "POST" and form.is_valid():
        stranger = Commenter.objects.writing(form.cleaned_data["email"], name="")
        if stranger.may_be_asked():
            confirm_following.enqueue(stranger.pk, story.pk)
        state = "sent"
    status = 422 if form is not None and form.is_bound and form.errors else 200
    context = {"article": story, "reader": reader, "form": form, "state": state}
    return render(request, "subscriptions/follow.html", context, status=status)


@personal
def follow_confirm(request, article, token):
    story = get_object_or_404(Article.objects.published(), pk=article)
    reader = Commenter.objects.proved_by(token, f"follow.{article}", Commenter.LINK_LASTS)
    if reader is None:
        context = {"article": story, "form": FollowForm(), "is_expired": True}
        return render(request, "subscriptions/follow.html", context, status=410)
    if request.method != "POST" or is_from_elsewhere(request):
        return render(request, "subscriptions/follow.html", {"article": story, "reader": reader})
    reader.confirm()
    Subscription.objects.get_or_create(commenter=reader, article=story, thread=None)
    response = render(request, "subscriptions/follow.html", {"article": story, "state": "done"})
    remember(response, reader)
    return response


@personal
def unsubscribe(request, token):
    """Ends letters of one kind: by the button, or by the mail program's own post (RFC 8058), which has no cookie."""
    subscription = Subscription.objects.named_by(token)
    if request.method != "POST":
        return render(request, "subscriptions/unsubscribe.html", {"is_known": subscription is not None})
    if subscription:
        subscription.delete()
    return ended(request)


@personal
def letters_off(request, token):
    """The same for all letters about replies."""
    reader = Commenter.objects.proved_by(token, "letters", FOR_EVER)
    if request.method != "POST":
        return render(request, "subscriptions/unsubscribe.html", {"is_known": reader is not None})
    if reader:
        Commenter.objects.filter(pk=reader.pk).update(mail=Commenter.Mail.NEVER)
    return ended(request)


def ended(request):
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return HttpResponse(status=200, content_type="text/plain")
    return render(request, "subscriptions/unsubscribe.html", {"is_done": True})
