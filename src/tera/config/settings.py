"""Django settings on one page; what an installation may change comes from ``lingkungan``."""

from csp.constants import NONCE, NONE, SELF  # noqa: F401  (NONE is used below)

from tera import VERSI
from tera.config.lingkungan import baca_lingkungan, rahasia

LINGKUNGAN = baca_lingkungan()
PENGEMBANGAN = LINGKUNGAN.mode == "pengembangan"
UJI = LINGKUNGAN.mode == "uji"

DEBUG = PENGEMBANGAN
SECRET_KEY = rahasia(LINGKUNGAN.data, "kunci_sesi")
# The audit digests use a key of their own: a session key may be rotated, this one never.
TERA_KUNCI_AUDIT = rahasia(LINGKUNGAN.data, "kunci_audit")
TERA_KUNCI_FAKTOR = rahasia(LINGKUNGAN.data, "kunci_faktor")
TERA_VERSI = VERSI
TERA_ALAMAT = LINGKUNGAN.alamat
TERA_DATA = LINGKUNGAN.data
TERA_FOLDER_BERKAS = LINGKUNGAN.data / "berkas"
# This installation is for practice; the address of one, told by the real installation.
TERA_LATIHAN = LINGKUNGAN.latihan
TERA_ALAMAT_LATIHAN = LINGKUNGAN.alamat_latihan

ALLOWED_HOSTS = list(LINGKUNGAN.daftar_host) + (["testserver"] if UJI else [])
CSRF_TRUSTED_ORIGINS = [LINGKUNGAN.alamat]
ROOT_URLCONF = "tera.config.urls"
WSGI_APPLICATION = "tera.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.Pengguna"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "tera.web",  # before allauth: our templates of its pages win
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "tera.core",
    "tera.antarmuka",
    "tera.organisasi",
    "tera.skp",
    "tera.pelaksanaan",
    "tera.umpan_balik",
    "tera.evaluasi",
    "tera.dialog",
    "tera.tindak_lanjut",
    "tera.angka_kredit",
    "tera.kalibrasi",
    "tera.bimtek",
    "tera.dasbor",
    "tera.dokumen",
    "tera.integrasi",
    "tera.notifikasi",
    "tera.contoh",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tera.web.bahasa.BahasaMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "tera.organisasi.middleware.AktorMiddleware",
    "tera.organisasi.middleware_petugas.AksesPetugasMiddleware",
    "tera.core.middleware.RefusalMiddleware",
]

FORM_RENDERER = "tera.antarmuka.renderer.FormRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tera.web.context_processors.kerangka",
            ],
        },
    },
]

DATABASES = {"default": LINGKUNGAN.basis_data}

# --- language, time -------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "bahasa"
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"  # display default only; legal dates use the zone of the instansi

# --- accounts -------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["tera.organisasi.pintu_masuk.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "tera.core.sandi.Argon2Hasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if UJI:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("nama_akun", "surel", "nama_tampil")},
    },
]
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/masuk/"
ACCOUNT_ADAPTER = "tera.web.akun.PenyesuaiAkun"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nama_akun"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "surel"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# One office is one address: limits per address stay wide, ``core.akun.batas`` counts per account.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,10/5m/key",
    "reset_password": "20/m/ip,3/h/key",
}
ACCOUNT_FORMS = {
    "login": "tera.web.forms.akun.MasukForm",
    "change_password": "tera.web.forms.akun.GantiSandiForm",
    "set_password": "tera.web.forms.akun.BuatSandiForm",
    "reset_password_from_key": "tera.web.forms.akun.SandiTautanForm",
    "reauthenticate": "tera.web.forms.akun.PeriksaUlangForm",
}
PASSWORD_RESET_TIMEOUT = 60 * 60
TERA_SUREL_AKTIF = bool(LINGKUNGAN.surel)
TERA_SUREL_AKAR = list(LINGKUNGAN.surel_akar)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if LINGKUNGAN.proxy_tls else 0
MFA_ADAPTER = "tera.web.akun.PenyesuaiFaktor"
MFA_FORMS = {
    "authenticate": "tera.web.forms.akun.KodeMasukForm",
    "reauthenticate": "tera.web.forms.akun.KodePeriksaForm",
    "activate_totp": "tera.web.forms.akun.PasangAplikasiForm",
    "add_webauthn": "tera.web.forms.akun.TambahPasskeyForm",
    "edit_webauthn": "tera.web.forms.akun.UbahPasskeyForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tera"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PENGEMBANGAN or UJI
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_ENGINE = "tera.core.sesi"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = LINGKUNGAN.https
CSRF_COOKIE_SECURE = LINGKUNGAN.https
CSRF_COOKIE_HTTPONLY = True
if TERA_LATIHAN:
    # Beside the real one on the same host: cookies know no port.
    SESSION_COOKIE_NAME = "latihan_sesi"
    CSRF_COOKIE_NAME = "latihan_csrf"
CSRF_FAILURE_VIEW = "tera.web.views.galat.csrf_gagal"

# --- security headers -----------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if LINGKUNGAN.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = LINGKUNGAN.https
SECURE_SSL_REDIRECT = LINGKUNGAN.https and not LINGKUNGAN.proxy_tls
SECURE_REDIRECT_EXEMPT = [r"^sehat/$"]
if LINGKUNGAN.proxy_tls:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_PERMISSIONS = 0o600

# --- static files, jobs, mail, logs ---------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = LINGKUNGAN.data / "statis"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": TERA_FOLDER_BERKAS},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PENGEMBANGAN or UJI
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = PENGEMBANGAN or UJI
WHITENOISE_AUTOREFRESH = PENGEMBANGAN
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if UJI
        else "django_tasks_db.DatabaseBackend"
    }
}
# More entries than Django's 300: the counts of the public forms must not push each other out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
if TERA_LATIHAN:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
elif LINGKUNGAN.surel:
    globals().update(LINGKUNGAN.surel)
else:
    EMAIL_BACKEND = (
        "django.core.mail.backends.locmem.EmailBackend"
        if UJI
        else ("django.core.mail.backends.filebased.EmailBackend")
    )
    EMAIL_FILE_PATH = LINGKUNGAN.data / "surel_keluar"
DEFAULT_FROM_EMAIL = LINGKUNGAN.surel_pengirim
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["konsol"], "level": "WARNING" if UJI else LINGKUNGAN.log},
}
SILENCED_SYSTEM_CHECKS = ["security.W008"] if LINGKUNGAN.proxy_tls else []
