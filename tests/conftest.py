"""Shared set-up: a data folder of the run's own, the database of the leg, the cast."""

import gc
import os
import tempfile
from collections.abc import Iterator

os.environ["TERA_MODE"] = "uji"
os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-uji-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")

import django
import pytest

# Until all is collected nearly nothing becomes garbage: see pytest_collection_finish.
gc.disable()

# Here, not in the ini file: the settings must see the mode and folder set above.
django.setup()

from django.db import connection, connections, transaction  # noqa: E402
from hypothesis import settings as hypothesis_settings  # noqa: E402
from pytest_django.plugin import DjangoDbBlocker  # noqa: E402

import pemilahan  # noqa: E402
import templat  # noqa: E402

# A loaded machine must not fail a property by its clock: no test asserts time.
hypothesis_settings.register_profile("tera", deadline=None)
hypothesis_settings.load_profile("tera")
pytest_plugins = ["chromium"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a leg on a second database run only what reaches one."""
    parser.addoption("--basis-saja", action="store_true", help="hanya uji yang memakai basis data")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what touches no database when the leg asks for it: it ran on the first one."""
    if config.getoption("--basis-saja"):
        lewat = [satu for satu in items if not pemilahan.sentuh_basis(satu)]
        config.hook.pytest_deselected(items=lewat)
        items[:] = [satu for satu in items if pemilahan.sentuh_basis(satu)]


def pytest_collection_finish() -> None:
    """Let the collector leave out what stays to the end: the product, the tests, their tables.

    It would walk over all of it again and again: a sixth of the CPU of tests of pages.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    gc.enable()


def _pemicu(aktif: bool) -> None:
    """Take the append-only triggers off while a transactional test flushes its tables."""
    from importlib import import_module

    # The later migration stands on the function of the first: on last, off first.
    daftar = [
        import_module(f"tera.core.migrations.{nama}")
        for nama in ("0002_jejak_hanya_tambah", "0003_akar_hanya_tambah")
    ]
    with connection.schema_editor() as editor:
        for modul in daftar if aktif else reversed(daftar):
            (modul.pasang if aktif else modul.lepas)(None, editor)


# What a migration or the framework writes once and no test changes.
TETAP = {"django_migrations", "django_content_type", "auth_permission"}


def _kosongkan() -> None:
    """Delete the rows of the tables that have some, instead of Django's flush of every table.

    On PostgreSQL truncating makes new files for every table, which takes seconds; there the session
    fires no trigger as a replica: neither foreign keys nor the append-only ones.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("SET session_replication_role = replica")
            try:
                kursor.execute("; ".join(_hapus()) or "SELECT 1")
            finally:
                kursor.execute("RESET session_replication_role")
        return
    _pemicu(False)
    try:
        # Again until nothing is left: the triggers that count write while rows go.
        while perintah := _hapus():
            with transaction.atomic(), connection.cursor() as kursor:
                for satu in perintah:
                    kursor.execute(satu)
    finally:
        _pemicu(True)


def _hapus() -> list[str]:
    """Return the statements that empty every table which holds a row."""
    kutip = connection.ops.quote_name
    daftar = sorted(set(connection.introspection.django_table_names(only_existing=True)) - TETAP)
    tanya = ", ".join(f"EXISTS (SELECT 1 FROM {kutip(nama)})" for nama in daftar)
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT {tanya}")
        jawab = kursor.fetchone()
    return [f"DELETE FROM {kutip(nama)}" for nama, ada in zip(daftar, jawab, strict=True) if ada]


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The worker's own database: the migrated template, made by whoever comes first."""
    from django.test.utils import setup_databases, teardown_databases

    with django_db_blocker.unblock(), templat.giliran():
        nama = str(connection.creation._get_test_db_name())
        disalin = templat.salin(nama)
        atur = setup_databases(
            verbosity=0, interactive=False, aliases=["default"], keepdb=disalin,
            serialized_aliases=set(),
        )  # fmt: skip
        if not disalin:
            _lepas_sambungan()
            templat.simpan(nama)
        if connection.vendor == "postgresql":
            _tanpa_tunggu()
    yield
    with django_db_blocker.unblock():
        teardown_databases(atur, verbosity=0)


def _tanpa_tunggu() -> None:
    """Let the worker's database answer before its log is on the disk: it doesn't outlive the run.

    Databases that a test kills on purpose (``ketahanan``) are others and keep the server's rules.
    """
    with connection.cursor() as kursor:
        nama = connection.ops.quote_name(connection.settings_dict["NAME"])
        kursor.execute(f"ALTER DATABASE {nama} SET synchronous_commit = off")
    _lepas_sambungan()


def _lepas_sambungan() -> None:
    """Let go of the database altogether: on PostgreSQL a copy wants it alone."""
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()


@pytest.fixture(scope="session", autouse=True)
def _berkas_statis_sekali() -> Iterator[None]:
    """Every test client loads the middleware anew; the static files are read by the first only.

    Reading the headers of all of them takes a client longer than most of its requests.
    """
    from whitenoise.middleware import WhiteNoiseMiddleware

    asli = WhiteNoiseMiddleware.add_files_from_finders
    terbaca: dict[str, object] = {}

    def sekali(self: WhiteNoiseMiddleware) -> None:
        if not terbaca:
            asli(self)
            terbaca.update(self.files)
        self.files.update(terbaca)

    WhiteNoiseMiddleware.add_files_from_finders = sekali
    try:
        yield
    finally:
        WhiteNoiseMiddleware.add_files_from_finders = asli


@pytest.fixture(scope="session", autouse=True)
def _flush_di_balik_pemicu() -> Iterator[None]:
    """Transactional tests end with empty tables, which the append-only triggers would refuse."""
    from django.test import TransactionTestCase

    asli = TransactionTestCase._fixture_teardown

    def bungkus(self: TransactionTestCase) -> None:
        if "core_jejakaudit" not in connections["default"].introspection.table_names():
            asli(self)
            return
        _kosongkan()

    # TestCase overrides _fixture_teardown with a rollback: only the flushing class is wrapped.
    TransactionTestCase._fixture_teardown = bungkus
    try:
        yield
    finally:
        TransactionTestCase._fixture_teardown = asli
