"""A class is planned, opened, begun, ended, called off."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NoReturn

from django.db import transaction
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.bimtek.models import HariKelas, KelasBimtek, PesertaKelas
from tera.bimtek.permissions_kelas import peran_kelas, peran_unit
from tera.bimtek.selectors.isi import kursus_instansi
from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai, UnitKerja

JENIS = "kelas_bimtek"
HARI_TERBANYAK = 10
KURSI_TERBANYAK = 500
PELATIH_TERBANYAK = 4
S = KelasBimtek.Status


@dataclass(frozen=True, slots=True)
class IsiKelas:
    """A class as typed, without its unit and its trainers."""

    kursus: str
    judul: str
    mulai: dt.date
    selesai: dt.date
    balas_sampai: dt.date
    cara: str
    tempat: str
    kapasitas: int
    jp: int


@transaction.atomic
def susun_kelas(
    *, aktor: Aktor, unit: UnitKerja, isi: IsiKelas, pelatih: Sequence[Pegawai], pada: dt.date
) -> KelasBimtek:
    """Plan a class of ``unit``; nobody is told before it is opened.

    Raises: TidakBerwenangError: the unit isn't the aktor's to serve. MasukanSalahError.
    """
    if not peran_unit(aktor=aktor, unit=unit, pada=pada):
        raise TidakBerwenangError(
            _("Kelas bimtek disusun pelatih atau pengelola kinerja untuk unit di wilayahnya.")
        )
    bidang = _periksa(aktor, isi, pelatih, pada)
    kelas = KelasBimtek.objects.create(instansi_id=aktor.instansi_id, unit=unit, **bidang)
    kelas.daftar_pelatih.set(pelatih)
    _susun_hari(kelas)
    audit.catat_objek(aktor, JENIS, kelas.pk, "susun", _jejak(bidang, pelatih))
    return kelas


@transaction.atomic
def ubah_kelas(
    *, aktor: Aktor, kelas: KelasBimtek, isi: IsiKelas, pelatih: Sequence[Pegawai], pada: dt.date
) -> KelasBimtek:
    """Change a class that hasn't begun; who was asked is told when it was open already.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    wajib_penyelenggara(aktor, kelas, pada)
    kini = KelasBimtek.objects.select_for_update(of=("self",)).get(pk=kelas.pk)
    if kini.status not in {S.DISUSUN, S.TERBUKA}:
        raise StatusTidakSesuaiError(
            _("Kelas ini sudah “%(status)s”, jadi rencananya tidak berubah lagi.")
            % {"status": kini.get_status_display()}
        )
    bidang = _periksa(aktor, isi, pelatih, pada)
    KelasBimtek.objects.filter(pk=kini.pk).update(**bidang)
    kini.refresh_from_db()
    kini.daftar_pelatih.set(pelatih)
    _susun_hari(kini)
    audit.catat_objek(aktor, JENIS, kini.pk, "ubah", _jejak(bidang, pelatih))
    if kini.status == S.TERBUKA:
        kabari(kini, "bimtek.kelas_diubah", _yang_diundang(kini))
    return kini


