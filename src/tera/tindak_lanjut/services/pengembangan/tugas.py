"""Challenging work: proposed with its evidence, decided by name and letter, written to organisasi.

A person who leads a team becomes its ketua; an additional task becomes an assignment of its own.
Whoever decides needn't keep the records of the unit: the letter is the basis there, and the step
here names the decider.
"""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import JenisJabatan, JenisPenugasan, Pegawai
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.services.penugasan import buka_penugasan
from tera.organisasi.services.tim import bentuk_tim
from tera.tindak_lanjut.models import UsulTugas
from tera.tindak_lanjut.permissions.pengembangan import PEMUTUS, peran_usul
from tera.tindak_lanjut.services.pengembangan.dasar import (
    bukan_anda,
    kabarkan,
    periksa_masa,
    teks_wajib,
    tolak,
)
from tera.tindak_lanjut.services.pengembangan.nominasi import (
    bukti_terpilih,
    catat_usul,
    isi_putusan,
    unit_pengusulan,
)

J = UsulTugas.Jenis
MEMUTUS = PEMUTUS | {"atasan_penilai"}


@transaction.atomic
def usulkan_tugas(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    jenis: str,
    judul: str,
    alasan: str,
    mulai: dt.date,
    selesai: dt.date,
    pada: dt.date,
    bukti: Collection[str] | None = None,
) -> UsulTugas:
    """Propose that a person leads a team or takes a challenging task, on the evidence chosen.

    Raises: TidakBerwenangError: neither rates nor supervises the person. MasukanSalahError.
    """
    unit_id = unit_pengusulan(aktor=aktor, pegawai=pegawai, pada=pada)
    if jenis not in J.values:
        tolak("jenis", _("Pilih jenis tugasnya dari daftar."))
    periksa_masa(mulai, selesai)
    if selesai < pada:
        tolak("selesai", _("Masa itu sudah lewat. Pilih tanggal yang akan datang."))
    satu = UsulTugas.objects.create(
        instansi_id=pegawai.instansi_id,
        pegawai=pegawai,
        unit_id=unit_id,
        pengusul_id=aktor.pegawai_id or 0,
        jenis=jenis,
        judul=teks_wajib(judul, "judul", 200),
        alasan=teks_wajib(alasan, "alasan"),
        bukti=bukti_terpilih(pegawai=pegawai, dipilih=bukti, pada=pada),
        mulai=mulai,
        selesai=selesai,
        diusulkan_pada=pada,
    )
    catat_usul(aktor, "usul_tugas", satu, "usulkan", {"jenis": jenis, "judul": satu.judul})
    kabarkan("tugas_diusulkan", satu, pegawai_id=pegawai.pk, pengusul_id=satu.pengusul_id)
    return satu


@transaction.atomic
def putuskan_tugas(
    *, aktor: Aktor, usul: UsulTugas, setuju: bool, alasan: str, nomor_surat: str, pada: dt.date
) -> HasilLangkah:
    """Decide; a yes writes the team or the assignment to organisasi.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    peran = peran_usul(aktor=aktor, usul=usul, pada=pada) & MEMUTUS
    if not peran:
        bukan_anda(
            _("Usul tugas diputus atasan penilai, pengelola, PyB, atau PPK, bukan pengusulnya.")
        )
    bidang = isi_putusan(aktor, setuju=setuju, alasan=alasan, nomor_surat=nomor_surat, pada=pada)
    if setuju and usul.status == UsulTugas.Status.DIUSULKAN:
        bidang |= _tulis(usul, bidang["nomor_surat"], pada)
    return workflow.jalankan(
        objek=usul,
        jenis="usul_tugas",
        aksi="setujui" if setuju else "tolak",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=bidang["alasan_putusan"],
        bidang=bidang,
        muatan={"pegawai_id": usul.pegawai_id, "pengusul_id": usul.pengusul_id},
    )


@transaction.atomic
def tarik_tugas(*, aktor: Aktor, usul: UsulTugas, alasan: str, pada: dt.date) -> HasilLangkah:
    """Take it back, or say as the person that one isn't available."""
    return workflow.jalankan(
        objek=usul,
        jenis="usul_tugas",
        aksi="tarik",
        aktor=aktor,
        daftar_peran=peran_usul(aktor=aktor, usul=usul, pada=pada),
        pada=pada,
        alasan=teks_wajib(alasan, "alasan"),
        muatan={"pegawai_id": usul.pegawai_id, "pengusul_id": usul.pengusul_id},
    )


def _tulis(usul: UsulTugas, nomor: str, pada: dt.date) -> dict[str, int]:
    sistem = Aktor.sistem(usul.instansi_id, usul.instansi.zona)
    if usul.jenis == J.PIMPIN_TIM:
        tim = bentuk_tim(
            aktor=sistem,
            unit_id=usul.unit_id,
            nama=usul.judul,
            ketua_id=usul.pegawai_id,
            sejak=usul.mulai,
            sampai=usul.selesai,
            dasar=nomor,
            pada=pada,
        )
        return {"tim_id": tim.pk}
    utama = penugasan_utama(pegawai_id=usul.pegawai_id, pada=pada)
    tugas = buka_penugasan(
        aktor=sistem,
        pada=pada,
        pegawai_id=usul.pegawai_id,
        unit_id=usul.unit_id,
        jabatan=usul.judul,
        jenis_jabatan=utama.jabatan.jenis if utama else JenisJabatan.PELAKSANA,
        jenis=JenisPenugasan.TUGAS_TAMBAHAN,
        sejak=usul.mulai,
        sampai=usul.selesai,
        dasar=nomor,
    )
    return {"penugasan_id": tugas.pk}
