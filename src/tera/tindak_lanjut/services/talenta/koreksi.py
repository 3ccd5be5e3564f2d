"""A person asks that a fact be put right; the pengelola of the unit answers, with history."""

import datetime as dt
from dataclasses import dataclass
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import TidakBerwenangError
from tera.tindak_lanjut.models import KoreksiFakta
from tera.tindak_lanjut.permissions.talenta import peran_koreksi
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.selectors.talenta.usul import tugas_utama
from tera.tindak_lanjut.services.talenta.dasar import tolak, wajib

#: So many may wait at once; more is a talk with the pengelola, not a queue.
BATAS_MENUNGGU = 10


@dataclass(frozen=True, slots=True)
class IsiKoreksi:
    """Which fact, what it says, what is right, on what evidence."""

    fakta: str
    tertulis: str
    seharusnya: str
    bukti: str
    nama_berkas: str = ""
    isi_berkas: IO[bytes] | None = None


@transaction.atomic
def ajukan_koreksi(*, aktor: Aktor, isi: IsiKoreksi, pada: dt.date) -> KoreksiFakta:
    """Ask for a fact about oneself to be put right.

    Raises:
        TidakBerwenangError: nobody's fact. MasukanSalahError: something is missing, or too many
        wait already.
    """
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(_("Akun ini bukan pegawai, jadi tidak punya berkas talenta."))
    menunggu = KoreksiFakta.objects.filter(
        pegawai_id=aktor.pegawai_id, status=KoreksiFakta.Status.DIAJUKAN
    ).count()
    if menunggu >= BATAS_MENUNGGU:
        tolak(
            "fakta",
            _("Sudah %(n)s koreksi menunggu jawaban. Tunggu, atau batalkan salah satunya.")
            % {"n": menunggu},
        )
    if isi.fakta not in KoreksiFakta.Fakta.values:
        tolak("fakta", _("Pilih fakta yang keliru dari daftar."))
    berkas = None
    if isi.isi_berkas is not None:
        berkas = simpan_berkas(
            aktor=aktor, nama=isi.nama_berkas, isi=isi.isi_berkas, keperluan="talenta"
        )
    tugas = tugas_utama(instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id, pada=pada)
    if tugas is None:
        raise TidakBerwenangError(
            _("Anda belum punya penugasan hari ini. Minta pengelola mencatatnya lebih dulu.")
        )
    koreksi = KoreksiFakta.objects.create(
        instansi_id=aktor.instansi_id,
        pegawai_id=aktor.pegawai_id,
        unit=tugas.unit,
        fakta=isi.fakta,
        tertulis=wajib(isi.tertulis, "tertulis", 500),
        seharusnya=wajib(isi.seharusnya, "seharusnya", 500),
        bukti=wajib(isi.bukti, "bukti", 500),
        berkas=berkas,
        diajukan_pada=pada,
    )
    audit.catat_objek(
        aktor,
        "koreksi_fakta",
        koreksi.pk,
        "ajukan",
        {"fakta": koreksi.fakta, "seharusnya": koreksi.seharusnya},
    )
    kejadian.terbitkan(
        instansi_id=aktor.instansi_id,
        nama="talenta.koreksi_diajukan",
        muatan={"id": koreksi.pk, "pegawai_id": koreksi.pegawai_id, "unit_id": tugas.unit_id},
    )
    return koreksi


def jawab_koreksi(
    *, aktor: Aktor, koreksi: KoreksiFakta, diperbaiki: bool, jawaban: str, pada: dt.date
) -> None:
    """Answer a correction: put right (and where), or left as it is (and why)."""
    _langkah(aktor, koreksi, "perbaiki" if diperbaiki else "tolak", wajib(jawaban, "jawaban"), pada)


def batalkan_koreksi(*, aktor: Aktor, koreksi: KoreksiFakta, pada: dt.date) -> None:
    """Take one's own request back while nobody answered it."""
    _langkah(aktor, koreksi, "batalkan", "", pada)


def _langkah(aktor: Aktor, koreksi: KoreksiFakta, aksi: str, jawaban: str, pada: dt.date) -> None:
    peran = peran_koreksi(
        aktor=aktor,
        jangkauan=jangkauan(aktor=aktor, pada=pada, pimpinan=False),
        koreksi=koreksi,
    )
    workflow.jalankan(
        objek=koreksi,
        jenis="koreksi_fakta",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=jawaban,
        bidang={"jawaban": jawaban, "dijawab_pada": pada},
        muatan={"pegawai_id": koreksi.pegawai_id},
    )
