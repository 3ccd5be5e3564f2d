"""Policy keys of the notifications: reminders, escalation, quiet hours, how long they are kept."""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_kunci import KunciKebijakan, Teks

_RANCANGAN = _("Tidak ada aturan yang terbaca; rancangan Tera.")


def _angka(
    kode: str, judul: Teks, penjelasan: Teks, bawaan: int, rentang: tuple[int, int], satuan: Teks
) -> KunciKebijakan:
    return KunciKebijakan(
        kode=f"notifikasi.{kode}",
        judul=judul,
        penjelasan=penjelasan,
        tipe="int",
        bawaan=bawaan,
        rentang=rentang,
        satuan=satuan,
        mutu="internal",
        sumber=_RANCANGAN,
        ruang="notifikasi",
    )


DAFTAR_NOTIFIKASI: tuple[KunciKebijakan, ...] = (
    _angka(
        "pengingat_awal",
        _("Pengingat pertama sebelum batas waktu"),
        _("Untuk penetapan SKP, swakaji, penilaian, dan akhir masa keberatan."),
        7,
        (1, 60),
        _("hari sebelum batas"),
    ),
    _angka(
        "pengingat_akhir",
        _("Pengingat terakhir sebelum batas waktu"),
        _("Sesudah ini tidak ada pengingat lagi untuk batas yang sama."),
        1,
        (0, 30),
        _("hari sebelum batas"),
    ),
    _angka(
        "eskalasi",
        _("Keterlambatan diberitahukan ke tingkat di atasnya"),
        _(
            "Pegawai yang terlambat diberitahukan kepada penilainya, penilai yang terlambat kepada "
            "atasannya. 0 berarti tidak pernah."
        ),
        3,
        (0, 60),
        _("hari sesudah batas"),
    ),
    _angka(
        "belum_terima",
        _("Ingatkan hasil yang belum dicatat diterima"),
        _("Dihitung sejak hasil disampaikan di layar."),
        3,
        (1, 30),
        _("hari"),
    ),
    _angka(
        "jam_ringkasan",
        _("Jam ringkasan harian dikirim lewat surel"),
        _("Menurut zona waktu instansi."),
        7,
        (0, 23),
        _("(jam)"),
    ),
    _angka(
        "jam_tenang_mulai",
        _("Jam tenang mulai"),
        _("Surel tidak dikirim selama jam tenang. Tiap orang boleh memilih jamnya sendiri."),
        20,
        (0, 23),
        _("(jam)"),
    ),
    _angka(
        "jam_tenang_selesai",
        _("Jam tenang selesai"),
        _("Surel yang tertahan dikirim pada jam ini, dalam satu surel."),
        6,
        (0, 23),
        _("(jam)"),
    ),
    _angka(
        "simpan_hari",
        _("Lama notifikasi yang sudah dibaca disimpan"),
        _("Sesudah itu dibuang; dokumen dan riwayatnya tetap ada di halaman masing-masing."),
        180,
        (30, 1825),
        _("hari"),
    ),
)
