"""Rating one person: marks, both ratings, the counter-signature.

A human gives both ratings; the system never does, except that the capaian of a unit is the rating
hasil kerja of its head (SE MenPANRB 3/2023).
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.galat import (
    MasukanSalahError,
    StatusTidakSesuaiError,
    TeraError,
    TidakBerwenangError,
)
from tera.core.models import TandaTerima
from tera.core.workflow import HasilLangkah
from tera.evaluasi import selectors
from tera.evaluasi.models import ALASAN_UBAH_NILAI, Evaluasi, LevelRating, PembacaanEvaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.saran import Riwayat, galat_alasan
from tera.evaluasi.services.catatan import IsiTanda, tandai_evaluasi
from tera.evaluasi.services.kunci import kunci_evaluasi
from tera.evaluasi.services.sertifikat import pastikan_bersertifikat
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode
from tera.pelaksanaan.selectors import BahanEvaluasi, bahan_evaluasi
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import predikat_kinerja


@dataclass(frozen=True, slots=True)
class IsiPenilaian:
    """What a rater writes about one person; ``revisi`` of the row the form was filled from.

    ``tanda``: the marks beside the ratings; None leaves those that stand.
    ``predikat``: what the sender takes to follow from the ratings; empty where nothing is claimed.
    """

    rating_hasil_kerja: str
    rating_perilaku_kerja: str
    revisi: int
    alasan_hasil_kerja: str = ""
    alasan_perilaku_kerja: str = ""
    alasan_beda: str = ""
    catatan: str = ""
    tanda: IsiTanda | None = field(default=None)
    predikat: str = ""


def nilai_evaluasi(
    *,
    aktor: Aktor,
    evaluasi: Evaluasi,
    rating_hasil_kerja: str,
    rating_perilaku_kerja: str,
    revisi: int,
    pada: dt.date,
    alasan_hasil_kerja: str = "",
    alasan_perilaku_kerja: str = "",
    alasan_beda: str = "",
    catatan: str = "",
    tanda: IsiTanda | None = None,
    predikat: str = "",
) -> HasilLangkah:
    """Write the two ratings of one person, with the marks when given.

    Raises:
        MasukanSalahError: a rating is missing or unknown; a reason is missing that the rule or the
            policy asks for; the head of a unit's rating differs from the mapping of its capaian;
            ``predikat`` is given and isn't the matrix of the ratings.
        StatusTidakSesuaiError: someone changed it since the page was opened, or it is set.
        TidakBerwenangError: the aktor isn't the rater.
    """
    isi = IsiPenilaian(
        rating_hasil_kerja,
        rating_perilaku_kerja,
        revisi,
        alasan_hasil_kerja,
        alasan_perilaku_kerja,
        alasan_beda,
        catatan,
        tanda,
        predikat,
    )
    return _nilai(aktor, evaluasi, isi, pada)


@transaction.atomic
def _nilai(aktor: Aktor, evaluasi: Evaluasi, isi: IsiPenilaian, pada: dt.date) -> HasilLangkah:
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    if kini.status == Evaluasi.Status.DINILAI:
        workflow.jalankan(
            objek=kini,
            jenis="evaluasi",
            aksi="ubah_nilai",
            aktor=aktor,
            daftar_peran=peran,
            pada=pada,
            alasan=ALASAN_UBAH_NILAI,
        )
    workflow.langkah_berlaku(
        jenis="evaluasi", aksi="nilai", status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    if kini.revisi != isi.revisi:
        raise StatusTidakSesuaiError(
            _(
                "Penilaian ini sudah diubah sejak halaman Anda dibuka. Muat ulang, bandingkan, "
                "lalu simpan lagi; isian Anda masih ada di halaman ini."
            )
        )
    if isi.tanda is not None:
        tandai_evaluasi(aktor=aktor, evaluasi=kini, tanda=isi.tanda, pada=pada)
    aturan = kebijakan.semua(instansi_id=kini.instansi_id, pada=pada)
    pastikan_bersertifikat(aktor=aktor, aturan=aturan, pada=pada)
    galat = periksa_penilaian(evaluasi=kini, isi=isi, aturan=aturan, pada=pada)
    if galat:
        raise MasukanSalahError(
            _("Penilaian belum disimpan: %(sebab)s")
            % {"sebab": " ".join(p for daftar in galat.values() for p in daftar)},
            per_bidang=galat,
        )
    bidang: dict[str, Any] = {
        "rating_hasil_kerja": isi.rating_hasil_kerja,
        "rating_perilaku_kerja": isi.rating_perilaku_kerja,
        "alasan_hasil_kerja": isi.alasan_hasil_kerja.strip(),
        "alasan_perilaku_kerja": isi.alasan_perilaku_kerja.strip(),
        "alasan_beda": isi.alasan_beda.strip(),
        "catatan": isi.catatan.strip(),
        "revisi": kini.revisi + 1,
        # The one who rates is the rater of record, also where the post changed hands meanwhile.
        "penilai_id": aktor.pegawai_id,
        "versi_rubrik": selectors.rubrik_evaluasi(evaluasi=kini).versi,
        # A changed rating needs a new counter-signature.
        "disetujui_oleh": None,
        "disetujui_at": None,
    }
    return workflow.jalankan(
        objek=kini,
        jenis="evaluasi",
        aksi="nilai",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang=bidang,
    )


def periksa_penilaian(
    *, evaluasi: Evaluasi, isi: IsiPenilaian, aturan: Mapping[str, Any], pada: dt.date
) -> dict[str, list[str]]:
    """Return what stands in the way of these ratings, per field of the form."""
    galat = galat_alasan(
        hasil=isi.rating_hasil_kerja,
        perilaku=isi.rating_perilaku_kerja,
        alasan_hasil=isi.alasan_hasil_kerja,
        alasan_perilaku=isi.alasan_perilaku_kerja,
        kebijakan=aturan,
        di_atas_target=_di_atas_target(evaluasi, isi, aturan),
    )
    galat |= galat_pimpinan(evaluasi, isi.rating_hasil_kerja, pada)
    if "rating_hasil_kerja" not in galat and "rating_perilaku_kerja" not in galat:
        galat |= galat_predikat(
            hasil=isi.rating_hasil_kerja,
            perilaku=isi.rating_perilaku_kerja,
            predikat=isi.predikat,
            pada=pada,
        )
        galat |= galat_beda(
            evaluasi=evaluasi,
            hasil=isi.rating_hasil_kerja,
            perilaku=isi.rating_perilaku_kerja,
            alasan=isi.alasan_beda,
            pada=pada,
        )
    return galat


def galat_predikat(
    *, hasil: str, perilaku: str, predikat: str, pada: dt.date
) -> dict[str, list[str]]:
    """Return the refusal of a predikat that was sent along and isn't the matrix of the ratings."""
    if not predikat:
        return {}
    benar = predikat_kinerja(
        hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
    ).predikat
    if predikat == benar.value:
        return {}
    pesan = _(
        "Predikat yang dikirim tidak sama dengan kuadran kedua rating, yaitu %(benar)s. Predikat "
        "tidak dipilih: ubah ratingnya bila hasilnya memang lain."
    ) % {"benar": benar.label}
    return {"predikat": [pesan]}


