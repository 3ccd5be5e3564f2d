"""What the pages of the appraisal show: contexts built from selectors, so views stay short."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.core.sebutan import sebutan_peran
from tera.evaluasi import selectors
from tera.evaluasi.forms import PenilaianForm
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi, LevelRating, PilihanPredikat
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.selectors.ringkas import menilai_seseorang, unit_dipimpin
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.distribusi import HasilDistribusi
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kalender import PolaKerja
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.keberatan import batas_keberatan
from tera.regulasi.pemuat import peraturan
from tera.regulasi.predikat import predikat_kinerja
from tera.skp.selectors.rubrik import daftar_unsur
from tera.skp.selectors.terlihat import muat_rhk

NADA_PREDIKAT = {
    PilihanPredikat.SANGAT_BAIK: "sukses",
    PilihanPredikat.BAIK: "sukses",
    PilihanPredikat.BUTUH_PERBAIKAN: "peringatan",
    PilihanPredikat.KURANG: "bahaya",
    PilihanPredikat.SANGAT_KURANG: "bahaya",
}
NADA_STATUS = {
    Evaluasi.Status.TERBUKA: "peringatan",
    Evaluasi.Status.DINILAI: "info",
    Evaluasi.Status.DITETAPKAN: "utama",
    Evaluasi.Status.DISAMPAIKAN: "sukses",
    Evaluasi.Status.FINAL: "sukses",
    Evaluasi.Status.KEBERATAN: "peringatan",
    Evaluasi.Status.DIPUTUS: "sukses",
}
# In the matrix the axis says "ekspektasi" once; nine narrow cells need the room.
LEVEL_PENDEK = {
    LevelRating.DI_ATAS: gettext_lazy("Di atas"),
    LevelRating.SESUAI: gettext_lazy("Sesuai"),
    LevelRating.DI_BAWAH: gettext_lazy("Di bawah"),
}
SEBUTAN_MUTU = {
    "teks": gettext_lazy("teks peraturan dibaca"),
    "sekunder": gettext_lazy("sumber kedua"),
    "ingatan": gettext_lazy("belum terkonfirmasi"),
}


def kunci_draf(evaluasi_id: int) -> str:
    """Return the key under which the rater's typed form of this evaluation is kept."""
    return f"evaluasi-{evaluasi_id}"


def pastikan_penilai(*, aktor: Aktor, evaluasi: Evaluasi) -> None:
    """Refuse someone who isn't the rater before an invalid form is shown back."""
    if "penilai" not in peran_terhadap_evaluasi(
        aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini
    ):
        raise TidakBerwenangError(_("Hanya pejabat penilai yang memberi rating."))


def konteks_daftar(*, aktor: Aktor) -> dict[str, Any]:
    """My decided results and the open rounds."""
    menilai = menilai_seseorang(aktor=aktor, pada=aktor.hari_ini)
    memimpin = unit_dipimpin(aktor=aktor, pada=aktor.hari_ini).exists()
    petugas = organisasi.peran_petugas(aktor=aktor, pada=aktor.hari_ini)
    boleh_capaian = memimpin or bool(petugas & {"pengelola", "pejabat_pembina"})
    daftar_periode = (
        Periode.objects.filter(
            instansi_id=aktor.instansi_id, dibuka_pada__lte=aktor.hari_ini
        ).order_by("-tahun", "jenis", "urut")[:24]
        if menilai or boleh_capaian
        else []
    )
    return {
        "menilai": menilai,
        "boleh_capaian": boleh_capaian,
        "daftar_hasil": [
            {
                "evaluasi": satu,
                "nada": NADA_PREDIKAT[PilihanPredikat(satu.predikat)],
                "boleh_baca": satu.status != Evaluasi.Status.DITETAPKAN,
            }
            for satu in selectors.evaluasi_saya(aktor=aktor)
        ],
        "daftar_periode": daftar_periode,
    }


def konteks_tim(*, aktor: Aktor, periode: Periode) -> dict[str, Any]:
    """The team board of one period."""
    baris = selectors.tim_dinilai(aktor=aktor, periode=periode)
    return {
        "periode": periode,
        "daftar": [
            {
                "skp": satu.skp,
                "evaluasi": satu.evaluasi,
                "status": satu.evaluasi.get_status_display() if satu.evaluasi else _("Belum"),
                "nada": NADA_STATUS[Evaluasi.Status(satu.evaluasi.status)]
                if satu.evaluasi
                else "netral",
                "predikat": satu.evaluasi.get_predikat_display()
                if satu.evaluasi and satu.evaluasi.predikat
                else "",
            }
            for satu in baris
        ],
        "jumlah": len(baris),
        "selesai": sum(1 for satu in baris if satu.evaluasi and satu.evaluasi.predikat),
    }


