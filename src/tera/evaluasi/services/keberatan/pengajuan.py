"""Filing an objection: by the person on screen, or typed in from the signed paper.

The window runs from the day after the proven receipt (PP 30/2019 Pasal 59) and closes exactly when
the result may become final: a window that rests on days off not yet decreed waits for the decree.
"""

import datetime as dt
from dataclasses import dataclass
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Berkas, TandaTerima
from tera.evaluasi.models import CaraPenyampaian, Evaluasi, Keberatan, SebabTandaTangan
from tera.evaluasi.permissions import dengan_penilai, peran_terhadap_evaluasi
from tera.evaluasi.selectors.pemutus import tentukan_pemutus
from tera.evaluasi.services.keberatan.dasar import muatan
from tera.evaluasi.services.kunci import kunci_evaluasi
from tera.evaluasi.services.penyampaian import jendela_keberatan, jendela_lewat
from tera.organisasi import kebijakan
from tera.organisasi.models import UnitKerja
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kalender import PolaKerja, tambah_hari_kerja
from tera.regulasi.keberatan import BatasKeberatan

KUNCI_TARGET = "keberatan.target_hari_kerja"
PANJANG_ALASAN = 8000
PANJANG_BUKTI = 200


@dataclass(frozen=True, slots=True)
class IsiKertas:
    """A signed paper: the day it was handed in, its scan, and what on it proves that day."""

    diajukan_pada: dt.date | None
    nama_berkas: str
    isi_berkas: IO[bytes] | None
    bukti_terima: str = ""


@transaction.atomic
def ajukan_keberatan(
    *, aktor: Aktor, evaluasi: Evaluasi, alasan: str, pada: dt.date, kertas: IsiKertas | None = None
) -> tuple[Keberatan, TandaTerima]:
    """File the one objection against a received result.

    The person files it on screen, also when retired or moved meanwhile; the pengelola only types
    in a paper the person signed (``kertas``), and its day counts. A paper that was handed in on
    time moves a result that became final meanwhile, when the scan proves that day.

    Raises:
        TidakBerwenangError: neither of them, or the pengelola without a paper.
        StatusTidakSesuaiError: not delivered or received, filed before, or out of time: the dates
            are said. MasukanSalahError: no reason; a paper without day or scan, or out of time; or
            against a final result without what proves its day.
    """
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    _pastikan_boleh(kini, peran, kertas)
    batas = batas_evaluasi(kini)
    hari, berkas = pada, None
    galat: dict[str, list[str]] = {}
    alasan = alasan.strip()
    if not alasan or len(alasan) > PANJANG_ALASAN:
        galat["alasan"] = [
            _("Alasan belum diisi. Tulis apa yang menurut Anda keliru, paling panjang 8.000 huruf.")
        ]
    if kertas is not None:
        galat |= _galat_kertas(kini, kertas, batas, pada)
        hari = kertas.diajukan_pada or pada
    elif jendela_lewat(evaluasi=kini, pada=pada):
        raise StatusTidakSesuaiError(_pesan_lewat(kini, batas, pada))
    if galat:
        raise MasukanSalahError(
            _("Keberatan belum tercatat: %(sebab)s")
            % {"sebab": " ".join(p for daftar in galat.values() for p in daftar)},
            per_bidang=galat,
        )
    if kertas is not None and kertas.isi_berkas is not None:
        berkas = _simpan_pindaian(aktor, kertas)
    bukti = kertas.bukti_terima.strip() if kertas is not None else ""
    keberatan = _tulis(aktor, kini, alasan, hari, batas, berkas, bukti, pada)
    hasil = workflow.jalankan(
        objek=kini,
        jenis="evaluasi",
        aksi="ajukan_keberatan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        isi={
            "alasan": alasan,
            "diajukan_pada": hari,
            "kepada_id": keberatan.kepada_id,
            "sidik_berkas": berkas.sidik if berkas else "",
            "bukti_terima": bukti,
        },
        muatan=muatan(keberatan),
    )
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama="keberatan.ajukan",
        muatan={"id": keberatan.pk, **muatan(keberatan)},
    )
    _minta_tinjauan(keberatan, pada)
    return keberatan, hasil.tanda_terima


def batas_evaluasi(evaluasi: Evaluasi) -> BatasKeberatan | None:
    """Return the window of a received result; None where its days off aren't decreed at all."""
    try:
        return jendela_keberatan(evaluasi)
    except BelumDiaturError:
        return None


