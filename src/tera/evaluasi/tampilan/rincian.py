"""One evaluation read by its owner, the atasan or an officer: the result and why it is so."""

import datetime as dt
from copy import copy
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.core.aktor import Aktor
from tera.evaluasi.kolom import LEVEL_PENDEK
from tera.evaluasi.models import (
    CapaianOrganisasi,
    CatatanKerja,
    Evaluasi,
    LevelRating,
    PilihanPredikat,
)
from tera.evaluasi.selectors import Kertas
from tera.evaluasi.selectors.keberatan import BISA_DIKEBERATANKAN, keberatan_evaluasi
from tera.evaluasi.tampilan.dasar import (
    NADA_LEVEL,
    NADA_STATUS,
    SEBUTAN_MUTU,
    keberatan,
    kuadran,
    lencana_predikat,
    riwayat,
    strip,
)
from tera.evaluasi.tampilan.ruang import (
    baris_bahan,
    batas_swakaji,
    capaian_kertas,
    deret_hasil,
    keadaan_swakaji,
    menunggu_atasan,
    sebut_bukti,
)
from tera.pelaksanaan.selectors import BahanEvaluasi
from tera.regulasi.pemuat import peraturan

STATUS_KEBERATAN = (Evaluasi.Status.KEBERATAN, Evaluasi.Status.DIPUTUS)
RAHASIA = (Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI, Evaluasi.Status.DITETAPKAN)


def masih_rahasia(*, aktor: Aktor, evaluasi: Evaluasi) -> bool:
    """Until it is delivered, a result is its rater's work, not yet the person's document."""
    return evaluasi.pegawai_id == aktor.pegawai_id and evaluasi.status in RAHASIA


def konteks_rahasia(*, aktor: Aktor, evaluasi: Evaluasi, kertas: Kertas) -> dict[str, Any]:
    """What the person sees before delivery: where it stands, and their own swakaji."""
    batas = batas_swakaji(evaluasi=evaluasi, kertas=kertas)
    swakaji = getattr(evaluasi, "swakaji", None)
    return {
        "evaluasi": evaluasi,
        "rahasia": True,
        "langkah": strip(evaluasi),
        "nada_status": NADA_STATUS[Evaluasi.Status(evaluasi.status)],
        "boleh_swakaji": evaluasi.status != Evaluasi.Status.DITETAPKAN,
        "swakaji_terkirim": swakaji.dikirim_at if swakaji else None,
        "zona": aktor.zona,
        "batas_swakaji": tulis_tanggal(batas),
        "lewat_swakaji": aktor.hari_ini > batas,
    }


def konteks_rincian(
    *,
    aktor: Aktor,
    evaluasi: Evaluasi,
    bahan: BahanEvaluasi,
    kertas: Kertas,
    peran: frozenset[str],
    aksi: set[str],
) -> dict[str, Any]:
    """The result with its reasons, and the acts that are the reader's now."""
    pada = aktor.hari_ini
    berkas = _keberatan(aktor, evaluasi)
    # Who isn't a party to an objection reads the result, not that somebody objected.
    pihak = berkas.get("buka_keberatan", True)
    tampak = evaluasi if pihak else tanpa_keberatan(evaluasi)
    milik_sendiri = evaluasi.pegawai_id == aktor.pegawai_id
    return {
        "evaluasi": evaluasi,
        "rahasia": False,
        "aksi": aksi,
        "langkah": strip(tampak),
        "status_tampil": tampak.get_status_display(),
        "nada_status": NADA_STATUS[Evaluasi.Status(tampak.status)],
        "predikat": lencana_predikat(evaluasi.predikat),
        "menunggu_atasan": menunggu_atasan(evaluasi),
        "boleh_setujui": "atasan_penilai" in peran,
        "boleh_minta_buka": "buka_kembali" in aksi and not evaluasi.alasan_buka_kembali,
        "boleh_terima": milik_sendiri
        and evaluasi.status == Evaluasi.Status.DISAMPAIKAN
        and evaluasi.diterima_pada is None,
        **berkas,
        "unit_capaian": kertas.unit_capaian,
        "capaian": capaian_kertas(kertas),
        "kuadran": kuadran(evaluasi, pada) if evaluasi.rating_hasil_kerja else None,
        "mengapa": mengapa(tampak, bahan) if evaluasi.rekaman else None,
        "daftar_rhk": baris_bahan(bahan=bahan, kertas=kertas, form=None),
        "swakaji": keadaan_swakaji(evaluasi=evaluasi, kertas=kertas, pada=pada),
        "seri": deret_hasil(kertas),
        "riwayat": riwayat(kertas, aktor.zona, tanpa=() if pihak else STATUS_KEBERATAN),
        "penilai_membaca": "penilai" in peran,
        # Speaking about a result is between its person and the penilai.
        "boleh_dialog": bool(peran & {"pegawai", "penilai"}) and bool(evaluasi.predikat),
    }


