"""Changes of accounts: codes, activation, reset in person, sessions."""

import datetime as dt
import hmac
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.akun import batas
from tera.core.akun.asal import Asal, normal_nama_akun
from tera.core.akun.kode import (
    PANJANG,
    kunci_cetak_baru,
    kunci_cetak_sah,
    normal_kode,
    sidik_kode,
    turunkan_kode,
)
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit, KodeAktivasi, Pengguna, RiwayatMasuk
from tera.core.sisip import sisip_baris

PERAN_PENERBIT = frozenset({"pengelola", "admin"})
# A wrong code counts against the code itself; a code that was guessed at this often is dead.
BATAS_GAGAL_KODE = 20
PANJANG_ALASAN = 15
PANJANG_CATATAN = 300


@dataclass(frozen=True, slots=True)
class KodeTerbit:
    """A code as it is handed over once: ``kode`` without separators, last valid date."""

    pengguna_id: int
    kode: str
    berlaku_sampai: dt.date


@transaction.atomic
def terbitkan_kode(
    *,
    aktor: Aktor,
    daftar_pengguna: Sequence[Pengguna],
    keperluan: str,
    daftar_peran: Collection[str],
    hari_berlaku: int,
    pada: dt.date,
    kunci_cetak: str | None = None,
    catatan: str = "",
) -> list[KodeTerbit]:
    """Make one one-time code per account and revoke the older ones.

    Args:
        keperluan: ``aktivasi`` (accounts not opened yet) or ``reset``.
        daftar_peran: the parts the aktor plays towards these people (``organisasi`` knows).
        hari_berlaku: days the code stays valid; its last day is ``pada`` + this many days.
        kunci_cetak: see ``tera.core.akun.kode``; made here when None.
        catatan: shown to the person in their account history, at most 300 characters.

    Raises:
        TidakBerwenangError: neither pengelola nor admin, or an account of another instansi.
        StatusTidakSesuaiError: ``aktivasi`` for an account that is open already.
        MasukanSalahError: ``kunci_cetak`` has the wrong shape.
    """
    if not aktor.adalah_sistem and not PERAN_PENERBIT & set(daftar_peran):
        raise TidakBerwenangError(
            _(
                "Kode akun hanya diterbitkan pengelola kinerja atau admin unit yang bersangkutan. "
                "Minta pengelola kinerja unit Anda menerbitkannya."
            )
        )
    if kunci_cetak is not None and not kunci_cetak_sah(kunci_cetak):
        raise MasukanSalahError(
            _("Kunci cetak formulir ini rusak. Muat ulang halaman, lalu terbitkan lagi.")
        )
    kunci = kunci_cetak or kunci_cetak_baru()
    daftar = list(
        Pengguna.objects.select_for_update(of=("self",))
        .filter(pk__in=[satu.pk for satu in daftar_pengguna])
        .order_by("pk")
    )
    for satu in daftar:
        if satu.instansi_id != aktor.instansi_id:
            raise TidakBerwenangError(_("Akun ini milik instansi lain. Kode tidak diterbitkan."))
        if keperluan == "aktivasi" and satu.has_usable_password():
            raise StatusTidakSesuaiError(
                _(
                    "Akun %(nama)s sudah aktif, jadi kode aktivasi tidak diterbitkan. Bila "
                    "orangnya lupa sandi, pakai atur ulang tatap muka."
                )
                % {"nama": satu.nama_tampil}
            )
    saat = clock.sekarang()
    hari_akhir = pada + dt.timedelta(days=hari_berlaku)
    KodeAktivasi.objects.filter(
        pengguna__in=daftar, dipakai_at__isnull=True, dicabut_at__isnull=True
    ).update(dicabut_at=saat)
    terbit = [KodeTerbit(satu.pk, turunkan_kode(kunci, satu.pk), hari_akhir) for satu in daftar]
    KodeAktivasi.objects.bulk_create(
        KodeAktivasi(
            pengguna_id=satu.pengguna_id,
            sidik=sidik_kode(satu.pengguna_id, satu.kode),
            keperluan=keperluan,
            dibuat_oleh_id=aktor.pengguna_id,
            dibuat_at=saat,
            berlaku_sampai=clock.akhir_hari(hari_akhir, aktor.zona),
            catatan=catatan[:PANJANG_CATATAN],
        )
        for satu in terbit
    )
    bidang = {"keperluan": keperluan, "berlaku_sampai": hari_akhir, "catatan": catatan}
    _catat_banyak(aktor, [satu.pk for satu in daftar], f"kode_{keperluan}", bidang)
    return terbit