def target_putusan(*, unit: UnitKerja, sejak: dt.date, pada: dt.date) -> dt.date | None:
    """Return the day by which the instansi wants it decided: a service target, no rule."""
    jumlah = int(kebijakan.nilai(instansi_id=unit.instansi_id, kunci=KUNCI_TARGET, pada=pada))
    try:
        return tambah_hari_kerja(sejak, jumlah, pola=PolaKerja(unit.pola_hari_kerja)).tanggal
    except BelumDiaturError:
        return None


def _pastikan_boleh(evaluasi: Evaluasi, peran: frozenset[str], kertas: IsiKertas | None) -> None:
    lama = Keberatan.objects.filter(evaluasi=evaluasi).first()
    if lama is not None and peran & {"pegawai", "pengelola"}:
        raise StatusTidakSesuaiError(
            _(
                "Keberatan ini tidak dicatat: keberatan atas hasil yang sama sudah diajukan pada "
                "%(pada)s. Atas satu hasil ada satu keberatan, dan putusannya final (PP 30/2019 "
                "Pasal 59)."
            )
            % {"pada": f"{lama.diajukan_pada:%d-%m-%Y}"}
        )
    workflow.langkah_berlaku(
        jenis="evaluasi",
        aksi="ajukan_keberatan",
        status=evaluasi.status,
        daftar_peran=peran,
        objek_id=evaluasi.pk,
    )
    if (kertas is None) != ("pegawai" in peran):
        raise TidakBerwenangError(
            _(
                "Keberatan diajukan pegawainya sendiri. Pengelola hanya mencatat keberatan yang "
                "ditulis dan ditandatangani pegawai di atas kertas, dengan pindaiannya."
            )
        )
    if evaluasi.diterima_pada is None:
        raise StatusTidakSesuaiError(
            _(
                "Keberatan belum bisa diajukan: penerimaan dokumennya belum dicatat. Catat dulu "
                "“Saya sudah menerima dokumen ini” pada halaman hasil; menerima bukan berarti "
                "setuju, dan masa keberatan dihitung sehari sesudahnya."
            )
        )


def _pesan_lewat(
    evaluasi: Evaluasi, batas: BatasKeberatan | None, hari: dt.date, *, kertas: bool = False
) -> str:
    if batas is None or evaluasi.diterima_pada is None:  # an unknown window never closes
        raise AssertionError("a window without limit never closes")
    libur = (
        _(" Hari itu hari libur, jadi keberatan diterima sampai %(batas)s.")
        % {"batas": f"{batas.batas_hukum:%d-%m-%Y}"}
        if batas.batas_hukum != batas.batas_hari
        else ""
    )
    if batas.jadwal:
        libur += _(" Jadwal instansi: sampai %(jadwal)s.") % {"jadwal": f"{batas.jadwal:%d-%m-%Y}"}
    return _(
        "Keberatan tidak dicatat karena masanya sudah lewat. Dokumen diterima %(diterima)s; hari "
        "ke-14 jatuh pada %(hari)s.%(libur)s Keberatan ini tertanggal %(kini)s. Batas 14 hari: PP "
        "30/2019 Pasal 59. %(saran)s"
    ) % {
        "saran": _("Periksa tanggal pada cap atau tanda terima suratnya.")
        if kertas
        else _("Bila tanggal terimanya keliru, sampaikan kepada pengelola kinerja."),
        "diterima": f"{evaluasi.diterima_pada:%d-%m-%Y}",
        "hari": f"{batas.batas_hari:%d-%m-%Y}",
        "libur": libur,
        "kini": f"{hari:%d-%m-%Y}",
    }


