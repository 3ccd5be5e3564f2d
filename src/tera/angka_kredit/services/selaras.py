"""Brings proposals in line with final results and with the jenjang held: safe to repeat.

A yearly result is proposed for the months that no conversion holds yet. A conversion whose result
changed, or whose months no longer lie in its jenjang, is withdrawn or corrected by a reversing row,
and what stands now is proposed again. One transaction per call; a fixed number of queries.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_noop

from tera.angka_kredit.models import (
    BarisAngkaKredit,
    BulanKonversi,
    JenisMasa,
    KonversiPredikat,
    MasaJenjang,
)
from tera.angka_kredit.services.dasar import BERBUKU, hukum_tersimpan
from tera.core import clock, kejadian, massal
from tera.core.aktor import Aktor
from tera.core.sisip import sisip_baris, sisip_massal
from tera.evaluasi.selectors.hasil import HasilPredikat, hasil_final
from tera.organisasi.models import HubunganPenilai, JenisPenugasan
from tera.organisasi.selectors import berlaku_pada
from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.masa_jf import MasaJF, bagi_masa

HIDUP = (KonversiPredikat.Status.DIUSULKAN, KonversiPredikat.Status.DITETAPKAN)
TAHUNAN = "tahunan"
# Kept in Indonesian: a reason the system writes.
ALASAN = gettext_noop("Hasil evaluasi atau masa jenjangnya berubah.")
#: Conversion begins here: before it another method counted (the law says so too).
TAHUN_PERTAMA = 2023


@dataclass(slots=True)
class HasilSelaras:
    """What a look changed: proposals made, withdrawn, and established rows corrected."""

    diusulkan: int = 0
    ditarik: int = 0
    dikoreksi: int = 0


@dataclass(slots=True)
class _Orang:
    daftar_masa: list[MasaJenjang] = field(default_factory=list)
    daftar_hasil: list[HasilPredikat] = field(default_factory=list)
    hidup: list[KonversiPredikat] = field(default_factory=list)


@transaction.atomic
def selaraskan_konversi(
    *,
    instansi_id: int,
    zona: str,
    daftar_pegawai: Collection[int],
    dari_tahun: int,
    sampai_tahun: int,
    pada: dt.date,
    periodik: Collection[int] = (),
) -> HasilSelaras:
    """Look at ``daftar_pegawai`` and the years given.

    ``periodik``: ids of periodic evaluations to convert too; otherwise only yearly results are
    proposed, and the periodic ones that were converted before.
    """
    hasil = HasilSelaras()
    orang = _muat(instansi_id, daftar_pegawai, dari_tahun, sampai_tahun)
    if not orang:
        return hasil
    aktor = Aktor.sistem(instansi_id, zona)
    keliru = [
        konversi
        for satu in orang.values()
        for konversi in satu.hidup
        if not _masih_benar(konversi, satu)
    ]
    _lepaskan(aktor, keliru, pada, hasil)
    lepas = {satu.pk for satu in keliru}
    ulang = {satu.evaluasi_id for satu in keliru} - {None}
    baru: list[KonversiPredikat] = []
    penilai = _penilai(list(orang), pada)
    for pegawai_id, satu in orang.items():
        tetap = [konversi for konversi in satu.hidup if konversi.pk not in lepas]
        diganti = {
            (konversi.tahun, bulan): konversi
            for konversi in satu.hidup
            if konversi.pk in lepas
            for bulan in range(konversi.bulan_mulai, konversi.bulan_selesai + 1)
        }
        baru += _usul(
            instansi_id, pegawai_id, satu, tetap, diganti, ulang | set(periodik), penilai, pada
        )
    _simpan(aktor, baru, pada)
    hasil.diusulkan = len(baru)
    return hasil


def _muat(
    instansi_id: int, daftar_pegawai: Collection[int], dari: int, sampai: int
) -> dict[int, _Orang]:
    orang: defaultdict[int, _Orang] = defaultdict(_Orang)
    # The rows of the jenjang are the lock of a person's ledger.
    for masa in (
        MasaJenjang.objects.select_for_update(of=("self",))
        .filter(
            instansi_id=instansi_id,
            pegawai_id__in=daftar_pegawai,
            pegawai__status__in=BERBUKU,
        )
        .order_by("pk")
    ):
        orang[masa.pegawai_id].daftar_masa.append(masa)
    if not orang:
        return {}
    for satu in hasil_final(
        instansi_id=instansi_id,
        dari_tahun=max(dari, TAHUN_PERTAMA),
        sampai_tahun=sampai,
        pegawai=list(orang),
    ):
        orang[satu.pegawai_id].daftar_hasil.append(satu)
    for konversi in KonversiPredikat.objects.filter(
        instansi_id=instansi_id,
        pegawai_id__in=list(orang),
        status__in=HIDUP,
        tahun__gte=dari,
        tahun__lte=sampai,
    ).order_by("pk"):
        orang[konversi.pegawai_id].hidup.append(konversi)
    return dict(orang)


def _masih_benar(konversi: KonversiPredikat, orang: _Orang) -> bool:
    masa = next((satu for satu in orang.daftar_masa if satu.pk == konversi.masa_id), None)
    if masa is None:
        return False
    satu = _masa_jf(masa)
    if not all(
        satu.memuat(konversi.tahun, bulan)
        for bulan in range(konversi.bulan_mulai, konversi.bulan_selesai + 1)
    ):
        return False
    asal = [hasil for hasil in orang.daftar_hasil if _sumbernya(hasil, konversi)]
    # A result that isn't final any more (an objection runs) keeps its row until it is decided.
    return not asal or any(hasil.predikat == konversi.predikat for hasil in asal)


def _sumbernya(hasil: HasilPredikat, konversi: KonversiPredikat) -> bool:
    if konversi.evaluasi_id is not None or hasil.evaluasi_id is not None:
        return hasil.evaluasi_id == konversi.evaluasi_id
    return hasil.tahun == konversi.tahun and (hasil.jenis == TAHUNAN) == (
        konversi.jenis == JenisMasa.TAHUNAN
    )


def _lepaskan(
    aktor: Aktor, daftar: list[KonversiPredikat], pada: dt.date, hasil: HasilSelaras
) -> None:
    """Withdraw proposals and reverse established rows; their months are free again."""
    if not daftar:
        return
    langkah = {
        KonversiPredikat.Status.DIUSULKAN: massal.langkah(
            "konversi_predikat", "batalkan", "diusulkan"
        ),
        KonversiPredikat.Status.DITETAPKAN: massal.langkah(
            "konversi_predikat", "koreksi", "ditetapkan"
        ),
    }
    ditetapkan = [s for s in daftar if s.status == KonversiPredikat.Status.DITETAPKAN]
    hasil.dikoreksi += len(ditetapkan)
    hasil.ditarik += len(daftar) - len(ditetapkan)
    massal.pindahkan(
        model=KonversiPredikat,
        daftar=[
            massal.LangkahMassal(
                objek_id=satu.pk,
                instansi_id=satu.instansi_id,
                jenis="konversi_predikat",
                langkah=langkah[KonversiPredikat.Status(satu.status)],
                aktor=aktor,
                peran="sistem",
                pada=pada,
                bidang={"alasan_koreksi": ALASAN},
                alasan=ALASAN,
                muatan={"pegawai_id": satu.pegawai_id},
            )
            for satu in daftar
        ],
    )
    BulanKonversi.objects.filter(konversi__in=daftar).delete()
    balikkan(konversi=ditetapkan, alasan=ALASAN, nama=aktor.nama, pada=pada)


def balikkan(
    *, konversi: Iterable[KonversiPredikat], alasan: str, nama: str, pada: dt.date
) -> None:
    """Write the reversing row of each established conversion."""
    saat = clock.sekarang()
    BarisAngkaKredit.objects.bulk_create(
        [
            BarisAngkaKredit(
                instansi_id=baris.instansi_id,
                masa_id=baris.masa_id,
                unsur=BarisAngkaKredit.Unsur.PEMBALIKAN,
                nilai=-baris.nilai,
                konversi_id=baris.konversi_id,
                membalik=baris,
                alasan=alasan,
                hukum=baris.hukum,
                dicatat_pada=pada,
                nama_pencatat=nama,
                dicatat_at=saat,
            )
            for baris in BarisAngkaKredit.objects.filter(
                konversi__in=list(konversi), unsur=BarisAngkaKredit.Unsur.KONVERSI
            ).filter(pembalik__isnull=True)
        ]
    )


def _usul(
    instansi_id: int,
    pegawai_id: int,
    orang: _Orang,
    tetap: list[KonversiPredikat],
    diganti: dict[tuple[int, int], KonversiPredikat],
    periodik: set[int | None],
    penilai: dict[int, int | None],
    pada: dt.date,
) -> list[KonversiPredikat]:
    """The conversions that are missing: part-year results that count first, then the years."""
    terpakai = {
        (satu.tahun, bulan)
        for satu in tetap
        for bulan in range(satu.bulan_mulai, satu.bulan_selesai + 1)
    }
    daftar_masa = [_masa_jf(satu) for satu in orang.daftar_masa]
    baru = []
    for hasil in sorted(
        orang.daftar_hasil, key=lambda h: (h.jenis == TAHUNAN, h.tahun, h.bulan_mulai)
    ):
        if hasil.jenis != TAHUNAN and hasil.evaluasi_id not in periodik:
            continue
        for bagian in bagi_masa(
            daftar_masa=daftar_masa,
            predikat=MasaPredikat(
                hasil.tahun, hasil.bulan_mulai, hasil.bulan_selesai, Predikat(hasil.predikat)
            ),
            terpakai=terpakai,
        ):
            masa = bagian.masa
            bulan = [(masa.tahun, b) for b in range(masa.bulan_mulai, masa.bulan_selesai + 1)]
            terpakai.update(bulan)
            baru.append(
                KonversiPredikat(
                    instansi_id=instansi_id,
                    pegawai_id=pegawai_id,
                    masa=orang.daftar_masa[bagian.urutan],
                    penilai_id=penilai.get(pegawai_id),
                    evaluasi_id=hasil.evaluasi_id,
                    sumber=hasil.sumber[:200],
                    jenis=JenisMasa.TAHUNAN if hasil.jenis == TAHUNAN else JenisMasa.PERIODIK,
                    tahun=masa.tahun,
                    bulan_mulai=masa.bulan_mulai,
                    bulan_selesai=masa.bulan_selesai,
                    predikat=hasil.predikat,
                    koefisien=bagian.konversi.koefisien,
                    persentase=bagian.konversi.persentase,
                    nilai=bagian.konversi.nilai,
                    hukum=hukum_tersimpan(bagian.konversi.dasar),
                    menggantikan=diganti.get(bulan[0]),
                    diusulkan_pada=pada,
                    created_at=clock.sekarang(),
                )
            )
    return baru


def _simpan(aktor: Aktor, baru: list[KonversiPredikat], pada: dt.date) -> None:
    if not baru:
        return
    sisip_massal(baru)
    sisip_baris(
        BulanKonversi,
        [
            {
                "pegawai_id": satu.pegawai_id,
                "tahun": satu.tahun,
                "bulan": bulan,
                "konversi_id": satu.pk,
            }
            for satu in baru
            for bulan in range(satu.bulan_mulai, satu.bulan_selesai + 1)
        ],
    )
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="konversi_predikat",
            aksi="usulkan",
            aktor=aktor,
            bidang={"predikat": satu.predikat, "nilai": satu.nilai, "masa_id": satu.masa_id},
        )
        for satu in baru
    )
    # One word to each penilai, however many people wait.
    for penilai_id, jumlah in Counter(satu.penilai_id for satu in baru).items():
        if penilai_id is not None:
            kejadian.terbitkan(
                instansi_id=aktor.instansi_id,
                nama="angka_kredit.menunggu",
                muatan={"penilai_id": penilai_id, "jumlah": jumlah},
            )


def _penilai(daftar_pegawai: list[int], pada: dt.date) -> dict[int, int | None]:
    """Who rates each on the day: the Pejabat Penilai Kinerja that establishes."""
    return dict(
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            berlaku_pada(pada, "penugasan__"),
            penugasan__pegawai_id__in=daftar_pegawai,
            penugasan__jenis=JenisPenugasan.DEFINITIF,
        )
        .order_by("pk")
        .values_list("penugasan__pegawai_id", "penilai_id")
    )


def _masa_jf(masa: MasaJenjang) -> MasaJF:
    return MasaJF(Jenjang(masa.jenjang), masa.mulai, masa.selesai)
