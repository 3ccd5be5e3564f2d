"""A named helper may draft for an official or a teacher; only the official sets."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Pegawai, Penyiap
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.dasar_orang import (
    pegawai_di_instansi,
    periksa_masa,
    salah,
    wajib_pegawai,
)


@transaction.atomic
def tunjuk_penyiap(
    *,
    aktor: Aktor,
    penyiap_id: int,
    sejak: dt.date,
    sampai: dt.date | None,
    dasar: str,
    pada: dt.date,
) -> Penyiap:
    """Name a helper who may draft for the aktor; both see it. Setting stays with the aktor."""
    pejabat_id = wajib_pegawai(aktor, perbuatan=_("menunjuk penyiap"))
    penyiap = pegawai_di_instansi(aktor=aktor, pegawai_id=penyiap_id, bidang="penyiap")
    if penyiap.pk == pejabat_id:
        raise salah("penyiap", _("Anda tidak perlu menunjuk diri sendiri. Pilih orang lain."))
    periksa_masa(sejak, sampai)
    if sejak < pada:
        raise salah("sejak", _("Penunjukan tidak berlaku mundur. Pilih hari ini atau sesudahnya."))
    # One writer per official: two forms sent at once can't nominate twice.
    Pegawai.objects.select_for_update(of=("self",)).get(pk=pejabat_id)
    bentrok = Penyiap.objects.filter(belum_berakhir(sejak), pejabat_id=pejabat_id, penyiap=penyiap)
    if sampai is not None:
        bentrok = bentrok.filter(sejak__lte=sampai)
    if bentrok.exists():
        raise salah(
            "penyiap",
            _("%(nama)s sudah menjadi penyiap Anda pada masa itu.")
            % {"nama": penyiap.nama_lengkap},
        )
    baris = Penyiap.objects.create(
        instansi_id=aktor.instansi_id,
        pejabat_id=pejabat_id,
        penyiap=penyiap,
        sejak=sejak,
        sampai=sampai,
        dasar=dasar.strip(),
    )
    audit.catat_objek(
        aktor,
        "penyiap",
        baris.pk,
        "tunjuk",
        {"pejabat_id": pejabat_id, "penyiap_id": penyiap.pk, "sejak": sejak, "sampai": sampai},
    )
    return baris


@transaction.atomic
def akhiri_penyiap(*, aktor: Aktor, baris: Penyiap, pada: dt.date) -> Penyiap:
    """End a nomination today: the official takes it back, or the helper lays it down.

    One that hasn't started yet is removed.
    """
    if aktor.pegawai_id not in {baris.pejabat_id, baris.penyiap_id}:
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa mengakhiri penunjukan ini: hanya pejabat yang menunjuk atau "
                "penyiapnya. Minta salah satunya mengakhiri."
            )
        )
    audit.catat_objek(aktor, "penyiap", baris.pk, "akhiri", {"sampai": pada})
    if baris.sejak > pada:
        baris.delete()
        return baris
    if (
        not Penyiap.objects.filter(belum_berakhir(pada), pk=baris.pk)
        .exclude(sampai=pada)
        .update(sampai=pada)
    ):
        raise StatusTidakSesuaiError(_("Penunjukan ini sudah berakhir. Muat ulang halaman."))
    baris.sampai = pada
    return baris
