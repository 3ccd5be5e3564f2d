"""Policy keys of the objectivity analysis: the standard, a decision and not an estimate."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

_ANGGAPAN = _(
    "Tidak ada angka dalam peraturan yang terbaca; 15/60/25 adalah anggapan perancang Tera."
)
_PENJELASAN = _(
    "Standar tidak bisa ditaksir dari penilaian: longgar yang sama pada semua penilai tidak "
    "terbedakan dari kinerja baik. Instansi menetapkannya; sisanya Sesuai Ekspektasi. Berlaku bagi "
    "analisis yang dijalankan sesudah perubahan."
)

DAFTAR_KALIBRASI: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="kalibrasi.standar_di_bawah",
        judul=_("Standar perilaku kerja: bagian Di Bawah Ekspektasi"),
        penjelasan=_PENJELASAN,
        tipe="int",
        bawaan=15,
        rentang=(1, 45),
        satuan=_("dari 100 pegawai"),
        mutu="internal",
        sumber=_ANGGAPAN,
        ruang="kalibrasi",
    ),
    KunciKebijakan(
        kode="kalibrasi.standar_di_atas",
        judul=_("Standar perilaku kerja: bagian Di Atas Ekspektasi"),
        penjelasan=_PENJELASAN,
        tipe="int",
        bawaan=25,
        rentang=(1, 45),
        satuan=_("dari 100 pegawai"),
        mutu="internal",
        sumber=_ANGGAPAN,
        ruang="kalibrasi",
    ),
)
