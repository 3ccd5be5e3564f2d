"""The rater's workspace: the material, the marks, the suggestion, the two ratings on one screen."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.core.aktor import Aktor
from tera.evaluasi.forms import PenilaianForm
from tera.evaluasi.kolom import LEVEL_PENDEK, BarisTanda, TandaForm
from tera.evaluasi.models import CatatanKerja, Evaluasi, LevelRating, PilihanPredikat
from tera.evaluasi.saran import Riwayat
from tera.evaluasi.selectors import Kertas, Tanda
from tera.evaluasi.selectors.pengecualian import batas_laju
from tera.evaluasi.services.penilaian import di_atas_target
from tera.evaluasi.services.rekaman import susun_saran
from tera.evaluasi.tampilan.dasar import (
    NADA_LEVEL,
    kuadran,
    kunci_draf,
    lencana_predikat,
    riwayat,
    strip,
)
from tera.evaluasi.tampilan.sertifikat import keadaan_sertifikat
from tera.organisasi.models import JenisPeriode
from tera.pelaksanaan.models import BuktiDukung, Realisasi, StatusLaporan
from tera.pelaksanaan.selectors import BahanEvaluasi
from tera.pelaksanaan.selectors.bahan import BarisIndikator, RealisasiTerbaca
from tera.regulasi.berakhlak import daftar_nilai
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.skp.selectors.rubrik import daftar_unsur
from tera.umpan_balik.models import UmpanBalik
from tera.umpan_balik.selectors.berkelanjutan import UmpanTerbaca
from tera.umpan_balik.selectors.putaran import hasil_putaran
from tera.umpan_balik.tampilan.putaran import ringkas_perilaku
from tera.umpan_balik.tampilan.umpan import NADA_JENIS, sebut_hubungan

NADA_LAPORAN = {
    StatusLaporan.DILAPORKAN: "netral",
    StatusLaporan.DIVERIFIKASI: "sukses",
    StatusLaporan.DIKEMBALIKAN: "peringatan",
}


def daftar_tanda(*, bahan: BahanEvaluasi, pada: dt.date) -> list[BarisTanda]:
    """The rows that may be marked: every RHK, then the seven values."""
    return [
        *(BarisTanda(CatatanKerja.Unsur.RHK, str(rhk.kunci), rhk.teks) for rhk in bahan.daftar_rhk),
        *daftar_tanda_perilaku(pada=pada),
    ]


def daftar_tanda_perilaku(*, pada: dt.date) -> list[BarisTanda]:
    """The rows of the seven values."""
    return [
        BarisTanda(CatatanKerja.Unsur.PERILAKU, satu.kode, satu.nama)
        for satu in daftar_nilai(pada=pada)
    ]


def awal_tanda(tanda: Mapping[tuple[str, str], Tanda]) -> dict[str, str]:
    """Initial values of a mark form from stored marks."""
    awal: dict[str, str] = {}
    for (unsur, kunci), satu in tanda.items():
        awal[f"{unsur}-{kunci}"] = satu.level
        awal[f"{unsur}-{kunci}-teks"] = satu.teks
    return awal


def baris_bahan(
    *,
    bahan: BahanEvaluasi,
    kertas: Kertas,
    form: TandaForm | None,
    diri: bool = True,
    umpan: bool = False,
) -> list[dict[str, Any]]:
    """Each RHK with its indicators, evidence, the person's own mark and the form's fields.

    ``umpan``: also what was said about it, with names: for its person and the penilai.
    """
    tanda_diri = kertas.oleh(CatatanKerja.Oleh.PEGAWAI) if diri else {}
    return [
        {
            "rhk": rhk,
            "indikator": [_indikator(satu) for satu in rhk.daftar_indikator],
            "bukti": [sebut_bukti(satu) for satu in rhk.daftar_bukti],
            "diri": sebut_tanda(tanda_diri.get((CatatanKerja.Unsur.RHK, str(rhk.kunci)))),
            "umpan": [sebut_umpan(s) for s in kertas.umpan if umpan and s.rhk_kunci == rhk.kunci],
            "tanda": form.kolom(CatatanKerja.Unsur.RHK, str(rhk.kunci))
            if form is not None
            else None,
        }
        for rhk in bahan.daftar_rhk
    ]


def baris_perilaku(
    *,
    kertas: Kertas,
    form: TandaForm | None,
    pada: dt.date,
    mulai: dt.date,
    siapa: Sequence[str] = (CatatanKerja.Oleh.PEGAWAI,),
    umpan: bool = False,
) -> list[dict[str, Any]]:
    """The seven values with guides, expectation, rubrik, others' marks and the form's fields."""
    rubrik = {satu.kode: satu for satu in daftar_unsur(kertas.rubrik, mulai)}
    return [
        {
            "nilai": satu,
            "ekspektasi": kertas.ekspektasi.get(satu.kode, ""),
            "rubrik": rubrik.get(satu.kode),
            "lain": [
                {"siapa": CatatanKerja.Oleh(oleh).label, **isi}
                for oleh in siapa
                if (
                    isi := sebut_tanda(
                        kertas.oleh(oleh).get((CatatanKerja.Unsur.PERILAKU, satu.kode))
                    )
                )
            ],
            "umpan": [sebut_umpan(s) for s in kertas.umpan if umpan and s.nilai == satu.kode],
            "tanda": form.kolom(CatatanKerja.Unsur.PERILAKU, satu.kode) if form else None,
        }
        for satu in daftar_nilai(pada=pada)
    ]


def sebut_tanda(tanda: Tanda | None) -> dict[str, str]:
    """A mark in words with its tone; empty for none."""
    if tanda is None:
        return {}
    level = LevelRating(tanda.level)
    return {
        "label": str(LEVEL_PENDEK[level]),
        "nada": NADA_LEVEL[level],
        "teks": tanda.teks,
    }


def sebut_umpan(satu: UmpanTerbaca) -> dict[str, Any]:
    """One piece of feedback: who and as what, its tone, the words, the answer."""
    return {
        "isi": satu,
        "siapa": f"{sebut_hubungan(satu.hubungan)}, {satu.nama}",
        "jenis": str(UmpanBalik.Jenis(satu.jenis).label),
        "nada": NADA_JENIS[UmpanBalik.Jenis(satu.jenis)],
    }


def _indikator(satu: BarisIndikator) -> dict[str, Any]:
    realisasi = satu.realisasi
    isi: dict[str, Any] = {"isi": satu, "realisasi": realisasi, "melampaui": satu.melampaui}
    if realisasi is None:
        return isi
    angka = ""
    if realisasi.nilai is not None:
        pecahan = 0 if realisasi.nilai == realisasi.nilai.to_integral() else 2
        angka = f"{tulis_angka(realisasi.nilai, pecahan)} {realisasi.satuan}".strip()
    return isi | {
        "angka": angka,
        "persen": realisasi.persen,
        "asal": str(Realisasi.Asal(realisasi.asal).label),
        "dari_data": realisasi.asal == Realisasi.Asal.DARI_DATA,
        "status": str(StatusLaporan(realisasi.status).label),
        "nada": NADA_LAPORAN[StatusLaporan(realisasi.status)],
        "nada_persen": _nada_persen(satu, realisasi),
    }


def _nada_persen(satu: BarisIndikator, realisasi: RealisasiTerbaca) -> str:
    if realisasi.target_tercapai:
        return "sukses"
    laju = batas_laju(periode=realisasi.periode, aspek=satu.aspek, arah=realisasi.arah)
    return "info" if realisasi.persen is not None and realisasi.persen >= laju else "peringatan"


def sebut_bukti(satu: BuktiDukung) -> dict[str, Any]:
    """One piece of evidence with the address that opens it."""
    if satu.jenis == BuktiDukung.Jenis.TAUTAN:
        return {"nama": satu.nama, "jenis": "tautan", "url": satu.url}
    try:
        url = reverse("pelaksanaan:berkas", args=[satu.pk])
    except NoReverseMatch:
        url = ""
    return {"nama": satu.nama, "jenis": "berkas", "url": url}


def deret_hasil(kertas: Kertas) -> list[dict[str, Any]]:
    """The year's results so far as steps: height by predikat, newest last."""
    tinggi = {satu.value: 5 - n for n, satu in enumerate(PilihanPredikat)}
    return [
        {
            "nama": _nama_bagian(satu),
            "tinggi": tinggi[satu["predikat"]],
            "predikat": lencana_predikat(satu["predikat"]),
            "hasil": LEVEL_PENDEK[LevelRating(satu["hasil"])] if satu["hasil"] else "",
            "perilaku": LEVEL_PENDEK[LevelRating(satu["perilaku"])] if satu["perilaku"] else "",
            "penilai": satu["penilai"] or "",
        }
        for satu in kertas.seri
    ]


