"""Files of promotion, mutation and rotation: written, reviewed by another, decided by a third."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import JenisJabatan, Pegawai, UnitKerja
from tera.tindak_lanjut.models import PembacaanTalenta, UsulKarier
from tera.tindak_lanjut.permissions.talenta import peran_usul
from tera.tindak_lanjut.selectors.talenta.jangkauan import PEMBACA, jangkauan
from tera.tindak_lanjut.selectors.talenta.rekaman import rekaman_karier
from tera.tindak_lanjut.selectors.talenta.usul import menilai, tugas_utama
from tera.tindak_lanjut.services.talenta.baca import catat_baca, peran_baca
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen, tolak, wajib, wajib_peran

BISA_DIUBAH = (UsulKarier.Status.DISUSUN, UsulKarier.Status.DIKEMBALIKAN)


@dataclass(frozen=True, slots=True)
class IsiUsul:
    """What a file asks for, why, on what evidence."""

    jenis: str
    jabatan_target: str
    jenis_jabatan: str
    unit_target_id: int
    alasan: str
    bukti: str


@transaction.atomic
def susun_usul(*, aktor: Aktor, pegawai: Pegawai, isi: IsiUsul, pada: dt.date) -> UsulKarier:
    """Write a file about a person one serves as pengelola or rates.

    Raises:
        TidakBerwenangError: neither, or oneself. MasukanSalahError: something is missing, or the
        person holds no post today.
    """
    if aktor.pegawai_id is None or pegawai.pk == aktor.pegawai_id:
        raise TidakBerwenangError(
            _("Usul tentang diri sendiri disusun atasan atau pengelola, bukan Anda.")
        )
    tugas = tugas_utama(instansi_id=aktor.instansi_id, pegawai_id=pegawai.pk, pada=pada)
    if tugas is None:
        tolak("pegawai", _("Orang itu tidak memegang jabatan di instansi Anda hari ini."))
    luas = jangkauan(aktor=aktor, pada=pada)
    if "pengelola" not in luas.peran_atas(tugas.unit.path) and not menilai(
        aktor=aktor, tugas=tugas, pada=pada
    ):
        raise TidakBerwenangError(
            _("Yang bisa mengusulkan: pengelola unitnya, atau pejabat penilai orang itu.")
        )
    usul = UsulKarier.objects.create(
        instansi_id=aktor.instansi_id,
        pegawai=pegawai,
        unit_asal=tugas.unit,
        pengusul_id=aktor.pegawai_id,
        nama_pengusul=aktor.nama,
        dibuat_pada=pada,
        **_bidang(aktor, isi),
    )
    audit.catat_objek(aktor, "usul_karier", usul.pk, "susun", {"pegawai_id": pegawai.pk})
    return usul


@transaction.atomic
def ubah_usul(*, aktor: Aktor, usul: UsulKarier, isi: IsiUsul) -> None:
    """Change what one wrote, before it is sent or after it came back."""
    if aktor.pegawai_id != usul.pengusul_id:
        raise TidakBerwenangError(_("Hanya pengusulnya yang mengubah isi usul ini."))
    bidang = _bidang(aktor, isi)
    berubah = UsulKarier.objects.filter(pk=usul.pk, status__in=BISA_DIUBAH).update(**bidang)
    if not berubah:
        raise StatusTidakSesuaiError(
            _("Usul sudah diajukan, jadi isinya tetap. Minta dikembalikan bila perlu diubah.")
        )
    audit.catat_objek(aktor, "usul_karier", usul.pk, "ubah", bidang)


def ajukan_usul(*, aktor: Aktor, usul: UsulKarier, pada: dt.date) -> None:
    """Send the file to who reviews it."""
    _pengusul(aktor, usul)
    _langkah(aktor, usul, "ajukan", pada, bidang={"diajukan_pada": pada})


def batalkan_usul(*, aktor: Aktor, usul: UsulKarier, pada: dt.date) -> None:
    """Take one's own file back before it was reviewed."""
    _pengusul(aktor, usul)
    _langkah(aktor, usul, "batalkan", pada)


def wajib_pemutus(aktor: Aktor, usul: UsulKarier) -> None:
    """Raise TidakBerwenangError for the person, the proposer and the reviewer."""
    wajib_bukan_pengusul(aktor, usul)
    if aktor.pegawai_id == usul.penelaah_id:
        raise TidakBerwenangError(
            _("Anda yang menelaah usul ini, jadi pejabat lain yang memutuskannya.")
        )


def telaah_usul(*, aktor: Aktor, usul: UsulKarier, catatan: str, pada: dt.date) -> None:
    """Write what the review found: requirements, evidence, doubts."""
    wajib_bukan_pengusul(aktor, usul)
    _langkah(
        aktor,
        usul,
        "telaah",
        pada,
        bidang={
            "catatan_telaah": wajib(catatan, "catatan", 2000),
            "penelaah_id": aktor.pegawai_id,
        },
    )


