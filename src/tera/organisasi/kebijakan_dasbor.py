"""Policy keys of the leaders' picture: what the public sees, and what a pembina sees."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

_TIDAK_DIATUR = _("Tidak ada aturan yang terbaca tentang hal ini.")

DAFTAR_DASBOR: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="dasbor.halaman_publik",
        judul=_("Kinerja tiap perangkat daerah terbuka bagi siapa pun"),
        penjelasan=_(
            "Halaman tanpa akun untuk tiap perangkat daerah: target perjanjian kinerja, capaian, "
            "kepuasan masyarakat, dan kemajuan penilaian. Tanpa nama pegawai dan tanpa predikat."
        ),
        tipe="bool",
        bawaan=False,
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="dasbor",
    ),
    KunciKebijakan(
        kode="dasbor.publik_n_minimum",
        judul=_("Pegawai paling sedikit sebelum kemajuannya tampak bagi publik"),
        penjelasan=_(
            "Di bawah jumlah ini kemajuan SKP, evaluasi, dan target sebuah perangkat daerah tidak "
            "ditampilkan pada halaman publik."
        ),
        tipe="int",
        bawaan=10,
        rentang=(5, 200),
        satuan=_("orang"),
        mutu="internal",
        sumber=_("Aturan privasi aplikasi."),
        ruang="dasbor",
    ),
    KunciKebijakan(
        kode="dasbor.pembina",
        judul=_("Ikut dalam gambaran instansi pembina"),
        penjelasan=_(
            "Kementerian atau provinsi yang diberi hak pembina pada pemasangan ini melihat angka "
            "gabungan instansi Anda sebulan sekali, hanya dari 30 orang ke atas dan tanpa nama. "
            "Tulis nomor suratnya pada kolom dasar. Dimatikan: angkanya langsung tidak tampak lagi."
        ),
        tipe="bool",
        bawaan=False,
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="dasbor",
    ),
)