def _nama_bagian(satu: Mapping[str, Any]) -> str:
    if satu["jenis"] == JenisPeriode.TAHUNAN:
        return _("%(jabatan)s sampai %(selesai)s") % {
            "jabatan": satu["jabatan"],
            "selesai": tulis_tanggal(dt.date.fromisoformat(satu["skp_selesai"])),
        }
    kata = _("TW") if satu["jenis"] == JenisPeriode.TRIWULAN else _("Bln")
    return f"{kata} {satu['urut']}"


def batas_swakaji(*, evaluasi: Evaluasi, kertas: Kertas) -> dt.date:
    """The last day for sending the swakaji."""
    return evaluasi.periode.selesai + dt.timedelta(days=int(kertas.aturan["evaluasi.hari_swakaji"]))


def keadaan_swakaji(*, evaluasi: Evaluasi, kertas: Kertas, pada: dt.date) -> dict[str, Any]:
    """What the rater reads of the swakaji: its words, or that it wasn't sent."""
    swakaji = getattr(evaluasi, "swakaji", None)
    batas = batas_swakaji(evaluasi=evaluasi, kertas=kertas)
    if swakaji is None or swakaji.dikirim_at is None:
        return {"terkirim": False, "batas": tulis_tanggal(batas), "lewat": pada > batas}
    return {"terkirim": True, "isi": swakaji}


