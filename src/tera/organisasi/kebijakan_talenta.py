"""Policy keys of talent: both axes of the matrix, who takes part, what a person is shown."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan, Teks

_TANPA_ANGKA: Teks = _(
    "Tidak ada angka nasional yang terbaca. Satu kabupaten memakai 90 dan 78, yang lain 81 dan 61."
)
_POLA: Teks = _(
    "PP 30/2019: paling banyak 20, 60 sampai 70, paling banyak 20 persen; dari ingatan."
)


def _persen(kode: str, judul: Teks, bawaan: int) -> KunciKebijakan:
    return KunciKebijakan(
        kode=f"talenta.{kode}",
        judul=judul,
        penjelasan=_(
            "Hanya nasihat saat Tim Penilai Kinerja mencatat peringkat unit; tidak ada status yang "
            "dipaksa."
        ),
        tipe="int",
        bawaan=bawaan,
        rentang=(0, 100),
        satuan=_("persen"),
        mutu="ingatan",
        sumber=_POLA,
        ruang="talenta",
    )


def _bobot(kode: str, judul: Teks) -> KunciKebijakan:
    return KunciKebijakan(
        kode=f"talenta.bobot_{kode}",
        judul=judul,
        penjelasan=_(
            "Bobot relatif: 1, 1, 1 berarti sama berat. Dipakai bila berkas asesmen tidak memuat "
            "nilai total."
        ),
        tipe="int",
        bawaan=1,
        rentang=(0, 100),
        mutu="internal",
        sumber=_("Pasal 17 PermenPANRB 20/2025 menyebut tiga sumber potensial tanpa bobotnya."),
        ruang="talenta",
    )


DAFTAR_TALENTA: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="talenta.sumbu_kinerja",
        judul=_("Sumbu kinerja peta talenta diambil dari"),
        penjelasan=_(
            "Predikat: Sangat Baik menjadi di atas ekspektasi, Baik menjadi sesuai, yang lain di "
            "bawah. Peringkat: status yang dicatat Tim Penilai Kinerja unit."
        ),
        tipe="pilihan",
        bawaan="predikat",
        pilihan=(
            ("predikat", _("Predikat kinerja tahun itu")),
            ("peringkat", _("Pemeringkatan di dalam unit")),
        ),
        mutu="internal",
        sumber=_(
            "Pasal 17 PermenPANRB 20/2025 meminta pemeringkatan; padanan dari predikat adalah "
            "rancangan Tera bagi unit yang tidak membuat peringkat."
        ),
        ruang="talenta",
    ),
    KunciKebijakan(
        kode="talenta.batas_tinggi",
        judul=_("Potensial tinggi mulai nilai"),
        penjelasan=_("Nilai total asesmen 0–100. Nilai yang sama dengan batas sudah tinggi."),
        tipe="desimal",
        bawaan=Decimal(90),
        rentang=(Decimal(1), Decimal(100)),
        mutu="sekunder",
        sumber=_TANPA_ANGKA,
        ruang="talenta",
    ),
    KunciKebijakan(
        kode="talenta.batas_menengah",
        judul=_("Potensial menengah mulai nilai"),
        penjelasan=_("Di bawahnya rendah. Harus lebih kecil dari batas tinggi."),
        tipe="desimal",
        bawaan=Decimal(78),
        rentang=(Decimal(1), Decimal(100)),
        mutu="sekunder",
        sumber=_TANPA_ANGKA,
        ruang="talenta",
    ),
    _bobot("kompetensi", _("Bobot penilaian kompetensi")),
    _bobot("potensi", _("Bobot penilaian potensi")),
    _bobot("rekam_jejak", _("Bobot rekam jejak")),
    KunciKebijakan(
        kode="talenta.umur_penilaian",
        judul=_("Asesmen potensial dipakai paling lama"),
        penjelasan=_("Asesmen yang lebih tua dari itu tidak dipakai dalam peta tahun berikutnya."),
        tipe="int",
        bawaan=3,
        rentang=(1, 10),
        satuan=_("tahun"),
        mutu="ingatan",
        sumber=_("Masa berlaku hasil asesmen yang lazim; aturannya belum terbaca."),
        ruang="talenta",
    ),
    KunciKebijakan(
        kode="talenta.peserta",
        judul=_("Siapa yang dipetakan"),
        penjelasan=_("PPPK tidak punya pangkat; instansi memilih apakah mereka ikut dipetakan."),
        tipe="pilihan",
        bawaan="pns",
        pilihan=(("pns", _("PNS saja")), ("asn", _("PNS dan PPPK"))),
        mutu="internal",
        sumber=_("Pilihan instansi; batasnya tidak terbaca."),
        ruang="talenta",
    ),
    KunciKebijakan(
        kode="talenta.tampil_kotak",
        judul=_("Yang dilihat pegawai sesudah peta ditetapkan"),
        penjelasan=_(
            "Bahan dan alasannya selalu tampak bagi orangnya. Instansi memilih apakah nomor "
            "kotaknya juga."
        ),
        tipe="pilihan",
        bawaan="kotak",
        pilihan=(
            ("kotak", _("Kotak dan tindak lanjut yang disarankan")),
            ("rekomendasi", _("Tindak lanjut yang disarankan saja")),
        ),
        mutu="internal",
        sumber=_("Rancangan Tera: orang boleh membaca datanya sendiri."),
        ruang="talenta",
    ),
    _persen("pola_atas", _("Pola peringkat: di atas ekspektasi paling banyak"), 20),
    _persen("pola_sesuai_min", _("Pola peringkat: sesuai ekspektasi paling sedikit"), 60),
    _persen("pola_sesuai_maks", _("Pola peringkat: sesuai ekspektasi paling banyak"), 70),
    _persen("pola_bawah", _("Pola peringkat: di bawah ekspektasi paling banyak"), 20),
)
