"""Policy keys of the dialogue: how long the five questions stay open."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

DAFTAR_DIALOG: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="dialog.hari_lima_pertanyaan",
        judul=_("Lima pertanyaan tentang proses penilaian tetap terbuka"),
        penjelasan=_(
            "Terbuka sejak sehari sesudah tahun kinerja berakhir sampai sekian hari sesudah batas "
            "evaluasi; yang dipakai nilai pada hari terakhir tahun itu. Sesudah tutup hasilnya "
            "dibekukan."
        ),
        tipe="int",
        bawaan=30,
        rentang=(7, 120),
        satuan=_("hari sesudah batas evaluasi"),
        mutu="internal",
        sumber=_("Rancangan Tera; tidak ada aturan yang terbaca tentang hal ini."),
        ruang="dialog",
    ),
)
