"""Own training texts in the demo: a case in every state, one from elsewhere, a course to read."""

import datetime as dt

from django.db import transaction

from tera.bimtek import services
from tera.bimtek.models import Naskah, Sosialisasi
from tera.bimtek.paket import KunciAsal, NaskahKeluar, susun_paket
from tera.bimtek.pemuat import daftar_kasus, daftar_kursus
from tera.bimtek.penulis import teks_kasus
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, Penugasan, UnitKerja
from tera.organisasi.selectors.penilai import berlaku_pada

_BANYAK = 4


@transaction.atomic
def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write them through the services; loading again changes nothing."""
    if Naskah.objects.filter(instansi=instansi).exists():
        return
    pelatih, citra = (
        _aktor(Pegawai.objects.get(instansi=instansi, nama=nama))
        for nama in ("Ni Wayan Sriasih", "Citra Maharani")
    )
    terbit, lama, dicabut, diajukan = (_kasus(pelatih, n, pada) for n in range(_BANYAK))
    for satu in (terbit, lama, dicabut, diajukan):
        services.ajukan_naskah(aktor=pelatih, naskah=satu, pada=pada)
    for satu in (terbit, lama, dicabut):
        services.terbitkan_naskah(aktor=citra, naskah=satu, pada=pada)
    services.cabut_naskah(
        aktor=citra, naskah=dicabut, pada=pada, alasan="Terlalu mirip kejadian sungguhan."
    )
    # A second version of one, and the next one still being written.
    lama.refresh_from_db()
    baru = services.buat_versi_baru(aktor=pelatih, naskah=lama, pada=pada)
    services.ajukan_naskah(aktor=pelatih, naskah=baru, pada=pada)
    services.terbitkan_naskah(aktor=citra, naskah=baru, pada=pada)
    baru.refresh_from_db()
    services.buat_versi_baru(aktor=pelatih, naskah=baru, pada=pada)
    services.impor_naskah(aktor=pelatih, isi=_paket(pada), pada=pada)
    kursus = daftar_kursus()["mengenal-kinerja"]
    # Her own office: everybody else's home stays as the stories need it.
    unit = _kantor(pelatih, pada)
    services.beri_sosialisasi(
        aktor=pelatih, kursus=kursus, pada=pada, tenggat=pada + dt.timedelta(days=14),
        unit=unit,
        pesan="Dibaca sebelum dialog SKP tahun depan.",
    )  # fmt: skip
    selesai = services.beri_sosialisasi(
        aktor=pelatih, kursus=daftar_kursus()["menyusun-skp"], pada=pada, tenggat=pada,
        unit=unit, pesan="",
    )  # fmt: skip
    services.hentikan_sosialisasi(
        aktor=pelatih, satu=Sosialisasi.objects.get(pk=selesai.pk), pada=pada
    )


def _kantor(pelatih: Aktor, pada: dt.date) -> UnitKerja:
    milik = Penugasan.objects.select_related("unit__opd").filter(
        berlaku_pada(pada), pegawai_id=pelatih.pegawai_id or 0
    )
    return next(satu.unit.opd or satu.unit for satu in milik)


def _kasus(pelatih: Aktor, n: int, pada: dt.date) -> Naskah:
    """A product's case told of other people."""
    asal = list(daftar_kasus().values())[n]
    return services.simpan_kasus(
        aktor=pelatih, pada=pada, isi={
            "judul": f"{asal.judul}, cerita Teluk Cahaya",
            "rumpun": asal.rumpun, "jenjang": asal.jenjang,
            "tingkat_kunci": asal.tingkat_kunci, "uraian": asal.uraian,
            "bukti": [{"jenis": satu.jenis, "teks": satu.teks} for satu in asal.bukti],
            "kunci": {
                satu.nilai: {"tingkat": satu.tingkat, "alasan": satu.alasan}
                for satu in asal.kunci
            },
        },
    )  # fmt: skip


def _paket(pada: dt.date) -> bytes:
    """One case of a neighbour, keyed by five experts there."""
    kasus = list(daftar_kasus().values())[-1]
    teks = teks_kasus(kasus).replace(f'kode = "{kasus.kode}"', 'kode = "kab-seberang-kasus-1"')
    panel = KunciAsal(5, 0.78, tuple(satu.angka for satu in kasus.kunci))
    return susun_paket(
        [NaskahKeluar("kasus", "kab-seberang-kasus-1", 2, teks, panel)],
        instansi="Pemerintah Kabupaten Seberang", pada=pada,
        lisensi="Boleh dipakai dan diubah dengan menyebut asalnya.",
    )  # fmt: skip


def _aktor(pegawai: Pegawai) -> Aktor:
    return Aktor(
        pegawai.akun_id, pegawai.instansi_id, pegawai.pk, pegawai.nama_lengkap,
        pegawai.instansi.zona,
    )  # fmt: skip
