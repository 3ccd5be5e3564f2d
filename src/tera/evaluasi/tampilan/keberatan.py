"""The pages of an objection: the window as dates, the steps, both sides, the decision."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.models import Evaluasi, Keberatan, KeteranganKeberatan, LevelRating
from tera.evaluasi.selectors.keberatan import (
    BISA_DIKEBERATANKAN,
    BerkasKeberatan,
    isi_keberatan,
)
from tera.evaluasi.services.keberatan.putusan import pihak_belum_didengar
from tera.evaluasi.services.penyampaian import jendela_lewat
from tera.evaluasi.tampilan.dasar import NADA_LEVEL, lencana_predikat
from tera.evaluasi.tampilan.dasar import keberatan as jendela

Status = Keberatan.Status
Pihak = KeteranganKeberatan.Pihak
NADA = {Status.DIAJUKAN: "peringatan", Status.KLARIFIKASI: "info", Status.DIPUTUS: "sukses"}


def kunci_draf_keberatan(pk: int) -> str:
    """Return the key under which a typed objection is kept."""
    return f"keberatan-{pk}"


def konteks_ajukan(*, aktor: Aktor, berkas: BerkasKeberatan, form: Any) -> dict[str, Any]:
    """Before there is an objection: until when, and the form where it may be filed."""
    evaluasi = berkas.evaluasi
    lewat = jendela_lewat(evaluasi=evaluasi, pada=aktor.hari_ini)
    diterima = evaluasi.status in BISA_DIKEBERATANKAN and evaluasi.diterima_pada is not None
    return {
        "evaluasi": evaluasi,
        "form": form,
        "jendela": jendela(evaluasi),
        "lewat": lewat,
        "belum_diterima": evaluasi.status == Evaluasi.Status.DISAMPAIKAN
        and evaluasi.diterima_pada is None,
        "boleh_ajukan": diterima and not lewat and "pegawai" in berkas.peran,
        "boleh_kertas": diterima and "pengelola" in berkas.peran,
        "sudah_final": evaluasi.status == Evaluasi.Status.FINAL,
        "milik_sendiri": "pegawai" in berkas.peran,
        "kunci_draf": kunci_draf_keberatan(evaluasi.pk),
        "dibuka": berkas.penuh,
    }


def konteks_keberatan(
    *, aktor: Aktor, berkas: BerkasKeberatan, form: Any = None, form_bukti: Any = None
) -> dict[str, Any]:
    """An objection: for its parties everything, for a pengelola that it exists and until when."""
    keberatan, evaluasi = berkas.keberatan, berkas.evaluasi
    if keberatan is None:
        raise AssertionError("asked only where there is an objection")
    status = Status(keberatan.status)
    konteks: dict[str, Any] = {
        "evaluasi": evaluasi,
        "keberatan": keberatan,
        "penuh": berkas.penuh,
        "status": {"label": status.label, "nada": NADA[status]},
        "langkah": langkah(keberatan),
        "tanggal": tanggal_penting(keberatan, evaluasi),
        "kepada": kepada(keberatan),
        "kirim_ulang": kirim_ulang(keberatan),
        "lewat_target": keberatan.target_pada is not None
        and status != Status.DIPUTUS
        and aktor.hari_ini > keberatan.target_pada,
    }
    if not berkas.penuh:
        return konteks
    isi = isi_keberatan(keberatan=keberatan)
    ada = {satu.pihak for satu in isi["keterangan"]}
    terbuka = status != Status.DIPUTUS
    pihak = berkas.peran & {"pegawai", "penilai"}
    kurang = [str(satu.label) for satu in (Pihak.PEGAWAI, Pihak.PENILAI) if satu not in ada]
    memutus = "pemutus" in berkas.peran and status == Status.KLARIFIKASI
    return konteks | {
        "keterangan": [
            {
                "pihak": kata.label,
                "daftar": [satu for satu in isi["keterangan"] if satu.pihak == kata],
            }
            for kata in Pihak
            if kata != Pihak.LAIN or Pihak.LAIN in ada
        ],
        "kurang": kurang,
        "bukti": [
            {
                "nama": satu.judul,
                "url": alamat_rute("evaluasi:keberatan_unduh", evaluasi.pk, satu.pk),
                "jenis": "berkas",
                "keterangan": ", ".join(
                    (satu.nama_pengunggah, tulis_waktu(satu.diunggah_at, aktor.zona))
                ),
            }
            for satu in isi["bukti"]
        ],
        "awal": hasil(
            keberatan.rating_hasil_awal, keberatan.rating_perilaku_awal, keberatan.predikat_awal
        ),
        "alasan_awal": alasan_awal(keberatan),
        "putusan": putusan(keberatan) if status == Status.DIPUTUS else None,
        "boleh_mulai": "pemutus" in berkas.peran and status == Status.DIAJUKAN,
        "boleh_dengar": "pemutus" in berkas.peran and terbuka,
        "boleh_putus": memutus and not kurang,
        "tunggu_keterangan": memutus and bool(kurang),
        "boleh_tulis": bool(pihak) and terbuka,
        "boleh_bukti": bool(pihak | (berkas.peran & {"pemutus"})) and terbuka,
        "form": form,
        "form_bukti": form_bukti,
        "kunci_draf": f"keterangan-{keberatan.pk}",
        "zona": aktor.zona,
    }


def konteks_putusan(*, aktor: Aktor, berkas: BerkasKeberatan, form: Any) -> dict[str, Any]:
    """Everything side by side with the form of the decision."""
    keberatan = berkas.keberatan
    if keberatan is None:
        raise AssertionError("asked only where there is an objection")
    konteks = konteks_keberatan(aktor=aktor, berkas=berkas, form=form)
    kurang = [str(Pihak(satu).label) for satu in pihak_belum_didengar(keberatan)]
    return konteks | {
        "kunci_draf": f"putusan-{keberatan.pk}",
        "belum_didengar": kurang,
        "bisa": keberatan.status == Status.KLARIFIKASI and not kurang,
    }


def langkah(keberatan: Keberatan) -> list[dict[str, str]]:
    """The strip: filed, both sides heard, decided, each with its day."""
    urutan = (
        (Status.DIAJUKAN, _("Diajukan"), keberatan.diajukan_pada),
        (Status.KLARIFIKASI, _("Klarifikasi"), keberatan.klarifikasi_pada),
        (Status.DIPUTUS, _("Diputus"), keberatan.diputus_pada),
    )
    kini = [satu for satu, _kata, _hari in urutan].index(Status(keberatan.status))
    tamat = keberatan.status == Status.DIPUTUS
    return [
        {
            "label": kata,
            "status": "selesai" if i < kini or tamat else "kini" if i == kini else "nanti",
            "keterangan": tulis_tanggal(hari) if hari else "",
        }
        for i, (_status, kata, hari) in enumerate(urutan)
    ]


def tanggal_penting(keberatan: Keberatan, evaluasi: Evaluasi) -> list[tuple[str, str]]:
    """Receipt, the 14th day, the agency's day, the last day when it is another, filing, target."""
    isi = []
    if evaluasi.diterima_pada:
        isi.append((_("Dokumen diterima"), tulis_tanggal(evaluasi.diterima_pada)))
    if keberatan.batas_hari:
        isi.append((_("Hari ke-14"), tulis_tanggal(keberatan.batas_hari)))
    if keberatan.jadwal_instansi and keberatan.batas:
        isi.append((_("Jadwal instansi"), tulis_tanggal(keberatan.jadwal_instansi)))
        isi.append((_("Hari terakhir yang berlaku"), tulis_tanggal(keberatan.batas)))
    elif keberatan.batas and keberatan.batas != keberatan.batas_hari:
        isi.append((_("Batas karena hari libur"), tulis_tanggal(keberatan.batas)))
    isi.append(
        (
            _("Keberatan diajukan"),
            f"{tulis_tanggal(keberatan.diajukan_pada)}, "
            f"{sebutan_pilihan(keberatan, 'cara').lower()}",
        )
    )
    if keberatan.bukti_terima:
        isi.append((_("Bukti tanggal terima"), keberatan.bukti_terima))
    if keberatan.diputus_pada:
        isi.append((_("Diputus"), tulis_tanggal(keberatan.diputus_pada)))
    elif keberatan.target_pada:
        isi.append(
            (_("Sasaran putusan (bukan tenggat hukum)"), tulis_tanggal(keberatan.target_pada))
        )
    return isi


