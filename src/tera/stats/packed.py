"""Exact medians of many small packed lists: whole numbers of eight bytes, one after the other."""

from collections.abc import Iterable

import numpy as np


def pack(values: Iterable[int]) -> bytes:
    """Return whole numbers as bytes, eight each (little endian), in ascending order."""
    return np.sort(np.fromiter(values, dtype="<i8")).tobytes()


def count(parts: Iterable[bytes]) -> int:
    """Return how many numbers ``parts`` hold together."""
    return sum(map(len, parts)) // 8


def median(parts: Iterable[bytes]) -> float | None:
    """Return the median of all numbers in ``parts``; None when there are none.

    The mean of the middle two for an even count, as ``statistics.median``. Numbers stay exact up to
    2**53.
    """
    values = np.frombuffer(b"".join(parts), dtype="<i8")
    if not values.size:
        return None
    half = values.size // 2
    if values.size % 2:
        return float(np.partition(values, half)[half])
    middle = np.partition(values, [half - 1, half])
    return (int(middle[half - 1]) + int(middle[half])) / 2
