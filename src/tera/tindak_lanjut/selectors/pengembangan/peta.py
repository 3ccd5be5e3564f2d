"""Strengths and gaps of one person, each tied to its evidence; no sum, no score.

From delivered results (marks per RHK and per BerAKHLAK value, the rater's words), the released 360
result where the reader may read it, feedback, and verified achievements. What the aktor may not
read isn't in it: the same page may show a person and the penilai different things.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.evaluasi.models import CatatanKerja, Evaluasi, LevelRating, PilihanPredikat
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN
from tera.organisasi.models import Pegawai
from tera.pelaksanaan.models import CapaianPegawai, StatusLaporan
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.models import RencanaHasilKerja
from tera.tindak_lanjut.models import KegiatanPengembangan, Kesenjangan
from tera.umpan_balik.models import UmpanBalik
from tera.umpan_balik.selectors.berkelanjutan import umpan_balik_terlihat
from tera.umpan_balik.selectors.putaran import orang_berhasil

#: A result below this asks for a plan.
LEMAH = (
    PilihanPredikat.BUTUH_PERBAIKAN,
    PilihanPredikat.KURANG,
    PilihanPredikat.SANGAT_KURANG,
)
#: Where all groups stand below or above: the same bounds as beside the rating form.
RENDAH, TINGGI = 1.0, 1.25
BATAS = 40


@dataclass(frozen=True, slots=True)
class Temuan:
    """One strength or gap: its stable key, where it is from, the words, the evidence.

    ``kuat`` None: a note of the penilai that is neither; the person may plan from it too.
    """

    kunci: str
    kuat: bool | None
    asal: str
    kesenjangan: str
    teks: str
    keterangan: str
    pada: dt.date
    url: str
    evaluasi_id: int | None = None


@dataclass(frozen=True, slots=True)
class Peta:
    """What one reader may see of a person's strengths and gaps, newest first."""

    kekuatan: tuple[Temuan, ...]
    kesenjangan: tuple[Temuan, ...]
    catatan: tuple[Temuan, ...]

    def cari(self, kunci: str) -> Temuan | None:
        """Return the finding with this key."""
        semua = (*self.kesenjangan, *self.catatan, *self.kekuatan)
        return next((satu for satu in semua if satu.kunci == kunci), None)


def hasil_terbaca(*, pegawai: Pegawai, sejak: int) -> list[Evaluasi]:
    """Return the delivered results of a person since a year, newest first: one query."""
    return list(
        Evaluasi.objects.filter(
            pegawai=pegawai, status__in=SUDAH_DISAMPAIKAN, periode__tahun__gte=sejak
        )
        .select_related("periode", "penilai", "skp")
        .order_by("-periode__selesai", "-pk")[:12]
    )


def peta_pengembangan(*, aktor: Aktor, pegawai: Pegawai, pada: dt.date) -> Peta:
    """Return the map of a person for the aktor, who passed the door: six queries at most."""
    hasil = hasil_terbaca(pegawai=pegawai, sejak=pada.year - 1)
    temuan = sorted(
        _unik((*_hasil(hasil), *_tanda(hasil), *_putaran(aktor, pegawai, pada),
               *_umpan(aktor, pegawai, pada), *_capaian(pegawai, pada))),
        key=lambda satu: satu.pada,
        reverse=True,
    )  # fmt: skip
    return Peta(
        tuple(satu for satu in temuan if satu.kuat)[:BATAS],
        tuple(satu for satu in temuan if satu.kuat is False)[:BATAS],
        tuple(satu for satu in temuan if satu.kuat is None)[:BATAS],
    )


def _unik(daftar: Iterable[Temuan]) -> list[Temuan]:
    """What was found several times stands once: the newest, with how often."""
    kelompok: defaultdict[tuple[bool | None, str, str], list[Temuan]] = defaultdict(list)
    for satu in daftar:
        kelompok[satu.kuat, satu.asal, satu.teks].append(satu)
    return [
        terbaru
        if len(sama) == 1
        else replace(
            terbaru,
            keterangan=_("%(keterangan)s Tercatat %(n)s kali.")
            % {"keterangan": terbaru.keterangan, "n": len(sama)},
        )
        for sama in kelompok.values()
        for terbaru in [max(sama, key=lambda satu: satu.pada)]
    ]


