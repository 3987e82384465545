"""What a web process holds after an hour of everything that readers and programs ask for ÷ at its beginning.

The beginning is when each page has been made once and what the process keeps within bounds (its pages, spellings of
addresses) is full, or holds all that there is: one that has just started grows until then, which is no leak. The hour
is one of fifty requests a second, asked without pauses.
"""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..models import Article
from . import Figure, at_most
from .servers import free_port, get, gunicorn

HOUR = 180_000  # requests
BEGINNING = 0.2  # hours, beside each page once
PARTS = 4  # of the hour, after each of which it is looked at
BETWEEN = 100  # requests between two corrections of a story
STORIES = 2500  # more than the page cache of a process holds
WORDS = ("selalu", "langka", "kapal", "dermaga", "takadayangmencari")
LISTS = ("/", "/latest/", "/tags/", "/people/", "/sources/", "/quotes/", "/corrections/", "/feed.rss", "/feed.atom")
OTHERS = ("/nowhere/", "/admin/login/", "/tags/nothing/", "/latest/?before=junk", "/healthz", "/robots.txt")


def figure(*, requests: int = HOUR) -> Figure:
    """Of one process: memory of its own, shared tables and program files not among it."""
    stories = list(Article.objects.published().newest_first().only("slug", "published_on")[:STORIES])
    addresses = [*LISTS, *OTHERS, *(f"/search/?q={word}" for word in WORDS)]
    addresses += [story.get_absolute_url() for story in stories]
    chosen, port, held = random.Random(1), free_port(), []
    with gunicorn("newsportal.wsgi", port, workers=1, threads=4) as server, ThreadPoolExecutor(4) as pool:

        def ask(number: int) -> None:
            # Half of all are for lists and the newest stories; trackers spell each address in many ways.
            address = chosen.choice(addresses[:50] if number % 2 else addresses)
            get(port, f"{address}{'&' if '?' in address else '?'}utm_source={chosen.randrange(5000)}")

        def work(number: int) -> None:
            for first in range(0, number, BETWEEN):
                # Not as readers.change does it: the next run looks for its words, on pages that show other stories too.
                Article.objects.filter(pk=chosen.choice(stories).pk).update(standfirst=f"Diperbaiki, {first}.")
                list(pool.map(ask, range(BETWEEN)))
            held.append(own_memory(server.pid))

        list(pool.map(lambda address: get(port, address), addresses))
        work(int(requests * BEGINNING))
        for _part in range(PARTS):
            work(requests // PARTS)
    told = f"{', '.join(f'{each / 1024:.0f}' for each in held)} MB at equal distances; {requests:,} requests"
    return at_most("memory of a web process after an hour's mixed load ÷ before", held[-1] / held[0], 1.1, told)


def own_memory(pid: int) -> int:
    """Kilobytes that the children of a process hold for themselves (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    lines = [line for child in children for line in Path(f"/proc/{child}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:"))
