"""That somebody has read a module and answered its check."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tera.bimtek.isi import Kursus, Modul
from tera.bimtek.models import KemajuanModul
from tera.bimtek.services.dasar import pegawai_id
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError


@transaction.atomic
def selesaikan_modul(
    *, aktor: Aktor, kursus: Kursus, modul: Modul, jawaban: Sequence[int], pada: dt.date
) -> KemajuanModul:
    """Record that ``modul`` was read, with one answer for each check question; safe to repeat.

    A wrong answer is no obstacle: its reason is what teaches. The last answers are kept.

    Raises: TidakBerwenangError; MasukanSalahError: a question has no answer, or an unknown one.
    """
    saya = pegawai_id(aktor)
    kurang = {
        f"soal_{n}": [_("Pilih satu jawaban.")]
        for n, soal in enumerate(modul.periksa)
        if n >= len(jawaban) or not 0 <= jawaban[n] < len(soal.pilihan)
    }
    if kurang or len(jawaban) != len(modul.periksa):
        raise MasukanSalahError(
            _("Belum tercatat: ada pertanyaan yang belum dijawab. Jawab semuanya, lalu kirim."),
            per_bidang=kurang,
        )
    benar = sum(satu == soal.kunci for satu, soal in zip(jawaban, modul.periksa, strict=True))
    catatan, _baru = KemajuanModul.objects.update_or_create(
        pegawai_id=saya,
        kursus=kursus.kode,
        modul=modul.kode,
        defaults={
            "instansi_id": aktor.instansi_id,
            "versi": kursus.versi,
            "jawaban": list(jawaban),
            "jumlah_benar": benar,
            "selesai_pada": pada,
        },
    )
    audit.catat_objek(
        aktor,
        "kemajuan_modul",
        catatan.pk,
        "selesaikan",
        {"kursus": kursus.kode, "modul": modul.kode, "versi": kursus.versi},
    )
    return catatan