def _galat_kertas(
    evaluasi: Evaluasi, kertas: IsiKertas, batas: BatasKeberatan | None, pada: dt.date
) -> dict[str, list[str]]:
    galat: dict[str, list[str]] = {}
    hari = kertas.diajukan_pada
    if hari is None:
        galat["diajukan_pada"] = [_("Isi tanggal keberatan diserahkan, seperti pada suratnya.")]
    elif hari > pada:
        galat["diajukan_pada"] = [_("Tanggal itu belum terjadi. Isi tanggal pada suratnya.")]
    elif evaluasi.diterima_pada and hari < evaluasi.diterima_pada:
        galat["diajukan_pada"] = [
            _("Tanggal itu mendahului penerimaan dokumen (%(pada)s).")
            % {"pada": f"{evaluasi.diterima_pada:%d-%m-%Y}"}
        ]
    elif jendela_lewat(evaluasi=evaluasi, pada=hari):
        galat["diajukan_pada"] = [_pesan_lewat(evaluasi, batas, hari, kertas=True)]
    bukti = kertas.bukti_terima.strip()
    if evaluasi.status == Evaluasi.Status.FINAL and not bukti:
        galat["bukti_terima"] = [
            _(
                "Hasil ini sudah final, jadi tanggal terima suratnya harus terbukti. Tulis cap "
                "atau nomor agenda yang tampak pada pindaian."
            )
        ]
    elif len(bukti) > PANJANG_BUKTI:
        galat["bukti_terima"] = [_("Bukti tanggal terima paling panjang 200 huruf.")]
    if kertas.isi_berkas is None:
        galat["berkas"] = [_("Unggah pindaian surat keberatan yang ditandatangani pegawai.")]
    return galat


def _simpan_pindaian(aktor: Aktor, kertas: IsiKertas) -> Berkas:
    if kertas.isi_berkas is None:
        raise AssertionError("the scan was checked before")
    try:
        return simpan_berkas(
            aktor=aktor, nama=kertas.nama_berkas, isi=kertas.isi_berkas, keperluan="keberatan"
        )
    except MasukanSalahError as salah:
        raise MasukanSalahError(salah.pesan, per_bidang={"berkas": [salah.pesan]}) from salah


def _tulis(
    aktor: Aktor,
    evaluasi: Evaluasi,
    alasan: str,
    hari: dt.date,
    batas: BatasKeberatan | None,
    berkas: Berkas | None,
    bukti: str,
    pada: dt.date,
) -> Keberatan:
    pemutus = tentukan_pemutus(evaluasi=evaluasi, pada=pada)
    sudah_final = evaluasi.status == Evaluasi.Status.FINAL
    return Keberatan.objects.create(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        alasan=alasan,
        diajukan_pada=hari,
        cara=CaraPenyampaian.KERTAS if berkas else CaraPenyampaian.LAYAR,
        berkas_kertas=berkas,
        nama_pencatat=aktor.nama,
        bukti_terima=bukti,
        sesudah_final=sudah_final,
        batas_hari=batas.batas_hari if batas else None,
        jadwal_instansi=evaluasi.periode.keberatan_sampai,
        batas=batas.batas if batas else None,
        batas_sementara=batas.sementara if batas else False,
        kepada=pemutus.pegawai,
        dasar_kepada=pemutus.dasar,
        penjelasan_kepada=pemutus.penjelasan,
        # Who decides can't have known of a paper before it was typed in.
        target_pada=target_putusan(
            unit=evaluasi.unit, sejak=pada if sudah_final else hari, pada=pada
        ),
        rating_hasil_awal=evaluasi.rating_hasil_kerja,
        rating_perilaku_awal=evaluasi.rating_perilaku_kerja,
        predikat_awal=evaluasi.predikat,
        rekaman_awal=evaluasi.rekaman,
    )


def _minta_tinjauan(keberatan: Keberatan, pada: dt.date) -> None:
    """The rater's next rating of this person, if it is open already, waits for a look from above.

    One that is opened later gets the mark when it is opened; nobody waits where nobody is above.
    """
    evaluasi = keberatan.evaluasi
    berikut = (
        dengan_penilai(
            Evaluasi.objects.select_for_update(of=("self",)).filter(
                pegawai_id=evaluasi.pegawai_id,
                penilai_id=evaluasi.penilai_id,
                status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI],
            ),
            pada=pada,
        )
        .exclude(pk=evaluasi.pk)
        .order_by("periode__selesai", "pk")
        .first()
    )
    if berikut is None or berikut.atasan_kini is None:  # type: ignore[attr-defined]
        return
    if not berikut.perlu_tanda_tangan_atasan:
        berikut.perlu_tanda_tangan_atasan = True
        berikut.sebab_tanda_tangan = SebabTandaTangan.SESUDAH_KEBERATAN
        berikut.save(
            update_fields=["perlu_tanda_tangan_atasan", "sebab_tanda_tangan", "updated_at"]
        )
    Keberatan.objects.filter(pk=keberatan.pk).update(penilaian_berikut=berikut)
