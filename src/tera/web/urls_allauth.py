"""allauth under Indonesian addresses, only what we offer: no sign-up, no mail list, no social.

Included without a namespace: allauth looks its names up bare.
"""

from allauth.account import views as akun
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as faktor
from allauth.mfa.recovery_codes import views as pemulihan
from allauth.mfa.totp import views as aplikasi
from allauth.mfa.webauthn import views as passkey
from django.urls import path, re_path

from tera.web.views import akun_masuk as v

KEAMANAN = "akun/keamanan/"
urlpatterns = [
    path("masuk/", v.masuk, name="account_login"),
    path("masuk/langkah-kedua/", faktor.authenticate, name="mfa_authenticate"),
    path("masuk/passkey/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("masuk/nonaktif/", akun.account_inactive, name="account_inactive"),
    path("keluar/", akun.logout, name="account_logout"),
    path("lupa-sandi/", v.LupaSandiView.as_view(), name="account_reset_password"),
    path("lupa-sandi/terkirim/", akun.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^lupa-sandi/kunci/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        v.SandiTautanView.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "lupa-sandi/selesai/",
        akun.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("akun/sandi/", v.GantiSandiView.as_view(), name="account_change_password"),
    path(
        "akun/sandi/buat/",
        reauthentication_required(app="allauth.mfa")(v.BuatSandiView.as_view()),
        name="account_set_password",
    ),
    path("akun/periksa/", v.PeriksaUlangView.as_view(), name="account_reauthenticate"),
    path("akun/periksa/kode/", faktor.reauthenticate, name="mfa_reauthenticate"),
    path(
        "akun/periksa/passkey/",
        passkey.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(f"{KEAMANAN}langkah-kedua/", v.ke_keamanan, name="mfa_index"),
    path(f"{KEAMANAN}perangkat/", v.ke_keamanan, name="usersessions_list"),
    path(f"{KEAMANAN}aplikasi/", v.PasangAplikasiView.as_view(), name="mfa_activate_totp"),
    path(f"{KEAMANAN}aplikasi/lepas/", aplikasi.deactivate_totp, name="mfa_deactivate_totp"),
    path(f"{KEAMANAN}pemulihan/", pemulihan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        f"{KEAMANAN}pemulihan/buat/",
        pemulihan.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        f"{KEAMANAN}pemulihan/unduh/",
        pemulihan.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path(f"{KEAMANAN}passkey/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path(f"{KEAMANAN}passkey/tambah/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path(f"{KEAMANAN}passkey/<int:pk>/hapus/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path(f"{KEAMANAN}passkey/<int:pk>/ubah/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
]
