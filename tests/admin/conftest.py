import pytest
from django.contrib.auth.models import Permission

from tests.factories import create_editor


@pytest.fixture
def allowed(client):
    """Signs someone in who may do just what is named, and gives back that person's browser."""

    def sign_in(*names):
        person = create_editor(is_superuser=False)
        person.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(person)
        return client

    return sign_in
