"""What a PAK says: six rows, the needs, and whether a rise may be considered."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop

from tera.angka_kredit.models import PenetapanAngkaKredit
from tera.angka_kredit.selectors.buku import NOL, Buku, baris_per_masa, susun_buku
from tera.angka_kredit.selectors.terlihat import pegawai_dikelola, pegawai_terbaca
from tera.core.aktor import Aktor
from tera.organisasi.models import Pegawai
from tera.regulasi.akumulasi import GOLONGAN_JENJANG
from tera.regulasi.angka_kredit import AKK_KENAIKAN_JENJANG, AKK_KENAIKAN_PANGKAT
from tera.regulasi.golongan import GOLONGAN_PNS
from tera.regulasi.kategori import Jenjang
from tera.regulasi.kenaikan import jenjang_berikut

#: The rows of the form, in their order; the last is free.
UNSUR = (
    ("ak_dasar", gettext_noop("AK Dasar yang diberikan")),
    ("ak_lama", gettext_noop("AK JF lama")),
    ("ak_penyesuaian", gettext_noop("AK Penyesuaian/Penyetaraan")),
    ("konversi", gettext_noop("AK Konversi")),
    ("pendidikan", gettext_noop("AK yang diperoleh dari peningkatan pendidikan")),
    ("lain", ""),
)


def isi_pak(
    *,
    pegawai: Pegawai,
    buku: Buku,
    sebelumnya: PenetapanAngkaKredit | None,
    pada: dt.date,
) -> dict[str, Any]:
    """Return rows and conclusion; amounts as text with two decimals.

    What was brought in stands under LAMA; conversions and degrees since the PAK before under BARU.
    """
    masa = buku.masa
    dulu: dict[str, Decimal] = (
        {satu["kunci"]: Decimal(satu["jumlah"]) for satu in sebelumnya.rekaman["baris"]}
        if sebelumnya is not None
        else {"konversi": masa.ak_perpindahan}
    )
    kini = {
        "ak_dasar": masa.ak_dasar,
        "ak_lama": masa.ak_lama,
        "ak_penyesuaian": masa.ak_penyesuaian,
        # The years converted on moving in from another post are conversions too.
        "konversi": masa.ak_perpindahan + buku.unsur.get("konversi", NOL),
        "pendidikan": buku.unsur.get("pendidikan", NOL),
        "lain": NOL,
    }
    baris = []
    for kunci, nama in UNSUR:
        jumlah = NOL + kini[kunci]
        lama = jumlah if kunci.startswith("ak_") else NOL + dulu.get(kunci, NOL)
        baris.append(
            {
                "kunci": kunci,
                "unsur": nama,
                "lama": str(lama),
                "baru": str(jumlah - lama),
                "jumlah": str(jumlah),
            }
        )
    return {
        "baris": baris,
        "jumlah": str(buku.jumlah),
        "akumulasi": baris_akumulasi(buku),
        **_kesimpulan(pegawai.golongan, Jenjang(masa.jenjang), buku.jumlah, pada),
    }


def baris_akumulasi(buku: Buku) -> list[dict[str, Any]]:
    """Return the conversions that stand, by month: what the form Akumulasi lists."""
    konversi = [
        satu.konversi
        for satu in buku.baris
        if satu.konversi is not None
        and satu.membalik_id is None
        and getattr(satu, "pembalik", None) is None
    ]
    return [
        {
            "tahun": satu.tahun,
            "bulan_mulai": satu.bulan_mulai,
            "bulan_selesai": satu.bulan_selesai,
            "predikat": satu.predikat,
            "persentase": str(satu.persentase),
            "koefisien": str(satu.koefisien),
            "nilai": str(satu.nilai),
        }
        for satu in sorted(konversi, key=lambda k: (k.tahun, k.bulan_mulai))
    ]


def lembar_pak(*, pak: PenetapanAngkaKredit) -> dict[str, Any]:
    """Return the content of a PAK: as frozen, or, while it is a draft, as it stands today."""
    if pak.rekaman:
        return dict(pak.rekaman)
    dulu = (
        PenetapanAngkaKredit.objects.filter(
            masa=pak.masa, status=PenetapanAngkaKredit.Status.DITETAPKAN
        )
        .order_by("-selesai", "-pk")
        .first()
    )
    buku = susun_buku(pak.masa, baris_per_masa([pak.masa_id])[pak.masa_id], sampai=pak.selesai)
    return isi_pak(pegawai=pak.pegawai, buku=buku, sebelumnya=dulu, pada=pak.selesai)


def _kesimpulan(golongan: str, jenjang: Jenjang, jumlah: Decimal, pada: dt.date) -> dict[str, Any]:
    daftar = GOLONGAN_JENJANG.pada(pada).nilai[jenjang]
    naik = AKK_KENAIKAN_JENJANG.pada(pada).nilai[jenjang]
    berikut = jenjang_berikut(jenjang)
    puncak = golongan == daftar[-1] and berikut is None
    pangkat = (
        AKK_KENAIKAN_PANGKAT.pada(pada).nilai[jenjang] * (daftar.index(golongan) + 1)
        if golongan in daftar and not puncak
        else None
    )
    return {
        "butuh_pangkat": None if pangkat is None else str(NOL + pangkat),
        "lebih_pangkat": None if pangkat is None else str(jumlah - pangkat),
        "dapat_pangkat": pangkat is not None and jumlah >= pangkat,
        "butuh_jenjang": str(NOL + naik) if berikut else None,
        "lebih_jenjang": str(jumlah - naik) if berikut else None,
        "dapat_jenjang": berikut is not None and jumlah >= naik,
        "pangkat_berikut": _pangkat_berikut(golongan, pada),
        "jenjang_berikut": berikut.label if berikut else "",
        "puncak": puncak,
    }


def _pangkat_berikut(golongan: str, pada: dt.date) -> str:
    urut = list(GOLONGAN_PNS.pada(pada).nilai.values())
    letak = next((n for n, satu in enumerate(urut) if satu.kode == golongan), len(urut))
    return urut[letak + 1].sebutan if letak + 1 < len(urut) else ""


def pak_terlihat(*, aktor: Aktor) -> QuerySet[PenetapanAngkaKredit]:
    """Return the PAK the aktor may open."""
    return PenetapanAngkaKredit.objects.filter(
        Q(pegawai__in=pegawai_terbaca(aktor=aktor).values("pk"))
        | Q(pegawai__in=pegawai_dikelola(aktor=aktor).values("pk")),
        instansi_id=aktor.instansi_id,
    ).select_related("pegawai__instansi", "masa", "penilai", "instansi")
