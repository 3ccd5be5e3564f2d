"""What a career file says of angka kredit: two wings that don't know each other meet here."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from tera.angka_kredit.models import MasaJenjang
from tera.angka_kredit.selectors.buku import bawaan, jumlah_per_masa
from tera.antarmuka.format import tulis_angka
from tera.tindak_lanjut.selectors.talenta.sumber import Fakta


def fakta_angka_kredit(
    *, instansi_id: int, pegawai: Collection[int], pada: dt.date
) -> Mapping[int, Sequence[Fakta]]:
    """Return person → the sum in the jenjang held on the day: two queries."""
    daftar = [
        satu
        for satu in MasaJenjang.objects.filter(
            instansi_id=instansi_id, pegawai__in=list(pegawai), mulai__lte=pada
        ).order_by("mulai", "pk")
        if satu.selesai is None or satu.selesai >= pada
    ]
    jumlah = jumlah_per_masa(satu.pk for satu in daftar)
    hasil: defaultdict[int, list[Fakta]] = defaultdict(list)
    for satu in daftar:
        angka = bawaan(satu) + jumlah.get(satu.pk, 0)
        hasil[satu.pegawai_id].append(
            Fakta(
                _("Angka kredit %(n)s dalam jenjang %(jenjang)s sejak %(tahun)s")
                % {
                    "n": tulis_angka(angka, 2),
                    "jenjang": satu.get_jenjang_display(),
                    "tahun": satu.mulai.year,
                },
                reverse("angka_kredit:orang", args=[satu.pegawai_id]),
            )
        )
    return hasil
