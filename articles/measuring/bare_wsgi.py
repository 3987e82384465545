"""The least that a WSGI application can do: the answer in the file $BARE, as JSON of its header and its body as hex."""

import json
import os
from pathlib import Path

answer = json.loads(Path(os.environ["BARE"]).read_text())
headers = [tuple(pair) for pair in answer["headers"]]
body = bytes.fromhex(answer["body"])


def application(_environ, start_response):
    start_response("200 OK", headers)
    return [body]
