"""Objects behind the doors of the year's work: Andi's plan is in force, Budi verifies."""

import datetime as dt
import io
from collections.abc import Callable

from pelaksanaan import panggung
from pemeran import Pemeran
from tera.core import clock
from tera.pelaksanaan import services
from tera.pelaksanaan.models import ProgresHarian, RencanaAksi
from tera.pelaksanaan.services.impor_unggah import periksa_unggahan
from tera.skp.models import SKP


def _periode(para: Pemeran) -> int:
    """The quarter of today: the doors are knocked at on the machine's day."""
    return para.periode.pk


def rencana(para: Pemeran) -> RencanaAksi:
    """One rencana aksi of Andi."""
    skp = panggung.skp_ditetapkan(para)
    return services.tambah_rencana_aksi(
        aktor=para.aktor(para.andi),
        skp=skp,
        periode=para.periode,
        rhk_kunci=panggung.indikator(skp).rhk.kunci,
        teks="Memutakhirkan data",
        pada=panggung.PADA,
    )


def bukti(para: Pemeran) -> int:
    """A file of Andi."""
    satu = rencana(para)
    return services.lampirkan_bukti(
        aktor=para.aktor(para.andi),
        skp=satu.skp,
        periode=para.periode,
        rhk_kunci=satu.rhk_kunci,
        isi=services.IsiBukti(berkas=io.BytesIO(b"%PDF-1.7\n"), nama_berkas="rekap.pdf"),
        pada=panggung.PADA,
    )[0].pk


def progres(para: Pemeran) -> int:
    """A line of today of Andi."""
    satu = rencana(para)
    return ProgresHarian.objects.create(
        instansi=para.instansi,
        pegawai=para.andi,
        penugasan_id=satu.penugasan_id,
        skp=satu.skp,
        rencana_aksi=satu,
        tanggal=clock.hari_ini(para.instansi.zona),
        jam_mulai=dt.time(8),
        jam_selesai=dt.time(9),
        kegiatan="Memeriksa berkas",
        realisasi=3,
        satuan="berkas",
    ).pk


def capaian(para: Pemeran) -> int:
    """An achievement of Andi."""
    skp = panggung.skp_ditetapkan(para)
    return panggung.capaian(para, skp, satuan="hari kalender").pk


def realisasi(para: Pemeran) -> int:
    """A figure of Andi, reported for the year."""
    skp = panggung.skp_ditetapkan(para)
    satu, _tanda = services.laporkan_realisasi(
        aktor=para.aktor(para.andi),
        skp=skp,
        periode=para.periode,
        indikator_kunci=panggung.indikator(skp).kunci,
        isi=services.IsiRealisasi(teks="Selesai seluruhnya"),
        pada=panggung.PADA,
    )
    return satu.pk


def impor(para: Pemeran) -> int:
    """A sheet of one figure of Andi, checked by Citra."""
    _skp(para)
    return periksa_unggahan(
        aktor=para.aktor(para.citra),
        nama_berkas="r.csv",
        isi=(
            b"NIP;INDIKATOR;REALISASI;SUMBER;TANGGAL DATA\n"
            b"199003032015011003;Jumlah data dimutakhirkan;900;SIAK;05-01-2026\n"
        ),
        periode=para.periode,
        pada=panggung.PADA,
    ).pk


def _skp(para: Pemeran) -> int:
    return (SKP.objects.filter(pegawai=para.andi).first() or panggung.skp_ditetapkan(para)).pk


def _periode_bersurat(para: Pemeran) -> int:
    """The year in which Dewi, of another instansi, rates Andi by letter."""
    _skp(para)
    panggung.bersurat(para)
    return _periode(para)


def _rhk(para: Pemeran) -> object:
    return panggung.indikator(SKP.objects.get(pk=_skp(para))).rhk.kunci


def _indikator(para: Pemeran) -> object:
    return panggung.indikator(SKP.objects.get(pk=_skp(para))).kunci


OBJEK: dict[str, Callable[[Pemeran], object]] = {
    "kerja_skp": _skp,
    "kerja_periode": _periode,
    "kerja_periode_bersurat": _periode_bersurat,
    "kerja_rhk": _rhk,
    "kerja_indikator": _indikator,
    "kerja_rencana": lambda para: rencana(para).pk,
    "kerja_bukti": bukti,
    "kerja_progres": progres,
    "kerja_capaian": capaian,
    "kerja_realisasi": realisasi,
    "kerja_impor": impor,
}
