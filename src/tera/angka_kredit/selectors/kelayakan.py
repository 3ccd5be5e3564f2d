"""What the law says of one person's rise, from the ledger and the recorded facts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from tera.angka_kredit.models import CaraMasuk, FaktaJF, JenisFakta, MasaJenjang
from tera.organisasi.models import Pegawai
from tera.regulasi.galat import RegulasiError
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import FaktaJF as FaktaHukum
from tera.regulasi.kenaikan import Kelayakan, jenjang_sebelum, kelayakan_kenaikan


def fakta_hukum(
    *,
    pegawai: Pegawai,
    masa: MasaJenjang,
    fakta: Iterable[FaktaJF],
    predikat: Mapping[int, str],
    pada: dt.date,
    jumlah_asal: Decimal | None = None,
) -> FaktaHukum:
    """Return what is known; a fact that is disputed, expired or of an earlier jenjang isn't."""
    naik = masa.cara_masuk == CaraMasuk.KENAIKAN_JENJANG
    isi: dict[str, bool] = {}
    for satu in fakta:
        berlaku = satu.berlaku_sampai is None or satu.berlaku_sampai >= pada
        if satu.status == FaktaJF.Status.TERCATAT and berlaku and satu.tanggal >= masa.mulai:
            isi.setdefault(str(satu.jenis), satu.positif)
        elif satu.status == FaktaJF.Status.DIPERSOALKAN:
            isi.setdefault(f"{satu.jenis}?", True)
    return FaktaHukum(
        tmt_pangkat=pegawai.tmt_golongan,
        tmt_jenjang=masa.mulai,
        predikat={tahun: Predikat(kata) for tahun, kata in predikat.items()},
        lowongan=_tanpa_sanggahan(isi, JenisFakta.LOWONGAN),
        lulus_uji=_tanpa_sanggahan(isi, JenisFakta.UJI_KOMPETENSI),
        pernah_tanpa_lowongan=JenisFakta.TANPA_LOWONGAN in isi,
        jenjang_asal=jenjang_sebelum(Jenjang(masa.jenjang)) if naik else None,
        jumlah_asal=jumlah_asal if naik else None,
    )


def kelayakan_orang(
    *,
    pegawai: Pegawai,
    masa: MasaJenjang,
    jumlah: Decimal,
    fakta: Iterable[FaktaJF],
    predikat: Mapping[int, str],
    pada: dt.date,
    jumlah_asal: Decimal | None = None,
) -> Kelayakan | None:
    """Return both rises, or None where the golongan isn't one the law knows.

    ``jumlah_asal``: what the ledger held that a kenaikan jenjang closed; None: not recorded.
    """
    try:
        return kelayakan_kenaikan(
            jenjang=Jenjang(masa.jenjang),
            golongan=pegawai.golongan,
            jumlah=max(jumlah, Decimal(0)),
            fakta=fakta_hukum(
                pegawai=pegawai,
                masa=masa,
                fakta=fakta,
                predikat=predikat,
                pada=pada,
                jumlah_asal=jumlah_asal,
            ),
            pada=pada,
        )
    except RegulasiError:
        return None


def _tanpa_sanggahan(isi: Mapping[str, bool], jenis: str) -> bool | None:
    return None if f"{jenis}?" in isi else isi.get(str(jenis))
