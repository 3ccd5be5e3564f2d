"""Forms of accounts: ours, and allauth's with our words."""

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm as FaktorMasukForm
from allauth.mfa.base.forms import ReauthenticateForm as FaktorPeriksaForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.http import HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TeksPanjang
from tera.core.akun.asal import normal_nama_akun
from tera.core.akun.batas import TerlaluSeringError, periksa_batas
from tera.core.models import Pengguna
from tera.organisasi.services.mode_petugas import PANJANG_ALASAN
from tera.web.akun import asal_permintaan
from tera.web.surel_akun import kirim_tautan_sandi

SYARAT_SANDI = _(
    "Paling sedikit 10 karakter, bukan hanya angka, bukan sandi yang umum dipakai, dan tidak mirip "
    "nama atau NIP Anda. Kalimat pendek yang mudah Anda ingat adalah sandi yang baik."
)


def _sandi(label: Any, *, bantuan: Any = "", baru: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=bantuan,
        strip=False,
        max_length=256,
        widget=forms.PasswordInput(
            attrs={
                "autocomplete": "new-password" if baru else "current-password",
                "data-sandi": "",
            }
        ),
    )


def _rapikan(formulir: forms.Form, **daftar_label: Any) -> None:
    """Take allauth's placeholders and help off, and set our labels; secrets can be shown."""
    for nama, kolom in formulir.fields.items():
        kolom.widget.attrs.pop("placeholder", None)
        if isinstance(kolom.widget, forms.PasswordInput):
            kolom.widget.attrs["data-sandi"] = ""
            kolom.help_text = ""
        if nama in daftar_label:
            kolom.label = daftar_label[nama]


class MasukForm(LoginForm):  # type: ignore[misc]
    """Sign in by NIP (blanks inside are fine) or account name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, login=_("NIP atau nama akun"), password=_("Sandi"))
        kolom = self.fields["login"]
        kolom.max_length = 80
        kolom.validators = []
        kolom.widget.attrs |= {
            "autocomplete": "username webauthn",
            "autocapitalize": "none",
            "spellcheck": "false",
            "maxlength": "80",
        }

    def clean_login(self) -> str:
        """Return the account name behind what was typed."""
        return normal_nama_akun(self.cleaned_data["login"])


class GantiSandiForm(ChangePasswordForm):  # type: ignore[misc]
    """Change one's password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(
            self,
            oldpassword=_("Sandi sekarang"),
            password1=_("Sandi baru"),
            password2=_("Ulangi sandi baru"),
        )
        self.fields["password1"].help_text = SYARAT_SANDI


class BuatSandiForm(SetPasswordForm):  # type: ignore[misc]
    """Set a password where there is none (signed in by passkey after a reset)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, password1=_("Sandi baru"), password2=_("Ulangi sandi baru"))
        self.fields["password1"].help_text = SYARAT_SANDI


class SandiTautanForm(ResetPasswordKeyForm):  # type: ignore[misc]
    """Set a new password through the link of a mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, password1=_("Sandi baru"), password2=_("Ulangi sandi baru"))
        self.fields["password1"].help_text = SYARAT_SANDI


class PeriksaUlangForm(ReauthenticateForm):  # type: ignore[misc]
    """Type the password again before a sensitive change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, password=_("Sandi"))


class LupaSandiForm(ResetPasswordForm):  # type: ignore[misc]
    """Ask for a link by mail: by account name, sent to the address the instansi recorded.

    The answer is the same whether the account exists, has an address, or neither.
    """

    email = None
    login = forms.CharField(
        label=_("NIP atau nama akun"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )

    def clean(self) -> dict[str, Any]:
        """Find the account; nobody learns whether it was found."""
        isi: dict[str, Any] = super().clean() or {}
        nama = normal_nama_akun(isi.get("login", ""))
        pengguna = Pengguna.objects.filter(nama_akun=nama, is_active=True).first()
        if pengguna is not None and not (pengguna.surel and pengguna.has_usable_password()):
            pengguna = None
        self.users = [] if pengguna is None else [pengguna]
        # allauth counts its limit per account under this key; nothing is sent to it.
        isi["email"] = pengguna.surel if pengguna else f"{nama}@tidak-ada.invalid"
        return isi

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Queue the mail: the same work whether the account was found or not."""
        kirim_tautan_sandi.enqueue(pengguna_id=self.users[0].pk if self.users else 0)
        return ""


