"""The stage of objections: Andi's result by Budi is received; Fajar stands above."""

import datetime as dt

from evaluasi import panggung
from pemeran import Pemeran
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.evaluasi.services import IsiKeterangan, IsiPutusan

DITERIMA = panggung.PADA


def diterima(para: Pemeran, hasil: str = "sesuai", perilaku: str = "sesuai") -> Evaluasi:
    """Andi's result, delivered and received."""
    evaluasi = panggung.tetapkan(para, hasil, perilaku)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=DITERIMA)
    services.terima_evaluasi(aktor=para.aktor(para.andi), evaluasi=evaluasi, pada=DITERIMA)
    evaluasi.refresh_from_db()
    return evaluasi


def ajukan(para: Pemeran, evaluasi: Evaluasi | None = None, pada: dt.date = DITERIMA) -> Keberatan:
    """Andi objects."""
    keberatan, _tanda = services.ajukan_keberatan(
        aktor=para.aktor(para.andi),
        evaluasi=evaluasi or diterima(para),
        alasan="Target triwulan III tercapai, tetapi laporannya tidak terbaca.",
        pada=pada,
    )
    return keberatan


def dengar(para: Pemeran, keberatan: Keberatan, *pihak: str, pada: dt.date = DITERIMA) -> None:
    """Fajar starts and the sides given write."""
    keberatan.refresh_from_db()
    if keberatan.status == "diajukan":
        services.mulai_klarifikasi(aktor=para.aktor(para.fajar), keberatan=keberatan, pada=pada)
    for satu in pihak:
        services.catat_keterangan(
            aktor=para.aktor(para.andi if satu == "pegawai" else para.budi),
            keberatan=keberatan,
            isi=IsiKeterangan("Keterangan tertulis."),
            pada=pada,
        )
    keberatan.refresh_from_db()


def didengar(para: Pemeran, evaluasi: Evaluasi | None = None) -> Keberatan:
    """An objection with both sides heard."""
    keberatan = ajukan(para, evaluasi)
    dengar(para, keberatan, "pegawai", "penilai")
    return keberatan


def putuskan(
    para: Pemeran,
    keberatan: Keberatan,
    hasil: str = "sesuai",
    perilaku: str = "sesuai",
    oleh=None,
    pada: dt.date = DITERIMA,
    **lain: str,
):
    """Fajar decides."""
    return services.putuskan_keberatan(
        aktor=para.aktor(oleh or para.fajar),
        keberatan=keberatan,
        isi=IsiPutusan(
            hasil,
            perilaku,
            **{
                "pertimbangan": "Laporan triwulan III terbukti ada.",
                "alasan_hasil": "Realisasi melampaui target.",
                "alasan_perilaku": "Peristiwa di luar tugasnya.",
                **lain,
            },
        ),
        pada=pada,
    )


def dengar_oleh(para: Pemeran, keberatan: Keberatan, pemutus) -> None:
    """Whoever decides hears both sides."""
    for pihak in ("pegawai", "penilai"):
        services.catat_keterangan(
            aktor=para.aktor(pemutus),
            keberatan=keberatan,
            isi=IsiKeterangan("Didengar langsung.", pihak, DITERIMA),
            pada=DITERIMA,
        )
    keberatan.refresh_from_db()
