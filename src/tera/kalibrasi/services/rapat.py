"""The calibration meeting: named, opened, closed. It decides about words, never about a rating."""

import datetime as dt
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.kalibrasi.models import (
    KartuRapat,
    MundurRapat,
    PesertaRapat,
    RapatKalibrasi,
    UnitRapat,
)
from tera.kalibrasi.permissions import PENGELOLA, peran_analisis, peran_rapat
from tera.kalibrasi.selectors.agenda import agenda_periode, analisis_rapat
from tera.kalibrasi.selectors.pengaktifan import standar_pada
from tera.kalibrasi.selectors.rapat import halangan, jabatan_pegawai, pimpinan_unit
from tera.kalibrasi.services.undian import undi_kartu
from tera.organisasi import kebijakan
from tera.organisasi.models import Periode

JENIS = "rapat_kalibrasi"
HADIR_SEDIKITNYA = 2
BATAS_TEKS = 4000
BATAS_TEMPAT = 200
Peran = PesertaRapat.Peran
Status = RapatKalibrasi.Status


def _kosong() -> str:
    return _(
        "Agenda kosong: pada periode ini tidak ada unit di luar pola atau yang berbeda dari bukti "
        "lain, jadi tidak ada yang perlu dirapatkan."
    )


@dataclass(frozen=True, slots=True)
class IsiRapat:
    """What is written of a meeting before it sits: when, where, its chair, other members (ids)."""

    tanggal: dt.date
    tempat: str
    ketua_id: int
    anggota: Sequence[int] = ()


@transaction.atomic
def susun_rapat(*, aktor: Aktor, periode: Periode, isi: IsiRapat, pada: dt.date) -> RapatKalibrasi:
    """Name a meeting over a period; who opens it writes its minutes. The invited are told.

    Heads of the units on the agenda are invited by themselves. The agenda is drawn again when the
    meeting begins.

    Raises: TidakBerwenangError: no pengelola of the instansi in mode petugas. MasukanSalahError:
    place, day or people, or nothing to talk over. StatusTidakSesuaiError: one is open already.
    """
    _wajib_pengelola(aktor, pada)
    if periode.instansi_id != aktor.instansi_id:
        raise TidakBerwenangError(_("Periode ini milik instansi lain."))
    _periksa(isi, aktor.pegawai_id, pada)
    try:
        with transaction.atomic():
            rapat = RapatKalibrasi.objects.create(
                instansi_id=aktor.instansi_id,
                periode=periode,
                tanggal=isi.tanggal,
                tempat=isi.tempat.strip(),
                ketua_id=isi.ketua_id,
                notulis_id=aktor.pegawai_id or 0,
                rahasia=secrets.token_hex(16),
            )
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _("Periode ini sudah punya rapat yang belum ditutup. Buka rapat itu, atau batalkan.")
        ) from None
    daftar_unit = tulis_agenda(rapat=rapat, pada=pada)
    if not daftar_unit:
        _tolak("periode", _kosong())
    rapat.save()
    _undang(rapat, daftar_unit, [rapat.ketua_id, rapat.notulis_id, *isi.anggota], pada)
    orang = _orang(rapat, aktor)
    if len(orang) < HADIR_SEDIKITNYA:
        _tolak("anggota", _("Selain ketua dan notulis, undang sedikitnya satu anggota."))
    audit.catat_objek(
        aktor, JENIS, rapat.pk, "susun",
        {"periode_id": periode.pk, "tanggal": rapat.tanggal, "ketua_id": rapat.ketua_id,
         "undangan": orang},
    )  # fmt: skip
    kejadian.terbitkan(
        instansi_id=aktor.instansi_id,
        nama="kalibrasi.diundang",
        muatan={"id": rapat.pk, "orang": orang},
    )
    return rapat


def _periksa(isi: IsiRapat, notulis: int | None, pada: dt.date) -> None:
    if not isi.tempat.strip() or len(isi.tempat) > BATAS_TEMPAT:
        _tolak("tempat", _("Tulis tempat rapatnya, paling panjang 200 huruf."))
    if isi.tanggal < pada:
        _tolak("tanggal", _("Hari itu sudah lewat. Pilih hari ini atau sesudahnya."))
    if isi.ketua_id == notulis:
        _tolak(
            "ketua",
            _("Anda yang membuka rapat menjadi notulis, jadi ketuanya orang lain. Pilih pejabat."),
        )


