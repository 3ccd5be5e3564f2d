"""Every page of the demo, as each part, on a phone and on a desk.

Axe finds nothing, nothing sticks out sideways, the CSP is kept. The walk follows the links it
meets: a link must lead to a page. One part also tries every door without arguments; such a guess
may answer 403 or 404, and that page is looked at too.
"""

import collections
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from alur.aksesibel import langgaran, nama_rute
from tera.contoh.services import muat

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
# Names of the demo -> pages each must have reached: the walk can't quietly stay at home.
# Two groups, so that the demo is loaded twice only and two cores share the work.
KELOMPOK: dict[str, dict[str, set[str]]] = {
    "yang bekerja": {
        "Andini Lestari": {
            "skp:rincian",
            "evaluasi:rincian",
            "web:periksa",
            "skp:riwayat",
            "dialog:pertemuan",
            "dialog:pertanyaan",
        },
        "Budi Hartono": {"skp:tinjau", "skp:kolom", "evaluasi:tim", "skp:unit"},
        "Kadek Ayu Pramesti": {"skp:sunting", "skp:salin", "skp:tempel"},
        "Yohanes Rumbiak": {"evaluasi:capaian", "skp:antrean", "evaluasi:keberatan"},
    },
    "yang melayani": {
        "Citra Maharani": {"organisasi:penugasan_baru", "web:aktivasi_unit", "web:kelola"},
        "Galih Prasetyo": {"organisasi:peran_baru", "organisasi:kebijakan_rincian"},
        "Samuel Korwa": {"skp:unit", "web:petugas_mulai"},
        "Ni Wayan Sriasih": {
            "bimtek:kelas_kelola",
            "bimtek:kelas_hadir",
            "bimtek:kelas_hasil",
            "bimtek:capaian",
        },
    },
}
PENEBAK = "Andini Lestari"
DOORS = Path(__file__).parents[1] / "architecture" / "doors"
# Visitors' addresses; the last two are refused on purpose.
TAMU = (
    "/masuk/", "/lupa-sandi/", "/lupa-sandi/terkirim/", "/lupa-sandi/selesai/",
    "/lupa-sandi/kunci/1-salah/", "/aktivasi/", "/masuk/nonaktif/", "/luring/",
    "/bantuan/glosarium/", "/bantuan/warga/", "/periksa/tidak-ada/", "/tidak-ada/",
)  # fmt: skip
UKURAN = {"meja": (1280, 800), "telepon": (360, 740)}
PER_RUTE = 1
# Of one route so many people's pages are examined in each of the two groups; others are only
# read for links.
ORANG_PER_RUTE = 1
DIPERIKSA: collections.Counter[str] = collections.Counter()
BUKAN_HALAMAN = re.compile(
    r"\.(pdf|csv|xlsx|jsonl?|js|png|svg|ics)$|^/(static|draf|csrf|sehat)/|/saran/|/data/unduh/"
    r"|/bukti/\d+/berkas/|/keberatan/surat/|/paket/\d+/unduh/"
    r"|/kebutuhan/xlsx/|/sertifikat/unduh/|/(kegiatan|koreksi|usul|fakta|keputusan)/\d+/berkas/"
    r"|/keputusan/\d+/dampak/"
    r"|/perjanjian/\d+/surat/|^/tindak-lanjut/\d+/surat/"
)
LEBIH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Every page inside the frame but home says where it stands.
TANPA_REMAH = """() => location.pathname !== '/' && document.querySelector('nav.navigasi')
  && document.querySelectorAll('nav.remah li').length < 2"""
TAUTAN = "e => e.map(a => a.getAttribute('href'))"


def _pintu_tanpa_argumen() -> Iterator[str]:
    """Yield the addresses of the doors that open by GET and take no argument."""
    for berkas in sorted(DOORS.glob("*.toml")):
        for pintu in tomllib.loads(berkas.read_text()).get("pintu", []):
            boleh = set(pintu["jawaban"].values()) - {405}
            if pintu.get("metode", "GET") == "GET" and not pintu.get("argumen") and boleh:
                yield reverse(pintu["rute"])


