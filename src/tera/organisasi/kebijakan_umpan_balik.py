"""Policy keys of 360 rounds (answers a group needs, load) and of continuous feedback (days)."""

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

DAFTAR_BERKELANJUTAN: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="umpan_balik.jam_ubah",
        judul=_("Jam pemberi masih bisa membetulkan atau menarik umpan baliknya"),
        penjelasan=_("Sesudah itu umpan balik tetap; pemberinya bisa mengirim yang baru."),
        tipe="int",
        bawaan=24,
        rentang=(0, 168),
        satuan=_("jam"),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang waktunya; rancangan Tera."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="umpan_balik.hari_mundur",
        judul=_("Umur peristiwa yang paling lama untuk umpan balik"),
        penjelasan=_("Umpan balik yang baik diberikan segera; yang lebih lama sulit diperiksa."),
        tipe="int",
        bawaan=90,
        rentang=(7, 366),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang waktunya; rancangan Tera."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="umpan_balik.hari_permintaan",
        judul=_("Lama permintaan umpan balik menunggu jawaban"),
        penjelasan=_("Sesudah itu permintaan hilang dari daftar orang yang dimintai."),
        tipe="int",
        bawaan=14,
        rentang=(1, 60),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang waktunya; rancangan Tera."),
        ruang="umpan_balik",
    ),
)