def kembalikan_usul(*, aktor: Aktor, usul: UsulKarier, alasan: str, pada: dt.date) -> None:
    """Give the file back to its proposer, with the reason."""
    wajib_bukan_pengusul(aktor, usul)
    _langkah(aktor, usul, "kembalikan", pada, alasan=wajib(alasan, "alasan"))


@transaction.atomic
def putuskan_usul(
    *,
    aktor: Aktor,
    usul: UsulKarier,
    disetujui: bool,
    alasan: str,
    dokumen: IsiDokumen | None,
    pada: dt.date,
) -> None:
    """Approve by a document, or refuse, with the reason; the decider wrote no part of the file.

    Raises:
        TidakBerwenangError: the person, the proposer or the reviewer.
    """
    wajib_pemutus(aktor, usul)
    bidang: dict[str, Any] = {
        "alasan_putusan": wajib(alasan, "alasan"),
        "nama_pemutus": aktor.nama,
        "diputus_pada": pada,
    }
    if disetujui:
        if dokumen is None:
            tolak("nomor", _("Persetujuan perlu nomor dan tanggal dokumennya."))
        bidang |= dokumen.bidang(aktor=aktor, pada=pada)
    _langkah(aktor, usul, "setujui" if disetujui else "tolak", pada, bidang=bidang)


@transaction.atomic
def siapkan_cetakan(
    *,
    aktor: Aktor,
    pegawai_id: int,
    keperluan: str,
    pada: dt.date,
    usul: UsulKarier | None = None,
) -> PembacaanTalenta:
    """Keep a person's record as it is printed, for whom and what for; the person sees it.

    Raises:
        TidakBerwenangError: no officer over the person's unit, or oneself.
    """
    if pegawai_id == aktor.pegawai_id:
        raise TidakBerwenangError(_("Berkas sendiri ada di Talenta saya dan Data saya."))
    tugas = tugas_utama(instansi_id=aktor.instansi_id, pegawai_id=pegawai_id, pada=pada)
    if tugas is None:
        tolak("keperluan", _("Orang itu tidak memegang jabatan di instansi Anda hari ini."))
    peran = jangkauan(aktor=aktor, pada=pada).peran_atas(tugas.unit.path)
    wajib_peran(peran, *PEMBACA)
    untuk = wajib(keperluan, "keperluan", 300)
    baris = catat_baca(
        aktor=aktor,
        pegawai_id=pegawai_id,
        hal=PembacaanTalenta.Hal.CETAKAN,
        peran=peran_baca(peran),
        pada=pada,
        keperluan=untuk,
        usul=usul,
        rekaman=rekaman_karier(aktor=aktor, tugas=tugas, usul=usul, keperluan=untuk, pada=pada),
    )
    audit.catat_objek(
        aktor, "berkas_karier", baris.pk, "cetak", {"pegawai_id": pegawai_id, "keperluan": untuk}
    )
    return baris


def _bidang(aktor: Aktor, isi: IsiUsul) -> dict[str, Any]:
    if isi.jenis not in UsulKarier.Jenis.values:
        tolak("jenis", _("Pilih promosi, mutasi, atau rotasi."))
    if isi.jenis_jabatan not in JenisJabatan.values:
        tolak("jenis_jabatan", _("Pilih jenis jabatan dari daftar."))
    unit = UnitKerja.objects.filter(pk=isi.unit_target_id, instansi_id=aktor.instansi_id).first()
    if unit is None:
        tolak("unit_target", _("Unit itu tidak ada di instansi Anda. Pilih dari daftar."))
    return {
        "jenis": isi.jenis,
        "jabatan_target": wajib(isi.jabatan_target, "jabatan_target", 300),
        "jenis_jabatan": isi.jenis_jabatan,
        "unit_target_id": unit.pk,
        "alasan": wajib(isi.alasan, "alasan", 2000),
        "bukti": wajib(isi.bukti, "bukti", 1000),
    }


def _langkah(
    aktor: Aktor,
    usul: UsulKarier,
    aksi: str,
    pada: dt.date,
    *,
    alasan: str = "",
    bidang: dict[str, Any] | None = None,
) -> None:
    workflow.jalankan(
        objek=usul,
        jenis="usul_karier",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_usul(
            aktor=aktor, jangkauan=jangkauan(aktor=aktor, pada=pada), usul=usul
        ),
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        muatan={"pegawai_id": usul.pegawai_id, "pengusul_id": usul.pengusul_id},
    )


def _pengusul(aktor: Aktor, usul: UsulKarier) -> None:
    if aktor.pegawai_id != usul.pengusul_id:
        raise TidakBerwenangError(_("Hanya pengusulnya yang mengajukan atau membatalkan usul ini."))


def wajib_bukan_pengusul(aktor: Aktor, usul: UsulKarier) -> None:
    """Raise TidakBerwenangError for the person and the proposer."""
    if aktor.pegawai_id == usul.pengusul_id:
        raise TidakBerwenangError(
            _("Anda pengusulnya, jadi orang lain yang menelaah dan memutuskan.")
        )
