"""Which tests belong on the leg of a second database: those that reach one, by whatever way.

Inside this process pytest-django refuses a database to a test that didn't ask for one, so the leg
on SQLite, which runs every test, fails before such a test could be left out here. What isn't seen
that way is told by the words of its file or of the conftest beside it: another process, the
connection asked for its dialect, SQL compiled without being run.
"""

import re
from functools import cache
from pathlib import Path

import pytest

UJI = Path(__file__).parent
MINTA = {"db", "transactional_db", "live_server", "django_db_setup"}
KATA = re.compile(
    r"django_db_blocker|\bsubprocess\b|TERA_DATABASE_URL|\bimport templat\b|\bpsycopg\b"
    r"|\bconnections?\b|\bas_sql\b"
)


@cache
def sebut_basis(berkas: Path) -> bool:
    """Whether a file of the tests, or a conftest on its way, speaks of a database by such words."""
    tetangga = [folder / "conftest.py" for folder in berkas.parents if UJI in folder.parents]
    return any(
        KATA.search(satu.read_text(encoding="utf-8"))
        for satu in (berkas, *tetangga)
        if satu.exists()
    )


def sentuh_basis(uji: pytest.Item) -> bool:
    """Whether the test has to run on every engine."""
    return (
        uji.get_closest_marker("django_db") is not None
        or uji.get_closest_marker("postgres") is not None
        or bool(MINTA & set(getattr(uji, "fixturenames", ())))
        or hasattr(getattr(uji, "cls", None), "_fixture_setup")  # a TestCase of Django
        or sebut_basis(uji.path)
    )