@transaction.atomic
def buka_kelas(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> HasilLangkah:
    """Open a class: whoever was put on its list is asked now.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: something is missing.
    """
    kurang = [
        kata
        for kata, ada in (
            (_("tempat atau tautan"), bool(kelas.tempat)),
            (_("pelatih"), kelas.daftar_pelatih.exists()),
        )
        if not ada
    ]
    if kurang:
        raise MasukanSalahError(
            _("Kelas belum bisa dibuka: %(apa)s belum diisi. Ubah rencananya, lalu buka lagi.")
            % {"apa": _(" dan ").join(kurang)}
        )
    if kelas.selesai < pada:
        raise MasukanSalahError(
            _("Kelas belum bisa dibuka: harinya sudah lewat. Ubah tanggalnya, lalu buka lagi.")
        )
    hasil = _langkah("buka", aktor, kelas, pada)
    kabari(kelas, "bimtek.kelas_diundang", _yang_diundang(kelas))
    pelatih = kelas.daftar_pelatih.exclude(pk=aktor.pegawai_id or 0)
    kabari(kelas, "bimtek.kelas_dilatih", list(pelatih.values_list("pk", flat=True)))
    return hasil


@transaction.atomic
def mulai_kelas(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> HasilLangkah:
    """Begin a class on its first day or later."""
    if kelas.mulai > pada:
        _bukan_sekarang(
            _("Kelas ini mulai %(hari)s. Mulai pada hari itu, atau ubah tanggalnya."), kelas.mulai
        )
    return _langkah("mulai", aktor, kelas, pada)


@transaction.atomic
def selesaikan_kelas(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> HasilLangkah:
    """End a class on its last day or later; its codes of attendance close."""
    if kelas.selesai > pada:
        _bukan_sekarang(
            _("Hari terakhir kelas ini %(hari)s. Selesaikan pada hari itu."), kelas.selesai
        )
    hasil = _langkah("selesaikan", aktor, kelas, pada)
    HariKelas.objects.filter(kelas=kelas).update(kode="")
    return hasil


@transaction.atomic
def batalkan_kelas(*, aktor: Aktor, kelas: KelasBimtek, alasan: str, pada: dt.date) -> HasilLangkah:
    """Call a class off and tell who was asked why.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: no reason.
    """
    bersih = alasan.strip()
    if not bersih:
        raise MasukanSalahError(
            _("Kelas belum dibatalkan."),
            per_bidang={"alasan": [_("Tulis alasannya: peserta membacanya.")]},
        )
    terbuka = kelas.status != S.DISUSUN
    hasil = _langkah("batalkan", aktor, kelas, pada, bersih)
    HariKelas.objects.filter(kelas=kelas).update(kode="")
    if terbuka:
        kabari(kelas, "bimtek.kelas_dibatalkan", _yang_diundang(kelas))
    return hasil


def wajib_penyelenggara(aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> None:
    """Refuse whoever doesn't serve the unit of the class."""
    if not peran_unit(aktor=aktor, unit=kelas.unit, pada=pada):
        raise TidakBerwenangError(
            _(
                "Rencana dan undangan kelas ini diatur pelatih atau pengelola kinerja unitnya. "
                "Pelatih yang ditunjuk pada kelas menjalankannya."
            )
        )


def wajib_menjalankan(aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> None:
    """Refuse whoever doesn't run the class."""
    if not peran_kelas(aktor=aktor, kelas=kelas, pada=pada):
        raise TidakBerwenangError(
            _("Kelas ini dijalankan pelatihnya dan pengelola kinerja unitnya.")
        )


def kabari(kelas: KelasBimtek, nama: str, orang: Collection[int]) -> None:
    """Publish one event for these people; nothing when there is nobody."""
    if orang:
        kejadian.terbitkan(
            instansi_id=kelas.instansi_id,
            nama=nama,
            muatan={"id": kelas.pk, "daftar_pegawai": sorted(orang)},
        )


def _yang_diundang(kelas: KelasBimtek) -> list[int]:
    return list(
        kelas.daftar_peserta.exclude(jawaban=PesertaKelas.Jawaban.MENOLAK).values_list(
            "pegawai_id", flat=True
        )
    )


def _langkah(
    aksi: str, aktor: Aktor, kelas: KelasBimtek, pada: dt.date, alasan: str = ""
) -> HasilLangkah:
    return workflow.jalankan(
        objek=kelas,
        jenis=JENIS,
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_kelas(aktor=aktor, kelas=kelas, pada=pada),
        pada=pada,
        alasan=alasan,
    )


def _bukan_sekarang(pesan: str, hari: dt.date) -> NoReturn:
    raise StatusTidakSesuaiError(pesan % {"hari": tulis_tanggal(hari)})


def _susun_hari(kelas: KelasBimtek) -> None:
    """One row per day from the first to the last; days that fell away take their marks along."""
    semua = {
        kelas.mulai + dt.timedelta(days=n) for n in range((kelas.selesai - kelas.mulai).days + 1)
    }
    kelas.daftar_hari.exclude(tanggal__in=semua).delete()
    ada = set(kelas.daftar_hari.values_list("tanggal", flat=True))
    HariKelas.objects.bulk_create(HariKelas(kelas=kelas, tanggal=hari) for hari in semua - ada)


def _periksa(
    aktor: Aktor, isi: IsiKelas, pelatih: Sequence[Pegawai], pada: dt.date
) -> dict[str, Any]:
    salah: dict[str, list[str]] = {}
    if isi.kursus not in kursus_instansi(instansi_id=aktor.instansi_id):
        salah["kursus"] = [_("Pilih kursusnya dari daftar.")]
    if not isi.judul.strip():
        salah["judul"] = [_("Tulis judulnya, misalnya nama kursus dan angkatannya.")]
    if isi.cara not in KelasBimtek.Cara.values:
        salah["cara"] = [_("Pilih caranya dari daftar.")]
    if isi.selesai < isi.mulai:
        salah["selesai"] = [_("Hari terakhir sebelum hari pertama. Tukar atau betulkan.")]
    elif (isi.selesai - isi.mulai).days >= HARI_TERBANYAK:
        salah["selesai"] = [
            _("Satu kelas paling lama %(n)s hari. Bagi menjadi beberapa kelas.")
            % {"n": HARI_TERBANYAK}
        ]
    if isi.mulai < pada:
        salah["mulai"] = [_("Hari pertamanya sudah lewat. Pilih hari ini atau sesudahnya.")]
    if isi.balas_sampai > isi.mulai:
        salah["balas_sampai"] = [_("Jawaban ditunggu paling lambat pada hari pertama kelas.")]
    if not 1 <= isi.kapasitas <= KURSI_TERBANYAK:
        salah["kapasitas"] = [_("Isi jumlah kursi 1 sampai %(n)s.") % {"n": KURSI_TERBANYAK}]
    if not 0 <= isi.jp <= 100:
        salah["jp"] = [_("Tulis jam pelajaran 0 sampai 100.")]
    if len(pelatih) > PELATIH_TERBANYAK or any(
        satu.instansi_id != aktor.instansi_id for satu in pelatih
    ):
        salah["pelatih"] = [
            _("Pilih paling banyak %(n)s pelatih dari instansi Anda.") % {"n": PELATIH_TERBANYAK}
        ]
    if salah:
        raise MasukanSalahError(_("Kelas belum tersimpan: periksa isiannya."), per_bidang=salah)
    return {**asdict(isi), "judul": isi.judul.strip()[:200], "tempat": isi.tempat.strip()[:300]}


def _jejak(bidang: dict[str, Any], pelatih: Sequence[Pegawai]) -> dict[str, Any]:
    return {**bidang, "pelatih": sorted(satu.pk for satu in pelatih)}
