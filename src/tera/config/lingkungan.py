"""Reads the environment once, generates the secrets of an installation, and refuses clearly.

Every variable of Tera starts with ``TERA_``; ``docs/operasi/pengaturan.md`` lists them. With only
``TERA_DATA`` set, every command works: SQLite and the secrets live in that folder.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import environ

DAFTAR_VARIABEL = frozenset(
    {
        "TERA_DATA",
        "TERA_MODE",
        "TERA_ALAMAT",
        "TERA_HOST",
        "TERA_PORT",
        "TERA_DATABASE_URL",
        "TERA_POOL",
        "TERA_TUNGGU",
        "TERA_PROXY_TLS",
        "TERA_SUREL_URL",
        "TERA_SUREL_PENGIRIM",
        "TERA_SUREL_AKAR",
        "TERA_LATIHAN",
        "TERA_ALAMAT_LATIHAN",
        "TERA_LOG",
    }
)
DAFTAR_MODE = ("produksi", "pengembangan", "uji")
# The file that makes a folder one for practice: what lacks it is never opened or deleted as such.
TANDA_LATIHAN = "latihan.json"


class PengaturanSalahError(Exception):
    """A setting can't be used; the message says which one, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Lingkungan:
    """The settings of this installation as read from the environment."""

    data: Path
    mode: str
    alamat: str
    daftar_host: tuple[str, ...]
    port: int
    basis_data: dict[str, object]
    proxy_tls: bool
    surel: dict[str, object]
    surel_pengirim: str
    surel_akar: tuple[str, ...]
    latihan: bool
    alamat_latihan: str
    log: str

    @property
    def https(self) -> bool:
        """Whether people reach this installation over TLS."""
        return self.alamat.startswith("https://")


def baca_lingkungan() -> Lingkungan:
    """Read and check the environment.

    Raises:
        PengaturanSalahError: a variable is unknown or its value can't be used.
    """
    tidak_dikenal = sorted(
        nama for nama in os.environ if nama.startswith("TERA_") and nama not in DAFTAR_VARIABEL
    )
    if tidak_dikenal:
        raise PengaturanSalahError(
            f"Variabel lingkungan {', '.join(tidak_dikenal)} tidak dikenal Tera. "
            "Periksa ejaannya pada docs/operasi/pengaturan.md, atau hapus."
        )
    mode = os.environ.get("TERA_MODE", "produksi")
    if mode not in DAFTAR_MODE:
        raise PengaturanSalahError(
            f"TERA_MODE={mode!r} tidak dikenal. Pilih salah satu: {', '.join(DAFTAR_MODE)}."
        )
    port = _angka("TERA_PORT", "8000", minimum=1, maksimum=65535)
    alamat = _alamat("TERA_ALAMAT", f"http://localhost:{port}")
    tambahan = [h.strip() for h in os.environ.get("TERA_HOST", "").split(",") if h.strip()]
    daftar_host = tuple(dict.fromkeys([_nama_host(alamat), *tambahan, "localhost", "127.0.0.1"]))
    data = folder_data()
    latihan = _latihan(data)
    return Lingkungan(
        data=data,
        mode=mode,
        alamat=alamat,
        daftar_host=daftar_host,
        port=port,
        basis_data=_basis_data(data),
        proxy_tls=_ya_tidak("TERA_PROXY_TLS"),
        # Practice writes to nobody, whatever the other settings say.
        surel={} if latihan else _surel(),
        surel_pengirim=os.environ.get("TERA_SUREL_PENGIRIM", "tera@localhost"),
        surel_akar=() if latihan else _surel_akar(),
        latihan=latihan,
        alamat_latihan="" if latihan else _alamat("TERA_ALAMAT_LATIHAN", ""),
        log=os.environ.get("TERA_LOG", "INFO").upper(),
    )


def folder_data() -> Path:
    """Return the data folder, made with mode 0700 when it doesn't exist yet."""
    nama = os.environ.get("TERA_DATA") or "~/.local/share/tera"
    folder = Path(nama).expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as galat:
        raise PengaturanSalahError(
            f"Folder data {folder} tidak bisa dibuat ({galat.strerror}). Setel TERA_DATA ke folder "
            "yang boleh ditulis."
        ) from galat
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PengaturanSalahError(
            f"Folder data {folder} tidak boleh ditulis. Ubah izinnya atau setel TERA_DATA ke "
            "folder lain."
        )
    return folder


def rahasia(data: Path, nama: str) -> str:
    """Return the secret ``nama`` of this installation; generated once, file mode 0600.

    Raises:
        PengaturanSalahError: the file is readable by others or is empty.
    """
    folder = data / "rahasia"
    folder.mkdir(mode=0o700, exist_ok=True)
    berkas = folder / nama
    if not berkas.exists():
        # Write aside, then link: two processes starting at once agree on one secret.
        sementara = folder / f".{nama}.{secrets.token_hex(6)}"
        tangan = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(tangan, "w", encoding="ascii") as tulis:
            tulis.write(secrets.token_urlsafe(48))
        try:
            os.link(sementara, berkas)
        except FileExistsError:
            pass
        finally:
            sementara.unlink()
    if berkas.stat().st_mode & 0o077:
        raise PengaturanSalahError(
            f"Berkas rahasia {berkas} bisa dibaca orang lain. Jalankan: chmod 600 {berkas}"
        )
    isi = berkas.read_text(encoding="ascii").strip()
    if len(isi) < 32:
        raise PengaturanSalahError(
            f"Berkas rahasia {berkas} kosong atau terlalu pendek. Pulihkan dari cadangan; jangan "
            "hapus, karena kode pemeriksa dokumen dan jejak audit bergantung padanya."
        )
    return isi


