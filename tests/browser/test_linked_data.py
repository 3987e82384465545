import json

import pytest

from tests.factories import create_published

pytestmark = pytest.mark.browser


def test_linked_data_is_neither_run_nor_refused_by_the_strict_policy(page):
    article = create_published(headline="Feri berlayar")
    page.add_init_script(
        "window.refused = [];"
        "addEventListener('securitypolicyviolation', event => refused.push(event.violatedDirective))"
    )

    page.goto(article.get_absolute_url())
    block = page.locator('script[type="application/ld+json"]').text_content()

    assert json.loads(block)[0]["headline"] == "Feri berlayar"
    assert page.evaluate("refused") == []
