"""What a rater reads before the refusal: a certificate is asked for, or the one there is ends."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat
from tera.core.aktor import Aktor
from tera.organisasi.selectors.sertifikat import sertifikat_sampai

#: Days before its end at which a certificate is told to be renewed.
SEGERA = dt.timedelta(days=30)


def keadaan_sertifikat(
    *, aktor: Aktor, aturan: Mapping[str, Any], pada: dt.date
) -> dict[str, Any] | None:
    """Return what to say of the rater's certificate; None, and no query, where none is asked for.

    One query where the policy is on. None too while it holds for longer than ``SEGERA``.
    """
    if not aturan["bimtek.wajib_sebelum_menilai"]:
        return None
    sampai = sertifikat_sampai(aktor=aktor, pada=pada)
    if sampai is not None and sampai >= pada + SEGERA:
        return None
    if sampai is None:
        kata = _(
            "Instansi Anda meminta sertifikat latihan menilai sebelum memberi rating, dan Anda "
            "belum punya. Catatan kerja bisa disimpan; ratingnya belum."
        )
    elif sampai < pada:
        kata = _(
            "Sertifikat latihan menilai Anda berakhir %(hari)s. Rating baru bisa disimpan setelah "
            "ada sertifikat baru; catatan kerja tetap bisa."
        ) % {"hari": tulis_tanggal(sampai)}
    else:
        kata = _(
            "Sertifikat latihan menilai Anda berlaku sampai %(hari)s. Berlatihlah lagi sebelum "
            "itu, supaya penilaian tidak tertahan."
        ) % {"hari": tulis_tanggal(sampai)}
    kurang = sampai is None or sampai < pada
    return {
        "kata": kata,
        "nada": "peringatan" if kurang else "info",
        "judul": _("Sertifikat diperlukan") if kurang else _("Sertifikat segera berakhir"),
        "url": alamat("bimtek.beranda"),
    }
