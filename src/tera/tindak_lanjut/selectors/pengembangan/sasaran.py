"""What an activity may be meant to improve: an RHK, an indicator or a value of one's present plan.

A target is written ``rhk:<key>``, ``indikator:<key>`` or ``perilaku:<code>``; its words are kept
beside it, because next year's plan may not have the row any more.
"""

import datetime as dt

from tera.organisasi.models import Pegawai
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

#: (key, words)
Pilihan = tuple[str, str]


def sasaran_orang(*, pegawai: Pegawai, pada: dt.date) -> dict[str, list[Pilihan]]:
    """Return what the person's activity may name, by kind: ``rhk``, ``indikator``, ``perilaku``.

    Three queries. Without a plan in force only the values of BerAKHLAK are left.
    """
    hasil: dict[str, list[Pilihan]] = {"rhk": [], "indikator": []}
    skp = (
        SKP.objects.filter(pegawai=pegawai, status=SKP.Status.DITETAPKAN, tahun__gte=pada.year - 1)
        .order_by("-tahun", "-mulai", "-pk")
        .first()
    )
    if skp is not None:
        hasil["rhk"] = [
            (f"rhk:{satu.kunci}", satu.teks)
            for satu in RencanaHasilKerja.objects.filter(skp=skp).exclude(teks="")
        ]
        hasil["indikator"] = [
            (f"indikator:{satu.kunci}", satu.teks)
            for satu in IndikatorKinerja.objects.filter(rhk__skp=skp)
            .exclude(teks="")
            .order_by("rhk__urut", "urut", "pk")
        ]
    hasil["perilaku"] = [(f"perilaku:{n.kode}", n.nama) for n in daftar_nilai(pada=pada)]
    return hasil


def teks_sasaran(*, pegawai: Pegawai, kunci: str, pada: dt.date) -> str | None:
    """Return the words of a target of the person's present plan; None when it isn't there."""
    semua = sasaran_orang(pegawai=pegawai, pada=pada)
    return dict(satu for daftar in semua.values() for satu in daftar).get(kunci)
