"""What a process keeps is made anew once its key is purged, and never from what may be rolled back."""

import pytest
from django.db import transaction

from articles.models import Section
from articles.models.section import sections
from newsportal import pagecache
from newsportal.pagecache.kept import Kept
from tests.factories import create_section


@pytest.fixture
def made(layer):
    """The times that a value was made that has the keys a and b."""
    return []


@pytest.mark.django_db(transaction=True)
def test_a_value_is_made_once_until_one_of_its_keys_is_purged(made):
    kept = Kept(lambda using: made.append(1) or len(made), "a", "b")

    assert [kept(), kept()] == [1, 1]
    pagecache.purge(["c"])
    assert kept() == 1
    pagecache.purge(["b"])
    assert [kept(), kept()] == [2, 2]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_of_a_transaction(made):
    kept = Kept(lambda using: made.append(1) or len(made), "a")

    with transaction.atomic():
        assert [kept(), kept()] == [1, 2]
    assert [kept(), kept()] == [3, 3]


@pytest.mark.django_db(transaction=True)
def test_sections_are_kept_until_one_changes(layer, django_assert_num_queries):
    create_section(name="Kota", slug="kota")
    assert [section.name for section in sections()] == ["Kota"]
    with django_assert_num_queries(0):
        sections()

    Section.objects.update(name="Desa")

    assert [section.name for section in sections()] == ["Desa"]
