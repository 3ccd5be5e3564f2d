"""A new dated version of the instansi's rubrik; old ones stay as they were."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.permissions import boleh_petugas
from tera.skp.models import VersiRubrik


@transaction.atomic
def tetapkan_rubrik(
    *,
    aktor: Aktor,
    versi: str,
    sejak: dt.date,
    dasar: str,
    kriteria: Sequence[dict[str, Any]],
    pada: dt.date,
) -> VersiRubrik:
    """Set the rubrik that holds from ``sejak`` on.

    Raises:
        TidakBerwenangError: not a pengelola.
        MasukanSalahError: in the past, a day that has a version, or an element without text.
    """
    if not boleh_petugas(aktor=aktor, unit=None, pada=pada, peran="pengelola"):
        raise TidakBerwenangError(
            _("Rubrik hanya ditetapkan pengelola kinerja. Sampaikan usulan Anda kepadanya.")
        )
    if sejak < pada:
        pesan = _("Versi baru tidak berlaku surut. Pilih hari ini atau sesudahnya.")
        raise MasukanSalahError(pesan, per_bidang={"sejak": [pesan]})
    kosong = [satu["kode"] for satu in kriteria if not satu["uraian"]]
    if kosong:
        raise MasukanSalahError(
            _("Ada kriteria tanpa uraian (%(kode)s). Isi setiap tingkat, lalu simpan.")
            % {"kode": ", ".join(kosong)},
            per_bidang={f"{kode}.uraian": [_("Isi uraian kriteria ini.")] for kode in kosong},
        )
    try:
        with transaction.atomic():
            rubrik = VersiRubrik.objects.create(
                instansi_id=aktor.instansi_id,
                versi=versi,
                sejak=sejak,
                dasar=dasar,
                isi={"kriteria": list(kriteria)},
                nama_aktor=aktor.nama[:200],
                dibuat_at=clock.sekarang(),
            )
    except IntegrityError:
        pesan = _("Sudah ada versi rubrik yang berlaku sejak hari itu. Pilih hari lain.")
        raise MasukanSalahError(pesan, per_bidang={"sejak": [pesan]}) from None
    audit.catat(
        aktor=aktor,
        rantai=f"rubrik:{aktor.instansi_id}",
        aksi="tetapkan_rubrik",
        jenis="rubrik",
        objek_id=rubrik.pk,
        bidang={"versi": versi, "sejak": sejak, "kriteria": list(kriteria)},
    )
    return rubrik
