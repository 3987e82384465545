import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import translation

from articles.models import Article, Quote, Source, SourceItem
from tests.factories import create_section

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


class Terminal(StringIO):
    def isatty(self):
        return True


def run(*arguments, stderr=None, **options) -> tuple[str, str, CommandError | None]:
    """What the command printed, what it complained of, and how it ended."""
    stdout, stderr, end = StringIO(), stderr or StringIO(), None
    try:
        call_command("import_stories", *map(str, arguments), stdout=stdout, stderr=stderr, **options)
    except CommandError as error:
        end = error
    return stdout.getvalue(), stderr.getvalue(), end


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_what_was_found_is_printed_as_a_table():
    out, err, end = run(DATA / "dermaga.txt")

    lines = [" ".join(line.split()) for line in out.splitlines()]
    article = Article.objects.get()
    assert lines[0] == f"{DATA / 'dermaga.txt'}: new draft {article.pk}"
    assert f"Headline {article.headline}" in lines
    assert "Language Indonesian" in lines
    assert "Publisher kabarsenja.example" in lines
    assert "Source chain KBP → AFP → beritapantai.example → kabarsenja.example" in lines
    assert "Dates 2025-03-05, 2025-03-06" in lines
    assert "Page of 2025-03-06" in lines
    assert "Sub-headings Janji Lama" in lines
    assert f"Quotations {article.quotes.count()}" in lines
    [row] = [line for line in lines if "Kami mengamati" in line]
    assert row.split(" ", 1)[1] == "Bagas Prakoso “Kami mengamati rencana ini dengan cemas karena dermaga…” AFP"
    assert lines[-1] == "Created: 1. Unchanged: 0. Failed: 0."
    assert (err, end) == ("", None)


def test_second_run_changes_nothing():
    run(DATA / "dermaga.txt")
    before = [list(model.objects.order_by("pk").values()) for model in (Article, Quote, Source, SourceItem)]

    out, err, end = run(DATA / "dermaga.txt", "--publish")

    assert "known already" in out
    assert "Created: 0. Unchanged: 1. Failed: 0." in out
    assert before == [list(model.objects.order_by("pk").values()) for model in (Article, Quote, Source, SourceItem)]


def test_directory_is_walked_for_text_files(tmp_path):
    (tmp_path / "2025").mkdir()
    write(tmp_path, "a.txt", "Hujan\n\nAir naik.")
    write(tmp_path / "2025", "b.TXT", "Angin\n\nAngin kencang.")
    write(tmp_path, "c.html", "<p>Bukan</p>")

    run(tmp_path)

    assert set(Article.objects.values_list("headline", flat=True)) == {"Hujan", "Angin"}


def test_bad_files_are_named_and_the_others_go_on(tmp_path):
    bad = {
        "binary.txt": (bytes(range(256)), "binary"),
        "blank.txt": (" \n \n", "white space"),
        "empty.txt": ("", "empty"),
        "latin.txt": ("Judul\n\nKafé".encode("latin-1"), "UTF-8"),
        "nohead.txt": ("0\n\nLEAVE A REPLY", "no headline"),
        "notext.txt": ("Judul saja", "no text"),
    }
    paths = [write(tmp_path, name, content) for name, (content, _) in bad.items()]
    good = write(tmp_path, "z.txt", "Hujan\n\nAir naik.")

    out, err, end = run(*paths, tmp_path / "missing.txt", good)

    complaints = err.splitlines()
    assert len(complaints) == 7
    for name, (_, reason) in bad.items():
        [line] = [line for line in complaints if name in line]
        assert reason in line
    assert "missing.txt: It cannot be read: No such file" in err
    assert Article.objects.get().headline == "Hujan"
    assert "Created: 1. Unchanged: 0. Failed: 7." in out
    assert "7 of 8" in str(end)
    assert end.returncode == 1


def test_huge_file_is_refused_by_its_size(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    out, err, end = run(path)

    assert "It has 50.0 MB; a page has at most 5 MB." in err


def test_pipes_devices_and_circles_of_links_do_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "up").symlink_to(tmp_path)

    out, err, end = run(tmp_path)

    assert "pipe.txt: It is not a plain file." in err
    assert "zero.txt: It is not a plain file." in err
    assert "circle.txt: It cannot be read" in err
    assert "Failed: 3." in out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_named(tmp_path):
    write(tmp_path, "a.txt", "Hujan\n\nAir naik.").chmod(0)

    out, err, end = run(tmp_path)

    assert "a.txt: It cannot be read: Permission denied." in err


def test_directory_without_text_files_is_named(tmp_path):
    assert "without .txt files" in run(tmp_path)[1]


def test_publish_shows_the_story_at_once():
    out, err, end = run(DATA / "dermaga.txt", "--publish")

    assert Article.objects.published().get().quotes.filter(status=Quote.Status.PROPOSED).exists()
    assert "new published" in " ".join(out.split())


def test_two_stories_of_one_headline_both_publish(tmp_path):
    for number in (1, 2):
        write(tmp_path, f"{number}.txt", f"Hujan\n\nAir naik {number} meter.")

    out, err, end = run(tmp_path, "--publish")

    assert list(Article.objects.published().order_by("pk").values_list("slug", flat=True)) == ["hujan", "hujan-2"]


def test_section_is_set_by_its_address():
    section = create_section(slug="daerah")

    run(DATA / "dermaga.txt", "--section", "daerah")

    assert Article.objects.get().section == section


def test_unknown_section_names_the_known_ones():
    create_section(slug="daerah")
    create_section(slug="dunia")

    out, err, end = run(DATA / "dermaga.txt", "--section", "darah")

    assert "daerah, dunia" in str(end)
    assert not Article.objects.exists()


def test_quiet_run_prints_only_what_is_wrong(tmp_path):
    out, err, end = run(DATA, write(tmp_path, "empty.txt", ""), verbosity=0)

    assert out == ""
    assert "empty.txt: It is empty." in err


def test_progress_is_shown_on_a_terminal_only(tmp_path):
    for number in (1, 2):
        write(tmp_path, f"{number}.txt", f"Hujan {number}\n\nAir naik.")

    assert "2/2" in run(tmp_path, stderr=Terminal())[1]
    assert "2/2" not in run(tmp_path)[1]


def test_refusal_by_the_database_is_the_file_s_and_leaves_nothing(tmp_path):
    # PostgreSQL's search keeps at most 1 MB of different words of one text.
    words = " ".join(f"ط{number:x}ظ{'ض' * 6}" for number in range(60_000))
    long = write(tmp_path, "a.txt", f"قاموس\n\nكلمات {words}")
    good = write(tmp_path, "b.txt", "Hujan\n\nAir naik.")

    out, err, end = run(long, good)

    assert "a.txt: The database refuses it" in err
    assert Article.objects.get().headline == "Hujan"
    assert SourceItem.objects.count() == 1


def test_database_that_went_away_is_said_in_a_sentence():
    def gone(execute, sql, params, many, context):
        raise OperationalError("server closed the connection unexpectedly\n\tThis probably means …")

    with connection.execute_wrapper(gone):
        out, err, end = run(DATA / "dermaga.txt")

    assert str(end) == "The database does not answer: server closed the connection unexpectedly"


def test_file_name_does_not_command_the_terminal(tmp_path):
    out, err, end = run(write(tmp_path, "a\x1b[2Jb.txt", ""))

    assert "\x1b" not in err
