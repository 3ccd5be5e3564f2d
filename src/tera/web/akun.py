"""How allauth meets our accounts: sign-in by NIP, limits per account, history, our words."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.format import tulis_waktu
from tera.core.akun import batas, selectors
from tera.core.akun.asal import Asal, asal_dari, normal_nama_akun
from tera.core.akun.services import catat_peristiwa_akun
from tera.core.models import Pengguna, RiwayatMasuk
from tera.organisasi.models import Instansi

CARA_KODE = "kode"


class PenyesuaiAkun(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from the instansi, never from a sign-up form."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy(
            "Nama akun dan sandi tidak cocok. Periksa ketikan (huruf besar dan kecil pada sandi "
            "dibedakan). Belum pernah masuk? Aktifkan akun dengan kode dari surat aktivasi."
        ),
        "too_many_login_attempts": gettext_lazy(
            "Terlalu banyak percobaan masuk yang gagal. Demi keamanan, tunggu beberapa menit, lalu "
            "coba lagi. Bila lupa sandi, temui pengelola kinerja untuk mengatur ulang."
        ),
        "incorrect_password": gettext_lazy("Sandi tidak cocok. Ketik sandi yang Anda pakai masuk."),
        "enter_current_password": gettext_lazy(
            "Sandi sekarang tidak cocok. Ketik sandi yang Anda pakai masuk."
        ),
        "incorrect_code": gettext_lazy(
            "Kode tidak cocok atau sudah berganti. Ketik kode yang tampil sekarang di aplikasi."
        ),
        "invalid_password_reset": gettext_lazy(
            "Tautan ini tidak berlaku lagi. Minta tautan baru, atau temui pengelola kinerja."
        ),
        "rate_limited": gettext_lazy("Terlalu sering mencoba. Tunggu beberapa menit, lalu ulangi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: accounts are made by import and opened by an activation code."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Apply allauth's limit per address, then ours per account.

        Raises:
            ValidationError: too many failures; the form shows it.
        """
        super().pre_authenticate(request, **credentials)
        try:
            batas.periksa_batas(
                nama_akun=str(credentials.get("username", "")), asal=asal_permintaan(request)
            )
        except batas.TerlaluSeringError as galat:
            raise ValidationError(galat.pesan, code=galat.kode) from galat

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write a failed attempt; an unknown name is counted like a known one."""
        nama = normal_nama_akun(str(credentials.get("username", "")))
        batas.catat_percobaan(
            nama_akun=nama,
            akun=Pengguna.objects.filter(nama_akun=nama).first(),
            berhasil=False,
            cara=RiwayatMasuk.Cara.SANDI,
            asal=asal_permintaan(request),
        )


class PenyesuaiFaktor(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: our words, and secrets that are not readable in a copy of the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": PenyesuaiAkun.error_messages["incorrect_code"],
        "cannot_delete_authenticator": gettext_lazy("Langkah kedua ini tidak bisa dilepas."),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Kode pemulihan baru bisa dibuat sesudah aplikasi autentikator atau passkey dipasang."
        ),
    }

    def _get_user_identifier(self, user: Pengguna) -> str:
        return user.nama_akun

    def encrypt(self, text: str) -> str:
        """Encrypt a secret with the key of this installation."""
        return self._sandi.encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt what ``encrypt`` wrote."""
        return self._sandi.decrypt(encrypted_text.encode()).decode()

    @cached_property
    def _sandi(self) -> Fernet:
        acak = hashlib.sha256(settings.TERA_KUNCI_FAKTOR.encode()).digest()
        return Fernet(base64.urlsafe_b64encode(acak))


def asal_permintaan(request: HttpRequest) -> Asal:
    """Return the shortened origin of a request."""
    return asal_dari(
        alamat_ip=get_client_ip(request) or "", agen=request.headers.get("User-Agent", "")
    )


