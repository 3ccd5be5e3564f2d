"""Angka kredit of the demo's JF: three years converted, most of them established, every state."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from tera.angka_kredit import services
from tera.angka_kredit.models import KonversiPredikat, MasaJenjang, PenetapanAngkaKredit
from tera.angka_kredit.services.dasar import BERBUKU
from tera.contoh.keramaian import aktor_dari
from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, JenisJabatan, Pegawai, Penugasan
from tera.regulasi.akumulasi import GOLONGAN_JENJANG
from tera.regulasi.kategori import Jenjang
from tera.regulasi.kenaikan import jenjang_berikut
from tera.regulasi.masa_jf import ak_dasar

PENGELOLA = "Citra Maharani"
#: The nurse of the story: everything for the next jenjang is there.
TOKOH = "Rosalina Sawaki"
LAMA_TOKOH = 30
#: Her penilai, for whom the last year still waits.
PENILAI = "Ester Yoku"
CARA = ("pengangkatan_pertama", "perpindahan", "penyesuaian")


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Record who holds which jenjang, propose what is final, let the penilai establish."""
    if MasaJenjang.objects.filter(instansi=instansi).exists():
        return
    daftar = _masa(instansi, sistem, pada)
    lampau = min(dt.date(pada.year - 1, 2, 10), pada)
    _usulkan(instansi, daftar, pada.year - 3, pada.year - 2, lampau)
    # The first rises in the middle of a year; all have results since the method began.
    awal = dt.date(pada.year - 3, 1, 1)
    cadangan = sorted(
        (
            satu
            for satu in daftar
            if satu.pegawai.nama != TOKOH
            and satu.pegawai.tmt_cpns is not None
            and satu.pegawai.tmt_cpns < awal
            and jenjang_berikut(Jenjang(satu.jenjang)) is not None
        ),
        key=lambda satu: (satu.jenjang != Jenjang.AHLI_PERTAMA, -satu.pk),
    )[:4]
    _tetapkan(instansi, lampau, bukan=[satu.pegawai_id for satu in cadangan[:1]])
    _usulkan(instansi, daftar, pada.year - 1, pada.year, pada)
    # Every third penilai hasn't come to it yet.
    _tetapkan(instansi, pada, bukan=[satu.pegawai_id for satu in cadangan[:1]], sebagian=True)
    _kejadian(instansi, pada, daftar, cadangan)


def _masa(instansi: Instansi, sistem: Aktor, pada: dt.date) -> list[MasaJenjang]:
    mulai_biasa = dt.date(pada.year - 3, 1, 1)
    tabel = GOLONGAN_JENJANG.pada(pada).nilai
    baru, orang = [], []
    for tugas in (
        Penugasan.objects.filter(
            instansi=instansi,
            jenis="definitif",
            sampai__isnull=True,
            jabatan__jenis=JenisJabatan.FUNGSIONAL,
            pegawai__status__in=BERBUKU,
        )
        .select_related("pegawai__instansi", "jabatan")
        .order_by("pk")
    ):
        pegawai, kata = tugas.pegawai, tugas.jabatan.jenjang
        if kata not in tuple(Jenjang):
            continue
        jenjang = Jenjang(kata)
        if pegawai.golongan not in tabel[jenjang]:
            continue
        acak = random.Random(f"{pegawai.nip} jf")
        mulai = max(pegawai.tmt_cpns or mulai_biasa, mulai_biasa)
        pertama = mulai > mulai_biasa
        pegawai.tmt_golongan = max(
            pegawai.tmt_cpns or mulai_biasa, dt.date(pada.year - acak.randint(1, 4), 4, 1)
        )
        if pegawai.nama == TOKOH:
            pegawai.tmt_golongan = dt.date(pada.year - 3, 4, 1)
        orang.append(pegawai)
        baru.append(
            MasaJenjang(
                instansi=instansi,
                pegawai=pegawai,
                jabatan=tugas.jabatan.nama,
                jenjang=jenjang.value,
                golongan=pegawai.golongan,
                cara_masuk=CARA[0] if pertama else acak.choice(CARA),
                mulai=mulai,
                ak_dasar=Decimal(0)
                if pertama
                else ak_dasar(jenjang=jenjang, golongan=pegawai.golongan, pada=pada).nilai,
                ak_lama=Decimal(LAMA_TOKOH)
                if pegawai.nama == TOKOH
                else Decimal(0 if pertama else acak.randint(0, 6) * 5),
                nomor_sk=f"821/{acak.randint(100, 999)}/{mulai.year} (contoh)",
                tanggal_sk=mulai - dt.timedelta(days=20),
                nama_pencatat=PENGELOLA,
                dicatat_at=clock.sekarang(),
            )
        )
    Pegawai.objects.bulk_update(orang, ["tmt_golongan"])
    MasaJenjang.objects.bulk_create(baru)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="masa_jenjang",
            aksi="catat",
            aktor=sistem,
            bidang={"jenjang": satu.jenjang, "mulai": satu.mulai, "nomor_sk": satu.nomor_sk},
            bertanda=True,
        )
        for satu in baru
    )
    return baru


