"""``tera dokumen cetak``: one official document to a PDF file."""

import argparse
from pathlib import Path

from tera.cli import cetak


def argumen_cetak(p: argparse.ArgumentParser) -> None:
    """Add the arguments of ``tera dokumen cetak``."""
    p.add_argument("jenis", choices=["skp", "matriks", "sampul_evaluasi", "evaluasi"])
    p.add_argument("id", type=int, help="nomor SKP, atau nomor evaluasi untuk dua jenis terakhir")
    p.add_argument("--instansi", required=True, metavar="KODE")
    p.add_argument(
        "--ke", type=Path, default=None, metavar="BERKAS", help="bawaan: <jenis>-<id>.pdf"
    )


def cetak_dokumen(argumen: argparse.Namespace) -> int:
    """Print one document; exit 1 when it doesn't exist or can't be printed yet."""
    from tera.core.aktor import Aktor
    from tera.core.galat import MasukanSalahError
    from tera.dokumen import terbitan
    from tera.dokumen.models import CetakanDokumen
    from tera.dokumen.pdf import render_pdf
    from tera.organisasi.models import Instansi

    instansi = Instansi.objects.filter(kode=argumen.instansi).first()
    if instansi is None:
        raise MasukanSalahError(
            f"Instansi {argumen.instansi} tidak ada. Lihat: tera instansi daftar"
        )
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    jenis = CetakanDokumen.Jenis(argumen.jenis)
    dokumen = terbitan.siap_cetak(aktor=aktor, jenis=jenis, objek_id=argumen.id)
    if dokumen is None:
        raise MasukanSalahError(
            f"{jenis.label} nomor {argumen.id} tidak ada di instansi {argumen.instansi}, atau "
            "belum ditetapkan. Periksa nomornya."
        )
    verifikasi = getattr(dokumen, "verifikasi", None)
    nomor = verifikasi.nomor if verifikasi else ""
    tujuan: Path = argumen.ke or Path(f"{argumen.jenis}-{argumen.id}.pdf")
    isi = render_pdf(dokumen)
    try:
        tujuan.write_bytes(isi)
    except OSError as galat:
        raise MasukanSalahError(
            f"Berkas {tujuan} tidak bisa ditulis ({galat.strerror}). Pilih tempat lain: --ke BERKAS"
        ) from galat
    cetak(
        argumen,
        {"berkas": str(tujuan), "bita": len(isi), "nomor": nomor},
        f"{tujuan} ({len(isi) // 1000} kB){f', nomor {nomor}' if nomor else ''}",
    )
    return 0
