"""From records of talent to what the pages show: the nine boxes, step strips, reasons in words."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.sebutan import sebutan_pilihan
from tera.regulasi.talenta import KOTAK_TALENTA
from tera.tindak_lanjut.models import KotakTalenta, PetaTalenta
from tera.tindak_lanjut.models.talenta.peta import LevelPotensial
from tera.tindak_lanjut.selectors.talenta.hitung import KINERJA_TURUN, POTENSIAL_TURUN
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan
from tera.tindak_lanjut.selectors.talenta.peta import Hitungan

NADA_KOTAK = {
    9: "sukses", 8: "sukses", 7: "sukses", 6: "info", 5: "info", 4: "info",
    3: "peringatan", 2: "peringatan", 1: "peringatan",
}  # fmt: skip
NADA_STATUS = {
    "disusun": "netral",
    "diajukan": "info",
    "ditelaah": "info",
    "dikembalikan": "peringatan",
    "ditetapkan": "sukses",
    "disetujui": "sukses",
    "diperbaiki": "sukses",
    "ditolak": "netral",
    "dibatalkan": "netral",
    "ditutup": "netral",
}
NADA_PREDIKAT = {"sangat_baik": "sukses", "baik": "info"}


def daftar_pintu(luas: Jangkauan) -> list[dict[str, str]]:
    """Return the other pages of this topic that the aktor may open, with what each is for."""
    seluruh = "pengelola" in luas.peran_seluruh
    semua = (
        (
            luas.pembaca,
            _("Pencarian untuk jabatan"),
            _("Siapa memenuhi syarat satu jabatan, dengan alasan tiap orang."),
            "talenta_cocok",
        ),
        (
            luas.ada,
            _("Kinerja baik tiga tahun berturut"),
            _("Orang yang hasilnya sedikitnya Baik tiap tahun."),
            "talenta_konsisten",
        ),
        (
            luas.pembaca,
            _("Rencana suksesi"),
            _("Kelompok untuk tiap jabatan kritikal dan strategis."),
            "talenta_suksesi",
        ),
        (
            luas.ada,
            _("Usul karier"),
            _("Promosi, mutasi, dan rotasi: diusulkan, ditelaah, diputus."),
            "talenta_usul_daftar",
        ),
        (
            luas.pembaca,
            _("Koreksi fakta"),
            _("Permintaan pegawai yang menunggu jawaban."),
            "talenta_koreksi_daftar",
        ),
        (
            luas.pembaca,
            _("Peringkat kinerja unit"),
            _("Dicatat dari berita acara Tim Penilai Kinerja, bila instansi memakainya."),
            "talenta_peringkat",
        ),
        (
            seluruh,
            _("Asesmen potensial"),
            _("Impor nilai kompetensi, potensi, dan rekam jejak."),
            "talenta_potensi",
        ),
    )
    return [
        {"label": label, "keterangan": teks, "url": alamat_rute(f"tindak_lanjut:{rute}")}
        for boleh, label, teks, rute in semua
        if boleh
    ]


def dengan_kueri(request: HttpRequest, **ganti: str) -> str:
    """Return the address of this page with some parameters changed; empty ones fall away."""
    kueri = request.GET.copy()
    kueri.pop("halaman", None)
    for nama, nilai in ganti.items():
        kueri.pop(nama, None)
        if nilai:
            kueri[nama] = nilai
    return f"?{kueri.urlencode()}" if kueri else request.path


def baris_kuadran(
    request: HttpRequest, hitungan: Hitungan, pilihan: str
) -> tuple[list[str], list[dict[str, Any]]]:
    """Return columns and rows of the component: potensial falling, kinerja rising."""
    dasar = KOTAK_TALENTA.terakhir.nilai
    # Short: three columns stand side by side on a phone; the axis says against what.
    kolom = [_("Di bawah"), _("Sesuai"), _("Di atas")]
    baris = []
    for potensial in POTENSIAL_TURUN:
        sel = []
        for kinerja in reversed(KINERJA_TURUN):
            nomor = dasar[kinerja, potensial].kotak
            sel.append(
                {
                    "label": _("Kotak %(nomor)s") % {"nomor": nomor},
                    "jumlah": hitungan.kotak.get(nomor, 0),
                    "nada": NADA_KOTAK[nomor],
                    "aktif": pilihan == str(nomor),
                    "url": dengan_kueri(request, kotak=str(nomor)) + "#orang",
                }
            )
        baris.append({"label": str(LevelPotensial(potensial.value).label), "sel": sel})
    return kolom, baris


def konteks_matriks(
    request: HttpRequest,
    peta: PetaTalenta,
    hitungan: Hitungan,
    pilihan: str,
    peran: Collection[str],
) -> dict[str, Any]:
    """Return what the page of a matrix needs besides its rows."""
    kolom, baris = baris_kuadran(request, hitungan, pilihan)
    return {
        "kolom": kolom,
        "baris": baris,
        "hitungan": hitungan,
        "pilihan": pilihan,
        "judul_pilihan": _judul_pilihan(pilihan),
        "rekomendasi": _rekomendasi(pilihan),
        "belum": [
            {
                "label": str(kata.label),
                "jumlah": hitungan.keadaan.get(kata.value, 0),
                "url": dengan_kueri(request, kotak=kata.value) + "#orang",
                "aktif": pilihan == kata.value,
            }
            for kata in KotakTalenta.Keadaan
            if kata != KotakTalenta.Keadaan.LENGKAP and hitungan.keadaan.get(kata.value)
        ],
        "aturan": aturan_kata(peta.aturan),
        "nada": NADA_STATUS[peta.status],
        "boleh_hitung": "pengelola" in peran and peta.status == "disusun",
        "boleh_telaah": "pengelola" in peran and peta.status == "disusun",
        "boleh_kembalikan": bool({"pengelola", "pejabat_pembina"} & set(peran))
        and peta.status == "ditelaah",
        "boleh_tetapkan": "pejabat_pembina" in peran and peta.status == "ditelaah",
        "boleh_siasn": "pengelola" in peran and peta.status == "ditetapkan",
    }


def _judul_pilihan(pilihan: str) -> str:
    if pilihan.isdecimal():
        return _("Kotak %(nomor)s") % {"nomor": pilihan}
    if pilihan in KotakTalenta.Keadaan.values:
        return str(KotakTalenta.Keadaan(pilihan).label)
    return ""


def _rekomendasi(pilihan: str) -> list[str]:
    for satu in KOTAK_TALENTA.terakhir.nilai.values():
        if pilihan == str(satu.kotak):
            return list(satu.rekomendasi)
    return []


def aturan_kata(aturan: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the rules a matrix was made by, in words."""
    if not aturan:
        return []
    sumbu = (
        _("Predikat: Sangat Baik di atas, Baik sesuai, yang lain di bawah ekspektasi")
        if aturan["sumbu_kinerja"] == "predikat"
        else _("Pemeringkatan unit oleh Tim Penilai Kinerja")
    )
    return [
        (_("Sumbu kinerja"), sumbu),
        (
            _("Sumbu potensial"),
            _("Tinggi mulai %(tinggi)s, menengah mulai %(menengah)s, di bawahnya rendah")
            % {
                "tinggi": tulis_angka(aturan["batas_tinggi"]),
                "menengah": tulis_angka(aturan["batas_menengah"]),
            },
        ),
        (
            _("Asesmen yang dipakai"),
            _("Yang terbaru, paling tua %(n)s tahun") % {"n": aturan["umur_penilaian"]},
        ),
        (
            _("Siapa yang dipetakan"),
            _("PNS") if aturan["peserta"] == "pns" else _("PNS dan PPPK"),
        ),
    ]