def _di_atas_target(evaluasi: Evaluasi, isi: IsiPenilaian, aturan: Mapping[str, Any]) -> bool:
    if (
        isi.rating_hasil_kerja != LevelRating.DI_ATAS
        or aturan["evaluasi.alasan_di_atas"] != "tanpa_bukti"
        or isi.alasan_hasil_kerja.strip()
    ):
        return False
    return di_atas_target(bahan_evaluasi(skp=evaluasi.skp, periode=evaluasi.periode))


def di_atas_target(bahan: BahanEvaluasi) -> bool:
    """Whether the material itself speaks for Di Atas."""
    return bahan.ada_di_atas_target or bahan.ada_capaian_terverifikasi


def galat_beda(
    *, evaluasi: Evaluasi, hasil: str, perilaku: str, alasan: str, pada: dt.date
) -> dict[str, list[str]]:
    """A year's predikat unlike the last or most frequent periodic one owes a reason (R-200)."""
    if evaluasi.periode.jenis != JenisPeriode.TAHUNAN or alasan.strip():
        return {}
    predikat = predikat_kinerja(
        hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
    ).predikat
    beda = Riwayat(selectors.seri_periodik(evaluasi=evaluasi)).beda(predikat)
    if not beda:
        return {}
    return {
        "alasan_beda": [
            _(
                "Predikat tahunan “%(predikat)s” %(beda)s, jadi perlu alasan. Tulis apa yang "
                "membedakan setahun penuh dari penilaian periodiknya."
            )
            % {"predikat": predikat.label, "beda": beda}
        ]
    }


def galat_pimpinan(evaluasi: Evaluasi, hasil: str, pada: dt.date) -> dict[str, list[str]]:
    """The capaian of a unit is its head's rating hasil kerja (SE MenPANRB 3/2023)."""
    if not evaluasi.skp.penugasan.memimpin_unit or not selectors.memimpin_unit_capaian(
        evaluasi=evaluasi
    ):
        return {}
    unit = evaluasi.skp.penugasan.unit
    capaian = selectors.capaian_unit(unit=unit, periode=evaluasi.periode)
    return galat_rating_pimpinan(
        nama_unit=unit.nama, level=capaian.level if capaian else "", hasil=hasil, pada=pada
    )


