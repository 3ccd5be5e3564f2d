"""Policy keys of the public's voice: when figures show, what is counted, the right of reply."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

_TIDAK_DIATUR = _("Tidak ada aturan yang terbaca tentang hal ini.")

DAFTAR_PUBLIK: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="publik.n_minimum",
        judul=_("Jawaban warga paling sedikit sebelum angkanya tampak"),
        penjelasan=_(
            "Di bawah jumlah ini IKM sebuah titik layanan, unit, bulan, atau triwulan tidak "
            "ditampilkan, dan masukan tentang petugas belum sampai kepada orangnya."
        ),
        tipe="int",
        bawaan=5,
        rentang=(3, 100),
        satuan=_("jawaban"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="publik.hasil_terbuka",
        judul=_("Hasil survei kepuasan terbuka bagi siapa pun"),
        penjelasan=_("Halaman hasil tiap unit dapat dibuka warga tanpa akun."),
        tipe="bool",
        bawaan=False,
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="publik.anggaran_jam",
        judul=_("Jawaban tiap jam yang langsung dihitung pada satu titik layanan"),
        penjelasan=_(
            "Jawaban selebihnya tetap disimpan dan menunggu keputusan pengelola kinerja. Ini "
            "menahan mesin yang mengisi terus-menerus tanpa melarang warga."
        ),
        tipe="int",
        bawaan=200,
        rentang=(10, 5000),
        satuan=_("jawaban"),
        mutu="internal",
        sumber=_("Aturan keamanan aplikasi."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="publik.anggaran_jam_lambat",
        judul=_("Jawaban jalur lambat tiap jam yang ikut dihitung pada satu titik layanan"),
        penjelasan=_(
            "Jalur lambat dipakai perangkat yang tidak menjalankan JavaScript. Selebihnya disimpan "
            "dan menunggu keputusan pengelola kinerja."
        ),
        tipe="int",
        bawaan=30,
        rentang=(1, 1000),
        satuan=_("jawaban"),
        mutu="internal",
        sumber=_("Aturan keamanan aplikasi."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="publik.hari_tunda_lambat",
        judul=_("Tundaan hitungan jawaban jalur lambat"),
        penjelasan=_(
            "Ditambahkan pada sehari yang berlaku bagi semua jawaban: jawaban baru dihitung "
            "mulai besok, supaya angka tidak berubah saat warga masih di loket."
        ),
        tipe="int",
        bawaan=1,
        rentang=(0, 30),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Aturan keamanan aplikasi."),
        ruang="umpan_balik",
    ),
    KunciKebijakan(
        kode="publik.hari_hak_jawab",
        judul=_("Hak jawab pegawai atas masukan masyarakat"),
        penjelasan=_(
            "Masukan tentang seorang pegawai baru terbaca penilainya sesudah pegawai menanggapi "
            "atau sesudah masa ini lewat."
        ),
        tipe="int",
        bawaan=14,
        rentang=(1, 60),
        satuan=_("hari"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="umpan_balik",
    ),
)