def saat_masuk(sender: Any, request: HttpRequest, user: Pengguna, **_lain: Any) -> None:
    """Receiver of ``user_logged_in``: history, and a word about a reset since the last visit."""
    sebelum = (
        RiwayatMasuk.objects.filter(akun=user, berhasil=True)
        .order_by("-waktu")
        .values_list("waktu", flat=True)
        .first()
    )
    batas.catat_percobaan(
        nama_akun=user.nama_akun,
        akun=user,
        berhasil=True,
        cara=_cara_masuk(request, user),
        asal=asal_permintaan(request),
    )
    reset = selectors.reset_terakhir(pengguna_id=user.pk, sejak=sebelum)
    if reset is not None:
        messages.warning(
            request,
            _(
                "Akun Anda diatur ulang tatap muka oleh %(oleh)s pada %(waktu)s. Bila bukan atas "
                "permintaan Anda, ganti sandi sekarang dan laporkan kepada admin."
            )
            % {
                "oleh": reset.dibuat_oleh or _("sistem"),
                "waktu": tulis_waktu(reset.dibuat_at, _zona(user)),
            },
        )


def saat_faktor_gagal(
    sender: Any, request: HttpRequest, user: Pengguna, reauthentication: bool = False, **_lain: Any
) -> None:
    """Receiver of allauth's ``authentication_failed`` of the second step."""
    if not reauthentication:
        batas.catat_percobaan(
            nama_akun=user.nama_akun,
            akun=user,
            berhasil=False,
            cara=RiwayatMasuk.Cara.FAKTOR_KEDUA,
            asal=asal_permintaan(request),
        )


def saat_sandi_diganti(sender: Any, user: Pengguna, **_lain: Any) -> None:
    """Receiver of ``password_changed``: one line in the history of the account."""
    catat_peristiwa_akun(pengguna=user, aksi="sandi_diganti")


def saat_sandi_surel(sender: Any, user: Pengguna, **_lain: Any) -> None:
    """Receiver of ``password_reset`` (by mail)."""
    catat_peristiwa_akun(pengguna=user, aksi="sandi_surel")


def saat_faktor_ditambah(
    sender: Any, user: Pengguna, authenticator: Authenticator, **_lain: Any
) -> None:
    """Receiver of allauth's ``authenticator_added``; recovery codes come with the first factor."""
    pemulihan = authenticator.type == Authenticator.Type.RECOVERY_CODES
    catat_peristiwa_akun(pengguna=user, aksi="pemulihan_dibuat" if pemulihan else "faktor_ditambah")


def saat_faktor_dihapus(
    sender: Any, user: Pengguna, authenticator: Authenticator, **_lain: Any
) -> None:
    """Receiver of allauth's ``authenticator_removed``."""
    pemulihan = authenticator.type == Authenticator.Type.RECOVERY_CODES
    catat_peristiwa_akun(pengguna=user, aksi="pemulihan_dihapus" if pemulihan else "faktor_dihapus")


def sambungkan() -> None:
    """Connect the receivers; called once by the app."""
    from allauth.account import signals as akun_signals
    from allauth.mfa import signals as faktor_signals

    akun_signals.user_logged_in.connect(saat_masuk)
    akun_signals.password_changed.connect(saat_sandi_diganti)
    akun_signals.password_set.connect(saat_sandi_diganti)
    akun_signals.password_reset.connect(saat_sandi_surel)
    faktor_signals.authentication_failed.connect(saat_faktor_gagal)
    faktor_signals.authenticator_added.connect(saat_faktor_ditambah)
    faktor_signals.authenticator_removed.connect(saat_faktor_dihapus)


def _cara_masuk(request: HttpRequest, user: Pengguna) -> str:
    daftar = get_authentication_records(request, user)
    if any(satu.get("passwordless") for satu in daftar):
        return RiwayatMasuk.Cara.PASSKEY
    if any(satu.get("method") == CARA_KODE for satu in daftar):
        return RiwayatMasuk.Cara.KODE
    if any(satu.get("method") == "mfa" for satu in daftar):
        return RiwayatMasuk.Cara.FAKTOR_KEDUA
    return RiwayatMasuk.Cara.SANDI


def _zona(user: Pengguna) -> str:
    zona = Instansi.objects.filter(pk=user.instansi_id).values_list("zona", flat=True).first()
    return zona or "Asia/Jakarta"
