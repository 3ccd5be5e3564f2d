"""A respondent sends the form, and may correct it until the round closes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.organisasi.models import Pegawai
from tera.umpan_balik.models import (
    CatatanTerbuka,
    KunciPasangan,
    PutaranPegawai,
    Responden,
    Undangan,
)
from tera.umpan_balik.putaran_saring import PANJANG_TEKS, saring
from tera.umpan_balik.services.putaran_segel import buka_segel, segel

GARAM = "umpan_balik.undangan"
#: Two levels up, none answered.
TINGKAT = (-1, 0, 1, 2)


@dataclass(frozen=True, slots=True)
class IsiJawaban:
    """One form: a level per question (-1: not seen enough), words, and what may happen to them."""

    nilai: Mapping[str, int]
    teks: str = ""
    apa_adanya: bool = False
    tetap_kirim: bool = False
    catatan_bernama: str = ""


@transaction.atomic
def isi_umpan_balik(
    *, aktor: Aktor, responden: Responden, isi: IsiJawaban, pada: dt.date
) -> TandaTerima:
    """Seal one form; the receipt proves that something was sent, never what.

    Raises:
        TidakBerwenangError: somebody else's form. StatusTidakSesuaiError: the round doesn't run.
        MasukanSalahError: a question without an answer, or words that point at people.
    """
    if aktor.pegawai_id is None or responden.pegawai_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Formulir ini untuk responden lain."))
    kini = _simpan(responden, isi, pada)
    _simpan_catatan(kini, aktor.pegawai_id, isi.catatan_bernama)
    # No field: a digest of a few levels beside a name would be the levels.
    jejak = audit.catat_objek(aktor, "responden", kini.pk, "isi_umpan_balik")
    return tanda_terima.terbitkan(
        aktor=aktor,
        jenis="responden",
        objek_id=kini.pk,
        aksi="isi_umpan_balik",
        isi={"responden": kini.pk},
        jejak=jejak,
    )


@transaction.atomic
def isi_umpan_balik_mitra(*, undangan: Undangan, isi: IsiJawaban, pada: dt.date) -> None:
    """Seal the form of a partner who came by a signed link.

    Raises: as ``isi_umpan_balik``; StatusTidakSesuaiError also when the link has been used.
    """
    kini = Responden.objects.select_for_update(of=("self",)).get(pk=undangan.responden_id)
    if kini.sudah_mengisi:
        raise StatusTidakSesuaiError(
            _("Undangan ini sudah dipakai. Terima kasih; jawaban Anda sudah tersimpan.")
        )
    _simpan(kini, isi, pada)


def token_undangan(undangan: Undangan) -> str:
    """Return the signed text of the link: always the same one, without a name."""
    return signing.Signer(salt=GARAM).sign_object([undangan.pk, undangan.nonce])


def undangan_dari_token(token: str) -> Undangan | None:
    """Return the invitation of a link, None where it is forged or replaced.

    Whether it has expired is asked on the day in the zone of its instansi.
    """
    try:
        pk, nonce = signing.Signer(salt=GARAM).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return (
        Undangan.objects.filter(pk=pk, nonce=nonce)
        .select_related(
            "responden__putaran_pegawai__putaran",
            "responden__putaran_pegawai__pegawai",
            "responden__putaran_pegawai__instansi",
        )
        .first()
    )


def jawaban_tersimpan(*, aktor: Aktor, responden: Responden) -> dict[str, Any] | None:
    """Return what the respondent sent, to be corrected by that respondent while the round runs."""
    if aktor.pegawai_id is None or responden.pegawai_id != aktor.pegawai_id:
        return None
    if responden.putaran_pegawai.status != PutaranPegawai.Status.BERJALAN:
        return None
    kunci = KunciPasangan.objects.filter(responden=responden).first()
    if kunci is None:
        return None
    catatan = CatatanTerbuka.objects.filter(
        putaran_pegawai=responden.putaran_pegawai, penulis_id=aktor.pegawai_id
    ).first()
    isi = buka_segel(responden.putaran_pegawai.putaran, kunci.isi_tersegel)
    return isi | {"catatan_bernama": catatan.teks if catatan else ""}


def jawaban_saya(*, aktor: Aktor) -> list[dict[str, Any]]:
    """Return what the aktor sent in rounds that still run, for the download of one's own data.

    One query. Once a round closes nobody reads an envelope any more, its writer included.
    """
    daftar = (
        KunciPasangan.objects.filter(
            responden__pegawai_id=aktor.pegawai_id or 0,
            responden__putaran_pegawai__instansi_id=aktor.instansi_id,
            responden__putaran_pegawai__status=PutaranPegawai.Status.BERJALAN,
        )
        .select_related(
            "responden__putaran_pegawai__putaran", "responden__putaran_pegawai__pegawai"
        )
        .order_by("responden__putaran_pegawai__putaran__mulai", "responden_id")
    )
    hasil = []
    for satu in daftar:
        tentang = satu.responden.putaran_pegawai
        isi = buka_segel(tentang.putaran, satu.isi_tersegel)
        hasil.append(
            {
                "putaran": tentang.putaran.nama,
                "tentang": tentang.pegawai.nama,
                "nilai": {
                    butir["kode"]: nilai
                    for butir, nilai in zip(tentang.putaran.butir, isi["nilai"], strict=True)
                },
                "teks": isi["teks"],
                "apa_adanya": isi["apa_adanya"],
            }
        )
    return hasil


def _simpan(responden: Responden, isi: IsiJawaban, pada: dt.date) -> Responden:
    # The person's row as well: a close that is under way waits, or has already shut the door.
    kini = (
        Responden.objects.select_for_update(of=("self", "putaran_pegawai"))
        .select_related("putaran_pegawai__putaran", "putaran_pegawai__pegawai")
        .get(pk=responden.pk)
    )
    satu = kini.putaran_pegawai
    if satu.status != PutaranPegawai.Status.BERJALAN or not (
        satu.putaran.mulai <= pada <= satu.putaran.selesai
    ):
        raise StatusTidakSesuaiError(
            _("Putaran ini tidak sedang menerima jawaban, jadi formulir tidak disimpan.")
        )
    nilai = _periksa(satu, isi)
    KunciPasangan.objects.update_or_create(
        responden=kini,
        defaults={
            "isi_tersegel": segel(
                satu.putaran,
                {"nilai": nilai, "teks": isi.teks.strip(), "apa_adanya": isi.apa_adanya},
            )
        },
    )
    if not kini.sudah_mengisi:
        Responden.objects.filter(pk=kini.pk).update(sudah_mengisi=True)
    return kini


def _periksa(satu: PutaranPegawai, isi: IsiJawaban) -> list[int]:
    galat: dict[str, list[str]] = {}
    nilai = []
    for butir in satu.putaran.butir:
        level = isi.nilai.get(butir["kode"])
        if level not in TINGKAT:
            galat[f"nilai-{butir['kode']}"] = [
                _("Pilih satu jawaban untuk “%(teks)s”.") % {"teks": butir["teks"]}
            ]
        else:
            nilai.append(int(level))
    if len(isi.catatan_bernama) > PANJANG_TEKS:
        galat["catatan_bernama"] = [
            _("Teks lebih dari %(n)s huruf. Ringkas dulu.") % {"n": PANJANG_TEKS}
        ]
    if len(isi.teks) > PANJANG_TEKS:
        galat["teks"] = [_("Teks lebih dari %(n)s huruf. Ringkas dulu.") % {"n": PANJANG_TEKS}]
    elif isi.teks.strip():
        hasil = saring(isi.teks, daftar_nama=_nama_sekitar(satu))
        pesan = [*hasil.halangan, *(() if isi.tetap_kirim else hasil.peringatan)]
        if pesan:
            galat["teks"] = pesan
    if galat:
        raise MasukanSalahError(
            " ".join(pesan for daftar in galat.values() for pesan in daftar), per_bidang=galat
        )
    return nilai


def _nama_sekitar(satu: PutaranPegawai) -> list[str]:
    """Names that a text about this person may mention: the person, the unit, the respondents."""
    return list(
        Pegawai.objects.filter(
            daftar_putaran__putaran=satu.putaran_id, daftar_putaran__unit=satu.unit_id
        )
        .values_list("nama", flat=True)
        .union(
            Pegawai.objects.filter(daftar_responden__putaran_pegawai=satu.pk).values_list(
                "nama", flat=True
            )
        )
    )


def _simpan_catatan(responden: Responden, penulis_id: int, teks: str) -> None:
    catatan = CatatanTerbuka.objects.filter(
        putaran_pegawai_id=responden.putaran_pegawai_id, penulis_id=penulis_id
    )
    if not teks.strip():
        catatan.delete()
    elif not catatan.update(teks=teks.strip()):
        CatatanTerbuka.objects.create(
            putaran_pegawai_id=responden.putaran_pegawai_id,
            penulis_id=penulis_id,
            teks=teks.strip(),
        )
