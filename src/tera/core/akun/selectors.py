"""Questions about one's own account: sessions, sign-in history, what happened to it."""

import datetime as dt
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.akun.asal import asal_dari
from tera.core.akun.batas import LAMA_SIMPAN
from tera.core.models import JejakAudit, KodeAktivasi, RiwayatMasuk

NAMA_PERISTIWA = {
    "kode_aktivasi": _("Kode aktivasi diterbitkan"),
    "kode_reset": _("Sandi diatur ulang tatap muka"),
    "kode_dipakai": _("Kode dipakai dan sandi baru dibuat"),
    "faktor_dilepas": _("Langkah kedua dilepas saat atur ulang"),
    "sandi_diganti": _("Sandi diganti"),
    "sandi_surel": _("Sandi diatur ulang lewat surel"),
    "faktor_ditambah": _("Langkah kedua ditambahkan"),
    "faktor_dihapus": _("Langkah kedua dihapus"),
    "pemulihan_dibuat": _("Kode pemulihan dibuat"),
    "pemulihan_dihapus": _("Kode pemulihan dihapus"),
    "sesi_diakhiri": _("Perangkat lain dikeluarkan"),
}
PERISTIWA_TANPA_KODE = frozenset(NAMA_PERISTIWA) - {"kode_aktivasi", "kode_reset"}


@dataclass(frozen=True, slots=True)
class SesiAktif:
    """One device that is signed in."""

    id: int
    perangkat: str
    alamat: str
    mulai: dt.datetime
    kini: bool


@dataclass(frozen=True, slots=True)
class PeristiwaAkun:
    """One thing that happened to the safety of an account; ``oleh`` is empty for its owner."""

    judul: str
    waktu: dt.datetime
    oleh: str
    catatan: str


@dataclass(frozen=True, slots=True)
class FaktorKedua:
    """Second factors of an account: authenticator app, unused recovery codes, passkeys."""

    totp: bool
    jumlah_pemulihan: int
    passkey: tuple[Authenticator, ...]

    @property
    def ada(self) -> bool:
        """Whether signing in asks for a second step."""
        return self.totp or bool(self.passkey)


def sesi_aktif(*, aktor: Aktor, kunci_kini: str | None) -> list[SesiAktif]:
    """Return the devices signed in to one's account, newest first; two queries."""
    daftar = list(UserSession.objects.filter(user_id=aktor.pengguna_id).order_by("-created_at"))
    hidup = set(
        Session.objects.filter(
            session_key__in=[satu.session_key for satu in daftar],
            expire_date__gt=clock.sekarang(),
        ).values_list("session_key", flat=True)
    )
    hasil: list[SesiAktif] = []
    for satu in daftar:
        if satu.session_key not in hidup:
            continue
        asal = asal_dari(alamat_ip=satu.ip, agen=satu.user_agent)
        hasil.append(
            SesiAktif(
                satu.pk,
                asal.perangkat,
                asal.alamat,
                satu.created_at,
                satu.session_key == kunci_kini,
            )
        )
    return hasil


def riwayat_masuk(*, aktor: Aktor) -> QuerySet[RiwayatMasuk]:
    """Return one's sign-in attempts of the last 180 days, newest first."""
    return RiwayatMasuk.objects.filter(
        akun_id=aktor.pengguna_id, waktu__gt=clock.sekarang() - LAMA_SIMPAN
    ).order_by("-waktu", "-id")


def peristiwa_akun(*, aktor: Aktor, batas: int = 20) -> list[PeristiwaAkun]:
    """Return what happened to one's account, newest first, by whom and with which note."""
    terbit = [
        PeristiwaAkun(
            judul=str(NAMA_PERISTIWA[f"kode_{satu.keperluan}"]),
            waktu=satu.dibuat_at,
            oleh=satu.dibuat_oleh.nama_tampil if satu.dibuat_oleh else str(_("Sistem")),
            catatan=satu.catatan,
        )
        for satu in KodeAktivasi.objects.filter(pengguna_id=aktor.pengguna_id or 0)
        .select_related("dibuat_oleh")
        .order_by("-id")[:batas]
    ]
    lain = [
        PeristiwaAkun(
            judul=str(NAMA_PERISTIWA[satu.aksi]),
            waktu=satu.terjadi_at,
            oleh="" if satu.pengguna_id == aktor.pengguna_id else str(_("Petugas")),
            catatan="",
        )
        for satu in JejakAudit.objects.filter(
            rantai=f"akun:{aktor.pengguna_id}", aksi__in=PERISTIWA_TANPA_KODE
        ).order_by("-urut")[:batas]
    ]
    return sorted(terbit + lain, key=lambda satu: satu.waktu, reverse=True)[:batas]


def faktor_kedua(*, aktor: Aktor) -> FaktorKedua:
    """Return one's second factors; one query."""
    daftar = list(
        Authenticator.objects.filter(user_id=aktor.pengguna_id).order_by("created_at", "id")
    )
    pemulihan = [d for d in daftar if d.type == Authenticator.Type.RECOVERY_CODES]
    return FaktorKedua(
        totp=any(d.type == Authenticator.Type.TOTP for d in daftar),
        jumlah_pemulihan=len(pemulihan[0].wrap().get_unused_codes()) if pemulihan else 0,
        passkey=tuple(d for d in daftar if d.type == Authenticator.Type.WEBAUTHN),
    )


def reset_terakhir(*, pengguna_id: int, sejak: dt.datetime | None) -> KodeAktivasi | None:
    """Return the newest reset in person after ``sejak`` (None: ever), with who did it."""
    daftar = KodeAktivasi.objects.filter(pengguna_id=pengguna_id, keperluan="reset")
    if sejak is not None:
        daftar = daftar.filter(dibuat_at__gt=sejak)
    return daftar.select_related("dibuat_oleh").order_by("-id").first()