def _hasil(daftar: list[Evaluasi]) -> Iterator[Temuan]:
    """The predikat below Baik, and the rater's reasons and notes."""
    for satu in daftar:
        url = alamat_rute("evaluasi:rincian", satu.pk)
        isi = (satu.periode.selesai, url, satu.pk)
        if satu.predikat in LEMAH:
            yield Temuan(
                f"{satu.pk}:predikat", False, KegiatanPengembangan.Asal.HASIL, Kesenjangan.TEKNIS,
                _("Hasil %(periode)s: %(predikat)s")
                % {"periode": satu.periode, "predikat": satu.get_predikat_display()},
                _("Rencanakan sekarang; Anda tidak perlu menunggu hasil akhir tahun."), *isi,
            )  # fmt: skip
        for kunci, level, alasan, jenis in (
            ("hasil", satu.rating_hasil_kerja, satu.alasan_hasil_kerja, Kesenjangan.TEKNIS),
            ("perilaku", satu.rating_perilaku_kerja, satu.alasan_perilaku_kerja,
             Kesenjangan.PERILAKU),
        ):  # fmt: skip
            if alasan.strip() and level in {LevelRating.DI_ATAS, LevelRating.DI_BAWAH}:
                yield Temuan(
                    f"{satu.pk}:alasan:{kunci}", level == LevelRating.DI_ATAS,
                    KegiatanPengembangan.Asal.CATATAN, jenis, alasan.strip()[:500],
                    _("Alasan penilai pada hasil %(periode)s") % {"periode": satu.periode}, *isi,
                )  # fmt: skip
        if satu.catatan.strip():
            yield Temuan(
                f"{satu.pk}:catatan", False if satu.predikat in LEMAH else None,
                KegiatanPengembangan.Asal.CATATAN, Kesenjangan.TEKNIS, satu.catatan.strip()[:500],
                _("Catatan penilai pada hasil %(periode)s") % {"periode": satu.periode}, *isi,
            )  # fmt: skip


def _tanda(daftar: list[Evaluasi]) -> Iterator[Temuan]:
    """Marks of the penilai above or below expectation, per RHK and per value: two queries."""
    per_pk = {satu.pk: satu for satu in daftar}
    catatan = list(
        CatatanKerja.objects.filter(
            evaluasi_id__in=per_pk,
            oleh=CatatanKerja.Oleh.PENILAI,
            level__in=[LevelRating.DI_ATAS, LevelRating.DI_BAWAH],
        ).order_by("pk")
    )
    rhk = {
        str(kunci): teks
        for kunci, teks in RencanaHasilKerja.objects.filter(
            skp_id__in={satu.skp_id for satu in daftar}
        ).values_list("kunci", "teks")
    } if catatan else {}  # fmt: skip
    for satu in catatan:
        evaluasi = per_pk[satu.evaluasi_id]
        perilaku = satu.unsur == CatatanKerja.Unsur.PERILAKU
        nama = (_nama_nilai(evaluasi.periode.selesai) if perilaku else rhk).get(satu.kunci)
        if nama is None:
            continue
        kuat = satu.level == LevelRating.DI_ATAS
        kata = _("Di atas ekspektasi") if kuat else _("Di bawah ekspektasi")
        yield Temuan(
            kunci=f"{satu.evaluasi_id}:{satu.unsur}:{satu.kunci}",
            kuat=kuat,
            asal=KegiatanPengembangan.Asal.PERILAKU if perilaku else KegiatanPengembangan.Asal.RHK,
            kesenjangan=Kesenjangan.PERILAKU if perilaku else Kesenjangan.TEKNIS,
            teks=nama[:500],
            keterangan=f"{kata}. {satu.teks}".strip() if satu.teks else f"{kata}.",
            pada=evaluasi.periode.selesai,
            url=alamat_rute("evaluasi:rincian", evaluasi.pk),
            evaluasi_id=evaluasi.pk,
        )


