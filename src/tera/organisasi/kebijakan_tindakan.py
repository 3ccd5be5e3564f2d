"""Policy keys of from result to action: triggers, reviews, answers, agreements."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan

_SUMBER = _(
    "Peraturan BKN 3/2020 Pasal 32 diberitakan menyebut Kurang dan Sangat Kurang; bagi JPT "
    "Peraturan BRIN 4/2025 Pasal 38A juga Butuh Perbaikan. Naskah keduanya belum lengkap terbaca."
)
_PILIHAN: tuple[tuple[str, str | Promise], ...] = (
    ("bawaan", _("Menurut data hukum Tera")),
    ("butuh_perbaikan", _("Butuh Perbaikan, Kurang, dan Sangat Kurang")),
    ("kurang", _("Kurang dan Sangat Kurang")),
    ("sangat_kurang", _("Sangat Kurang")),
)


def _pemicu(kata: str, judul: str | Promise) -> KunciKebijakan:
    return KunciKebijakan(
        kode=f"tindakan.pemicu_{kata}",
        judul=judul,
        penjelasan=_(
            "Predikat tahunan PNS yang membuka masa perbaikan enam bulan. Predikat lemah lain "
            "tetap mendapat pembinaan tanpa langkah kepegawaian sesudahnya."
        ),
        tipe="pilihan",
        bawaan="bawaan",
        pilihan=_PILIHAN,
        mutu="sekunder",
        sumber=_SUMBER,
        ruang="tindak_lanjut",
    )


_RANCANGAN = _("Rancangan Tera; tidak ada aturan yang terbaca tentang hal ini.")

DAFTAR_TINDAKAN: tuple[KunciKebijakan, ...] = (
    _pemicu("jpt", _("Pemicu masa perbaikan: JPT")),
    _pemicu("administrator", _("Pemicu masa perbaikan: administrator")),
    _pemicu("pengawas", _("Pemicu masa perbaikan: pengawas")),
    _pemicu("fungsional", _("Pemicu masa perbaikan: jabatan fungsional")),
    _pemicu("pelaksana", _("Pemicu masa perbaikan: pelaksana")),
    KunciKebijakan(
        kode="tindakan.dari_periodik",
        judul=_("Hasil periodik yang lemah membuka pembinaan"),
        penjelasan=_(
            "Bila hidup, hasil bulanan atau triwulan yang lemah dan sudah final membuka pembinaan "
            "satu kali dalam tahun itu. Masa perbaikan hanya dari hasil tahunan."
        ),
        tipe="bool",
        bawaan=True,
        mutu="internal",
        sumber=_RANCANGAN,
        ruang="tindak_lanjut",
    ),
    KunciKebijakan(
        kode="tindakan.bulan_tinjauan",
        judul=_("Jarak tinjauan dalam masa perbaikan"),
        penjelasan=_("Tanggal tinjauan disusun sejarak ini dari hari rencana mulai berjalan."),
        tipe="int",
        bawaan=1,
        rentang=(1, 3),
        satuan=_("bulan"),
        mutu="internal",
        sumber=_RANCANGAN,
        ruang="tindak_lanjut",
    ),
    KunciKebijakan(
        kode="tindakan.hari_jawab_rencana",
        judul=_("Pegawai menjawab rencana perbaikan"),
        penjelasan=_(
            "Sesudah sekian hari tanpa jawaban, penilai boleh menjalankan rencananya; halaman "
            "mencatat bahwa rencana itu belum dijawab."
        ),
        tipe="int",
        bawaan=7,
        rentang=(3, 30),
        satuan=_("hari"),
        mutu="internal",
        sumber=_RANCANGAN,
        ruang="tindak_lanjut",
    ),
    KunciKebijakan(
        kode="tindakan.bulan_persiapan_perjanjian",
        judul=_("Perjanjian PPPK masuk daftar tinjau lebih awal"),
        penjelasan=_(
            "Usul perpanjangan diajukan enam bulan sebelum perjanjian berakhir. Daftar tinjau "
            "dibuka sekian bulan sebelum itu."
        ),
        tipe="int",
        bawaan=1,
        rentang=(1, 6),
        satuan=_("bulan"),
        mutu="internal",
        sumber=_RANCANGAN,
        ruang="tindak_lanjut",
    ),
)