class Tautan(HTMLParser):
    """Collects the addresses of the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.daftar: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.daftar += [nilai for nama, nilai in attrs if nama == "href" and nilai is not None]


class Jalan:
    """One walk: what is left to open, what was seen, what was wrong."""

    def __init__(self, layar: Any, mulai: tuple[str, ...]) -> None:
        self.layar = layar
        self.hal = layar.halaman
        # Each navigation starts the worker's downloads anew; this walk is not about them.
        self.hal.context.add_init_script("delete Navigator.prototype.serviceWorker")
        self.antrean = collections.deque((alamat, False) for alamat in mulai)
        self.dibuka: set[str] = set()
        self.rute: collections.Counter[str] = collections.Counter()
        self.temuan: list[str] = []

    def tempuh(self) -> None:
        """Open everything that can be reached, at most ``PER_RUTE`` pages of one route."""
        while self.antrean:
            alamat, dari_tautan = self.antrean.popleft()
            jalur = alamat.split("?")[0]
            if alamat in self.dibuka or BUKAN_HALAMAN.search(jalur):
                continue
            self.dibuka.add(alamat)
            nama = nama_rute(jalur)
            if self.rute[nama] < PER_RUTE:
                self._buka(alamat, nama, dari_tautan)

    def _buka(self, alamat: str, nama: str, dari_tautan: bool) -> None:
        if dari_tautan and DIPERIKSA[nama] >= ORANG_PER_RUTE:
            self._baca(alamat, nama)
            return
        self.layar.pelanggaran.clear()
        jawaban = self.hal.goto(self.layar.alamat + alamat)
        if jawaban.status == 405 or "text/html" not in jawaban.headers.get("content-type", ""):
            return
        status = jawaban.status
        if status not in ((200,) if dari_tautan else (200, 403, 404)):
            self.temuan.append(f"{alamat}: {status}")
        if status == 200:
            self._ikuti(nama, self.hal.url, self.hal.eval_on_selector_all("a[href]", TAUTAN))
        if status == 200 and dari_tautan:
            DIPERIKSA[nama] += 1
        for ukuran, (lebar, tinggi) in UKURAN.items():
            self.hal.set_viewport_size({"width": lebar, "height": tinggi})
            self._periksa(f"{alamat} [{nama}] ({ukuran})", ukuran)

    def _baca(self, alamat: str, nama: str) -> None:
        """Read a page that another part's window showed: its answer and its links, undrawn."""
        jawaban = self.hal.request.get(
            self.layar.alamat + alamat, headers={"Accept": "text/html", "Accept-Language": "id-ID"}
        )
        if jawaban.status == 405 or "text/html" not in jawaban.headers.get("content-type", ""):
            return
        if jawaban.status != 200:
            self.temuan.append(f"{alamat}: {jawaban.status}")
            return
        pembaca = Tautan()
        pembaca.feed(jawaban.text())
        self._ikuti(nama, jawaban.url, pembaca.daftar)

    def _ikuti(self, nama: str, di: str, daftar: list[str]) -> None:
        """Count a page of the route, and queue the links that stand on it."""
        self.rute[nama] += 1
        kini = di.removeprefix(self.layar.alamat).split("?")[0]
        for href in daftar:
            if href.startswith("?"):
                href = kini + href
            if href.startswith("/") and not href.startswith("//"):
                self.antrean.append((href.split("#")[0], True))

    def _periksa(self, di: str, ukuran: str) -> None:
        if self.hal.evaluate(TANPA_REMAH):
            self.temuan.append(f"{di}: tidak ada remah letak halaman")
        lebih = self.hal.evaluate(LEBIH)
        if lebih > 0:
            self.temuan.append(f"{di}: melebar {lebih} px")
        self.temuan += [f"{di}: {satu}" for satu in langgaran(self.hal, ukuran)]
        self.temuan += [f"{di}: {pesan}" for pesan in self.layar.pelanggaran]
        self.layar.pelanggaran.clear()
        self.layar.ukuran = ukuran
        if self.layar.folder is not None:
            self.layar.potret(re.sub(r"[^a-z0-9]+", "-", di.split(" ")[0]).strip("-") or "beranda")


@pytest.fixture
def contoh(settings, tmp_path, transactional_db) -> dict[str, Any]:
    """The demo, freshly loaded, its passwords beside it."""
    settings.TERA_DATA = tmp_path
    return {orang.nama: orang for orang in muat(jumlah=0).daftar_orang}


@pytest.mark.parametrize("layar", ["meja"], indirect=True)
@pytest.mark.parametrize("kelompok", list(KELOMPOK))
def test_every_page_of_every_part_is_whole_at_both_sizes(layar, contoh, kelompok: str) -> None:
    for nama, wajib in KELOMPOK[kelompok].items():
        (orang,) = (satu for penuh, satu in contoh.items() if nama in penuh)
        layar.halaman.context.clear_cookies()
        layar.masuk(orang.akun, orang.sandi)
        assert "/masuk" not in layar.halaman.url
        tebakan = (*_pintu_tanpa_argumen(), "/tidak-ada/") if nama == PENEBAK else ()
        jalan = Jalan(layar, ("/", *tebakan))
        jalan.tempuh()
        assert not jalan.temuan, nama + ":\n" + "\n".join(jalan.temuan)
        kurang = wajib - set(jalan.rute)
        assert not kurang, f"{nama} tidak pernah sampai di {kurang}"


@pytest.mark.parametrize("layar", ["meja"], indirect=True)
def test_every_page_of_a_visitor_is_whole_at_both_sizes(layar, transactional_db) -> None:
    jalan = Jalan(layar, TAMU)
    jalan.tempuh()
    assert not jalan.temuan, "\n".join(jalan.temuan)
    assert {"account_login", "web:aktivasi", "web:luring", "web:glosarium"} <= set(jalan.rute)
