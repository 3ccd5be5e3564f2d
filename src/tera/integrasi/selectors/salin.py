"""*Salin ke e-Kinerja*: a record cut into BKN's fields, in the order its pages ask for them.

The order follows the manuals read (dossier, sections 5.2 and 5.5): planning by RHK, then indikator
per aspek, perilaku, lampiran; appraisal by rencana aksi, bukti, realisasi, then the ratings.

Everything is in e-Kinerja's own words, in Indonesian whoever copies.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import override

from tera.antarmuka.format import tulis_tanggal
from tera.evaluasi.models import Evaluasi
from tera.pelaksanaan.models import ProgresHarian, RencanaAksi
from tera.pelaksanaan.selectors import bahan_evaluasi
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.models import SKP

PENILAIAN = "SKP Bawahan › Penilaian"
URUTAN_LAMPIRAN = ("dukungan_sumber_daya", "skema_pertanggungjawaban", "konsekuensi")


@dataclass(frozen=True, slots=True)
class ButirSalin:
    """One field of e-Kinerja: its label there, and the text to paste."""

    label: str
    teks: str


@dataclass(frozen=True, slots=True)
class BagianSalin:
    """One form of e-Kinerja: the menu that opens it, and its fields in order."""

    judul: str
    menu: str
    daftar: tuple[ButirSalin, ...]


@override(settings.LANGUAGE_CODE)
def salinan_skp(*, skp: SKP) -> list[BagianSalin]:
    """Return a plan in the order of e-Kinerja's pages; five queries."""
    bagian = [
        BagianSalin(
            "Tambah SKP",
            "SKP › Tambah SKP",
            (
                ButirSalin("Periode Awal", f"{skp.mulai:%d-%m-%Y}"),
                ButirSalin("Periode Akhir", f"{skp.selesai:%d-%m-%Y}"),
                ButirSalin("Pendekatan", skp.get_pendekatan_display()),
            ),
        )
    ]
    for nomor, rhk in enumerate(
        skp.daftar_rhk.select_related("rhk_pimpinan").prefetch_related("daftar_indikator"), start=1
    ):
        butir = [
            ButirSalin("Klasifikasi RHK", rhk.get_klasifikasi_display()),
            ButirSalin("Jenis RHK", rhk.get_jenis_display()),
        ]
        if rhk.rhk_pimpinan:
            butir.append(ButirSalin("RHK Pimpinan yang Diintervensi", rhk.rhk_pimpinan.teks))
        butir.append(ButirSalin("Rencana Hasil Kerja", rhk.teks))
        if rhk.penugasan_dari:
            butir.append(ButirSalin("Penugasan dari", rhk.penugasan_dari))
        for satu in rhk.daftar_indikator.all():
            aspek = satu.get_aspek_display() if satu.aspek else ""
            butir.append(ButirSalin(f"Indikator {aspek}".strip(), satu.teks))
            butir.append(
                ButirSalin(f"Target {aspek}".strip(), f"{satu.target} {satu.satuan}".strip())
            )
        if rhk.perspektif:
            butir.append(ButirSalin("Perspektif", rhk.get_perspektif_display()))
        bagian.append(BagianSalin(f"RHK {nomor}", "SKP › Detail SKP", tuple(butir)))
    khusus = dict(skp.daftar_perilaku.values_list("nilai", "ekspektasi_khusus"))
    bagian.append(
        BagianSalin(
            "Perilaku kerja",
            "SKP › Detail SKP › Perilaku",
            tuple(
                ButirSalin(nilai.nilai.label, khusus.get(nilai.kode, ""))
                for nilai in daftar_nilai(pada=skp.mulai)
                if khusus.get(nilai.kode)
            ),
        )
    )
    lampiran: defaultdict[str, list[str]] = defaultdict(list)
    nama = {}
    for baris in skp.daftar_lampiran.all():
        lampiran[baris.bagian].append(baris.teks)
        nama[baris.bagian] = baris.get_bagian_display()
    bagian.append(
        BagianSalin(
            "Lampiran",
            "SKP › Detail SKP › Lampiran",
            tuple(
                ButirSalin(nama[kunci], teks)
                for kunci in URUTAN_LAMPIRAN
                for teks in lampiran.get(kunci, ())
            ),
        )
    )
    return [satu for satu in bagian if satu.daftar]