def _usulkan(
    instansi: Instansi, daftar: Sequence[MasaJenjang], dari: int, sampai: int, pada: dt.date
) -> None:
    services.selaraskan_konversi(
        instansi_id=instansi.pk,
        zona=instansi.zona,
        daftar_pegawai=[satu.pegawai_id for satu in daftar],
        dari_tahun=dari,
        sampai_tahun=sampai,
        pada=pada,
    )


def _tetapkan(
    instansi: Instansi, pada: dt.date, *, bukan: list[int], sebagian: bool = False
) -> None:
    per_penilai: defaultdict[int, list[int]] = defaultdict(list)
    for penilai, pk in (
        KonversiPredikat.objects.filter(
            instansi=instansi, status="diusulkan", penilai__isnull=False
        )
        .exclude(pegawai__in=bukan)
        .values_list("penilai_id", "pk")
    ):
        per_penilai[penilai].append(pk)
    orang = Pegawai.objects.select_related("instansi").in_bulk(list(per_penilai))
    for urut, (penilai, nomor) in enumerate(sorted(per_penilai.items())):
        if sebagian and (urut % 3 == 2 or orang[penilai].nama == PENILAI):
            continue
        services.tetapkan_konversi(aktor=aktor_dari(orang[penilai]), daftar_pk=nomor, pada=pada)


def _kejadian(
    instansi: Instansi,
    pada: dt.date,
    daftar: Sequence[MasaJenjang],
    cadangan: Sequence[MasaJenjang],
) -> None:
    """One of each: a rise that splits a year, a correction, facts and PAK in every state."""
    citra = aktor_dari(
        Pegawai.objects.select_related("instansi").get(instansi=instansi, nama=PENGELOLA)
    )
    _naik(citra, cadangan[0], pada)
    utama = next((satu for satu in daftar if satu.pegawai.nama == TOKOH), daftar[0])
    for jenis, nomor in (
        ("lowongan", "060/12"),
        ("uji_kompetensi", "UK/88"),
        ("karpeg", "Q 123456"),
    ):
        services.catat_fakta(
            aktor=citra, pegawai=utama.pegawai, jenis=jenis, nomor=nomor,
            tanggal=dt.date(pada.year - 1, 11, 5), pada=pada,
        )  # fmt: skip
    satu = services.catat_fakta(
        aktor=citra, pegawai=cadangan[1].pegawai, jenis="ijazah", tingkat="s2",
        nomor="UNCEN/2024/771", tanggal=dt.date(pada.year - 1, 8, 20), pada=pada,
    )  # fmt: skip
    services.laporkan_fakta(
        aktor=aktor_dari(cadangan[1].pegawai), fakta=satu, pada=pada,
        teks="Nomor ijazahnya tertukar dengan rekan; yang benar UNCEN/2024/717.",
    )  # fmt: skip
    cabut = services.catat_fakta(
        aktor=citra, pegawai=cadangan[2].pegawai, jenis="uji_kompetensi", positif=False,
        nomor="UK/90", tanggal=dt.date(pada.year - 1, 11, 5), pada=pada,
    )  # fmt: skip
    services.jawab_laporan(
        aktor=citra, fakta=cabut, cabut=True, teks="Tercatat pada orang yang keliru.", pada=pada
    )
    baris = (
        KonversiPredikat.objects.filter(
            instansi=instansi, status="ditetapkan", pegawai=cadangan[3].pegawai_id
        )
        .select_related("penilai__instansi", "pegawai__instansi")
        .order_by("tahun")
        .first()
    )
    if baris is not None and baris.penilai is not None:
        services.koreksi_konversi(
            aktor=aktor_dari(baris.penilai), konversi=baris, pada=pada,
            alasan="Predikat tahun ini tertukar dengan rekan seruangan.",
        )  # fmt: skip
    _pak(citra, instansi, utama, daftar, pada)