@transaction.atomic
def atur_ulang_tatap_muka(
    *,
    aktor: Aktor,
    pengguna: Pengguna,
    alasan: str,
    cara_periksa: str,
    lepas_faktor: bool,
    daftar_peran: Collection[str],
    hari_berlaku: int,
    pada: dt.date,
    kunci_cetak: str | None = None,
) -> KodeTerbit:
    """Close an account to its old password and hand over a one-time code, the person present.

    The old password stops working and every session ends at once; with ``lepas_faktor`` the second
    factors go too (a lost phone). The person sees who did it and why.

    Raises:
        TidakBerwenangError: not pengelola or admin of this person, or one's own account.
        MasukanSalahError: no reason, or no note how the identity was checked.
    """
    if pengguna.pk == aktor.pengguna_id:
        raise TidakBerwenangError(
            _(
                "Atur ulang tatap muka tidak bisa untuk akun sendiri. Ganti sandi dari Keamanan "
                "akun, atau minta pengelola lain."
            )
        )
    alasan, cara_periksa = alasan.strip(), cara_periksa.strip()
    per_bidang: dict[str, list[str]] = {}
    if len(alasan) < PANJANG_ALASAN:
        per_bidang["alasan"] = [
            _("Tulis alasannya, paling sedikit %(n)d huruf.") % {"n": PANJANG_ALASAN}
        ]
    if not cara_periksa:
        per_bidang["cara_periksa"] = [_("Tulis bagaimana identitasnya diperiksa.")]
    if per_bidang:
        raise MasukanSalahError(
            _("Atur ulang belum dilakukan: lengkapi isian yang ditandai."), per_bidang=per_bidang
        )
    [terbit] = terbitkan_kode(
        aktor=aktor,
        daftar_pengguna=[pengguna],
        keperluan="reset",
        daftar_peran=daftar_peran,
        hari_berlaku=hari_berlaku,
        pada=pada,
        kunci_cetak=kunci_cetak,
        catatan=f"{alasan.rstrip('.')}. Identitas diperiksa: {cara_periksa}",
    )
    Pengguna.objects.filter(pk=pengguna.pk).update(password=make_password(None))
    if lepas_faktor:
        Authenticator.objects.filter(user_id=pengguna.pk).delete()
        _catat_banyak(aktor, [pengguna.pk], "faktor_dilepas", {})
    akhiri_sesi(pengguna_id=pengguna.pk)
    return terbit


def aktifkan_akun(*, nama_akun: str, kode: str, sandi: str, asal: Asal) -> Pengguna:
    """Open an account with its one-time code and set its password; the code works once.

    Takes no aktor: whoever holds the code stands outside. The failure is recorded even though the
    refusal is raised, so it must not be called inside a transaction that is then rolled back.

    Raises:
        TerlaluSeringError: too many failures for this name.
        MasukanSalahError: the password is too weak (field ``sandi``; the code stays valid), or the
            code is refused. Unknown account, wrong, expired, used and revoked code give the same
            refusal.
    """
    nama = normal_nama_akun(nama_akun)
    batas.periksa_batas(nama_akun=nama, asal=asal)
    _periksa_sandi(sandi, None)
    pengguna = Pengguna.objects.filter(nama_akun=nama, is_active=True).first()
    baris = _kode_cocok(pengguna, normal_kode(kode))
    if pengguna is None or baris is None:
        _catat_gagal(nama, pengguna, asal)
        raise _kode_ditolak()
    _periksa_sandi(sandi, pengguna)
    sandi_tersimpan = make_password(sandi)
    if not _pakai_kode(pengguna, baris, sandi_tersimpan, asal):
        _catat_gagal(nama, pengguna, asal)
        raise _kode_ditolak()
    pengguna.refresh_from_db()
    return pengguna


def akhiri_sesi(*, pengguna_id: int, kecuali: str = "", hanya: int | None = None) -> int:
    """End sessions of an account and return how many.

    Args:
        kecuali: session key that stays (the one in use).
        hanya: id of the only session to end; an id of someone else ends nothing.
    """
    daftar = UserSession.objects.filter(user_id=pengguna_id).exclude(session_key=kecuali)
    if hanya is not None:
        daftar = daftar.filter(pk=hanya)
    kunci = list(daftar.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=kunci).delete()
    UserSession.objects.filter(user_id=pengguna_id, session_key__in=kunci).delete()
    return len(kunci)


@transaction.atomic
def keluarkan_perangkat(*, pengguna: Pengguna, hanya: int | None, kecuali: str) -> int:
    """Sign out one device of one's own (``hanya``) or all but the one in use; returns how many."""
    jumlah = akhiri_sesi(pengguna_id=pengguna.pk, hanya=hanya, kecuali=kecuali)
    if jumlah:
        catat_peristiwa_akun(pengguna=pengguna, aksi="sesi_diakhiri")
    return jumlah


@transaction.atomic
def catat_peristiwa_akun(*, pengguna: Pengguna, aksi: str) -> None:
    """Write what a person did to the safety of their own account (password, second factor)."""
    Pengguna.objects.select_for_update(of=("self",)).get(pk=pengguna.pk)
    _catat_banyak(_aktor_diri(pengguna), [pengguna.pk], aksi, {})


