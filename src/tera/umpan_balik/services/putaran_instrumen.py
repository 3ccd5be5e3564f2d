"""Lists of questions of the instansi's own, beside the seven values."""

import datetime as dt
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.permissions import boleh_petugas
from tera.umpan_balik.models import InstrumenUmpanBalik
from tera.umpan_balik.permissions import PENGELOLA

# The desk looks at every choice of items: beyond twelve that is slow, and nobody fills it in.
BUTIR_PALING_SEDIKIT, BUTIR_PALING_BANYAK = 3, 12


@transaction.atomic
def buat_instrumen(
    *, aktor: Aktor, nama: str, daftar_butir: Sequence[str], pada: dt.date
) -> InstrumenUmpanBalik:
    """Keep a list of questions; answered on the same three levels as the seven values.

    Raises: TidakBerwenangError: not a pengelola. MasukanSalahError: number of questions, name.
    """
    if not boleh_petugas(aktor=aktor, unit=None, pada=pada, peran=PENGELOLA):
        raise TidakBerwenangError(_("Instrumen umpan balik dibuat oleh pengelola kinerja."))
    teks = [satu.strip() for satu in daftar_butir if satu.strip()]
    if not BUTIR_PALING_SEDIKIT <= len(teks) <= BUTIR_PALING_BANYAK:
        pesan = _("Tulis tiga sampai dua belas pertanyaan, satu tiap baris; sekarang %(n)s.") % {
            "n": len(teks)
        }
        raise MasukanSalahError(pesan, per_bidang={"daftar_butir": [pesan]})
    try:
        with transaction.atomic():
            instrumen = InstrumenUmpanBalik.objects.create(
                instansi_id=aktor.instansi_id,
                nama=nama.strip(),
                butir=[
                    {"kode": f"B{nomor}", "teks": satu, "panduan": []}
                    for nomor, satu in enumerate(teks, start=1)
                ],
                nama_aktor=aktor.nama,
                dibuat_at=clock.sekarang(),
            )
    except IntegrityError:
        pesan = _("Sudah ada instrumen dengan nama ini. Beri nama lain.")
        raise MasukanSalahError(pesan, per_bidang={"nama": [pesan]}) from None
    audit.catat_objek(aktor, "instrumen_umpan_balik", instrumen.pk, "buat", {"butir": len(teks)})
    return instrumen
