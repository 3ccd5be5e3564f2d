"""One import at a time in an instansi: the second is refused clearly or waits."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from tera.core.galat import SedangDipakaiError
from tera.organisasi.models import Instansi


@contextmanager
def kunci_impor(instansi_id: int) -> Iterator[None]:
    """Hold the instansi for one import inside one transaction.

    PostgreSQL refuses the second at once. SQLite has one writer: the second waits for the first
    (IMMEDIATE) and then sees its result, or is refused when that takes too long.

    Raises:
        SedangDipakaiError: another import of this instansi is running.
    """
    tolak = SedangDipakaiError(
        _(
            "Impor lain untuk instansi ini sedang berjalan, jadi yang ini belum dimulai. Tunggu "
            "sampai selesai (lihat riwayat impor), lalu ulangi."
        )
    )
    try:
        with transaction.atomic():
            try:
                Instansi.objects.select_for_update(
                    of=("self",), nowait=connection.features.has_select_for_update_nowait
                ).get(pk=instansi_id)
            except OperationalError as galat:
                raise tolak from galat
            yield
    except OperationalError as galat:
        if "locked" in str(galat):
            raise tolak from galat
        raise