def _naik(citra: Aktor, masa: MasaJenjang, pada: dt.date) -> None:
    """What was proposed for the whole year is withdrawn and proposed again in two parts."""
    berikut = jenjang_berikut(Jenjang(masa.jenjang))
    if berikut is None:
        return
    # What the old jenjang held suffices for the rise; the pangkat follows with the same.
    MasaJenjang.objects.filter(pk=masa.pk).update(ak_lama=max(Decimal(0), 100 - masa.ak_dasar))
    services.naikkan_jenjang(
        aktor=citra,
        pegawai=masa.pegawai,
        isi=services.IsiMasa(
            jabatan=masa.jabatan.replace(Jenjang(masa.jenjang).label, berikut.label),
            jenjang=berikut.value,
            golongan=masa.pegawai.golongan,
            cara_masuk="kenaikan_jenjang",
            mulai=dt.date(pada.year - 2, 7, 1),
            nomor_sk=f"821/77/{pada.year - 2} (contoh)",
            tanggal_sk=dt.date(pada.year - 2, 6, 18),
        ),
        pada=pada,
    )


def _pak(
    citra: Aktor,
    instansi: Instansi,
    utama: MasaJenjang,
    daftar: Sequence[MasaJenjang],
    pada: dt.date,
) -> None:
    selesai = dt.date(pada.year - 2, 12, 31)
    menunggu = set(
        KonversiPredikat.objects.filter(instansi=instansi, status="diusulkan", tahun__lt=pada.year)
        .exclude(tahun=pada.year - 1)
        .values_list("pegawai_id", flat=True)
    )
    calon = [
        satu
        for satu in (utama, *(s for s in daftar if s is not utama))
        if satu.pegawai_id not in menunggu and satu.selesai is None
    ]
    for urut, (satu, langkah) in enumerate(
        zip(calon, ("tetapkan", "susun", "batal"), strict=False), start=1
    ):
        pak = services.susun_pak(
            aktor=citra, pegawai=satu.pegawai, nomor=f"PAK/{urut:03d}/{pada.year} (contoh)",
            selesai=selesai, pada=pada,
        )  # fmt: skip
        pak = PenetapanAngkaKredit.objects.select_related("penilai__instansi", "pegawai").get(
            pk=pak.pk
        )
        if pak.penilai is None:
            continue
        penilai = aktor_dari(pak.penilai)
        if langkah == "tetapkan":
            services.tetapkan_pak(aktor=penilai, pak=pak, pada=pada)
        elif langkah == "batal":
            services.batalkan_pak(
                aktor=citra, pak=pak, alasan="Nomornya dipakai surat lain.", pada=pada
            )
