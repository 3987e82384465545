"""Letters about replies, written and sent in the background: plain text, and no link that a reader has written.

A task is told keys, never an address or a text: what is queued tells nothing of anybody, and an erased reader gets
nothing more. Each task may run twice. The models ask for letters, so their classes are named through the package here.
"""

import logging
import re
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from . import models
from .addresses import absolute

# Between one attempt to send a letter and the next.
WAITS = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24)]
EXCERPT = 600  # characters of a reply in a letter
MOST = 50  # replies in a daily letter
KEPT_FOR_DAILY = timedelta(days=7)  # what is older no daily letter tells of
# Whatever a mail program would make a link of: an address with a scheme, with www, or just a domain's name.
LINKED = re.compile(r"\S*(?:://|www\.)\S*|\S*@\S+|[^\s.]+(?:\.[^\s.]+)*\.[a-z]{2,}\b\S*", re.IGNORECASE)

log = logging.getLogger(__name__)


def later(job, wait: timedelta):
    """`job` to be done after `wait`; at once where the queue cannot wait (in tests)."""
    return job.using(run_after=timezone.now() + wait) if wait and job.get_backend().supports_defer else job


def without_links(text: str) -> str:
    return LINKED.sub("[…]", text)


def letter(to: str, subject: str, template: str, context: dict, unsubscribe: str = "") -> EmailMessage:
    """A plain letter. `unsubscribe` is the address that ends letters of this kind with one click (RFC 8058)."""
    headers = {"Auto-Submitted": "auto-generated"}
    if unsubscribe:
        headers |= {
            "List-Unsubscribe": f"<{absolute(unsubscribe)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    context = {"SITE_NAME": settings.SITE_NAME, "SITE_URL": settings.SITE_URL, "unsubscribe": unsubscribe, **context}
    body = render_to_string(f"mail/{template}.txt", context)
    return EmailMessage(" ".join(subject.split()), body.strip() + "\n", to=[to], headers=headers)


def deliver(message: EmailMessage, job, *args, attempt: int) -> bool:
    """Send a letter; when the mail server cannot take it now, `job` tries again later. Returns whether it is done."""
    try:
        message.send()
    except SMTPRecipientsRefused as error:
        # 5xx: the address does not exist, and will not tomorrow.
        if any(code < 500 for code, _said in error.recipients.values()):
            return put_off(job, args, attempt, error)
    except (SMTPException, OSError) as error:
        return put_off(job, args, attempt, error)
    except Exception as error:
        # The queue keeps what a task fails with; the kind only, for the same reason as in put_off.
        raise RuntimeError(f"A letter was not sent: {type(error).__name__}") from None
    return True


def put_off(job, args, attempt: int, error) -> bool:
    # The kind only: the text of an error may hold an address.
    log.warning("A letter was not sent at attempt %d: %s", attempt + 1, type(error).__name__)
    if attempt < len(WAITS):
        later(job, WAITS[attempt]).enqueue(*args, attempt=attempt + 1)
    return False


@task()
def confirm_address(commenter: int, comment: int | None = None, attempt: int = 0) -> None:
    """The link that proves an address: for a reply that waits for it, or to manage what one has written."""
    reader = models.Commenter.objects.filter(pk=commenter, email__isnull=False).first()
    reply = models.Comment.objects.filter(pk=comment, status="unconfirmed").select_related("article").first()
    if reader is None or (comment and reply is None):
        return
    link = absolute(reverse("articles:commenter_confirm", args=[reader.token("confirm")]))
    subject = _("Is this your reply?") if reply else _("Your link to your replies")
    context = {"reader": reader, "link": link, "headline": reply and reply.article.headline}
    context["days"] = reader.LINK_LASTS // (24 * 3600)
    deliver(letter(reader.email, subject, "confirm", context), confirm_address, commenter, comment, attempt=attempt)


@task()
def confirm_following(commenter: int, article: int, attempt: int = 0) -> None:
    """The link by which an address says that it wants letters about a story's replies."""
    reader = models.Commenter.objects.filter(pk=commenter, email__isnull=False).first()
    story = models.Article.objects.published().filter(pk=article).first()
    if reader is None or story is None:
        return
    link = reverse("articles:follow_confirm", args=[story.pk, reader.token(f"follow.{story.pk}")])
    subject = _("Do you want letters about this story?")
    context = {"reader": reader, "link": absolute(link), "follows": story.headline}
    context["days"] = reader.LINK_LASTS // (24 * 3600)
    deliver(letter(reader.email, subject, "confirm", context), confirm_following, commenter, article, attempt=attempt)


@task()
def tell_followers(comment: int) -> None:
    """See that everyone who follows hears of a new reply, once: at once, or in the daily letter."""
    with transaction.atomic():
        new = models.Comment.objects.approved().filter(pk=comment, told_at__isnull=True).select_related("article")
        reply = new.select_for_update(of=("self",), no_key=True).first()
        if reply is None or not reply.article.is_published():
            return
        models.Comment.objects.filter(pk=comment).update(told_at=timezone.now())
        for subscription in models.Subscription.objects.to_hear_of(reply).select_related("commenter").iterator():
            if subscription.commenter.mail == models.Commenter.Mail.AT_ONCE:
                new_reply.enqueue(subscription.pk, reply.pk)


@task()
def new_reply(subscription: int, comment: int, attempt: int = 0) -> None:
    """One new reply, to someone who follows and hears of each at once."""
    follows = models.Subscription.objects.filter(pk=subscription).select_related("commenter").first()
    reply = models.Comment.objects.approved().filter(pk=comment).select_related("article").first()
    if not follows or not reply or not reply.article.is_published():
        return
    message = letter(
        follows.commenter.email,
        _("New reply: %(headline)s") % {"headline": reply.article.headline},
        "reply",
        {"article": reply.article, "replies": [shown(reply)]},
        unsubscribe=follows.get_absolute_url(),
    )
    deliver(message, new_reply, subscription, comment, attempt=attempt)


def letters_off(reader) -> str:
    """The address that ends all letters to a reader but those with a link that was asked for."""
    return reverse("articles:letters_off", args=[reader.token("letters")])


def shown(reply) -> dict:
    """A reply as a letter shows it: its words, and the one link, which is ours."""
    text = reply.text if len(reply.text) <= EXCERPT else reply.text[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return {
        "name": without_links(reply.name),
        "text": without_links(text),
        "link": absolute(reply.get_absolute_url()),
        "headline": reply.article.headline,
    }


@task()
def daily_letter(commenter: int, attempt: int = 0) -> None:
    """What is new in all that a reader follows, in one letter; of very much the first, and that there is more."""
    reader = models.Commenter.objects.confirmed().filter(pk=commenter, mail=models.Commenter.Mail.DAILY).first()
    if reader is None:
        return
    # What is being told of at this very moment is for tomorrow.
    until = timezone.now() - timedelta(minutes=1)
    found = {}
    for follows in models.Subscription.objects.in_force().filter(commenter=reader).order_by("pk"):
        since = max(filter(None, [reader.digest_at, follows.created_at, until - KEPT_FOR_DAILY]))
        new = follows.replies().filter(told_at__gt=since, told_at__lte=until).exclude(commenter=reader)
        found |= {reply.pk: reply for reply in new.select_related("article").order_by("told_at", "pk")[: MOST + 1]}
    if not found:
        return
    replies = [found[pk] for pk in sorted(found)]
    message = letter(
        reader.email,
        _("New replies in what you follow"),
        "reply",
        {"article": None, "replies": [shown(reply) for reply in replies[:MOST]], "more": len(replies) > MOST},
        unsubscribe=letters_off(reader),
    )
    if deliver(message, daily_letter, commenter, attempt=attempt):
        models.Commenter.objects.filter(pk=reader.pk).update(digest_at=until)


@task()
def tell_writer(comment: int, about: str, batch: str = "", attempt: int = 0) -> None:
    """What was decided of a reply ("decision"), of an appeal ("appeal"), or what the desk answered ("outcome").

    Where a later decision has replaced that of `batch`, the letter about that one says all.
    """
    replies = models.Comment.objects.select_related("article", "commenter", "correction").defer("article__body")
    reply = replies.filter(pk=comment, commenter__email__isnull=False, commenter__confirmed_at__isnull=False).first()
    if reply is None or reply.status not in ("approved", "hidden", "spam"):
        return
    if batch and not reply.was_decided_last_in(batch):
        return
    if reply.commenter.mail == models.Commenter.Mail.NEVER:
        return
    if about == "decision" and reply.article.status == "retracted":
        return
    subject = {
        "decision": _("Your reply: %(headline)s"),
        "appeal": _("Your appeal: %(headline)s"),
        "outcome": _("The newsroom has answered you: %(headline)s"),
    }[about] % {"headline": reply.article.headline}
    appeal = getattr(reply, "appeal", None)
    context = {
        "about": about,
        "reply": shown(reply),
        "status": reply.status,
        "is_seen": reply.article.is_published(),
        "reason": reply.get_reason_display() if reply.reason else "",
        "appeal": appeal,
        "outcome": reply.get_outcome_display() if reply.outcome else "",
        "note": reply.outcome_note,
        "correction": reply.correction,
        "mine": absolute(reverse("articles:commenter_replies")),
        "appeal_link": absolute(reverse("articles:comment_appeal", args=[reply.pk])),
    }
    message = letter(reply.commenter.email, subject, "decision", context, unsubscribe=letters_off(reply.commenter))
    deliver(message, tell_writer, comment, about, batch, attempt=attempt)


@task()
def moderators_letter(user: int, attempt: int = 0) -> None:
    """How much waits in each queue, to one moderator; nothing when nothing waits."""
    person = get_user_model().objects.filter(pk=user, is_active=True).exclude(email="").first()
    reader = person and models.Commenter.objects.at_desk(person)
    if person is None or reader.mail == models.Commenter.Mail.NEVER:
        return
    queues = {
        "held": models.Comment.objects.waiting().of_known(),
        "newcomers": models.Comment.objects.waiting().of_newcomers(),
        "reported": models.Comment.objects.reported(),
        "to_desk": models.Comment.objects.to_desk(),
        "appeals": models.Appeal.objects.open(),
    }
    # No queue is counted further than anybody reads.
    counts = {name: len(rows.values_list("pk")[:1000]) for name, rows in queues.items()}
    if not any(counts.values()):
        return
    context = {"counts": counts, "desk": absolute(reverse("admin:articles_comment_changelist"))}
    message = letter(person.email, _("Replies that wait"), "moderators", context, unsubscribe=letters_off(reader))
    deliver(message, moderators_letter, user, attempt=attempt)
