"""The words of the room: bands, support and strictness, never a decimal of a person."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.evaluasi.models import LevelRating
from tera.kalibrasi.models import KeketatanPenilai, PilihanAlasan, SaranPegawai

TINGKAT = (LevelRating.DI_BAWAH, LevelRating.SESUAI, LevelRating.DI_ATAS)
MEMIMPIN = 6
TERTINGGI = 9


def pita(saran: SaranPegawai) -> tuple[int, int, int]:
    """Return the three bands, lowest level first."""
    return (saran.pita_di_bawah, saran.pita_sesuai, saran.pita_di_atas)


def sebut_pita(nilai: int) -> str:
    """Return the words of one band in tenths."""
    if nilai < 1:
        return _("kurang dari 10 %")
    if nilai >= TERTINGGI:
        return _("90 % atau lebih")
    return _("%(awal)s–%(akhir)s %%") % {"awal": 10 * nilai, "akhir": 10 * nilai + 10}


def sebut_sumber(sumber: str) -> str:
    """Return where a recorded piece of evidence comes from."""
    return {
        "capaian": _("Capaian terverifikasi"),
        "realisasi": _("Realisasi terverifikasi"),
        "umpan": _("Umpan balik bernama"),
    }[sumber]


def sebut_alasan(alasan: str) -> str:
    """Return why nothing is said."""
    return _("Belum cukup bukti: %(sebab)s.") % {"sebab": PilihanAlasan(alasan).label}


def sebut_saran(saran: SaranPegawai) -> str:
    """Return the sentence beside one person: the leading level, or between which two."""
    if saran.alasan != PilihanAlasan.CUKUP:
        return sebut_alasan(saran.alasan)
    tiga = pita(saran)
    urut = sorted(range(3), key=lambda tingkat: -tiga[tingkat])
    if tiga[urut[0]] >= MEMIMPIN:
        return _("Bukti lain mendukung %(daftar)s.") % {
            "daftar": ", ".join(
                _("%(tingkat)s dengan peluang %(peluang)s")
                % {"tingkat": TINGKAT[satu].label, "peluang": sebut_pita(tiga[satu])}
                for satu in urut
                if tiga[satu] >= 1
            )
        }
    bawah, atas = sorted(urut[:2])
    return _("Di perbatasan antara %(bawah)s (%(satu)s) dan %(atas)s (%(dua)s).") % {
        "bawah": TINGKAT[bawah].label,
        "satu": sebut_pita(tiga[bawah]),
        "atas": TINGKAT[atas].label,
        "dua": sebut_pita(tiga[atas]),
    }


def sebut_rentang(saran: SaranPegawai) -> str:
    """Return the interval in words, as the person reads it: levels only, no share."""
    if saran.alasan != PilihanAlasan.CUKUP:
        return sebut_alasan(saran.alasan)
    tiga = pita(saran)
    mungkin = [tingkat for tingkat in range(3) if tiga[tingkat] >= 1]
    if max(tiga) >= MEMIMPIN:
        return _("Bukti selain dari penilai Anda paling mendukung %(tingkat)s.") % {
            "tingkat": TINGKAT[max(range(3), key=lambda satu: tiga[satu])].label
        }
    return _("Bukti selain dari penilai Anda di perbatasan: antara %(bawah)s dan %(atas)s.") % {
        "bawah": TINGKAT[mungkin[0]].label,
        "atas": TINGKAT[mungkin[-1]].label,
    }


def sebut_ubah(alasan: str) -> str:
    """Return what would change the picture."""
    if alasan == PilihanAlasan.CUKUP:
        return _(
            "Gambaran ini hanya tentang perilaku kerja. Ia berubah bila pada periode berikutnya "
            "tanda atasan penilai atau jawaban rekan, bawahan, dan mitra berubah. Hasil kerja "
            "dibaca dari target dan realisasi."
        )
    return _(
        "Yang membuatnya terbaca: atasan penilai ikut menandai ketujuh nilai, atau lebih banyak "
        "rekan, bawahan, dan mitra menjawab putaran umpan balik. Jawaban diri tidak dihitung."
    )


def sebut_keketatan(satu: KeketatanPenilai) -> str:
    """Return what a rater reads about the own strictness: relative, with interval and n."""
    if satu.alasan != PilihanAlasan.CUKUP or satu.nilai is None:
        return _("Keketatan Anda belum bisa diperkirakan: %(sebab)s.") % {
            "sebab": PilihanAlasan(satu.alasan).label
        }
    bawah, atas = satu.bawah or 0, satu.atas or 0
    isi = {
        "pembanding": _("%(n)s penilai unit serupa") % {"n": satu.jumlah_serupa}
        if satu.jumlah_serupa
        else _("penilai lain untuk pegawai yang sama"),
        "dasar": _("dari %(n)s pegawai dan %(m)s penilaian lain")
        % {"n": satu.jumlah_pegawai, "m": satu.jumlah_lain},
    }
    if bawah <= 0 <= atas:
        return (
            _(
                "Anda tidak tampak lebih ketat atau lebih longgar dibanding %(pembanding)s, "
                "%(dasar)s."
            )
            % isi
        )
    kecil, besar = sorted((abs(bawah), abs(atas)))
    isi |= {
        "nilai": _persepuluh(abs(satu.nilai)),
        "satu": _persepuluh(kecil),
        "dua": _persepuluh(besar),
    }
    if satu.nilai > 0:
        return (
            _(
                "Anda cenderung lebih ketat %(nilai)s tingkat dibanding %(pembanding)s "
                "(90 %%: %(satu)s sampai %(dua)s), %(dasar)s."
            )
            % isi
        )
    return (
        _(
            "Anda cenderung lebih longgar %(nilai)s tingkat dibanding %(pembanding)s "
            "(90 %%: %(satu)s sampai %(dua)s), %(dasar)s."
        )
        % isi
    )


def _persepuluh(nilai: int) -> str:
    return tulis_angka(nilai / 10, 1)


def gambar(saran: SaranPegawai) -> Sequence[dict[str, object]]:
    """Return the three bars: where the band begins, how wide it is, in percent; empty if none."""
    if saran.alasan != PilihanAlasan.CUKUP:
        return []
    return [
        {
            "label": TINGKAT[tingkat].label,
            "peluang": sebut_pita(nilai),
            "awal": 10 * nilai,
            "akhir": 10 * nilai + 10,
        }
        for tingkat, nilai in reversed(list(enumerate(pita(saran))))
    ]