def langkah_peta(peta: PetaTalenta) -> list[dict[str, str]]:
    """Return the step strip of a matrix: where it is and who acts."""
    urut = ("disusun", "ditelaah", "ditetapkan")
    kini = urut.index(peta.status)
    teks = {
        "disusun": (_("Disusun"), _("pengelola"), peta.disusun_pada),
        "ditelaah": (_("Ditelaah"), _("Komite Talenta"), peta.ditelaah_pada),
        "ditetapkan": (_("Ditetapkan"), _("pejabat pembina"), peta.ditetapkan_pada),
    }
    hasil = []
    for urutan, kata in enumerate(urut):
        label, siapa, hari = teks[kata]
        hasil.append(
            {
                "label": label,
                "status": (
                    "selesai"
                    if urutan < kini or (urutan == kini and kata == "ditetapkan")
                    else "kini"
                    if urutan == kini
                    else "nanti"
                ),
                "keterangan": f"{siapa}, {tulis_tanggal(hari)}"
                if hari and urutan <= kini
                else siapa,
            }
        )
    return hasil


def kalimat_kotak(baris: KotakTalenta) -> str:
    """Return in one sentence why a person stands where they stand."""
    if baris.keadaan == KotakTalenta.Keadaan.LENGKAP:
        return _("Kinerja %(kinerja)s bertemu potensial %(potensial)s: kotak %(nomor)s.") % {
            "kinerja": sebutan_pilihan(baris, "kinerja").lower(),
            "potensial": sebutan_pilihan(baris, "potensial").lower(),
            "nomor": baris.kotak,
        }
    if baris.keadaan == KotakTalenta.Keadaan.BELUM_POTENSI:
        return _("Belum dinilai potensinya, jadi tidak ditempatkan dalam kotak.")
    if baris.keadaan == KotakTalenta.Keadaan.BELUM_KINERJA:
        return _("Belum ada hasil kinerja yang final tahun itu, jadi tidak ditempatkan.")
    return _("Belum ada hasil kinerja final dan asesmen potensial, jadi tidak ditempatkan.")


def kata_nasihat(nasihat: Sequence[tuple[str, str]], pola: Mapping[str, int]) -> list[str]:
    """Return where a ranking leaves the pattern, in words; advice, never a refusal."""
    kalimat = {
        ("di_atas", "lebih"): _("Di atas ekspektasi lebih dari %(n)s persen.")
        % {"n": pola["pola_atas"]},
        ("sesuai", "kurang"): _("Sesuai ekspektasi kurang dari %(n)s persen.")
        % {"n": pola["pola_sesuai_min"]},
        ("sesuai", "lebih"): _("Sesuai ekspektasi lebih dari %(n)s persen.")
        % {"n": pola["pola_sesuai_maks"]},
        ("di_bawah", "lebih"): _("Di bawah ekspektasi lebih dari %(n)s persen.")
        % {"n": pola["pola_bawah"]},
    }
    return [kalimat[satu] for satu in nasihat]
