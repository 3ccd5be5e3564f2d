"""Every night: a period that is over gets a run when something new was read since the last one."""

import datetime as dt

from django.db.models import Max

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.evaluasi.models import CatatanKerja
from tera.kalibrasi.models import Analisis, PengaktifanAnalisis
from tera.kalibrasi.services.jalan import minta_analisis
from tera.kalibrasi.services.masukan import periode_putaran
from tera.organisasi.models import Periode
from tera.umpan_balik.models import PutaranUmpanBalik

#: Days after the end of a period in which new marks may still come.
MASA = 120


def minta_semua() -> None:
    """Look at every instansi where the analysis is on; one run a night at most in each."""
    for aktif in PengaktifanAnalisis.objects.filter(berakhir_pada__isnull=True).select_related(
        "instansi"
    ):
        minta_bila_baru(
            instansi_id=aktif.instansi_id,
            zona=aktif.instansi.zona,
            pada=clock.hari_ini(aktif.instansi.zona),
        )


def minta_bila_baru(*, instansi_id: int, zona: str, pada: dt.date) -> Analisis | None:
    """Ask for a run over the newest ended period with something unread; None: nothing is new."""
    aktor = Aktor.sistem(instansi_id, zona)
    for periode in Periode.objects.filter(
        instansi_id=instansi_id, selesai__lt=pada, selesai__gte=pada - dt.timedelta(days=MASA)
    ).order_by("-selesai", "jenis"):
        if _ada_yang_baru(periode):
            try:
                return minta_analisis(aktor=aktor, periode=periode, pada=pada)
            except (StatusTidakSesuaiError, MasukanSalahError):
                return None  # one is under way, or the decision isn't in force yet
    return None


def _ada_yang_baru(periode: Periode) -> bool:
    terakhir = (
        Analisis.objects.filter(periode=periode)
        .exclude(status=Analisis.Status.GAGAL)
        .aggregate(saat=Max("diminta_at"))["saat"]
    )
    tanda = CatatanKerja.objects.filter(
        evaluasi__periode=periode, unsur=CatatanKerja.Unsur.PERILAKU
    ).exclude(oleh=CatatanKerja.Oleh.PEGAWAI)
    if terakhir is None:
        return tanda.exists()
    putaran = PutaranUmpanBalik.objects.filter(
        periode_id__in=periode_putaran(periode),
        # A round ends on a day and is closed on the next: rather one run too many.
        selesai__gte=terakhir.date() - dt.timedelta(days=1),
        daftar_pegawai__status__in=["ditutup", "hasil_dibuka"],
    )
    return tanda.filter(ditandai_at__gt=terakhir).exists() or putaran.exists()
