from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries(client, address, data=None) -> int:
    """How many queries a page takes; it answers 200."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, data).status_code == 200
    return len(captured)