def galat_rating_pimpinan(
    *, nama_unit: str, level: str, hasil: str, pada: dt.date
) -> dict[str, list[str]]:
    """The same for a unit whose capaian was read already; ``level`` empty: not set."""
    if not level:
        return {
            "rating_hasil_kerja": [
                _(
                    "Capaian %(unit)s belum ditetapkan. Bagi pimpinan unit, capaian itulah rating "
                    "hasil kerjanya: tetapkan capaiannya dulu."
                )
                % {"unit": nama_unit}
            ]
        }
    wajib = rating_hasil_pimpinan(Capaian(level), pada=pada).rating
    if hasil == wajib:
        return {}
    return {
        "rating_hasil_kerja": [
            _(
                "Capaian unit “%(level)s”, jadi rating hasil kerja pimpinannya “%(wajib)s” "
                "(SE MenPANRB 3/2023). Pilih rating itu."
            )
            % {"level": Capaian(level).label, "wajib": LevelRating(wajib).label}
        ]
    }


@transaction.atomic
def setujui_penilaian(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> TandaTerima:
    """Counter-sign the ratings of a pair with a declared close relation.

    Raises:
        TidakBerwenangError: the aktor isn't the atasan penilai.
        StatusTidakSesuaiError: nothing waits for a signature.
    """
    evaluasi = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    if "atasan_penilai" not in peran:
        raise TidakBerwenangError(
            _(
                "Tanda tangan ini hanya dari atasan pejabat penilai: ia melihat penilaian ini "
                "sebelum predikatnya ditetapkan."
            )
        )
    if evaluasi.status != Evaluasi.Status.DINILAI or not evaluasi.perlu_tanda_tangan_atasan:
        raise StatusTidakSesuaiError(
            _("Tidak ada penilaian yang menunggu tanda tangan Anda di sini. Muat ulang halaman.")
        )
    evaluasi.disetujui_oleh_id = aktor.pegawai_id
    evaluasi.disetujui_at = clock.sekarang()
    evaluasi.save(update_fields=["disetujui_oleh", "disetujui_at", "updated_at"])
    bidang = {"disetujui_oleh_id": aktor.pegawai_id, "revisi": evaluasi.revisi}
    jejak = audit.catat_objek(aktor, "evaluasi", evaluasi.pk, "setujui_penilaian", bidang)
    return tanda_terima.terbitkan(
        aktor=aktor,
        jenis="evaluasi",
        objek_id=evaluasi.pk,
        aksi="setujui_penilaian",
        isi=bidang,
        jejak=jejak,
    )


# --- reading and rating in a row ------------------------------------------------------------
def sidik_sesi(kunci_sesi: str | None) -> str:
    """Return the digest of a session key: what a reading is tied to."""
    return hashlib.sha256((kunci_sesi or "").encode()).hexdigest()


def catat_baca(*, aktor: Aktor, evaluasi: Evaluasi, sesi: str) -> None:
    """Record that the rater opened this person in this session; repeating is free."""
    if aktor.pegawai_id is None or not sesi:
        return
    PembacaanEvaluasi.objects.bulk_create(
        [
            PembacaanEvaluasi(
                evaluasi=evaluasi,
                pegawai_id=aktor.pegawai_id,
                sesi=sesi,
                dibaca_at=clock.sekarang(),
            )
        ],
        ignore_conflicts=True,
    )


@dataclass(frozen=True, slots=True)
class HasilBanyak:
    """What an act on many did: those done with their receipt number, those refused and why."""

    berhasil: tuple[tuple[Evaluasi, str], ...]
    ditolak: tuple[tuple[Evaluasi, str], ...]


def nilai_sesuai_yang_dibaca(
    *, aktor: Aktor, daftar: Collection[Evaluasi], sesi: str, pada: dt.date
) -> HasilBanyak:
    """Rate *sesuai* and *sesuai* those that were opened in this session, each in its own step."""
    dibaca = set(
        PembacaanEvaluasi.objects.filter(
            evaluasi__in=[satu.pk for satu in daftar], pegawai_id=aktor.pegawai_id or 0, sesi=sesi
        ).values_list("evaluasi_id", flat=True)
    )
    berhasil: list[tuple[Evaluasi, str]] = []
    ditolak: list[tuple[Evaluasi, str]] = []
    for satu in daftar:
        if satu.pk not in dibaca:
            ditolak.append(
                (satu, _("Belum dibaca dalam sesi ini. Buka dulu orangnya, lalu nilai."))
            )
            continue
        try:
            hasil = nilai_evaluasi(
                aktor=aktor,
                evaluasi=satu,
                rating_hasil_kerja=LevelRating.SESUAI,
                rating_perilaku_kerja=LevelRating.SESUAI,
                catatan=satu.catatan,
                revisi=satu.revisi,
                pada=pada,
            )
        except TeraError as galat:
            ditolak.append((satu, galat.pesan))
        else:
            berhasil.append((satu, hasil.tanda_terima.nomor))
    return HasilBanyak(tuple(berhasil), tuple(ditolak))


def pastikan_penilai(*, peran: Collection[str]) -> None:
    """Refuse someone who isn't the rater before an invalid form is shown back."""
    if "penilai" not in peran:
        raise TidakBerwenangError(_("Hanya pejabat penilai yang memberi rating."))
