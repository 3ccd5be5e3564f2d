"""The round of one period: the team with what asks for a look first, acts on many."""

from typing import Any

from tera.core.aktor import Aktor
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.putaran import BarisPutaran
from tera.evaluasi.tampilan.dasar import NADA_STATUS, lencana_predikat


def konteks_putaran(*, aktor: Aktor, periode: Any, baris: list[BarisPutaran]) -> dict[str, Any]:
    """The rows with their acts, and the counts of what can be done to many now."""
    daftar = [_baris(satu) for satu in baris]
    return {
        "periode": periode,
        "daftar": daftar,
        "jumlah": len(daftar),
        "dinilai": sum(1 for satu in daftar if satu["sudah_dinilai"]),
        "selesai": sum(1 for satu in daftar if satu["sudah_tetap"]),
        "sampai": sum(1 for satu in daftar if satu["sudah_sampai"]),
        "bisa_sesuai": sum(1 for satu in daftar if satu["boleh_sesuai"]),
        "bisa_tetapkan": sum(1 for satu in daftar if satu["boleh_tetapkan"]),
        "bisa_sampaikan": sum(1 for satu in daftar if satu["boleh_sampaikan"]),
        "menunggu_capaian": sorted(
            {
                satu.unit_capaian.nama
                for satu in baris
                if satu.capaian is None
                and satu.evaluasi
                and satu.evaluasi.status == Evaluasi.Status.DINILAI
            }
        ),
        "pertama": next((s["evaluasi"].pk for s in daftar if s["boleh_dinilai"]), None),
        "hari_ini": aktor.hari_ini,
    }


def _baris(satu: BarisPutaran) -> dict[str, Any]:
    evaluasi = satu.evaluasi
    status = Evaluasi.Status(evaluasi.status) if evaluasi else None
    swakaji = getattr(evaluasi, "swakaji", None) if evaluasi else None
    dinilai = status == Evaluasi.Status.DINILAI
    return {
        "skp": satu.skp,
        "evaluasi": evaluasi,
        "pengecualian": satu.pengecualian,
        "dibaca": satu.dibaca,
        "realisasi": satu.jumlah_realisasi,
        "indikator": satu.jumlah_indikator or 0,
        "swakaji": swakaji is not None and swakaji.dikirim_at is not None,
        "terakhir": lencana_predikat(satu.terakhir),
        "status": sebutan_pilihan(evaluasi, "status") if evaluasi else "",
        "nada": NADA_STATUS[status] if status else "netral",
        "predikat": lencana_predikat(evaluasi.predikat) if evaluasi else None,
        "rating": (
            sebutan_pilihan(evaluasi, "rating_hasil_kerja"),
            sebutan_pilihan(evaluasi, "rating_perilaku_kerja"),
        )
        if evaluasi and evaluasi.rating_hasil_kerja
        else None,
        "boleh_dinilai": status == Evaluasi.Status.TERBUKA,
        "boleh_sesuai": status == Evaluasi.Status.TERBUKA and satu.dibaca,
        "menunggu_atasan": dinilai
        and evaluasi is not None
        and evaluasi.perlu_tanda_tangan_atasan
        and evaluasi.disetujui_oleh_id is None,
        "boleh_tetapkan": dinilai and satu.capaian is not None,
        "boleh_sampaikan": status == Evaluasi.Status.DITETAPKAN,
        "sudah_dinilai": status not in {None, Evaluasi.Status.TERBUKA},
        "sudah_tetap": status not in {None, Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI},
        "sudah_sampai": status
        in {
            Evaluasi.Status.DISAMPAIKAN,
            Evaluasi.Status.FINAL,
            Evaluasi.Status.KEBERATAN,
            Evaluasi.Status.DIPUTUS,
        },
    }