def _undang(
    rapat: RapatKalibrasi, daftar_unit: Sequence[UnitRapat], orang: Sequence[int], pada: dt.date
) -> None:
    """Write who isn't written yet: these people, and the heads of the units on the agenda."""
    pimpinan = pimpinan_unit(daftar=[satu.unit_id for satu in daftar_unit], pada=pada)
    semua = list(dict.fromkeys([*orang, *pimpinan]))
    jabatan = jabatan_pegawai(instansi_id=rapat.instansi_id, daftar=semua, pada=pada)
    hilang = [satu for satu in orang if satu not in jabatan]
    if hilang:
        bidang = "ketua" if rapat.ketua_id in hilang else "anggota"
        _tolak(
            bidang,
            _("Ketua dan anggota adalah pegawai instansi Anda yang sedang bertugas. Pilih lagi."),
        )
    peran = {rapat.ketua_id: Peran.KETUA, rapat.notulis_id: Peran.NOTULIS}
    PesertaRapat.objects.bulk_create(
        (
            PesertaRapat(
                rapat=rapat,
                pegawai_id=pk,
                peran=peran.get(pk, Peran.ANGGOTA),
                nama=jabatan[pk][0].nama_lengkap,
                jabatan=jabatan[pk][1],
            )
            for pk in semua
            if pk in jabatan
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def mulai_rapat(*, aktor: Aktor, rapat: RapatKalibrasi, pada: dt.date) -> HasilLangkah:
    """Begin: the agenda and its cards are drawn as they stand today and change no more.

    Raises: TidakBerwenangError, StatusTidakSesuaiError: not now, or nothing is on the agenda.
    """
    kini = _kunci(rapat)
    peran = peran_rapat(aktor=aktor, rapat=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis=JENIS, aksi="mulai", status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    if pada < kini.tanggal:
        raise StatusTidakSesuaiError(
            _("Rapat dijadwalkan %(hari)s. Mulailah pada hari itu, atau batalkan dan susun lagi.")
            % {"hari": tulis_tanggal(kini.tanggal)}
        )
    # Ratings, capaian and evidence may have changed since the meeting was named.
    daftar_unit = tulis_agenda(rapat=kini, pada=pada)
    if not daftar_unit:
        raise StatusTidakSesuaiError(_kosong())
    _undang(kini, daftar_unit, [], pada)
    hasil = workflow.jalankan(
        objek=kini,
        jenis=JENIS,
        aksi="mulai",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "dibuka_pada": pada,
            "analisis_id": kini.analisis_id,
            "tanpa_bukti": kini.tanpa_bukti,
            "salah_dari_seratus": kini.salah_dari_seratus,
            "standar": kini.standar,
        },
        muatan={"orang": _orang(kini, aktor)},
    )
    aturan = kebijakan.semua(instansi_id=kini.instansi_id, pada=pada)
    for unit in daftar_unit:
        KartuRapat.objects.bulk_create(undi_kartu(rapat=kini, unit=unit, aturan=aturan))
    return hasil


def tulis_agenda(*, rapat: RapatKalibrasi, pada: dt.date) -> list[UnitRapat]:
    """Draw the agenda of a meeting that doesn't sit yet, in place of an earlier one.

    Sets on ``rapat`` (unsaved) the run it stands on, the error rate and the standard.
    """
    aturan = kebijakan.semua(instansi_id=rapat.instansi_id, pada=pada)
    analisis, sebab = analisis_rapat(periode=rapat.periode, pada=pada)
    agenda = agenda_periode(periode=rapat.periode, analisis=analisis, aturan=aturan, pada=pada)
    rapat.analisis, rapat.tanpa_bukti = analisis, str(sebab)
    rapat.salah_dari_seratus = agenda.salah
    rapat.standar = (
        analisis.standar
        if analisis
        else standar_pada(instansi_id=rapat.instansi_id, pada=pada).simpanan()
    )
    UnitRapat.objects.filter(rapat=rapat).delete()
    UnitRapat.objects.bulk_create(
        UnitRapat(
            rapat=rapat,
            unit=satu.unit,
            nama_unit=satu.unit.nama,
            urut=urut,
            sebab=list(satu.sebab),
            level=satu.level,
            jumlah={predikat.value: n for predikat, n in satu.kini.jumlah.items()},
            belum=satu.kini.belum,
            hasil=satu.kini.hasil.hasil.value if satu.kini.hasil else "",
            pelanggaran=list(satu.kini.hasil.pelanggaran) if satu.kini.hasil else [],
            pita=satu.pita,
            alasan_pita=satu.alasan_pita,
        )
        for urut, satu in enumerate(agenda.daftar)
    )
    return list(UnitRapat.objects.filter(rapat=rapat).select_related("unit"))


@transaction.atomic
def batalkan_rapat(
    *, aktor: Aktor, rapat: RapatKalibrasi, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Call it off before it sits, with the reason.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    _wajib_pengelola(aktor, pada)
    bersih = _teks(alasan, "alasan", _("Tulis alasan pembatalannya."))
    kini = _kunci(rapat)
    return workflow.jalankan(
        objek=kini,
        jenis=JENIS,
        aksi="batalkan",
        aktor=aktor,
        daftar_peran=peran_rapat(aktor=aktor, rapat=kini, pada=pada),
        pada=pada,
        alasan=bersih,
        bidang={"alasan_batal": bersih},
        muatan={"orang": _orang(kini, aktor)},
    )


@transaction.atomic
def tutup_rapat(
    *, aktor: Aktor, rapat: RapatKalibrasi, hadir: Collection[int], catatan: str, pada: dt.date
) -> HasilLangkah:
    """Close: who was there and who stepped aside is kept, requests go to the penilai.

    ``hadir``: keys of ``PesertaRapat``.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: fewer than two were
    there, or neither chair nor notulis.
    """
    kini = _kunci(rapat)
    peran = peran_rapat(aktor=aktor, rapat=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis=JENIS, aksi="tutup", status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    if len(catatan) > BATAS_TEKS:
        _tolak("catatan", _("Catatan paling panjang %(n)s huruf.") % {"n": BATAS_TEKS})
    peserta = list(PesertaRapat.objects.filter(rapat=kini))
    datang = [satu for satu in peserta if satu.pk in set(hadir)]
    if len(datang) < HADIR_SEDIKITNYA or all(satu.peran == Peran.ANGGOTA for satu in datang):
        _tolak(
            "hadir",
            _("Tandai yang hadir: sedikitnya dua orang, di antaranya ketua atau notulis."),
        )
    for satu in peserta:
        satu.hadir = satu in datang
    PesertaRapat.objects.bulk_update(peserta, ["hadir"])
    _tulis_mundur(kini, peserta, pada)
    diminta = list(
        KartuRapat.objects.filter(unit__rapat=kini, keputusan=KartuRapat.Keputusan.TINJAU)
    )
    return workflow.jalankan(
        objek=kini,
        jenis=JENIS,
        aksi="tutup",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={"ditutup_pada": pada, "catatan": catatan.strip()},
        muatan={"penilai": sorted({satu.penilai_id for satu in diminta})},
    )


def _tulis_mundur(rapat: RapatKalibrasi, peserta: Sequence[PesertaRapat], pada: dt.date) -> None:
    daftar = list(UnitRapat.objects.filter(rapat=rapat).select_related("unit"))
    orang = {satu.pegawai_id: satu for satu in peserta}
    MundurRapat.objects.bulk_create(
        MundurRapat(unit_id=unit, peserta=orang[siapa], sebab=sebab)
        for (unit, siapa), sebab in sorted(
            halangan(rapat=rapat, daftar_unit=daftar, daftar_pegawai=list(orang), pada=pada).items()
        )
        if siapa in orang
    )


def _orang(rapat: RapatKalibrasi, aktor: Aktor) -> list[int]:
    return list(
        PesertaRapat.objects.filter(rapat=rapat)
        .exclude(pegawai_id=aktor.pegawai_id or 0)
        .order_by("pegawai_id")
        .values_list("pegawai_id", flat=True)
    )


def _kunci(rapat: RapatKalibrasi) -> RapatKalibrasi:
    return (
        RapatKalibrasi.objects.select_for_update(of=("self",))
        .select_related("periode")
        .get(pk=rapat.pk)
    )


def _wajib_pengelola(aktor: Aktor, pada: dt.date) -> None:
    if PENGELOLA not in peran_analisis(aktor=aktor, pada=pada):
        raise TidakBerwenangError(
            _("Rapat kalibrasi disusun dan dibatalkan pengelola kinerja instansi.")
        )
    if aktor.mode_petugas is None:
        raise TidakBerwenangError(
            _("Aktifkan mode petugas dulu, dengan alasannya, lalu lanjutkan rapatnya.")
        )


def _teks(teks: str, bidang: str, pesan: str) -> str:
    bersih = teks.strip()
    if not bersih:
        _tolak(bidang, pesan)
    if len(bersih) > BATAS_TEKS:
        _tolak(bidang, _("Paling panjang %(n)s huruf. Ringkas dulu.") % {"n": BATAS_TEKS})
    return bersih


def _tolak(bidang: str, pesan: str) -> None:
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})
