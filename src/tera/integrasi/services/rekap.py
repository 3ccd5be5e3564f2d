"""BKN's *Rekap Penilaian*: read row by row, compared with ours, never corrected silently.

The file (seen in public programs): row 1 `kode - instansi`, row 2 unit, row 3 the period, row 5 the
header. The header is found by name; labels are matched exactly; what can't be read is named.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import Sel
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors import SUDAH_DITETAPKAN
from tera.integrasi.models import CatatanEKinerja
from tera.integrasi.permissions import PERAN_TUKAR, boleh_menyatakan, pastikan_petugas
from tera.integrasi.sebutan import sebut_hasil
from tera.organisasi.models import NomorInduk, Pegawai, Periode
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.services.impor.hasil import LaporanLembar, Rincian
from tera.organisasi.services.impor.kolom import cari_kepala
from tera.regulasi.galat import RegulasiError
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.nip import rapikan_nip
from tera.regulasi.predikat import baca_predikat, baca_rating, predikat_kinerja

KOLOM = {
    "nip": ("NIP", "NIP Pegawai"),
    "nama": ("Nama", "Nama Pegawai"),
    "hasil": ("Rating Hasil Kinerja", "Rating Hasil Kerja"),
    "perilaku": ("Rating Perilaku Kerja", "Rating Perilaku"),
    "predikat": (
        "Predikat Kinerja Periodik",
        "Predikat Kinerja Tahunan",
        "Predikat Kinerja",
        "Predikat Kinerja Pegawai",
    ),
}
WAJIB = ("nip", "hasil", "perilaku", "predikat")


@dataclass(slots=True)
class HasilRekap(LaporanLembar):
    """What a Rekap told: rows read, refused, the same, different, and unknown here.

    Codes of rows: ``label_tidak_dikenal``, ``tidak_konsisten``, ``nip_tidak_dikenal``,
    ``nip_ganda``, ``nip_angka``, ``di_luar_kewenangan`` (refused); ``berbeda``, ``belum_di_tera``
    (read, and listed).
    """

    HITUNGAN: ClassVar[tuple[str, ...]] = ("sama", "berbeda", "belum_di_tera")
    sama: int = 0
    berbeda: int = 0
    belum_di_tera: int = 0


@dataclass(frozen=True, slots=True)
class _Baris:
    nomor: int
    nip: str
    hasil: Rating
    perilaku: Rating
    predikat: Predikat


def impor_rekap(
    *,
    aktor: Aktor,
    periode: Periode,
    nama_berkas: str,
    isi: bytes,
    pada: dt.date,
    periksa: bool = False,
) -> HasilRekap:
    """Read one Rekap for ``periode`` and note per evaluation whether e-Kinerja says the same.

    Rows that can't be read or contradict the matrix are reported and left out; the same file again
    changes nothing. Our own result is never changed.

    Raises:
        TidakBerwenangError: not an officer. MasukanSalahError: no sheet has the columns.
    """
    pastikan_petugas(aktor=aktor, pada=pada)
    hasil = HasilRekap()
    daftar = _baca(nama_berkas, isi, hasil, periode.selesai)
    with transaction.atomic():
        _cocokkan(aktor, periode, daftar, hasil, pada, simpan=not periksa)
    hasil.disimpan = not periksa
    hasil.rincian.sort(key=lambda r: r.baris)
    return hasil


def _baca(nama: str, isi: bytes, hasil: HasilRekap, pada: dt.date) -> list[_Baris]:
    kepala, baris = cari_kepala(nama=nama, isi=isi, kamus=KOLOM, wajib=WAJIB)
    daftar: list[_Baris] = []
    kemunculan: dict[str, list[int]] = {}
    for nomor, sel in baris:
        if all(teks_sel(satu) == "" for satu in sel):
            continue
        hasil.baris += 1
        satu = _satu(nomor, {k: kepala.sel(sel, k) for k in KOLOM}, hasil, pada)
        if satu is not None:
            daftar.append(satu)
            kemunculan.setdefault(satu.nip, []).append(nomor)
    ganda = {nip for nip, letak in kemunculan.items() if len(letak) > 1}
    for satu in daftar:
        if satu.nip in ganda:
            letak = ", ".join(map(str, kemunculan[satu.nip]))
            hasil.tolak_baris(satu.nomor, "NIP", "nip_ganda", _(
                "NIP %(nip)s muncul pada baris %(letak)s. Sisakan satu baris yang benar."
            ) % {"nip": satu.nip, "letak": letak})  # fmt: skip
    return [satu for satu in daftar if satu.nip not in ganda]


def _satu(nomor: int, sel: dict[str, Sel], hasil: HasilRekap, pada: dt.date) -> _Baris | None:
    if isinstance(sel["nip"], (int, float)):
        hasil.tolak_baris(nomor, "NIP", "nip_angka", _(
            "NIP tersimpan sebagai angka, jadi angka terakhirnya bisa hilang. Ubah kolom NIP "
            "menjadi teks, isi ulang, lalu unggah lagi."
        ))  # fmt: skip
        return None
    nip = rapikan_nip(teks_sel(sel["nip"]))
    try:
        satu = _Baris(
            nomor,
            nip,
            baca_rating(teks_sel(sel["hasil"]), pada=pada),
            baca_rating(teks_sel(sel["perilaku"]), pada=pada),
            baca_predikat(teks_sel(sel["predikat"]), pada=pada),
        )
    except RegulasiError as galat:
        hasil.tolak_baris(nomor, "", "label_tidak_dikenal", str(galat))
        return None
    matriks = predikat_kinerja(hasil_kerja=satu.hasil, perilaku_kerja=satu.perilaku, pada=pada)
    if matriks.predikat != satu.predikat:
        hasil.tolak_baris(nomor, "Predikat", "tidak_konsisten", _(
            "Predikat “%(predikat)s” tidak sesuai dengan kedua ratingnya: menurut kuadran kinerja "
            "seharusnya %(seharusnya)s. Betulkan di e-Kinerja; Tera tidak mengubahnya."
        ) % {"predikat": teks_sel(sel["predikat"]),
             "seharusnya": matriks.predikat.label})  # fmt: skip
        return None
    return satu


def _cocokkan(
    aktor: Aktor,
    periode: Periode,
    daftar: Sequence[_Baris],
    hasil: HasilRekap,
    pada: dt.date,
    *,
    simpan: bool,
) -> None:
    orang = orang_per_nip(aktor, [satu.nip for satu in daftar])
    evaluasi = {
        satu.pegawai_id: satu
        for satu in Evaluasi.objects.filter(
            periode=periode, pegawai_id__in={p.pk for p in orang.values()}
        )
        .select_related("unit")
        .order_by("skp__mulai")
    }
    tercatat = {
        satu.evaluasi_id: satu
        for satu in CatatanEKinerja.objects.filter(evaluasi__in=evaluasi.values())
    }
    awalan = [
        jalur for peran, jalur in daftar_petugas(aktor=aktor, pada=pada) if peran in PERAN_TUKAR
    ]
    for baris in daftar:
        pegawai = orang.get(baris.nip)
        if pegawai is None:
            hasil.tolak_baris(baris.nomor, "NIP", "nip_tidak_dikenal", _(
                "NIP %(nip)s tidak ada pada instansi ini. Impor pegawainya dulu."
            ) % {"nip": baris.nip})  # fmt: skip
            continue
        satu = evaluasi.get(pegawai.pk)
        if satu is not None and not (
            aktor.adalah_sistem or any(satu.unit.path.startswith(jalur) for jalur in awalan)
        ):
            hasil.tolak_baris(baris.nomor, "NIP", "di_luar_kewenangan", _(
                "%(nama)s bekerja di luar unit yang Anda kelola."
            ) % {"nama": pegawai.nama_lengkap})  # fmt: skip
            continue
        hasil.diterima += 1
        if satu is None or satu.status not in SUDAH_DITETAPKAN:
            hasil.belum_di_tera += 1
            hasil.rincian.append(Rincian(baris.nomor, "NIP", "belum_di_tera", _(
                "%(nama)s sudah dinilai di e-Kinerja, tetapi hasilnya belum ditetapkan di Tera."
            ) % {"nama": pegawai.nama_lengkap}))  # fmt: skip
            continue
        sama = (satu.rating_hasil_kerja, satu.rating_perilaku_kerja) == (
            baris.hasil, baris.perilaku,
        )  # fmt: skip
        if sama:
            hasil.sama += 1
        else:
            hasil.berbeda += 1
            hasil.rincian.append(Rincian(baris.nomor, "Predikat", "berbeda", _(
                "%(nama)s: di e-Kinerja %(bkn)s, di Tera %(tera)s. Catatan resmi nasional ada di "
                "e-Kinerja; betulkan di sana atau buka kembali di sini dengan alasan."
            ) % {"nama": pegawai.nama_lengkap, "bkn": sebut_hasil(
                predikat=baris.predikat.value, hasil=baris.hasil.value,
                perilaku=baris.perilaku.value,
            ), "tera": _sebutan(satu)}))  # fmt: skip
        if simpan:
            _simpan(aktor, satu, baris, tercatat.get(satu.pk), sama=sama)


def _sebutan(satu: Evaluasi | CatatanEKinerja) -> str:
    return sebut_hasil(
        predikat=satu.predikat,
        hasil=satu.rating_hasil_kerja,
        perilaku=satu.rating_perilaku_kerja,
    )


def _simpan(
    aktor: Aktor,
    evaluasi: Evaluasi,
    baris: _Baris,
    lama: CatatanEKinerja | None,
    *,
    sama: bool,
) -> None:
    bidang = {
        "status": CatatanEKinerja.Status.SUDAH if sama else CatatanEKinerja.Status.BERBEDA,
        "sumber": CatatanEKinerja.Sumber.REKAP,
        "rating_hasil_kerja": baris.hasil.value,
        "rating_perilaku_kerja": baris.perilaku.value,
        "predikat": baris.predikat.value,
    }
    if lama is not None and all(getattr(lama, nama) == nilai for nama, nilai in bidang.items()):
        return
    _tulis(aktor, evaluasi, bidang, "baca_rekap")


def _tulis(aktor: Aktor, evaluasi: Evaluasi, bidang: dict[str, Any], aksi: str) -> CatatanEKinerja:
    catatan, _baru = CatatanEKinerja.objects.update_or_create(
        evaluasi=evaluasi,
        defaults={
            **bidang,
            "instansi_id": evaluasi.instansi_id,
            "nama_aktor": aktor.nama,
            "dicatat_at": clock.sekarang(),
        },
    )
    audit.catat_objek(aktor, "ekinerja", evaluasi.pk, aksi, bidang)
    return catatan


@transaction.atomic
def nyatakan_tercatat(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> CatatanEKinerja:
    """State that this result has been entered in e-Kinerja: by its penilai or an officer.

    Raises:
        TidakBerwenangError: neither. StatusTidakSesuaiError: the result isn't set, or the Rekap
            already showed another one.
    """
    evaluasi = (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan__unit", "unit")
        .get(pk=evaluasi.pk)
    )
    if not boleh_menyatakan(aktor=aktor, evaluasi=evaluasi, pada=pada):
        raise TidakBerwenangError(
            _("Yang menandai hasil sudah di e-Kinerja adalah pejabat penilai atau pengelola.")
        )
    if evaluasi.status not in SUDAH_DITETAPKAN:
        raise StatusTidakSesuaiError(
            _("Belum bisa ditandai: predikatnya belum ditetapkan di Tera.")
        )
    lama = CatatanEKinerja.objects.filter(evaluasi=evaluasi).first()
    if (
        lama is not None
        and lama.status == CatatanEKinerja.Status.BERBEDA
        and lama.sumber == CatatanEKinerja.Sumber.REKAP
    ):
        raise StatusTidakSesuaiError(
            _(
                "Rekap BKN menunjukkan %(bkn)s, berbeda dengan Tera. Samakan dulu di e-Kinerja, "
                "lalu impor rekapnya lagi."
            )
            % {"bkn": _sebutan(lama)}
        )
    return _tulis(
        aktor,
        evaluasi,
        {
            "status": CatatanEKinerja.Status.SUDAH,
            "sumber": CatatanEKinerja.Sumber.PERNYATAAN,
            "rating_hasil_kerja": evaluasi.rating_hasil_kerja,
            "rating_perilaku_kerja": evaluasi.rating_perilaku_kerja,
            "predikat": evaluasi.predikat,
        },
        "nyatakan_tercatat",
    )


def orang_per_nip(aktor: Aktor, daftar_nip: list[str]) -> dict[str, Pegawai]:
    """People of the instansi by any number they carry or carried."""
    orang: dict[str, Pegawai] = {}
    for awal in range(0, len(daftar_nip), 500):
        potong = daftar_nip[awal : awal + 500]
        for nomor in NomorInduk.objects.filter(
            pegawai__instansi_id=aktor.instansi_id, nomor__in=potong
        ).select_related("pegawai"):
            orang[nomor.nomor] = nomor.pegawai
        for pegawai in Pegawai.objects.filter(instansi_id=aktor.instansi_id, nip__in=potong):
            orang[pegawai.nip] = pegawai
    return orang


def teks_sel(sel: Sel) -> str:
    return "" if sel is None else " ".join(str(sel).replace("\xa0", " ").split())