def konteks_rincian(
    *, aktor: Aktor, evaluasi: Evaluasi, form: PenilaianForm | None
) -> dict[str, Any]:
    """The workspace (for the rater) and the result with its reasons (for everyone who may read)."""
    pada = aktor.hari_ini
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    aksi = {
        langkah.aksi
        for langkah in workflow.aksi_tersedia(
            jenis="evaluasi", status=evaluasi.status, daftar_peran=peran
        )
    }
    unit = selectors.unit_capaian(unit=evaluasi.unit)
    capaian = selectors.capaian_unit(unit=unit, periode=evaluasi.periode)
    pimpinan = evaluasi.skp.penugasan.memimpin_unit and unit.pk == evaluasi.unit_id
    milik_sendiri = evaluasi.pegawai_id == aktor.pegawai_id
    # Until it is delivered, a result is its rater's work, not yet the person's document.
    rahasia = milik_sendiri and evaluasi.status in {
        Evaluasi.Status.TERBUKA,
        Evaluasi.Status.DINILAI,
        Evaluasi.Status.DITETAPKAN,
    }
    muat_rhk(evaluasi.skp)
    boleh_nilai = bool({"nilai", "ubah_nilai"} & aksi)
    if form is None and boleh_nilai:
        form = PenilaianForm(initial=_awal(evaluasi, capaian if pimpinan else None, pada))
    return {
        "evaluasi": evaluasi,
        "kunci_draf": kunci_draf(evaluasi.pk),
        "rahasia": rahasia,
        "milik_sendiri": milik_sendiri,
        "aksi": aksi,
        "boleh_nilai": boleh_nilai,
        "form": form if boleh_nilai else None,
        "menunggu_atasan": evaluasi.perlu_tanda_tangan_atasan
        and evaluasi.status == Evaluasi.Status.DINILAI
        and evaluasi.disetujui_oleh_id is None,
        "boleh_setujui": "atasan_penilai" in peran,
        "boleh_terima": milik_sendiri
        and evaluasi.status == Evaluasi.Status.DISAMPAIKAN
        and evaluasi.diterima_pada is None,
        "unit_capaian": unit,
        "capaian": capaian,
        "pimpinan": pimpinan,
        "nada_status": NADA_STATUS[Evaluasi.Status(evaluasi.status)],
        "nada_predikat": NADA_PREDIKAT.get(PilihanPredikat(evaluasi.predikat), "netral")
        if evaluasi.predikat
        else "netral",
        "rubrik": _rubrik(evaluasi) if boleh_nilai else None,
        "langkah": _strip(evaluasi),
        "kuadran": None if rahasia else kuadran(evaluasi, pada),
        "mengapa": None if rahasia or not evaluasi.rekaman else _mengapa(evaluasi),
        "distribusi": _distribusi(unit, evaluasi, capaian, aktor) if boleh_nilai else None,
        "keberatan": _keberatan(evaluasi),
        "riwayat": _riwayat(evaluasi, aktor.zona, rahasia),
        "daftar_rhk": evaluasi.skp.daftar_rhk.all(),
    }


def _rubrik(evaluasi: Evaluasi) -> dict[str, Any]:
    """The written criteria beside each rating: one sentence per level, the seven values below."""
    rubrik = selectors.rubrik_evaluasi(evaluasi=evaluasi)
    unsur = daftar_unsur(rubrik, evaluasi.skp.mulai)
    return {
        "versi": rubrik.versi,
        "sifat": rubrik.sifat,
        "hasil_kerja": {
            satu["tingkat"]: satu["uraian"][0]
            for satu in rubrik.daftar_kriteria
            if satu["unsur"] == "hasil_kerja"
        },
        "perilaku": [satu for satu in unsur if satu.kode != "hasil_kerja"],
    }


def _awal(
    evaluasi: Evaluasi, capaian_pimpinan: CapaianOrganisasi | None, pada: Any
) -> dict[str, Any]:
    hasil = evaluasi.rating_hasil_kerja
    if capaian_pimpinan is not None and not hasil:
        hasil = rating_hasil_pimpinan(Capaian(capaian_pimpinan.level), pada=pada).rating
    return {
        "rating_hasil_kerja": hasil,
        "alasan_hasil_kerja": evaluasi.alasan_hasil_kerja,
        "rating_perilaku_kerja": evaluasi.rating_perilaku_kerja,
        "alasan_perilaku_kerja": evaluasi.alasan_perilaku_kerja,
        "catatan": evaluasi.catatan,
        "revisi": evaluasi.revisi,
    }


