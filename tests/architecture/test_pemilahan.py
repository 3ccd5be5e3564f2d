"""What the leg of a second database leaves out touches none: see ``tests/pemilahan.py``."""

from pathlib import Path

import pytest

import pemilahan

#: Where another process than the tests' own may be started or another database opened.
DI_LUAR = ("subprocess", "psycopg", "import templat")
BERSAMA = {"conftest.py", "templat.py", "pemilahan.py"}


@pytest.mark.parametrize("fixture", ["db", "transactional_db"])
def test_a_test_that_asks_for_the_database_by_a_fixture_is_kept(
    request: pytest.FixtureRequest, fixture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pemilahan, "sebut_basis", lambda berkas: False)
    assert not pemilahan.sentuh_basis(request.node)
    monkeypatch.setattr(request.node, "fixturenames", [fixture])
    assert pemilahan.sentuh_basis(request.node)


@pytest.mark.django_db
def test_a_test_that_asks_for_the_database_by_its_mark_is_kept(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pemilahan, "sebut_basis", lambda berkas: False)
    assert pemilahan.sentuh_basis(request.node)


def test_whoever_starts_another_process_is_kept_and_so_is_who_uses_them() -> None:
    akar = pemilahan.UJI
    luar = [
        berkas
        for berkas in sorted(akar.rglob("*.py"))
        if any(kata in berkas.read_text(encoding="utf-8") for kata in DI_LUAR)
        and not (berkas.parent == akar and berkas.name in BERSAMA)
        and berkas != Path(__file__)
    ]
    assert {akar / "ketahanan" / "mesin.py", akar / "core" / "test_cadangan.py"} <= set(luar)
    assert all(pemilahan.sebut_basis(berkas) for berkas in luar)
    # A helper that does so stands beside tests that are all kept, because their conftest says so.
    # The stories have a leg of their own, which leaves out none.
    for berkas in luar:
        if not berkas.name.startswith("test_") and berkas.parent.name != "alur":
            ikut = berkas.parent.glob("test_*.py")
            assert all(pemilahan.sebut_basis(satu) for satu in ikut), berkas
    assert not pemilahan.sebut_basis(akar / "regulasi" / "test_kasus.py")
