"""Every night: reminders of classes, results whose time is over, the semester that ended."""

from tera.bimtek.services.kelas_hasil import bekukan_jatuh_tempo
from tera.bimtek.services.kelas_potret import potret_semester
from tera.bimtek.services.kelas_undangan import ingatkan_jatuh_tempo
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi


def rawat_semua() -> None:
    """Look after the classes of every instansi; safe to run twice."""
    for instansi in Instansi.objects.all():
        pada = clock.hari_ini(instansi.zona)
        aktor = Aktor.sistem(instansi.pk, instansi.zona)
        ingatkan_jatuh_tempo(instansi_id=instansi.pk, pada=pada)
        bekukan_jatuh_tempo(aktor=aktor, pada=pada)
        potret_semester(aktor=aktor, pada=pada)