@override(settings.LANGUAGE_CODE)
def salinan_evaluasi(*, evaluasi: Evaluasi) -> list[BagianSalin]:
    """Return what was done and how it was rated, in the order of e-Kinerja's pages."""
    skp, periode = evaluasi.skp, evaluasi.periode
    bahan = bahan_evaluasi(skp=skp, periode=periode)
    rencana: defaultdict[object, list[RencanaAksi]] = defaultdict(list)
    for aksi in RencanaAksi.objects.filter(penugasan_id=skp.penugasan_id, periode=periode):
        rencana[aksi.rhk_kunci].append(aksi)
    # What the decision stood on; before it there is nothing to carry over.
    umpan_rhk = {
        satu["kunci"]: satu.get("umpan_balik") for satu in evaluasi.rekaman.get("hasil_kerja", ())
    }
    bagian = []
    for nomor, rhk in enumerate(bahan.daftar_rhk, start=1):
        butir = [ButirSalin("Rencana Hasil Kerja", rhk.teks)]
        for aksi in rencana[rhk.kunci]:
            butir.append(ButirSalin("Rencana Aksi", aksi.teks))
            if aksi.target:
                butir.append(ButirSalin("Target Rencana Aksi", aksi.target))
        for bukti in rhk.daftar_bukti:
            butir.append(ButirSalin("Nama Eviden", bukti.nama))
            if bukti.url:
                butir.append(ButirSalin("Link Bukti Dukung", bukti.url))
        for satu in rhk.daftar_indikator:
            if satu.realisasi is None:
                continue
            angka = "" if satu.realisasi.nilai is None else f"{satu.realisasi.nilai:f}"
            if "." in angka:
                angka = angka.rstrip("0").rstrip(".").replace(".", ",")
            teks = " ".join(t for t in (angka, satu.satuan if angka else "") if t)
            butir.append(
                ButirSalin(
                    f"Realisasi: {satu.teks}",
                    " — ".join(t for t in (teks, satu.realisasi.teks) if t),
                )
            )
            if satu.realisasi.sumber_data:
                butir.append(ButirSalin("Sumber Data", satu.realisasi.sumber_data))
        butir += _umpan(umpan_rhk.get(str(rhk.kunci)))
        bagian.append(BagianSalin(f"RHK {nomor}", "SKP › Penilaian › Rencana Aksi", tuple(butir)))
    harian = ProgresHarian.objects.filter(
        penugasan_id=skp.penugasan_id, tanggal__range=(periode.mulai, periode.selesai)
    ).select_related("rencana_aksi")[:31]
    for hari in harian:
        bagian.append(
            BagianSalin(
                f"Progres harian {tulis_tanggal(hari.tanggal)}",
                "Progress Harian",
                tuple(
                    ButirSalin(label, teks)
                    for label, teks in (
                        ("Rencana Aksi", hari.rencana_aksi.teks if hari.rencana_aksi else ""),
                        ("Tanggal", f"{hari.tanggal:%d-%m-%Y}"),
                        ("Jam Mulai", f"{hari.jam_mulai:%H:%M}"),
                        ("Jam Selesai", f"{hari.jam_selesai:%H:%M}"),
                        ("Kegiatan Harian", hari.kegiatan),
                        ("Sumber Data", "ekinerja"),
                        ("Realisasi", str(hari.realisasi)),
                        ("Satuan", hari.satuan),
                        ("Bukti Dukung", hari.bukti_url),
                    )
                    if teks
                ),
            )
        )
    perilaku = [
        ButirSalin(f"Umpan Balik {satu['nama']}", butir.teks)
        for satu in evaluasi.rekaman.get("perilaku_kerja", ())
        for butir in _umpan(satu.get("umpan_balik"))
    ]
    if perilaku:
        bagian.append(BagianSalin("Umpan balik perilaku", PENILAIAN, tuple(perilaku)))
    if evaluasi.predikat:
        bagian.append(
            BagianSalin(
                "Hasil evaluasi",
                PENILAIAN,
                (
                    ButirSalin("Rating Hasil Kerja", evaluasi.get_rating_hasil_kerja_display()),
                    ButirSalin("Rating Perilaku", evaluasi.get_rating_perilaku_kerja_display()),
                    ButirSalin("Predikat Kinerja", evaluasi.get_predikat_display()),
                    *((ButirSalin("Catatan/Rekomendasi", evaluasi.catatan),)
                      if evaluasi.catatan else ()),
                ),
            )
        )  # fmt: skip
    return bagian


def _umpan(daftar: list[dict[str, str]] | None) -> list[ButirSalin]:
    """What was said about one row, each with the part that the form names."""
    return [ButirSalin("Umpan Balik", f"{s['pemberi']}: {s['teks']}") for s in daftar or ()]
