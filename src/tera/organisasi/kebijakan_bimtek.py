"""Policy keys of rater training: how much practice, how long a certificate holds, who needs one."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

_TIDAK_DIATUR = _("Tidak ada aturan yang terbaca tentang hal ini.")

DAFTAR_BIMTEK: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="bimtek.jumlah_kasus",
        judul=_("Kasus dalam satu latihan menilai"),
        penjelasan=_(
            "Kasus diundi, seimbang menurut tingkatnya, dan yang belum pernah didahulukan."
        ),
        tipe="int",
        bawaan=8,
        rentang=(4, 12),
        satuan=_("kasus"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="bimtek",
    ),
    KunciKebijakan(
        kode="bimtek.persen_sama",
        judul=_("Tanda yang sama dengan kunci, paling sedikit, untuk sertifikat"),
        penjelasan=_(
            "Dari semua tanda dalam satu latihan. Yang belum sampai boleh berlatih lagi dengan "
            "kasus lain, tanpa batas."
        ),
        tipe="int",
        bawaan=60,
        rentang=(40, 95),
        satuan=_("persen"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="bimtek",
    ),
    KunciKebijakan(
        kode="bimtek.masa_sertifikat",
        judul=_("Masa berlaku sertifikat latihan menilai"),
        penjelasan=_("Dihitung dari hari terbit. Sertifikat lama tetap terbaca."),
        tipe="int",
        bawaan=24,
        rentang=(6, 60),
        satuan=_("bulan"),
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="bimtek",
    ),
    KunciKebijakan(
        kode="bimtek.wajib_sebelum_menilai",
        judul=_("Penilai perlu sertifikat sebelum memberi rating"),
        penjelasan=_(
            "Hanya sertifikat dari kasus yang kuncinya disusun paling sedikit lima ahli instansi "
            "yang berlaku. Dinyalakan sebelum ada panel: tidak seorang pun bisa memberi rating."
        ),
        tipe="bool",
        bawaan=False,
        mutu="internal",
        sumber=_TIDAK_DIATUR,
        ruang="bimtek",
    ),
)
