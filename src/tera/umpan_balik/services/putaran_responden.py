"""Respondents of one person: proposed, drawn by rule, approved; partners without an account."""

import datetime as dt
import random
import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.models import TandaTerima
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors.hubungan import ada_hubungan_dekat
from tera.umpan_balik.models import (
    HubunganResponden,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
    Undangan,
)
from tera.umpan_balik.permissions import (
    peran_terhadap_pegawai,
    peran_terhadap_putaran,
    wajib_peran,
)
from tera.umpan_balik.selectors.putaran_calon import Calon, calon_putaran

ALUR = "putaran_umpan_balik"
TERBUKA = PutaranPegawai.Status.DISUSUN


@transaction.atomic
def usulkan_responden(
    *, aktor: Aktor, satu: PutaranPegawai, calon: Pegawai, hubungan: str, pada: dt.date
) -> Responden:
    """Add a respondent to the list that the penilai approves.

    Raises:
        TidakBerwenangError: neither the person nor the penilai. StatusTidakSesuaiError: approved
        already. MasukanSalahError: self as colleague, a close relation, too many forms, twice.
    """
    kini = _kunci_susunan(aktor, satu, pada)
    _periksa_calon(kini, calon, hubungan, pada)
    responden, baru = Responden.objects.get_or_create(
        putaran_pegawai=kini,
        pegawai=calon,
        defaults={"hubungan": hubungan, "asal": Responden.Asal.USULAN},
    )
    if not baru:
        raise _salah("calon", _("Orang ini sudah ada dalam daftar."))
    audit.catat_objek(
        aktor, ALUR, kini.pk, "usulkan_responden", {"responden": responden.pk, "hubungan": hubungan}
    )
    return responden


@transaction.atomic
def undang_mitra(
    *,
    aktor: Aktor,
    satu: PutaranPegawai,
    nama: str,
    lembaga: str,
    surel: str,
    pada: dt.date,
) -> Undangan:
    """Invite a partner who has no account; the link is signed and lasts as long as the round.

    Raises: as ``usulkan_responden``.
    """
    kini = _kunci_susunan(aktor, satu, pada)
    if not nama.strip() or not lembaga.strip():
        raise _salah("nama", _("Isi nama mitra dan lembaganya."))
    responden = Responden.objects.create(
        putaran_pegawai=kini,
        hubungan=HubunganResponden.MITRA_EKSTERNAL,
        asal=Responden.Asal.USULAN,
    )
    undangan = Undangan.objects.create(
        responden=responden,
        nama=nama.strip(),
        lembaga=lembaga.strip(),
        surel=surel.strip(),
        nonce=secrets.token_hex(16),
        berlaku_sampai=kini.putaran.selesai,
    )
    audit.catat_objek(aktor, ALUR, kini.pk, "undang_mitra", {"responden": responden.pk})
    return undangan


@transaction.atomic
def keluarkan_responden(*, aktor: Aktor, responden: Responden, pada: dt.date) -> None:
    """Take somebody off the list before it is approved."""
    kini = _kunci_susunan(aktor, responden.putaran_pegawai, pada)
    audit.catat_objek(aktor, ALUR, kini.pk, "keluarkan_responden", {"responden": responden.pk})
    responden.delete()


@transaction.atomic
def setujui_responden(*, aktor: Aktor, satu: PutaranPegawai, pada: dt.date) -> TandaTerima:
    """The penilai approves the list as it stands.

    Raises: as ``workflow.langkah_berlaku``; MasukanSalahError: nobody but the person is asked.
    """
    kini = _kunci(satu)
    peran = peran_terhadap_pegawai(aktor=aktor, satu=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis=ALUR, aksi="setujui_responden", status=kini.status, daftar_peran=peran,
        objek_id=kini.pk,
    )  # fmt: skip
    if not kini.daftar_responden.exclude(hubungan=HubunganResponden.DIRI).exists():
        raise MasukanSalahError(
            _("Belum ada responden selain pegawai sendiri. Undi atau usulkan dulu, lalu setujui.")
        )
    return workflow.jalankan(
        objek=kini, jenis=ALUR, aksi="setujui_responden", aktor=aktor, daftar_peran=peran, pada=pada
    ).tanda_terima


@transaction.atomic
def ubah_responden(*, aktor: Aktor, satu: PutaranPegawai, pada: dt.date) -> TandaTerima:
    """Open an approved list again, before the round runs."""
    kini = _kunci(satu)
    peran = peran_terhadap_pegawai(aktor=aktor, satu=kini, pada=pada)
    return workflow.jalankan(
        objek=kini, jenis=ALUR, aksi="ubah_responden", aktor=aktor, daftar_peran=peran, pada=pada
    ).tanda_terima


@transaction.atomic
def undi_responden(*, aktor: Aktor, putaran: PutaranUmpanBalik, pada: dt.date) -> int:
    """Draw respondents for everybody whose list isn't approved; returns how many were added.

    Who worked together first (team, then unit, then the wider circle of the round), the least
    asked first, a pair that would rate each other last; never somebody with a declared close
    relation, nobody above the policy's number of forms. Drawn anew: earlier draws are replaced.
    """
    wajib_peran(
        peran_terhadap_putaran(aktor=aktor, putaran=putaran, pada=pada),
        {"pengelola", "sistem"},
        _("Responden diundi oleh pengelola kinerja unit ini."),
    )
    daftar = list(
        PutaranPegawai.objects.select_for_update(of=("self",))
        .filter(putaran=putaran, status=TERBUKA)
        .order_by("id")
    )
    Responden.objects.filter(putaran_pegawai__in=daftar, asal=Responden.Asal.UNDIAN).delete()
    calon = calon_putaran(putaran=putaran, pada=pada)
    aturan = kebijakan.semua(instansi_id=putaran.instansi_id, pada=pada)
    baru = _undi(
        daftar,
        calon,
        batas=aturan["umpan_balik.formulir_per_responden"],
        jumlah_rekan=aturan["umpan_balik.jumlah_rekan"],
        sudah=_sudah_diminta(putaran),
    )
    Responden.objects.bulk_create(baru)
    audit.catat_objek(
        aktor, "putaran", putaran.pk, "undi_responden", {"jumlah": len(baru), "orang": len(daftar)}
    )
    return len(baru)


