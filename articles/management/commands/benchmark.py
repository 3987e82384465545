import json
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings

from articles.measuring import conversation, growth, serving, speed, uncached, weight
from articles.models import Article

PARTS = ("growth", "conversation", "uncached", "serving", "weight")
# Pages are drawn in this process, where no static file has been collected.
UNCOLLECTED = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class Command(BaseCommand):
    help = "Measures pages on a small and on a large newsroom, the page cache behind its servers, and what pages weigh."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=1_000_000, help="Stories of the large newsroom.")
        parser.add_argument("--comments", type=int, help="Comments of the large newsroom: ten times as many.")
        parser.add_argument("--quick", action="store_true", help="20,000 stories in place of a million.")
        parser.add_argument("--only", choices=PARTS, help="One of the parts.")
        parser.add_argument("--compare", metavar="OLD.json", help="Show each figure beside that of an earlier --json.")
        parser.add_argument("--json", metavar="FILE", help="Also write every figure, its goal and whether it holds.")

    def handle(self, *args, articles, comments=None, quick=False, **options):
        articles = 20_000 if quick else articles
        comments = 10 * articles if comments is None else comments
        if articles < 100 or comments < articles:
            raise CommandError("At least 100 stories are measured, each with a comment.")
        old = read(options["compare"]) if options["compare"] else {}
        call_command("migrate", verbosity=0)
        if Article.objects.exclude(slug__startswith="story-").exists():
            raise CommandError("This database holds a newsroom. The benchmark wants one of its own.")
        parts = [options["only"]] if options["only"] else PARTS
        figures = []
        if "growth" in parts:
            figures += self.growth(articles, comments)
        if "conversation" in parts:
            figures += self.conversation(1 if articles < 50_000 else 10)
        if "uncached" in parts:
            figures += self.uncached(quick)
        if "serving" in parts:
            figures += self.serving(quick)
        if "weight" in parts:
            figures += self.weight()
        if options["compare"]:
            self.compare(figures, old)
        if options["json"]:
            Path(options["json"]).write_text(json.dumps(figures, indent=1))

    @override_settings(STORAGES=UNCOLLECTED)
    def growth(self, articles: int, comments: int) -> list[dict]:
        def progress(done):
            self.stderr.write(f"\r{done:,} stories" if done else "", ending="" if done else "\n")

        figures = growth.figures(articles, comments, progress)
        self.stdout.write(f"{'stories':40}{growth.few(articles):>12,}{articles:>12,}   ratio    CPU   goal")
        for each in figures:
            self.stdout.write(
                f"{each['name']:40}{each['small_ms']:9.1f} ms{each['large_ms']:9.1f} ms{each['ratio']:8.2f}"
                f"{each['cpu_ratio']:7.2f}   {each['goal']}  {'holds' if each['holds'] else 'missed'}"
            )
        self.stdout.write(
            f"{comments // articles} replies to each. The least of {growth.ROUNDS} rounds in which both newsrooms take "
            "turns; CPU: what web process and database used of the processor."
        )
        return figures

    @override_settings(STORAGES=UNCOLLECTED)
    def conversation(self, scale: int) -> list[dict]:
        self.need_stories()
        return self.tell(conversation.figures(scale))

    def uncached(self, quick: bool) -> list[dict]:
        call_command("collectstatic", interactive=False, verbosity=0)
        self.need_stories()
        return self.tell(uncached.figures(quick=quick))

    def serving(self, quick: bool) -> list[dict]:
        call_command("collectstatic", interactive=False, verbosity=0)
        if missing := speed.missing():
            self.stderr.write(f"Requests a second are not measured: {' and '.join(missing)} must be installed for it.")
        return self.tell(serving.figures(self.newest().get_absolute_url(), quick=quick))

    def weight(self) -> list[dict]:
        call_command("collectstatic", interactive=False, verbosity=0)
        return self.tell(weight.figures(self.newest()))

    def newest(self) -> Article:
        self.need_stories()
        return Article.objects.published().newest_first().only("slug", "published_on")[0]

    def compare(self, figures: list[dict], old: dict) -> None:
        self.stdout.write(f"{'':62}{'before':>9}{'now':>9}   now ÷ before")
        for each in figures:
            if (before := old.get(each["name"])) is not None:
                now = value_of(each)
                change = f"{now / before:.2f}" if before else ""
                self.stdout.write(f"{each['name']:62}{before:9.3f}{now:9.3f}   {change}")

    def need_stories(self) -> None:
        if not Article.objects.exists():
            growth.fill(200, progress=lambda done: None, comments=2000)

    def tell(self, figures) -> list[dict]:
        for each in figures:
            outcome = ("holds" if each.holds else "missed") if each.goal else ""
            self.stdout.write(f"{each.name:62}{each.value:8.3f}   {each.goal}  {outcome}  {each.told}")
        return [each.as_dict() for each in figures]


def read(name: str) -> dict[str, float]:
    """Name → value of the figures in a file that --json wrote."""
    try:
        return {each["name"]: value_of(each) for each in json.loads(Path(name).read_text())}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommandError(f"{name} is no file that --json wrote: {error}") from error


def value_of(figure: dict) -> float:
    return figure["value"] if "value" in figure else figure["ratio"]