class KodeMasukForm(FaktorMasukForm):  # type: ignore[misc]
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, code=_("Kode autentikator atau kode pemulihan"))
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "maxlength": "12"}

    def clean_code(self) -> str:
        """Count wrong codes per account in the database: six digits are few."""
        try:
            periksa_batas(nama_akun=self.user.nama_akun, asal=asal_permintaan(context.request))
        except TerlaluSeringError as galat:
            raise forms.ValidationError(galat.pesan, code=galat.kode) from galat
        kode: str = super().clean_code()
        return kode


class KodePeriksaForm(FaktorPeriksaForm):  # type: ignore[misc]
    """The second factor again before a sensitive change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, code=_("Kode autentikator atau kode pemulihan"))
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "maxlength": "12"}


class PasangAplikasiForm(ActivateTOTPForm):  # type: ignore[misc]
    """Confirm an authenticator app by its first code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, code=_("Kode 6 angka dari aplikasi"))
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "maxlength": "6"}


class TambahPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """Name a new passkey; the browser fills in the credential."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(
            self,
            name=_("Nama perangkat"),
            passwordless=_("Pakai juga untuk masuk tanpa sandi"),
        )
        self.fields["name"].required = False
        self.fields["name"].help_text = _("Misalnya: HP Samsung, laptop kantor.")
        if "passwordless" in self.fields:
            self.fields["passwordless"].initial = True
            self.fields["passwordless"].help_text = _(
                "Perangkat akan meminta sidik jari, wajah, atau PIN."
            )


class UbahPasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    """Rename a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _rapikan(self, name=_("Nama perangkat"))


class AktivasiForm(IsianForm):
    """Open an account with the code of the letter; one password field that can be shown."""

    nama_akun = forms.CharField(
        label=_("Nama akun"),
        help_text=_("Tertulis pada surat aktivasi; biasanya NIP."),
        max_length=80,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    kode = forms.CharField(
        label=_("Kode sekali pakai"),
        help_text=_(
            "12 huruf dan angka, misalnya ABCD-2345-EFGH. Tanda hubung boleh tidak ditulis."
        ),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "kode",
            }
        ),
    )
    sandi = _sandi(_("Sandi baru"), bantuan=SYARAT_SANDI, baru=True)


class AturUlangForm(IsianForm):
    """Reset in person: why, and how the identity was checked."""

    CARA = (
        ("KTP-el", _("KTP-el dicocokkan dengan orangnya")),
        ("Kartu pegawai", _("Kartu pegawai dicocokkan dengan orangnya")),
        ("Dikenal langsung", _("Saya mengenal orangnya dan ia hadir di depan saya")),
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=_("Misalnya: lupa sandi sesudah cuti melahirkan. Dibaca oleh orangnya."),
        max_length=180,
        widget=TeksPanjang(),
    )
    cara_periksa = forms.ChoiceField(
        label=_("Bagaimana identitasnya diperiksa?"), choices=CARA, widget=forms.RadioSelect
    )
    lepas_faktor = forms.BooleanField(
        label=_("Lepas juga langkah kedua dan passkey"),
        help_text=_("Pilih bila HP-nya hilang atau dipegang orang lain."),
        required=False,
    )
    kunci_cetak = forms.CharField(widget=forms.HiddenInput, max_length=43)


class TerbitkanForm(forms.Form):
    """The key under which the issuer can print what is issued now."""

    kunci_cetak = forms.CharField(widget=forms.HiddenInput, max_length=43)


class CariUnitForm(forms.Form):
    """Find a unit among those one looks after."""

    q = forms.CharField(label=_("Cari unit"), max_length=100, required=False)


class PetugasForm(IsianForm):
    """Begin *mode petugas*."""

    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=format_lazy(
            _(
                "Paling sedikit {n} huruf. Tulis data siapa yang perlu dibuka dan untuk apa; "
                "orangnya membaca alasan ini."
            ),
            n=PANJANG_ALASAN,
        ),
        max_length=500,
        widget=TeksPanjang(),
    )
    menit = forms.TypedChoiceField(label=_("Lama"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, jam_maksimum: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(30, _("30 menit"))] + [
            (60 * jam, _("%(jam)d jam") % {"jam": jam})
            for jam in (1, 2, 4, 8)
            if jam <= jam_maksimum
        ]
        self.fields["menit"].choices = pilihan  # type: ignore[attr-defined]
        self.fields["menit"].initial = 30
