"""Static files as a site hands them out: collected, hashed, compressed."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles.finders import get_finders
from django.test.utils import override_settings

from newsportal.storage import StaticFilesStorage


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The storage with our own files collected into it."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder):
        storage = StaticFilesStorage(location=folder)
        ours = {name: (files, name) for finder in get_finders() for name, files in finder.list([]) if is_ours(files)}
        for name, (files, path) in ours.items():
            with files.open(path) as file:
                storage.save(name, file)
        for name, _stored, done in storage.post_process(ours):
            assert not isinstance(done, Exception), (name, done)
        yield storage


def is_ours(storage) -> bool:
    return Path(storage.location).name == "static" and "site-packages" not in str(storage.location)


def read(storage, name: str) -> str:
    return Path(storage.path(storage.stored_name(name))).read_text()


def test_the_pages_style_sheet_is_one_file(collected):
    sheet = read(collected, "css/site.css")

    assert "@import" not in sheet and "/*" not in sheet
    assert sheet.index("@layer reset, base") < sheet.index("@layer reset {") < sheet.index("@media print")
    for block in re.findall(r'@import "([\w-]+)\.css"', Path("static/css/site.css").read_text()):
        rules = Path(f"static/css/{block}.css").read_text()
        assert [line.strip() for line in rules.splitlines() if line.endswith("{")][-1] in sheet, block


def test_a_block_that_changes_gives_the_sheet_another_name(collected, tmp_path):
    """Browsers keep a file for ever under its name."""
    other = StaticFilesStorage(location=tmp_path)
    paths = {}
    for sheet in Path("static/css").glob("*.css"):
        text = sheet.read_text() + (".new { color: red; }\n" if sheet.name == "footer.css" else "")
        (tmp_path / "css").mkdir(exist_ok=True)
        (tmp_path / "css" / sheet.name).write_text(text)
        paths[f"css/{sheet.name}"] = other, f"css/{sheet.name}"
    list(other.post_process(paths))

    assert other.stored_name("css/site.css") != collected.stored_name("css/site.css")
    assert other.stored_name("css/held.css") == collected.stored_name("css/held.css")


def test_the_page_s_scripts_and_styles_stay_light(collected):
    def packed(*names):
        return sum(len(brotli.compress(read(collected, name).encode())) for name in names)

    scripts = [f"js/{path.name}" for path in Path("static/js").glob("*.js") if not path.name.startswith("admin-")]
    assert packed(*scripts) <= 10_000
    assert packed("css/site.css") <= 10_000
