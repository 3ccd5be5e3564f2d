"""What a finished session shows, in words, each with one picture; and where one differed, why."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.bimtek.forms import NAMA_TINGKAT
from tera.bimtek.isi import KODE_NILAI, TINGKAT
from tera.bimtek.models import PenilaianKasus, SesiLatihan
from tera.bimtek.selectors.isi import kasus_berlaku, kasus_dinilai
from tera.regulasi.berakhlak import daftar_nilai
from tera.stats.evidence import Reason
from tera.stats.training import Training


def kata_ketat(hasil: Training) -> str:
    """Whether one was stricter or more lenient than the key; only where the interval says so."""
    if hasil.reason is not Reason.ENOUGH:
        return _("Kasusnya terlalu sedikit untuk mengatakan lebih ketat atau lebih longgar.")
    ukuran = {
        "besar": tulis_angka(abs(hasil.severity), 1),
        "dari": tulis_angka(min(abs(hasil.severity_low), abs(hasil.severity_high)), 1),
        "sampai": tulis_angka(max(abs(hasil.severity_low), abs(hasil.severity_high)), 1),
    }
    if hasil.severity_low > 0:
        arah = _("Anda cenderung lebih ketat dari kunci")
    elif hasil.severity_high < 0:
        arah = _("Anda cenderung lebih longgar dari kunci")
    else:
        return _("Tidak terlihat lebih ketat atau lebih longgar dari kunci.")
    return _("%(arah)s: %(besar)s tingkat (90 %%: %(dari)s–%(sampai)s).") % {"arah": arah, **ukuran}


def gambar_hasil(hasil: Training) -> dict[str, Any]:
    """The sentences and the data of the four pictures; percentages are whole."""
    bagian = (
        _("Tinggi rendah semua tanda bersama"),
        _("Membedakan orang dengan orang"),
        _("Membedakan nilai dengan nilai"),
        _("Kekuatan khas tiap orang"),
    )
    besar = hasil.components.shares()
    puncak = bagian[max(range(4), key=lambda n: besar[n])]
    return {
        "ketat": {
            "kata": kata_ketat(hasil),
            "data": [
                (_("Lebih rendah dari kunci"), hasil.lower),
                (_("Sama dengan kunci"), hasil.same),
                (_("Lebih tinggi dari kunci"), hasil.higher),
            ],
        },
        "halo": {
            "kata": _(
                "Nilai dalam satu kasus Anda beri tingkat yang lebih serupa daripada kunci. "
                "Tanda untuk satu nilai mungkin terbawa kesan dari nilai lain: baca bukti tiap "
                "nilai sendiri-sendiri."
            )
            if hasil.halo
            else _("Anda membedakan nilai dalam satu kasus kira-kira seperti kunci."),
            "data": [
                (_("Anda"), round(100 * hasil.pairs)),
                (_("Kunci"), round(100 * hasil.pairs_key)),
            ],
        },
        "tengah": {
            "kata": _(
                "Anda lebih sering memilih tingkat tengah daripada kunci. Periksa apakah buktinya "
                "memang biasa saja, atau tingkat tengah terasa lebih aman."
            )
            if hasil.central
            else _("Tingkat tengah tidak Anda pakai lebih sering daripada kunci."),
            "label": [_("Anda"), _("Kunci")],
            "seri": [
                (
                    str(NAMA_TINGKAT[kata]),
                    [round(100 * hasil.levels[n]), round(100 * hasil.levels_key[n])],
                )
                for n, kata in enumerate(TINGKAT)
            ],
        },
        "cermat": {
            "kata": _("Selisih terbesar ada pada: %(bagian)s.") % {"bagian": puncak.lower()}
            if hasil.components.total
            else _("Semua tanda sama dengan kunci: tidak ada selisih untuk diuraikan."),
            "data": [(label, round(100 * satu)) for label, satu in zip(bagian, besar, strict=True)]
            if hasil.components.total
            else [],
        },
    }


def beda_kasus(
    sesi: SesiLatihan, daftar: Sequence[PenilaianKasus], pada: dt.date
) -> list[dict[str, Any]]:
    """Each case with the values where one differed from the key, and the author's reason.

    Where the panel's level isn't the author's, both are told: the reason belongs to the author's.
    """
    nama = {satu.kode: satu.nama for satu in daftar_nilai(pada=pada)}
    semua = kasus_dinilai(instansi_id=sesi.instansi_id, penilaian=daftar, lama=True)
    hasil = []
    for satu in daftar:
        kasus, kunci = kasus_berlaku(satu, semua), sesi.hasil["kunci"][satu.kasus]
        beda = []
        for n, kode in enumerate(KODE_NILAI):
            if satu.tingkat[n] == kunci[n]:
                continue
            penyusun = kasus.kunci[n] if kasus else None
            beda.append(
                {
                    "nilai": nama[kode],
                    "anda": NAMA_TINGKAT[TINGKAT[satu.tingkat[n]]],
                    "kunci": NAMA_TINGKAT[TINGKAT[kunci[n]]],
                    "alasan": penyusun.alasan if penyusun else "",
                    "penyusun": NAMA_TINGKAT[penyusun.tingkat]
                    if penyusun and penyusun.angka != kunci[n]
                    else "",
                }
            )
        hasil.append(
            {
                "urut": satu.urut,
                "judul": kasus.judul if kasus else _("Kasus yang sudah diganti"),
                "panel": satu.kasus in sesi.hasil["panel"],
                "sama": len(KODE_NILAI) - len(beda),
                "beda": beda,
            }
        )
    return hasil