def tanpa_keberatan(evaluasi: Evaluasi) -> Evaluasi:
    """Return the evaluation as others read it: delivered or final, without the decision."""
    lain = copy(evaluasi)
    lain.status = {
        Evaluasi.Status.KEBERATAN: Evaluasi.Status.DISAMPAIKAN,
        Evaluasi.Status.DIPUTUS: Evaluasi.Status.FINAL,
    }[Evaluasi.Status(evaluasi.status)]
    lain.rekaman = {k: v for k, v in evaluasi.rekaman.items() if k != "keberatan"}
    return lain


def _keberatan(aktor: Aktor, evaluasi: Evaluasi) -> dict[str, Any]:
    """The window while it counts, and the way to the objection for those who read it."""
    status = Evaluasi.Status(evaluasi.status)
    if status in STATUS_KEBERATAN:
        berkas = keberatan_evaluasi(evaluasi=evaluasi)
        pihak = {evaluasi.pegawai_id, evaluasi.penilai_id, berkas.kepada_id if berkas else None}
        buka = aktor.mode_petugas is not None or aktor.pegawai_id in pihak
        return {"buka_keberatan": buka}
    jendela = keberatan(evaluasi, aktor.hari_ini)
    return {
        "keberatan": jendela,
        "boleh_ajukan": jendela is not None
        and not jendela.get("lewat")
        and status in BISA_DIKEBERATANKAN
        and evaluasi.pegawai_id == aktor.pegawai_id,
    }


def mengapa(evaluasi: Evaluasi, bahan: BahanEvaluasi) -> dict[str, Any]:
    """Every input, rule, article, certainty and person, from the frozen record alone.

    ``bahan`` only adds the address of evidence that still lies there.
    """
    rekaman = evaluasi.rekaman
    bukti: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for rhk in bahan.daftar_rhk:
        for berkas in rhk.daftar_bukti:
            bukti.setdefault((str(rhk.kunci), berkas.nama), []).append(sebut_bukti(berkas))
    return {
        "masukan": _masukan(rekaman),
        "alasan": [
            (judul, rekaman.get(kunci) or getattr(evaluasi, kunci))
            for judul, kunci in (
                (_("Alasan hasil kerja"), "alasan_hasil_kerja"),
                (_("Alasan perilaku kerja"), "alasan_perilaku_kerja"),
                (_("Alasan berbeda dari periodik"), "alasan_beda"),
            )
            if rekaman.get(kunci) or getattr(evaluasi, kunci)
        ],
        "hasil_kerja": [
            {
                "rhk": satu["rhk"],
                "indikator": [
                    {**baris, "angka": _angka(baris["realisasi"])} for baris in satu["indikator"]
                ],
                "bukti": [
                    # Two pieces may bear one name; each is handed out once.
                    (bukti.get((satu["kunci"], isi["nama"])) or [isi]).pop(0)
                    for isi in satu["bukti"]
                ],
                "umpan": satu.get("umpan_balik") or (),
                "tanda": _tanda(satu["tanda"]),
            }
            for satu in rekaman.get("hasil_kerja", [])
        ],
        "perilaku": [
            {
                "nama": satu["nama"],
                "umpan": satu.get("umpan_balik") or (),
                "tanda": _tanda(satu["tanda"]),
            }
            for satu in rekaman.get("perilaku_kerja", [])
            if satu["tanda"] or satu.get("umpan_balik")
        ],
        "capaian_pegawai": rekaman.get("capaian_pegawai", []),
        "saran": _saran(rekaman),
        "distribusi": _distribusi(rekaman.get("distribusi") or {}),
        "dasar": [
            {
                "nama": peraturan(satu["peraturan"]).nama,
                "letak": satu["letak"],
                "mutu": SEBUTAN_MUTU[satu["mutu"]],
            }
            for satu in rekaman["dasar"]
        ],
        "versi_rubrik": rekaman.get("versi_rubrik", ""),
        "keberatan": _putusan(rekaman),
    }


