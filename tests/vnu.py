"""The HTML checker of the WHATWG and the W3C (npm: vnu-jar), where this machine has it and Java."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

PLACES = [
    os.environ.get("VNU_JAR", ""),
    f"{settings.BASE_DIR}/var/vnu/node_modules/vnu-jar/build/dist/vnu.jar",
    "/usr/share/java/vnu.jar",
]
# A reply and an entry of the ledger are articles without a heading, as the HTML standard's own example of replies is.
KNOWN = ".*Article lacks heading.*"


def complaints(pages: dict[str, str], directory: Path) -> list[str]:
    """All that the checker says of these pages, by address; skips the test where there is no checker."""
    jar = next((place for place in PLACES if place and Path(place).is_file()), None)
    if not jar or not shutil.which("java"):
        pytest.skip("No HTML checker: bin/test fetches it where Java and npm are, or set VNU_JAR to a vnu.jar.")
    files = {}
    for number, (address, html) in enumerate(pages.items()):
        file = directory / f"{number}.html"
        file.write_text(html)
        files[file.as_uri()] = address
    command = ["java", "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", "--filterpattern", KNOWN]
    found = subprocess.run([*command, str(directory)], capture_output=True, check=True, text=True, timeout=600)
    return [
        f"{files.get(message.get('url', '').replace('file:/', 'file:///', 1), '?')}: {message['message']}"
        for message in json.loads(found.stderr)["messages"]
    ]
