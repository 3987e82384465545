"""What bin/benchmark measures: a module a subject, each with `figures(...)`; every figure is a ratio or has a goal."""

import statistics
import time
from dataclasses import asdict, dataclass

RUNS = 7


@dataclass(frozen=True)
class Figure:
    """A measured value and the goal that it is held against."""

    name: str
    value: float
    goal: str
    holds: bool
    told: str  # what it was made of

    def as_dict(self) -> dict:
        return asdict(self)


def at_most(name: str, value: float, most: float, told: str = "") -> Figure:
    return Figure(name, value, f"≤ {most}", value <= most, told)


def at_least(name: str, value: float, least: float, told: str = "") -> Figure:
    return Figure(name, value, f"≥ {least}", value >= least, told)


def median(action) -> float:
    """The median time of `action` in milliseconds, after one run that does not count."""
    return medians([action])[0]


def medians(actions) -> list[float]:
    """The same for each of several actions that take turns: what else the machine does then falls on all of them."""
    times = [[] for _each in actions]
    for run in range(RUNS + 1):
        for action, mine in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            if run:
                mine.append((time.perf_counter() - start) * 1000)
    return [statistics.median(mine) for mine in times]
