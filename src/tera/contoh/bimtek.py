"""Rater training in the demo: a course begun, practice finished and running, one expert named."""

import datetime as dt

from django.db import transaction

from tera.bimtek import services
from tera.bimtek.models import AhliPanel, SesiLatihan
from tera.bimtek.pemuat import daftar_kasus, daftar_kursus
from tera.bimtek.selectors.latihan import kunci_penyusun
from tera.bimtek.selectors.sertifikat import KURSUS_MENILAI
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai


@transaction.atomic
def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write it through the services; loading again changes nothing."""
    if AhliPanel.objects.filter(instansi=instansi).exists():
        return
    citra, penilai, pegawai = (
        Pegawai.objects.get(instansi=instansi, nama=nama)
        for nama in ("Citra Maharani", "Galih Prasetyo", "Samuel Korwa")
    )
    services.tunjuk_ahli(
        aktor=_aktor(citra), nip=pegawai.nip, keahlian="Sembilan tahun menilai", pada=pada
    )
    hari = pada - dt.timedelta(days=12)
    kursus = daftar_kursus()[KURSUS_MENILAI]
    for modul in kursus.modul:
        services.selesaikan_modul(
            aktor=_aktor(penilai), kursus=kursus, modul=modul, pada=hari,
            jawaban=[soal.kunci for soal in modul.periksa],
        )  # fmt: skip
    sesi = services.mulai_latihan(aktor=_aktor(penilai), pada=hari)
    for satu in sesi.daftar_kasus.all():
        # Mostly as the key, in some cases one value too strict.
        tingkat = kunci_penyusun(daftar_kasus()[satu.kasus])
        tingkat[satu.urut % len(tingkat)] = max(0, tingkat[satu.urut % len(tingkat)] - 1)
        services.nilai_kasus(
            aktor=_aktor(penilai), sesi=sesi, urut=satu.urut, tingkat=tingkat, catatan=""
        )
    sesi = services.selesaikan_sesi(aktor=_aktor(penilai), sesi=sesi, pada=hari)
    services.terbitkan_sertifikat(aktor=_aktor(penilai), sesi=sesi, pada=hari)
    berjalan: SesiLatihan = services.mulai_latihan(aktor=_aktor(penilai), pada=pada)
    services.nilai_kasus(aktor=_aktor(penilai), sesi=berjalan, urut=1, tingkat=[1] * 7, catatan="")


def _aktor(pegawai: Pegawai) -> Aktor:
    return Aktor(
        pegawai.akun_id, pegawai.instansi_id, pegawai.pk, pegawai.nama_lengkap,
        pegawai.instansi.zona,
    )  # fmt: skip
