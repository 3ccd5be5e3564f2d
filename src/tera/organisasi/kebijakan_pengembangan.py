"""Policy keys of development: what the rules read leave open, or what nobody could confirm."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan, Teks
from tera.organisasi.models.pegawai import JenisJabatan

_JABATAN = (("semua", _("Semua jabatan")), *JenisJabatan.choices)
_PADANAN = _("Padanan program dengan jabatan belum terkonfirmasi dalam teks yang dibaca.")


def _program(kode: str, judul: Teks, bawaan: str) -> KunciKebijakan:
    return KunciKebijakan(
        kode=f"pengembangan.jabatan_{kode}",
        judul=judul,
        penjelasan=_("Nominasi orang dari jabatan lain tetap bisa; halamannya menyebut bedanya."),
        tipe="pilihan",
        bawaan=bawaan,
        pilihan=_JABATAN,
        mutu="ingatan",
        sumber=_PADANAN,
        ruang="pengembangan",
    )


DAFTAR_PENGEMBANGAN: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="pengembangan.jp_pppk_maks",
        judul=_("Jam pelajaran PPPK paling banyak dalam setahun"),
        penjelasan=_("Yang melebihi tetap tercatat; halamannya menyebut kelebihannya."),
        tipe="int",
        bawaan=24,
        rentang=(1, 200),
        satuan=_("JP"),
        mutu="ingatan",
        sumber=_("PerLAN 15/2020 belum dibaca; 24 JP setahun belum terkonfirmasi."),
        ruang="pengembangan",
    ),
    KunciKebijakan(
        kode="pengembangan.hari_dampak",
        judul=_("Dampak pelatihan ditanyakan paling lambat"),
        penjelasan=_(
            "Ditanyakan saat hasil evaluasi berikutnya disampaikan, atau sekian hari sesudah "
            "pelatihan bila hasil itu belum ada."
        ),
        tipe="int",
        bawaan=90,
        rentang=(14, 365),
        satuan=_("hari sesudah pelatihan"),
        mutu="internal",
        sumber=_("Rancangan Tera; tidak ada aturan yang terbaca tentang hal ini."),
        ruang="pengembangan",
    ),
    _program("pkp", _("Jenis jabatan peserta PKP"), "pengawas"),
    _program("pka", _("Jenis jabatan peserta PKA"), "administrator"),
    _program("pkn_ii", _("Jenis jabatan peserta PKN II"), "jpt_pratama"),
    _program("pkn_i", _("Jenis jabatan peserta PKN I"), "jpt_madya"),
)
