"""Policy keys of 360 rounds: how many answers a group needs, how much is asked of a respondent."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

DAFTAR_PUTARAN: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="umpan_balik.k",
        judul=_("Jawaban paling sedikit agar satu kelompok ditampilkan"),
        penjelasan=_(
            "Kelompok yang lebih kecil digabung; bila masih kurang, tidak ditampilkan. Berlaku "
            "bagi putaran yang disusun sesudah perubahan."
        ),
        tipe="int",
        bawaan=4,
        rentang=(3, 10),
        satuan=_("jawaban"),
        mutu="internal",
        sumber=_(
            "Tidak ada angka dalam peraturan yang terbaca; rancangan Tera, tidak pernah di bawah 3."
        ),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="umpan_balik.formulir_per_responden",
        judul=_("Formulir umpan balik paling banyak bagi satu responden"),
        penjelasan=_("Dalam satu putaran, di luar formulir tentang diri sendiri."),
        tipe="int",
        bawaan=5,
        rentang=(1, 20),
        satuan=_("formulir"),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang jumlahnya; rancangan Tera."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="umpan_balik.putaran_per_tahun",
        judul=_("Putaran umpan balik bagi satu pegawai dalam setahun"),
        penjelasan=_("Pegawai yang sudah mencapainya tidak masuk putaran berikutnya tahun itu."),
        tipe="int",
        bawaan=1,
        rentang=(1, 4),
        satuan=_("putaran"),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang jumlahnya; rancangan Tera."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="umpan_balik.jumlah_rekan",
        judul=_("Rekan yang diundi untuk satu pegawai"),
        penjelasan=_("Lebih dari batas jawaban, karena tidak semua orang mengisi."),
        tipe="int",
        bawaan=5,
        rentang=(3, 10),
        satuan=_("orang"),
        mutu="internal",
        sumber=_("Tidak ada angka dalam peraturan yang terbaca; rancangan Tera."),
        ruang="umpan_balik",
    ),
)