def _undi(
    daftar: Sequence[PutaranPegawai],
    calon: Calon,
    *,
    batas: int,
    jumlah_rekan: int,
    sudah: Iterable[tuple[int, int, str]],
) -> list[Responden]:
    beban: dict[int, int] = defaultdict(int)
    pasangan: set[tuple[int, int]] = set()
    punya: dict[tuple[int, str], int] = defaultdict(int)
    for dinilai, penjawab, hubungan in sudah:
        pasangan.add((dinilai, penjawab))
        punya[dinilai, hubungan] += 1
        if hubungan != HubunganResponden.DIRI:
            beban[penjawab] += 1
    acak = random.SystemRandom()
    giliran = list(daftar)
    acak.shuffle(giliran)
    baru: list[Responden] = []

    def ambil(satu: PutaranPegawai, penjawab: int, hubungan: str) -> None:
        pasangan.add((satu.pegawai_id, penjawab))
        punya[satu.pegawai_id, hubungan] += 1
        baru.append(
            Responden(
                putaran_pegawai=satu,
                pegawai_id=penjawab,
                hubungan=hubungan,
                asal=Responden.Asal.UNDIAN,
            )
        )

    for satu in giliran:
        if (satu.pegawai_id, satu.pegawai_id) not in pasangan:
            ambil(satu, satu.pegawai_id, HubunganResponden.DIRI)
    # In rounds of one each, so that the last of the draw isn't left with the tired ones.
    for hubungan, kolam, jumlah in (
        (HubunganResponden.BAWAHAN, calon.bawahan, jumlah_rekan),
        (HubunganResponden.REKAN, calon.rekan, jumlah_rekan),
    ):
        for _putaran in range(jumlah):
            for satu in giliran:
                pilihan = [
                    (dekat, (penjawab, satu.pegawai_id) in pasangan, beban[penjawab], acak.random(),
                     penjawab)
                    for penjawab, dekat in kolam.get(satu.pegawai_id, {}).items()
                    if beban[penjawab] < batas and (satu.pegawai_id, penjawab) not in pasangan
                ]  # fmt: skip
                if pilihan and punya[satu.pegawai_id, hubungan] < jumlah:
                    terpilih = min(pilihan)[-1]
                    beban[terpilih] += 1
                    ambil(satu, terpilih, hubungan)
    return baru


def _sudah_diminta(putaran: PutaranUmpanBalik) -> list[tuple[int, int, str]]:
    return list(
        Responden.objects.filter(
            putaran_pegawai__putaran=putaran, pegawai__isnull=False
        ).values_list("putaran_pegawai__pegawai_id", "pegawai_id", "hubungan")
    )


def _kunci(satu: PutaranPegawai) -> PutaranPegawai:
    return (
        PutaranPegawai.objects.select_for_update(of=("self",))
        .select_related("putaran__unit", "penugasan__unit", "pegawai", "unit")
        .get(pk=satu.pk)
    )


def _kunci_susunan(aktor: Aktor, satu: PutaranPegawai, pada: dt.date) -> PutaranPegawai:
    kini = _kunci(satu)
    wajib_peran(
        peran_terhadap_pegawai(aktor=aktor, satu=kini, pada=pada),
        {"pegawai", "penilai", "pengelola"},
        _("Responden diusulkan oleh pegawai atau penilainya."),
    )
    if kini.status != TERBUKA:
        raise StatusTidakSesuaiError(
            _(
                "Daftar responden sudah disetujui. Buka lagi daftarnya selama putaran belum "
                "berjalan."
            )
        )
    return kini


def _periksa_calon(satu: PutaranPegawai, calon: Pegawai, hubungan: str, pada: dt.date) -> None:
    if hubungan not in HubunganResponden.values or hubungan == HubunganResponden.DIRI:
        raise _salah("hubungan", _("Pilih hubungan responden dengan pegawai."))
    if calon.pk == satu.pegawai_id:
        raise _salah("calon", _("Penilaian diri sudah punya formulir sendiri. Pilih orang lain."))
    if calon.instansi_id != satu.instansi_id:
        raise _salah("calon", _("Orang ini dari instansi lain. Undang sebagai mitra eksternal."))
    if ada_hubungan_dekat(a_id=calon.pk, b_id=satu.pegawai_id, pada=pada):
        raise _salah("calon", _("Orang ini tidak bisa menjadi responden. Pilih orang lain."))
    batas = kebijakan.nilai(
        instansi_id=satu.instansi_id, kunci="umpan_balik.formulir_per_responden", pada=pada
    )
    diminta = (
        Responden.objects.filter(putaran_pegawai__putaran_id=satu.putaran_id, pegawai=calon)
        .exclude(hubungan=HubunganResponden.DIRI)
        .count()
    )
    if diminta >= batas:
        raise _salah(
            "calon",
            _("Orang ini sudah diminta mengisi %(n)s formulir, batas instansi. Pilih orang lain.")
            % {"n": diminta},
        )


def _salah(bidang: str, pesan: str) -> MasukanSalahError:
    return MasukanSalahError(pesan, per_bidang={bidang: [pesan]})
