"""Links and cards of reward."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.antarmuka import tautan
from tera.core.aktor import Aktor
from tera.tindak_lanjut import hub
from tera.tindak_lanjut.hub import Kartu


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
    tautan.daftarkan("penghargaan.saya", "tindak_lanjut:penghargaan_saya")
    hub.daftarkan(kartu)


def kartu(aktor: Aktor, peran: frozenset[str], menilai: bool) -> list[Kartu]:
    """Return the cards of reward: one query."""
    from tera.tindak_lanjut.selectors.penghargaan.ringkas import ringkasan

    isi = ringkasan(aktor=aktor)
    hasil = [
        Kartu(
            judul=_("Penghargaan"),
            keterangan=_("Ada penghargaan yang menunggu jawaban Anda")
            if isi.menunggu_saya
            else ngettext(
                "%(n)s putaran menerima usulan", "%(n)s putaran menerima usulan", isi.dibuka
            )
            % {"n": isi.dibuka}
            if isi.dibuka
            else _("Kriteria, pencalonan, dan penghargaan Anda"),
            url=reverse("tindak_lanjut:penghargaan_saya"),
            ikon="award",
            penting=bool(isi.menunggu_saya),
        ),
        Kartu(
            judul=_("Tunjangan"),
            keterangan=_("Aturan instansi dan faktor Anda tiap bulan"),
            url=reverse("tindak_lanjut:penghargaan_aturan"),
            ikon="percentage",
        ),
    ]
    if menilai and isi.dibuka:
        hasil.append(
            Kartu(
                judul=_("Usulkan penghargaan"),
                keterangan=ngettext(
                    "%(n)s putaran menerima usulan Anda",
                    "%(n)s putaran menerima usulan Anda",
                    isi.dibuka,
                )
                % {"n": isi.dibuka},
                url=reverse("tindak_lanjut:penghargaan_saya"),
                ikon="award",
                kelompok="tim",
            )
        )
    if "pengelola" in peran:
        hasil.append(
            Kartu(
                judul=_("Rekam disiplin dan cuti"),
                keterangan=ngettext(
                    "%(n)s permintaan koreksi menunggu",
                    "%(n)s permintaan koreksi menunggu",
                    isi.koreksi,
                )
                % {"n": isi.koreksi}
                if isi.koreksi
                else _("Catat, impor, dan jawab permintaan koreksi"),
                url=reverse("tindak_lanjut:penghargaan_rekam"),
                ikon="shield-check",
                kelompok="kelola",
                penting=bool(isi.koreksi),
            )
        )
        hasil.append(
            Kartu(
                judul=_("Faktor tunjangan"),
                keterangan=_("Hitung dan unduh faktor bulanan untuk penggajian"),
                url=reverse("tindak_lanjut:penghargaan_faktor"),
                ikon="percentage",
                kelompok="kelola",
            )
        )
    return hasil
