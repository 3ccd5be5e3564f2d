"""Why a rater stays with a decision that the other evidence hardly supports: kept, no block."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.kalibrasi.models import AlasanPutusan
from tera.kalibrasi.selectors.saran import perlu_alasan, saran_evaluasi

BATAS = 2000


@transaction.atomic
def catat_alasan(*, aktor: Aktor, evaluasi: Evaluasi, teks: str, pada: dt.date) -> AlasanPutusan:
    """Keep the rater's reason; without words it says only that the decision stands.

    Raises:
        TidakBerwenangError: not the penilai. StatusTidakSesuaiError: no reason is asked for.
        MasukanSalahError: too long.
    """
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    if "penilai" not in peran or aktor.pegawai_id is None:
        raise TidakBerwenangError(_("Alasan ditulis pejabat penilai pegawai ini."))
    if len(teks.strip()) > BATAS:
        pesan = _("Alasan paling panjang %(n)s huruf. Ringkas dulu.") % {"n": BATAS}
        raise MasukanSalahError(pesan, per_bidang={"teks": [pesan]})
    kini = Evaluasi.objects.select_for_update(of=("self",)).get(pk=evaluasi.pk)
    saran = saran_evaluasi(evaluasi=kini, pada=pada)
    if saran is None or not perlu_alasan(saran=saran, level=kini.rating_perilaku_kerja):
        raise StatusTidakSesuaiError(_("Tidak ada alasan yang diminta untuk putusan ini."))
    satu, _baru = AlasanPutusan.objects.update_or_create(
        evaluasi=kini,
        defaults={
            "analisis_id": saran.analisis_id,
            "penilai_id": aktor.pegawai_id,
            "level": kini.rating_perilaku_kerja,
            "teks": teks.strip(),
            "dicatat_at": clock.sekarang(),
        },
    )
    audit.catat_objek(
        aktor, "alasan_putusan", satu.pk, "catat", {"evaluasi": kini.pk, "teks": satu.teks}
    )
    return satu