def pilih_bahasa(*, pengguna_id: int, bahasa: str) -> None:
    """Keep the language a person reads Tera in; a taste, not an act: it leaves no audit row."""
    Pengguna.objects.filter(pk=pengguna_id).update(bahasa=bahasa)


def _periksa_sandi(sandi: str, pengguna: Pengguna | None) -> None:
    try:
        validate_password(sandi, pengguna)
    except ValidationError as galat:
        raise MasukanSalahError(
            _("Sandi belum memenuhi syarat. Perbaiki, lalu kirim lagi; kode Anda tetap berlaku."),
            per_bidang={"sandi": list(galat.messages)},
            kode="sandi_lemah",
        ) from galat


def _kode_cocok(pengguna: Pengguna | None, kode: str) -> KodeAktivasi | None:
    """Return the valid code of the account if ``kode`` is it; one digest whatever the answer."""
    baris = None
    if pengguna is not None:
        baris = (
            KodeAktivasi.objects.filter(
                pengguna=pengguna,
                dipakai_at__isnull=True,
                dicabut_at__isnull=True,
                berlaku_sampai__gt=clock.sekarang(),
                percobaan_gagal__lt=BATAS_GAGAL_KODE,
            )
            .order_by("-id")
            .first()
        )
    sidik = sidik_kode(pengguna.pk if pengguna else 0, kode)
    sama = hmac.compare_digest(sidik, baris.sidik if baris else "0" * 64)
    return baris if sama and len(kode) == PANJANG else None


@transaction.atomic
def _pakai_kode(pengguna: Pengguna, baris: KodeAktivasi, sandi: str, asal: Asal) -> bool:
    saat = clock.sekarang()
    # The account first, as the issuer does: both lock in the same order.
    Pengguna.objects.select_for_update(of=("self",)).get(pk=pengguna.pk)
    terpakai = KodeAktivasi.objects.filter(
        pk=baris.pk,
        dipakai_at__isnull=True,
        dicabut_at__isnull=True,
        berlaku_sampai__gt=saat,
        percobaan_gagal__lt=BATAS_GAGAL_KODE,
    ).update(dipakai_at=saat)
    if not terpakai:
        return False
    Pengguna.objects.filter(pk=pengguna.pk).update(
        password=sandi, diaktifkan_at=pengguna.diaktifkan_at or saat
    )
    akhiri_sesi(pengguna_id=pengguna.pk)
    _catat_banyak(
        _aktor_diri(pengguna), [pengguna.pk], "kode_dipakai", {"keperluan": baris.keperluan}
    )
    return True


@transaction.atomic
def _catat_gagal(nama: str, pengguna: Pengguna | None, asal: Asal) -> None:
    batas.catat_percobaan(
        nama_akun=nama, akun=pengguna, berhasil=False, cara=RiwayatMasuk.Cara.KODE, asal=asal
    )
    if pengguna is not None:
        KodeAktivasi.objects.filter(
            pengguna=pengguna, dipakai_at__isnull=True, dicabut_at__isnull=True
        ).update(percobaan_gagal=F("percobaan_gagal") + 1)


def _kode_ditolak() -> MasukanSalahError:
    pesan = _(
        "Nama akun dan kode ini tidak bisa dipakai. Kode mungkin salah ketik, sudah dipakai, sudah "
        "diganti, atau lewat masa berlakunya. Periksa lagi surat aktivasi Anda; bila tetap gagal, "
        "minta kode baru kepada pengelola kinerja unit Anda."
    )
    return MasukanSalahError(pesan, per_bidang={"kode": [pesan]}, kode="kode_ditolak")


def _aktor_diri(pengguna: Pengguna) -> Aktor:
    return Aktor(pengguna.pk, pengguna.instansi_id, None, pengguna.nama_tampil, "Asia/Jakarta")


def _catat_banyak(
    aktor: Aktor, daftar_id: Sequence[int], aksi: str, bidang: Mapping[str, Any]
) -> None:
    """Append one audit link to the chain of each account; two queries whatever their number.

    The caller holds the account rows, so the ends of the chains can't move.
    """
    ujung: dict[str, tuple[int, str]] = {}
    daftar_rantai = [f"akun:{nomor}" for nomor in daftar_id]
    for rantai, urut, sidik in (
        JejakAudit.objects.filter(rantai__in=daftar_rantai)
        .order_by("urut")
        .values_list("rantai", "urut", "sidik")
    ):
        ujung[rantai] = (urut, sidik)
    baris: list[dict[str, Any]] = []
    teks_bidang = audit.kanonik_bidang(bidang)
    for nomor in daftar_id:
        rantai = f"akun:{nomor}"
        urut, sidik = ujung.get(rantai, (0, audit.AWAL_RANTAI))
        baris.append(
            audit.susun(
                aktor=aktor,
                rantai=rantai,
                urut=urut + 1,
                sidik_sebelum=sidik,
                aksi=aksi,
                jenis="akun",
                objek_id=nomor,
                teks_bidang=teks_bidang,
            )
        )
    sisip_baris(JejakAudit, baris)
