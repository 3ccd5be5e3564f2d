"""The first visit's introduction: six screens at most, one idea each."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KUKI = "perkenalan"


@dataclass(frozen=True, slots=True)
class Layar:
    """One screen."""

    judul: str | Promise
    teks: str | Promise
    ikon: str


_UMUM = (
    Layar(
        _("Setahun dalam empat langkah"),
        _(
            "Rencanakan di SKP, laporkan pelaksanaannya, terima evaluasi, lalu tindak lanjut. "
            "Beranda selalu menunjukkan langkah yang menunggu Anda dan sampai kapan."
        ),
        "home",
    ),
    Layar(
        _("Periksa penilai Anda dulu"),
        _(
            "Nama pejabat penilai Anda ada di beranda. Bila salah, tekan “Penilai saya salah”: "
            "laporan masuk ke pengelola kinerja dan Anda bisa mengikuti langkahnya."
        ),
        "user-check",
    ),
    Layar(
        _("Susun SKP tanpa mulai dari nol"),
        _(
            "Salin dari tahun lalu atau rekan sejabatan, ambil indikator dari pustaka, atau tempel "
            "dari lembar kerja. Saran muncul bila indikator belum terukur; Anda yang memutuskan."
        ),
        "target",
    ),
    Layar(
        _("Tidak ada ketikan yang hilang"),
        _(
            "Isian tersimpan sendiri di server dan di perangkat ini. Bila sinyal hilang, kiriman "
            "menunggu dan dikirim ulang satu kali. Setiap kiriman mendapat tanda terima."
        ),
        "cloud-check",
    ),
    Layar(
        _("Setiap hasil punya alasan"),
        _(
            "Buka “Mengapa hasil ini?” untuk melihat masukan, aturan, pasal, dan siapa yang "
            "memutuskan. Manusia yang menilai; Tera membawa bukti dan aturannya."
        ),
        "help",
    ),
)
_PETUGAS = Layar(
    _("Untuk petugas: dengan alasan dan waktu"),
    _(
        "Membuka dokumen seseorang memerlukan mode petugas: tulis alasannya, ada batas waktunya, "
        "dan setiap halaman yang Anda buka terlihat oleh orangnya."
    ),
    "shield-check",
)


def daftar_layar(*, petugas: bool) -> tuple[Layar, ...]:
    """Return the screens of a person; officers get one more."""
    return (*_UMUM, _PETUGAS) if petugas else _UMUM


def tandai(jawaban: HttpResponse) -> None:
    """Remember on this device that the introduction was seen or skipped."""
    jawaban.set_cookie(
        KUKI,
        "sudah",
        max_age=60 * 60 * 24 * 365,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
