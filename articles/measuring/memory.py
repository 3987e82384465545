"""What web processes hold after minutes of everything that readers and programs ask for ÷ when it had all come once."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from ..models import Article
from . import Figure, at_most
from .readers import change
from .servers import get

MINUTES = 4  # measured, after a first one that fills what is kept
WORDS = ("selalu", "langka", "kapal", "dermaga", "takadayangmencari")
LISTS = ("/", "/latest/", "/tags/", "/people/", "/sources/", "/quotes/", "/corrections/", "/feed.rss", "/feed.atom")
OTHERS = ("/nowhere/", "/admin/login/", "/tags/nothing/", "/latest/?before=junk", "/healthz", "/robots.txt")
WARM = 2  # rounds through all addresses before the first measurement


def figure(port: int, server: int, *, minutes: float = MINUTES) -> Figure:
    """Of the processes below `server`: memory of their own, shared tables and program files not among it."""
    stories = Article.objects.published().newest_first().only("slug", "published_on")[:200]
    addresses = [story.get_absolute_url() for story in stories] + [*LISTS, *OTHERS]
    addresses += [f"/search/?q={word}&utm_source={n}" for word in WORDS for n in range(3)]
    chosen, number, held = random.Random(1), 0, []
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda address: get(port, address), addresses * WARM * 2))
        for length in (min(minutes / MINUTES, 1), *[minutes / MINUTES] * MINUTES):
            until = time.monotonic() + length * 60
            while time.monotonic() < until:
                if number % 10 == 0:
                    change(chosen.choice(stories), number)
                hundred = islice(iter(lambda: chosen.choice(addresses), None), 100)
                number += len(list(pool.map(lambda address: get(port, address), hundred)))
            held.append(own_memory(server))
    told = ", ".join(f"{each / 1024:.0f}" for each in held)
    told = f"{told} MB at equal distances; {number:,} requests in {minutes:.1f} minutes, no hour"
    return at_most("memory of the web processes after mixed load ÷ before", held[-1] / held[0], 1.1, told)


def own_memory(pid: int) -> int:
    """Kilobytes that the children of a process hold for themselves (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    lines = [line for child in children for line in Path(f"/proc/{child}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:"))