def kirim_ulang(keberatan: Keberatan) -> str:
    """What became of a result that had gone out as final; empty where it hadn't."""
    if not keberatan.sesudah_final:
        return ""
    if keberatan.status != Status.DIPUTUS:
        return "menunggu"
    return "berubah" if keberatan.berubah else "tetap"


def kepada(keberatan: Keberatan) -> dict[str, str]:
    """Who decides and why; the kept sentence is Indonesian, elsewhere its short reason is said."""
    return {
        "nama": keberatan.kepada.nama_lengkap if keberatan.kepada else "",
        "dasar": sebutan_pilihan(keberatan, "dasar_kepada"),
        "penjelasan": keberatan.penjelasan_kepada
        if get_language() == settings.LANGUAGE_CODE
        else "",
    }


def hasil(rating_hasil: str, rating_perilaku: str, predikat: str) -> dict[str, Any]:
    """Both ratings and the predikat with their tones."""
    return {
        "rating": [
            (judul, str(LevelRating(nilai).label), NADA_LEVEL[LevelRating(nilai)])
            for judul, nilai in (
                (_("Hasil kerja"), rating_hasil),
                (_("Perilaku kerja"), rating_perilaku),
            )
        ],
        "predikat": lencana_predikat(predikat),
    }


def alasan_awal(keberatan: Keberatan) -> list[tuple[str, str]]:
    """The rater's words in the first result."""
    rekaman = keberatan.rekaman_awal
    return [
        (judul, rekaman.get(kunci, ""))
        for judul, kunci in (
            (_("Alasan hasil kerja"), "alasan_hasil_kerja"),
            (_("Alasan perilaku kerja"), "alasan_perilaku_kerja"),
            (_("Catatan penilai"), "catatan"),
        )
        if rekaman.get(kunci)
    ]


