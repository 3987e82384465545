import os

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.factories import create_editor

# Chromium asks its maker's servers for this and that at every start; no test may reach the network.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        try:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("BROWSER_PATH") or None, args=ARGUMENTS + sandbox
            )
        except Error as error:
            pytest.skip(
                f"No Chromium on this machine; bin/test tells how to get one. ({error.message.splitlines()[0]})"
            )
        yield browser
        browser.close()


@pytest.fixture
def context_options():
    """What a test's browser is like; tests override it by parametrising."""
    return {}


def with_address(message) -> str:
    """A complaint of the browser's, and of what."""
    return f"{message.text} {message.location.get('url', '')}"


@pytest.fixture
def page(chromium, live_server, context_options):
    """A page of a fresh browser on the running site. Fails the test when anything breaks the site's policy."""
    context = chromium.new_context(base_url=live_server.url, locale="id-ID", **context_options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints = []
    page.on("console", lambda message: complaints.append(with_address(message)) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    # A form that comes back answers 422 with its errors, 409 after others' saves, and 413 to what is too long to be
    # kept unsaved: Chromium notes a failed resource.
    told = ["status of 422", "status of 409", "status of 413"]
    if context_options.get("bypass_csp"):
        # For axe, which fetches the style sheets that others import by itself, from wrong addresses.
        told.append("status of 404")
    assert [text for text in complaints if not any(status in text for status in told)] == []


@pytest.fixture
def signed_in(page, live_server):
    """The page, with an editor signed in at the desk."""
    create_editor(username="redaksi", password="kata sandi panjang")
    page.goto("/admin/")
    page.locator("[name=username]").fill("redaksi")
    page.locator("[name=password]").fill("kata sandi panjang")
    page.locator("[type=submit]").click()
    return page