def _angka(realisasi: dict[str, Any] | None) -> str:
    """The frozen number as people write it, with its unit; what was written where there is none."""
    if realisasi is None:
        return ""
    nilai = realisasi["nilai"]
    return f"{tulis_angka(nilai) if nilai else realisasi['teks']} {realisasi['satuan']}".strip()


def _putusan(rekaman: dict[str, Any]) -> dict[str, Any] | None:
    """What a decided objection did to this result."""
    isi: dict[str, Any] | None = rekaman.get("keberatan")
    if isi is None:
        return None
    return {
        "oleh": isi["pemutus"]["nama"],
        "berubah": (isi["rating_hasil_awal"], isi["rating_perilaku_awal"])
        != (rekaman["rating_hasil_kerja"], rekaman["rating_perilaku_kerja"]),
        "pada": dt.date.fromisoformat(isi["diputus"]),
        "awal": [
            (_("Rating hasil kerja semula"), str(LevelRating(isi["rating_hasil_awal"]).label)),
            (
                _("Rating perilaku kerja semula"),
                str(LevelRating(isi["rating_perilaku_awal"]).label),
            ),
            (_("Predikat semula"), str(PilihanPredikat(isi["predikat_awal"]).label)),
        ],
        "pertimbangan": isi["pertimbangan"],
    }


def _masukan(rekaman: dict[str, Any]) -> list[tuple[str, str]]:
    capaian = rekaman["capaian"]
    isi = [
        (
            _("Capaian %(unit)s") % {"unit": capaian["unit"]},
            _("%(level)s, ditetapkan %(nama)s, %(pada)s")
            % {
                "level": CapaianOrganisasi.Level(capaian["level"]).label,
                "nama": capaian["penetap"],
                "pada": tulis_tanggal(dt.date.fromisoformat(capaian["pada"])),
            },
        ),
        (_("Rating hasil kerja"), str(LevelRating(rekaman["rating_hasil_kerja"]).label)),
        (_("Rating perilaku kerja"), str(LevelRating(rekaman["rating_perilaku_kerja"]).label)),
        (_("Predikat menurut kuadran"), str(PilihanPredikat(rekaman["predikat"]).label)),
        (_("Pejabat penilai"), rekaman["penilai"]["nama"]),
    ]
    if rekaman["atasan_penilai"]["nama"]:
        isi.append((_("Atasan pejabat penilai"), rekaman["atasan_penilai"]["nama"]))
    if "jumlah_bukti" in rekaman:
        isi.append((_("Bukti dukung"), str(rekaman["jumlah_bukti"])))
    if "swakaji" in rekaman:
        terkirim = rekaman["swakaji"]["dikirim"]
        isi.append((_("Swakaji"), _("dikirim") if terkirim else _("tidak dikirim")))
    if rekaman.get("seri_periodik"):
        isi.append(
            (
                _("Predikat periodik"),
                ", ".join(str(PilihanPredikat(p).label) for p in rekaman["seri_periodik"]),
            )
        )
    return isi


def _tanda(tanda: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    return [
        {
            "siapa": str(CatatanKerja.Oleh(oleh).label),
            "label": str(LEVEL_PENDEK[LevelRating(isi["level"])]),
            "nada": NADA_LEVEL[LevelRating(isi["level"])],
            "teks": isi["teks"],
        }
        for oleh, isi in tanda.items()
    ]


def _saran(rekaman: dict[str, Any]) -> list[tuple[str, str, str]]:
    saran = rekaman.get("saran") or {}
    return [
        (
            judul,
            str(LevelRating(saran[kunci]["level"]).label)
            if saran[kunci]["level"]
            else _("belum ada saran"),
            saran[kunci]["alasan"],
        )
        for judul, kunci in (
            (_("Hasil kerja"), "hasil_kerja"),
            (_("Perilaku kerja"), "perilaku_kerja"),
        )
        if kunci in saran
    ]


def _distribusi(isi: dict[str, Any]) -> dict[str, Any] | None:
    if not isi or not any(isi["jumlah"].values()):
        return None
    return {
        "unit": isi["unit"],
        "jumlah": [(str(PilihanPredikat(satu).label), n) for satu, n in isi["jumlah"].items() if n],
        "belum": isi["belum"],
        "pelanggaran": isi["pelanggaran"],
    }