def putusan(keberatan: Keberatan) -> dict[str, Any]:
    """The decision: what stands now, what changed and why."""
    return {
        "berubah": keberatan.berubah,
        "hasil": hasil(
            keberatan.rating_hasil_putusan,
            keberatan.rating_perilaku_putusan,
            keberatan.predikat_putusan,
        ),
        "oleh": keberatan.pemutus.nama_lengkap if keberatan.pemutus else "",
        "pada": keberatan.diputus_pada,
        "alasan": [
            (judul, teks)
            for judul, teks in (
                (_("Pertimbangan"), keberatan.pertimbangan),
                (_("Alasan rating hasil kerja"), keberatan.alasan_hasil),
                (_("Alasan rating perilaku kerja"), keberatan.alasan_perilaku),
            )
            if teks
        ],
    }


def baris_daftar(keberatan: Keberatan, *, aktor: Aktor) -> dict[str, Any]:
    """One row of a list: who, when, where it stands; no word of it."""
    evaluasi = keberatan.evaluasi
    saya = aktor.pegawai_id
    status = Status(keberatan.status)
    bagian = ""
    if saya == keberatan.kepada_id:
        bagian = _("Anda yang memutus")
    elif saya == evaluasi.pegawai_id:
        bagian = _("Keberatan Anda")
    elif saya == evaluasi.penilai_id:
        bagian = _("Hasil dari Anda")
    return {
        "evaluasi": evaluasi,
        "keberatan": keberatan,
        "bagian": bagian,
        "status": {"label": str(status.label), "nada": NADA[status]},
        "kepada": keberatan.kepada.nama_lengkap if keberatan.kepada else _("belum ada"),
        "lewat": status != Status.DIPUTUS
        and keberatan.target_pada is not None
        and keberatan.target_pada < aktor.hari_ini,
    }