def _nama_nilai(pada: dt.date) -> dict[str, str]:
    return {satu.kode: satu.nama for satu in daftar_nilai(pada=pada)}


def _putaran(aktor: Aktor, pegawai: Pegawai, pada: dt.date) -> Iterator[Temuan]:
    """The newest released 360 result, only by what was released to this reader."""
    satu = (
        orang_berhasil(aktor=aktor, pada=pada)
        .filter(pegawai=pegawai)
        .order_by("-putaran__selesai", "-pk")
        .first()
    )
    if satu is None:
        return
    for letak, butir in enumerate(satu.putaran.butir):
        rata = _rata(satu.hasil.isi, letak)
        if not rata or not (max(rata) < RENDAH or min(rata) > TINGGI):
            continue
        kuat = min(rata) > TINGGI
        yield Temuan(
            kunci=f"360:{satu.pk}:{letak}",
            kuat=kuat,
            asal=KegiatanPengembangan.Asal.UMPAN_BALIK,
            kesenjangan=Kesenjangan.PERILAKU,
            teks=str(butir["teks"])[:500],
            keterangan=_("Semua kelompok yang tampil melihatnya cenderung di atas.")
            if kuat
            else _("Semua kelompok yang tampil melihatnya cenderung di bawah."),
            pada=satu.putaran.selesai,
            url=alamat_rute("umpan_balik:putaran_hasil", satu.pk),
        )


def _rata(isi: dict[str, Any], letak: int) -> list[float]:
    return [
        kelompok["butir"][letak]["rata"]
        for kelompok in isi.get("kelompok", ())
        if letak < len(kelompok["butir"])
        and kelompok["butir"][letak]
        and "rata" in kelompok["butir"][letak]
    ]


def _umpan(aktor: Aktor, pegawai: Pegawai, pada: dt.date) -> Iterator[Temuan]:
    """What was said about the work: praise, and what should be mended."""
    for satu in (
        umpan_balik_terlihat(aktor=aktor, pada=pada)
        .filter(
            penerima=pegawai,
            ditarik_at__isnull=True,
            tanggal__gte=dt.date(pada.year - 1, 1, 1),
            jenis__in=[UmpanBalik.Jenis.APRESIASI, UmpanBalik.Jenis.PERBAIKAN],
        )
        .order_by("-tanggal", "-pk")[:20]
    ):
        yield Temuan(
            kunci=f"umpan:{satu.pk}",
            kuat=satu.jenis == UmpanBalik.Jenis.APRESIASI,
            asal=KegiatanPengembangan.Asal.UMPAN_BALIK,
            kesenjangan=Kesenjangan.TEKNIS,
            teks=satu.teks[:500],
            keterangan=_("Umpan balik dari %(nama)s") % {"nama": satu.nama_pemberi},
            pada=satu.tanggal,
            url=alamat_rute("umpan_balik:umpan", satu.pk),
        )


def _capaian(pegawai: Pegawai, pada: dt.date) -> Iterator[Temuan]:
    for satu in CapaianPegawai.objects.filter(
        pegawai=pegawai,
        status=StatusLaporan.DIVERIFIKASI,
        tanggal__gte=dt.date(pada.year - 1, 1, 1),
    ).order_by("-tanggal")[:10]:
        yield Temuan(
            kunci=f"capaian:{satu.pk}",
            kuat=True,
            asal=KegiatanPengembangan.Asal.HASIL,
            kesenjangan=Kesenjangan.TEKNIS,
            teks=satu.judul,
            keterangan=_("Capaian yang sudah diverifikasi"),
            pada=satu.tanggal,
            url=alamat_rute("pelaksanaan:capaian", satu.pk),
        )
