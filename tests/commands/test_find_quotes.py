import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

STORY = "Rini Astuti datang.\n\n“Kami siap,” kata Rini, dilansir AFP.\n\nsumber: contoh.com\n"


@pytest.fixture(autouse=True)
def _database():
    """The command needs no database."""


def run_lines(monkeypatch, *lines):
    """(exit status, parsed lines of output, errors) of --jsonl."""
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("find_quotes", jsonl=True, stdout=out, stderr=err)
    except SystemExit as stop:
        status = stop.code
    return status, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_file_is_shown_as_a_table(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    out = io.StringIO()

    call_command("find_quotes", file, stdout=out)

    assert "Rini Astuti" in out.getvalue()
    assert "Kami siap," in out.getvalue()
    assert "‘kata’ → Rini Astuti, named after the quotation" in out.getvalue()
    assert "contoh.com: sumber: contoh.com" in out.getvalue()


def test_lines_become_predictions_with_the_language_detected(monkeypatch):
    unsaid, missing = {"id": "a", "lang": None, "text": STORY}, {"id": "b", "text": STORY}

    status, predictions, _ = run_lines(monkeypatch, unsaid, missing)

    assert status == 0
    assert [prediction["id"] for prediction in predictions] == ["a", "b"]
    assert predictions[0]["quotes"] == [
        {
            "text": "Kami siap,",
            "start": 22,
            "end": 32,
            "speaker": "Rini Astuti",
            "role": None,
            "verb": "kata",
            "via": ["AFP"],
            "kind": "full",
        }
    ]


def test_bad_lines_are_reported_by_number_and_the_others_go_on(monkeypatch):
    status, predictions, errors = run_lines(
        monkeypatch, b"{", {"id": "a", "text": STORY}, b"\xff", {"id": "b"}, [1], {"id": "c", "lang": "xx", "text": ""}
    )

    assert status == 1
    assert [prediction["id"] for prediction in predictions] == ["a"]
    assert [line.split(":")[0] for line in errors.splitlines()] == ["Line 1", "Line 3", "Line 4", "Line 5", "Line 6"]


def test_missing_binary_and_foreign_files_are_refused_in_a_sentence(tmp_path):
    (tmp_path / "latin").write_bytes("“Café”".encode("cp1252"))
    (tmp_path / "binary").write_bytes(b"PK\x03\x04\x00\x00")

    for name in ("missing", "latin", "binary"):
        with pytest.raises(CommandError, match=name):
            call_command("find_quotes", tmp_path / name)


def test_file_and_lines_exclude_each_other(tmp_path):
    with pytest.raises(CommandError):
        call_command("find_quotes")
    with pytest.raises(CommandError):
        call_command("find_quotes", tmp_path / "a", jsonl=True)