def _strip(evaluasi: Evaluasi) -> list[dict[str, str]]:
    urutan = [
        (Evaluasi.Status.TERBUKA, _("Penilaian")),
        (Evaluasi.Status.DINILAI, _("Penetapan")),
        (Evaluasi.Status.DITETAPKAN, _("Penyampaian")),
        (Evaluasi.Status.DISAMPAIKAN, _("Penerimaan")),
        (Evaluasi.Status.FINAL, _("Final")),
    ]
    daftar = [status for status, _label in urutan]
    kini = (
        daftar.index(Evaluasi.Status(evaluasi.status))
        if evaluasi.status in daftar
        else len(daftar) - 1
    )
    return [
        {
            "label": label,
            "status": "selesai" if i < kini else "kini" if i == kini else "nanti",
        }
        for i, (_status, label) in enumerate(urutan)
    ]


def kuadran(evaluasi: Evaluasi, pada: Any) -> dict[str, Any]:
    """The nine cells, from the same rule that sets the predikat; the person's cell is marked."""
    baris = []
    for hasil in (LevelRating.DI_ATAS, LevelRating.SESUAI, LevelRating.DI_BAWAH):
        sel = []
        for perilaku in (LevelRating.DI_BAWAH, LevelRating.SESUAI, LevelRating.DI_ATAS):
            predikat: Predikat = predikat_kinerja(
                hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
            ).predikat
            sel.append(
                {
                    "label": PilihanPredikat(predikat).label,
                    "nada": NADA_PREDIKAT[PilihanPredikat(predikat)],
                    "aktif": (evaluasi.rating_hasil_kerja, evaluasi.rating_perilaku_kerja)
                    == (hasil, perilaku),
                }
            )
        baris.append({"label": LEVEL_PENDEK[hasil], "sel": sel})
    return {
        "baris": baris,
        "kolom": [
            LEVEL_PENDEK[level]
            for level in (LevelRating.DI_BAWAH, LevelRating.SESUAI, LevelRating.DI_ATAS)
        ],
    }


def _mengapa(evaluasi: Evaluasi) -> dict[str, Any]:
    rekaman = evaluasi.rekaman
    return {
        "masukan": [
            (
                _("Capaian %(unit)s") % {"unit": rekaman["capaian"]["unit"]},
                _("%(level)s, ditetapkan %(nama)s")
                % {
                    "level": CapaianOrganisasi.Level(rekaman["capaian"]["level"]).label,
                    "nama": rekaman["capaian"]["penetap"],
                },
            ),
            (_("Rating hasil kerja"), evaluasi.get_rating_hasil_kerja_display()),
            (_("Rating perilaku kerja"), evaluasi.get_rating_perilaku_kerja_display()),
            (_("Predikat menurut kuadran"), evaluasi.get_predikat_display()),
            (_("Pejabat penilai"), rekaman["penilai"]["nama"]),
        ],
        "alasan": [
            (judul, teks)
            for judul, teks in (
                (_("Alasan hasil kerja"), evaluasi.alasan_hasil_kerja),
                (_("Alasan perilaku kerja"), evaluasi.alasan_perilaku_kerja),
            )
            if teks
        ],
        "dasar": [
            {
                "nama": peraturan(satu["peraturan"]).nama,
                "letak": satu["letak"],
                "mutu": SEBUTAN_MUTU[satu["mutu"]],
            }
            for satu in rekaman["dasar"]
        ],
    }


def _distribusi(
    unit: UnitKerja, evaluasi: Evaluasi, capaian: CapaianOrganisasi | None, aktor: Aktor
) -> HasilDistribusi | None:
    if capaian is None:
        return None
    return selectors.distribusi_unit(
        unit=unit, periode=evaluasi.periode, capaian=capaian, pada=aktor.hari_ini
    )


def _keberatan(evaluasi: Evaluasi) -> dict[str, Any] | None:
    if evaluasi.diterima_pada is None:
        return None
    try:
        batas = batas_keberatan(
            diterima_pada=evaluasi.diterima_pada, pola=PolaKerja(evaluasi.unit.pola_hari_kerja)
        )
    except BelumDiaturError as galat:
        # A year whose holidays nobody has decreed yet: say so, guess nothing.
        return {"diterima": tulis_tanggal(evaluasi.diterima_pada), "sebab": galat.pesan}
    return {
        "diterima": tulis_tanggal(evaluasi.diterima_pada),
        "batas": tulis_tanggal(batas.batas),
        "batas_hari": tulis_tanggal(batas.batas_hari),
        "beda": batas.batas != batas.batas_hari,
        "sementara": batas.sementara,
    }


def _riwayat(evaluasi: Evaluasi, zona: str, rahasia: bool) -> list[dict[str, Any]]:
    if rahasia:
        return []
    return [
        {
            "judul": Evaluasi.Status(satu.ke).label,
            "waktu": tulis_waktu(satu.terjadi_at, zona),
            "oleh": satu.nama_aktor,
            "peran": sebutan_peran(satu.peran),
            "catatan": satu.alasan,
        }
        for satu in workflow.riwayat(jenis="evaluasi", objek_id=evaluasi.pk)
    ]