def form_penilaian(
    *, evaluasi: Evaluasi, bahan: BahanEvaluasi, kertas: Kertas, pada: dt.date, data: Any = None
) -> PenilaianForm:
    """The form of the workspace, empty of any suggestion; a head's rating follows the capaian."""
    hasil = evaluasi.rating_hasil_kerja
    if not hasil and (wajib := rating_pimpinan(evaluasi=evaluasi, kertas=kertas, pada=pada)):
        hasil = wajib
    return PenilaianForm(
        data,
        daftar_tanda=daftar_tanda(bahan=bahan, pada=pada),
        tahunan=evaluasi.periode.jenis == JenisPeriode.TAHUNAN,
        initial={
            **awal_tanda(kertas.oleh(CatatanKerja.Oleh.PENILAI)),
            "rating_hasil_kerja": hasil,
            "alasan_hasil_kerja": evaluasi.alasan_hasil_kerja,
            "rating_perilaku_kerja": evaluasi.rating_perilaku_kerja,
            "alasan_perilaku_kerja": evaluasi.alasan_perilaku_kerja,
            "alasan_beda": evaluasi.alasan_beda,
            "catatan": evaluasi.catatan,
            "revisi": evaluasi.revisi,
        },
    )


def memimpin(*, evaluasi: Evaluasi, kertas: Kertas) -> bool:
    """Whether the person heads the unit whose capaian counts."""
    tugas = evaluasi.skp.penugasan
    return bool(tugas.memimpin_unit and kertas.unit_capaian["pk"] == tugas.unit_id)


def rating_pimpinan(*, evaluasi: Evaluasi, kertas: Kertas, pada: dt.date) -> str:
    """The rating hasil kerja that the capaian gives to the head of the unit; empty elsewhere."""
    if kertas.capaian is None or not memimpin(evaluasi=evaluasi, kertas=kertas):
        return ""
    return str(rating_hasil_pimpinan(Capaian(kertas.capaian["level"]), pada=pada).rating)


