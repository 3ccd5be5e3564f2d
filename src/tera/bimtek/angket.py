"""The questionnaire about a class: its questions, its answers, what may be told of them."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from tera.bimtek.kelompok import KELOMPOK_MINIMUM, bulat_bagian

#: From the lowest; stored as words.
PILIHAN: Final = ("kurang", "cukup", "baik", "sangat_baik")
NAMA_PILIHAN: Final = {
    "kurang": _("Kurang"),
    "cukup": _("Cukup"),
    "baik": _("Baik"),
    "sangat_baik": _("Sangat baik"),
}
BUTIR: Final = {
    "guna": _("Gunanya bagi tugas saya"),
    "jelas": _("Kejelasan bahan dan latihan"),
    "pelatih": _("Cara pelatih membimbing"),
    "tempat": _("Tempat atau sambungannya"),
    "waktu": _("Lama dan jadwalnya"),
}
#: What to improve: themes to tick instead of a text that would show who wrote it.
TEMA: Final = {
    "contoh": _("Contoh lebih dekat dengan tugas kami"),
    "latihan": _("Lebih banyak latihan menilai"),
    "bahas": _("Lebih banyak membahas perbedaan tanda"),
    "pelan": _("Lebih pelan"),
    "cepat": _("Lebih cepat"),
    "ringkas": _("Lebih singkat"),
    "bahan": _("Bahan tertulis untuk dibawa"),
    "tempat": _("Tempat, alat, atau jaringan"),
    "aplikasi": _("Lebih banyak mencoba aplikasi"),
}
BUTIR_TEMA: Final = "tema"
#: Distributions are shown from twice the least group; under it only the middle answer.
SEBARAN_MINIMUM: Final = 2 * KELOMPOK_MINIMUM


def ringkasan_angket(hitungan: Mapping[tuple[str, str], int]) -> dict[str, Any] | None:
    """Return what may be told of counts (question, answer) → people; None under five answers.

    The middle answer from five; shares in steps of ten from ten; a theme from five who chose it.
    """
    banyak = max(
        (sum(hitungan.get((butir, pilihan), 0) for pilihan in PILIHAN) for butir in BUTIR),
        default=0,
    )
    if banyak < KELOMPOK_MINIMUM:
        return None
    butir = []
    for kode in BUTIR:
        jumlah = [hitungan.get((kode, pilihan), 0) for pilihan in PILIHAN]
        butir.append(
            {
                "kode": kode,
                "tengah": _tengah(jumlah),
                "sebaran": bulat_bagian(jumlah, langkah=10)
                if sum(jumlah) >= SEBARAN_MINIMUM
                else [],
            }
        )
    tema = [kode for kode in TEMA if hitungan.get((BUTIR_TEMA, kode), 0) >= KELOMPOK_MINIMUM]
    tema.sort(key=lambda kode: -hitungan[BUTIR_TEMA, kode])
    return {"orang": banyak, "butir": butir, "tema": tema}


def _tengah(jumlah: list[int]) -> str:
    """The lower middle answer."""
    lewat = 0
    for pilihan, satu in zip(PILIHAN, jumlah, strict=True):
        lewat += satu
        if 2 * lewat >= sum(jumlah):
            return pilihan
    return PILIHAN[-1]
