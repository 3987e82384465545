"""What a reader has against a reply, or against the removal of one: reports and appeals."""

from django.core.exceptions import ValidationError
from django.shortcuts import render

from ..forms import AppealForm, LinkForm, ReportForm
from ..models import Comment
from .identity import is_from_elsewhere, network_of, personal, reader_of
from .replying import not_there


@personal
def comment_report(request, pk):
    comment = Comment.objects.approved().select_related("article").filter(pk=pk).first()
    form = ReportForm(request.POST if request.method == "POST" else None)
    if comment is None or not comment.article.is_published():
        return not_there(request, form)
    if form.is_bound and form.is_valid():
        report = form.save(commit=False)
        report.comment, report.network = comment, network_of(request)
        report.reporter = None if is_from_elsewhere(request) else reader_of(request)
        report.submit()
        return render(request, "comments/report.html", {"comment": comment, "is_sent": True})
    context = {"comment": comment, "form": form}
    return render(request, "comments/report.html", context, status=422 if form.is_bound else 200)


@personal
def comment_appeal(request, pk):
    comment = Comment.objects.select_related("article", "commenter").filter(pk=pk).first()
    reader = reader_of(request)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if not (reader and comment and comment.commenter_id == reader.pk) or is_from_elsewhere(request):
        context = {"form": form if form.is_bound else None, "link_form": LinkForm()}
        return render(request, "comments/appeal.html", context, status=403)
    is_sent = False
    if form.is_bound and form.is_valid():
        appeal = form.save(commit=False)
        appeal.comment = comment
        try:
            appeal.submit()
            is_sent = True
        except ValidationError as error:
            form.add_error(None, error)
    context = {"comment": comment, "form": form, "is_sent": is_sent, "is_open": comment.may_be_appealed()}
    return render(request, "comments/appeal.html", context, status=422 if form.is_bound and form.errors else 200)
