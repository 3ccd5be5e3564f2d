"""Policy keys of reward: whether people may try out their own pay factor."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

DAFTAR_PENGHARGAAN: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="tunjangan.simulasi",
        judul=_("Pegawai boleh mencoba hitungan tunjangannya sendiri"),
        penjelasan=_(
            "Pegawai mengetik pagunya sendiri dan melihat akibat predikat atau kehadiran yang "
            "lain. Yang diketik dan hasilnya tidak disimpan; pembayaran tetap urusan penggajian."
        ),
        tipe="bool",
        bawaan=False,
        mutu="internal",
        sumber=_("Rancangan Tera; tidak ada aturan yang terbaca tentang hal ini."),
        ruang="tindak_lanjut",
    ),
)
