"""Policy keys of the appraisal beyond its deadlines: reasons, suggestion, blind marks, delivery."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

_TIDAK_DIATUR = _("Tidak ada aturan yang terbaca tentang hal ini.")

DAFTAR_EVALUASI: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="evaluasi.hari_swakaji",
        judul=_("Batas swakaji setelah periode berakhir"),
        penjelasan=_(
            "Swakaji yang belum dikirim sesudahnya dicatat; penilaian tetap bisa berjalan."
        ),
        tipe="int",
        bawaan=7,
        rentang=(1, 60),
        satuan=_("hari"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.alasan_di_atas",
        judul=_("Alasan untuk rating hasil kerja Di Atas Ekspektasi"),
        penjelasan=_(
            "Kapan penilai wajib menulis alasan. Rating Di Bawah Ekspektasi selalu perlu alasan."
        ),
        tipe="pilihan",
        bawaan="tanpa_bukti",
        pilihan=(
            ("tidak", _("Tidak diwajibkan")),
            (
                "tanpa_bukti",
                _("Bila tidak ada indikator di atas target dan tidak ada capaian terverifikasi"),
            ),
            ("selalu", _("Selalu")),
        ),
        mutu="internal",
        sumber=_("Aturan menilai menurut ekspektasi, tanpa ambang persen."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.saran_rating",
        judul=_("Tampilkan saran rating dari catatan kerja"),
        penjelasan=_(
            "Saran dibaca dari tanda penilai pada tiap rencana hasil kerja dan tiap nilai "
            "BerAKHLAK. Saran tidak pernah terisi sendiri; yang memutuskan tetap penilai."
        ),
        tipe="bool",
        bawaan=True,
        mutu="ingatan",
        sumber=_("Cara baca yang beredar; peraturan tidak memberi rumus."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.saran_perilaku_di_atas",
        judul=_("Nilai BerAKHLAK yang di atas ekspektasi agar disarankan Di Atas"),
        penjelasan=_("Satu nilai di bawah ekspektasi sudah cukup untuk saran Di Bawah."),
        tipe="int",
        bawaan=4,
        rentang=(1, 7),
        satuan=_("nilai"),
        mutu="ingatan",
        sumber=_("Angka dari program instansi lain; peraturan tidak memberi rumus."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.tanda_buta",
        judul=_("Tanda perilaku oleh atasan penilai tanpa melihat tanda penilai"),
        penjelasan=_(
            "Atasan penilai memberi tujuh tanda tanpa melihat tanda dan rating penilai. Dipakai "
            "untuk membandingkan cara menilai, tidak mengubah rating siapa pun. Berlaku bagi "
            "evaluasi yang dibuka sesudah perubahan."
        ),
        tipe="pilihan",
        bawaan="tidak",
        pilihan=(
            ("tidak", _("Tidak diminta")),
            ("sampel", _("Untuk sebagian pegawai yang diundi")),
            ("semua", _("Untuk semua pegawai")),
        ),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.tanda_buta_persen",
        judul=_("Bagian pegawai yang diundi untuk tanda atasan penilai"),
        penjelasan=_("Dipakai bila tanda diminta untuk sebagian pegawai."),
        tipe="int",
        bawaan=20,
        rentang=(1, 100),
        satuan=_("persen"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.unit_distribusi",
        judul=_("Unit tempat pola distribusi diperiksa"),
        penjelasan=_("Capaian unit inilah yang menentukan polanya."),
        tipe="pilihan",
        bawaan="perjanjian_kinerja",
        pilihan=(
            ("perjanjian_kinerja", _("Unit yang punya perjanjian kinerja")),
            ("opd", _("Perangkat daerah atau satuan kerja")),
        ),
        mutu="ingatan",
        sumber=_("SE MenPANRB 3/2023 yang terbaca menyebut organisasi, tanpa batasnya."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.hari_penyampaian",
        judul=_("Hasil yang belum disampaikan masuk daftar pengelola"),
        penjelasan=_("Dihitung sejak predikat ditetapkan."),
        tipe="int",
        bawaan=7,
        rentang=(1, 60),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Bahan pelatihan menyebut 14 hari kerja untuk menyerahkan dokumen."),
        ruang="evaluasi",
    ),
)