def konteks_ruang(
    *,
    aktor: Aktor,
    evaluasi: Evaluasi,
    bahan: BahanEvaluasi,
    kertas: Kertas,
    form: PenilaianForm,
    aksi: set[str],
    letak: Mapping[str, Any],
) -> dict[str, Any]:
    """What the workspace shows."""
    pada = aktor.hari_ini
    tanda = {kunci: satu.level for kunci, satu in kertas.oleh(CatatanKerja.Oleh.PENILAI).items()}
    saran = (
        susun_saran(bahan=bahan, tanda=tanda, aturan=kertas.aturan, pada=pada)
        if kertas.aturan["evaluasi.saran_rating"]
        else None
    )
    unsur = {satu.kode: satu for satu in daftar_unsur(kertas.rubrik, evaluasi.skp.mulai)}
    return {
        "evaluasi": evaluasi,
        "kunci_draf": kunci_draf(evaluasi.pk),
        "langkah": strip(evaluasi),
        "aksi": aksi,
        "letak": letak,
        "form": form,
        "daftar_rhk": baris_bahan(bahan=bahan, kertas=kertas, form=form, umpan=True),
        "perilaku": baris_perilaku(
            kertas=kertas, form=form, pada=pada, mulai=evaluasi.skp.mulai, umpan=True
        ),
        "umpan_umum": [sebut_umpan(satu) for satu in kertas.umpan if satu.tanpa_baris],
        "rubrik": {
            "versi": kertas.rubrik.versi,
            "sifat": kertas.rubrik.sifat,
            "hasil_kerja": {
                satu["tingkat"]: satu["uraian"][0]
                for _label, satu in unsur["hasil_kerja"].daftar_tingkat
            },
        },
        "capaian_pegawai": [
            {"isi": satu, "nada": NADA_LAPORAN[StatusLaporan(satu.status)]}
            for satu in bahan.daftar_capaian
        ],
        "progres": {"baris": bahan.jumlah_progres, "hari": bahan.hari_progres},
        "swakaji": keadaan_swakaji(evaluasi=evaluasi, kertas=kertas, pada=pada),
        "umpan_balik": umpan_balik(aktor=aktor, evaluasi=evaluasi, pada=pada),
        "seri": deret_hasil(kertas),
        "keluar": [
            satu
            | {
                "mulai": dt.date.fromisoformat(satu["mulai"]),
                "selesai": dt.date.fromisoformat(satu["selesai"]),
                "label_hasil": LevelRating(satu["hasil"]).label,
                "label_perilaku": LevelRating(satu["perilaku"]).label,
            }
            for satu in kertas.keluar
        ],
        "saran": {"hasil_kerja": saran[0], "perilaku_kerja": saran[1]} if saran else None,
        "unit_capaian": kertas.unit_capaian,
        "capaian": capaian_kertas(kertas),
        "pimpinan": memimpin(evaluasi=evaluasi, kertas=kertas),
        "kuadran": kuadran(evaluasi, pada),
        "sertifikat": keadaan_sertifikat(aktor=aktor, aturan=kertas.aturan, pada=pada),
        "perlu_alasan_di_atas": kertas.aturan["evaluasi.alasan_di_atas"] == "selalu"
        or (
            kertas.aturan["evaluasi.alasan_di_atas"] == "tanpa_bukti" and not di_atas_target(bahan)
        ),
        "ingat_beda": _ingat_beda(evaluasi, kertas),
        "tanpa_bukti": bahan.tanpa_bukti if kertas.aturan["evaluasi.wajib_bukti"] else (),
        "menunggu_atasan": menunggu_atasan(evaluasi),
        "riwayat": riwayat(kertas, aktor.zona),
    }


def umpan_balik(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> dict[str, Any] | None:
    """What a closed 360 round of the period says in a sentence, None without one: one query."""
    hasil = hasil_putaran(
        aktor=aktor, pegawai_id=evaluasi.pegawai_id, periode_id=evaluasi.periode_id, pada=pada
    )
    if hasil is None:
        return None
    return {
        "pk": hasil.putaran_pegawai_id,
        "ada": bool(hasil.isi["kelompok"]),
        "ringkas": ringkas_perilaku(isi=hasil.isi, butir=hasil.putaran_pegawai.putaran.butir),
    }


def menunggu_atasan(evaluasi: Evaluasi) -> bool:
    """Whether the counter-signature is what is missing."""
    return (
        evaluasi.perlu_tanda_tangan_atasan
        and evaluasi.status == Evaluasi.Status.DINILAI
        and evaluasi.disetujui_oleh_id is None
    )


def capaian_kertas(kertas: Kertas) -> dict[str, Any] | None:
    """The capaian in words."""
    if kertas.capaian is None:
        return None
    return {**kertas.capaian, "label": Capaian(kertas.capaian["level"]).label}


def _ingat_beda(evaluasi: Evaluasi, kertas: Kertas) -> str:
    """Before a year is rated: what the series says, so that nobody is surprised by the reason."""
    if evaluasi.periode.jenis != JenisPeriode.TAHUNAN or not kertas.seri_periodik:
        return ""
    seri = Riwayat(kertas.seri_periodik)
    return _("Periodik terakhir %(akhir)s; paling sering %(sering)s.") % {
        "akhir": PilihanPredikat(seri.terakhir).label,
        "sering": ", ".join(str(s.label) for s in PilihanPredikat if s.value in seri.tersering),
    }