def _basis_data(data: Path) -> dict[str, object]:
    url = os.environ.get("TERA_DATABASE_URL", "")
    tunggu = _angka("TERA_TUNGGU", "20", minimum=1, maksimum=120)
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "tera.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                # DEFERRED loses two writes of three under load: see docs/adr/0002-tumpukan.md.
                "transaction_mode": "IMMEDIATE",
                "timeout": tunggu,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                    "PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
                ),
            },
            "TEST": {"NAME": data / "uji.sqlite3"},
        }
    try:
        basis = dict(environ.Env.db_url_config(url))
    except Exception as galat:
        raise PengaturanSalahError(
            "TERA_DATABASE_URL tidak bisa dibaca. Bentuknya: "
            "postgres://pengguna:sandi@host:5432/nama"
        ) from galat
    mesin = str(basis.get("ENGINE", ""))
    if "postgresql" not in mesin:
        raise PengaturanSalahError(
            "TERA_DATABASE_URL hanya menerima PostgreSQL (postgres://…). Untuk SQLite, kosongkan "
            "variabel ini: berkasnya ada di TERA_DATA."
        )
    pool = _angka("TERA_POOL", "8", minimum=1, maksimum=200)
    basis["CONN_MAX_AGE"] = 0
    # A connection that died while it lay in the pool is thrown away before it is given out.
    basis["CONN_HEALTH_CHECKS"] = True
    basis["OPTIONS"] = {"pool": {"min_size": 1, "max_size": pool, "timeout": tunggu}}
    return basis


def _surel() -> dict[str, object]:
    url = os.environ.get("TERA_SUREL_URL", "")
    if not url:
        return {}
    try:
        return dict(environ.Env.email_url_config(url))
    except Exception as galat:
        raise PengaturanSalahError(
            "TERA_SUREL_URL tidak bisa dibaca. Bentuknya: smtp+tls://pengguna:sandi@host:587"
        ) from galat


def _surel_akar() -> tuple[str, ...]:
    daftar = tuple(s.strip() for s in os.environ.get("TERA_SUREL_AKAR", "").split(",") if s.strip())
    for satu in daftar:
        depan, _, host = satu.partition("@")
        if not depan or not host or set(satu) & set(" \t\r\n<>"):
            raise PengaturanSalahError(
                f"TERA_SUREL_AKAR={satu!r} bukan alamat surel. Tulis misalnya "
                "inspektorat@kabupaten.go.id; beberapa alamat dipisah koma."
            )
    if daftar and not os.environ.get("TERA_SUREL_URL"):
        raise PengaturanSalahError(
            "TERA_SUREL_AKAR disetel, tetapi TERA_SUREL_URL kosong: surelnya tidak akan terkirim. "
            "Setel TERA_SUREL_URL, atau kosongkan TERA_SUREL_AKAR."
        )
    return daftar


def _latihan(data: Path) -> bool:
    """Whether this installation is for practice; a folder is one or the other, never both."""
    latihan = _ya_tidak("TERA_LATIHAN")
    bertanda = (data / TANDA_LATIHAN).exists()
    if not latihan and bertanda:
        raise PengaturanSalahError(
            f"Folder data {data} milik instansi latihan, dan TERA_LATIHAN tidak disetel. Untuk "
            "latihan, jalankan: tera latihan jalan. Untuk yang lain, setel TERA_DATA ke folder "
            "lain."
        )
    if not latihan:
        return False
    if os.environ.get("TERA_DATABASE_URL"):
        raise PengaturanSalahError(
            "TERA_LATIHAN=ya hanya jalan dengan SQLite di folder sendiri, karena isinya dihapus "
            "tiap malam. Kosongkan TERA_DATABASE_URL."
        )
    if not bertanda:
        raise PengaturanSalahError(
            f"TERA_LATIHAN=ya, tetapi folder data {data} bukan folder latihan: di dalamnya tidak "
            f"ada {TANDA_LATIHAN}. Siapkan dan jalankan dengan: tera latihan jalan."
        )
    return True


def _alamat(nama: str, bawaan: str) -> str:
    alamat = os.environ.get(nama, bawaan).rstrip("/")
    bagian = urlsplit(alamat)
    if alamat != bawaan and (bagian.scheme not in {"http", "https"} or not bagian.hostname):
        raise PengaturanSalahError(
            f"{nama}={alamat!r} bukan alamat web. Tulis lengkap, misalnya "
            "https://kinerja.kabupaten.go.id"
        )
    return alamat


def _nama_host(alamat: str) -> str:
    return urlsplit(alamat).hostname or "localhost"


def _angka(nama: str, bawaan: str, *, minimum: int, maksimum: int) -> int:
    teks = os.environ.get(nama, bawaan)
    if not teks.isdecimal() or not minimum <= int(teks) <= maksimum:
        raise PengaturanSalahError(
            f"{nama}={teks!r} harus bilangan bulat dari {minimum} sampai {maksimum}."
        )
    return int(teks)


def _ya_tidak(nama: str) -> bool:
    teks = os.environ.get(nama, "tidak").lower()
    if teks not in {"ya", "tidak"}:
        raise PengaturanSalahError(f"{nama}={teks!r} harus 'ya' atau 'tidak'.")
    return teks == "ya"
