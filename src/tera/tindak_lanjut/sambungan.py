"""What one topic tells another: topics don't import each other, this module knows them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.tindak_lanjut.models import PesertaPelatihan
from tera.tindak_lanjut.selectors.talenta import sumber


def pelatihan_lulus(
    *, instansi_id: int, pegawai: Collection[int], pada: dt.date
) -> Mapping[int, Sequence[sumber.Fakta]]:
    """Return person → trainings passed by ``pada``, the newest first: one query."""
    hasil: defaultdict[int, list[sumber.Fakta]] = defaultdict(list)
    orang = set(pegawai)
    for pegawai_id, judul, selesai, nomor in (
        PesertaPelatihan.objects.filter(
            instansi_id=instansi_id,
            status=PesertaPelatihan.Status.LULUS,
            sesi__selesai__lte=pada,
        )
        .order_by("-sesi__selesai", "pk")
        .values_list("pegawai_id", "sesi__pelatihan__judul", "sesi__selesai", "nomor_sertifikat")
    ):
        if pegawai_id in orang:
            teks = _("%(judul)s, lulus %(tanggal)s") % {
                "judul": judul, "tanggal": tulis_tanggal(selesai),
            }  # fmt: skip
            if nomor:
                teks += f" ({nomor})"
            hasil[pegawai_id].append(sumber.Fakta(teks, tanggal=selesai))
    return hasil


def daftarkan() -> None:
    """Let talent know who passed which training."""
    sumber.daftarkan(sumber.PELATIHAN, pelatihan_lulus)
