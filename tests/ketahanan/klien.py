"""A browser without a screen: cookies, forms with their keys, an unanswered form sent again."""

import contextlib
import http.client
import random
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from ketahanan.mesin import Pemasangan, tunggu

#: What a lost connection looks like to a client.
PUTUS = (OSError, http.client.HTTPException)


@dataclass
class Formulir:
    """One form as the page shows it: where it goes, what it already holds."""

    tujuan: str
    id: str
    isi: list[tuple[str, str]] = field(default_factory=list)

    def dengan(self, **ganti: str) -> list[tuple[str, str]]:
        """The fields with some replaced or added; ``__`` in a name is a dash."""
        baru = {nama.replace("__", "-"): nilai for nama, nilai in ganti.items()}
        return [(n, v) for n, v in self.isi if n not in baru] + list(baru.items())


class _Pembaca(HTMLParser):
    def __init__(self, jalur: str) -> None:
        super().__init__()
        self.jalur = jalur
        self.daftar: list[Formulir] = []
        self._kini: Formulir | None = None
        self._teks: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = {nama: nilai or "" for nama, nilai in attrs}
        if tag == "form":
            self._kini = Formulir(sifat.get("action") or self.jalur, sifat.get("id", ""))
            self.daftar.append(self._kini)
        elif self._kini is None:
            return
        elif tag == "input" and sifat.get("name"):
            if sifat.get("type") in {"radio", "checkbox"} and "checked" not in sifat:
                return
            self._kini.isi.append((sifat["name"], sifat.get("value", "")))
        elif tag == "textarea":
            self._teks = (sifat.get("name", ""), [])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._kini = None
        elif tag == "textarea" and self._teks and self._kini:
            self._kini.isi.append((self._teks[0], "".join(self._teks[1]).removeprefix("\n")))
            self._teks = None

    def handle_data(self, data: str) -> None:
        if self._teks:
            self._teks[1].append(data)


@dataclass(frozen=True)
class Jawaban:
    """What came back."""

    status: int
    teks: str
    kepala: dict[str, str]
    isi: bytes

    def formulir(self, jalur: str, *, id: str = "", tujuan: str = "") -> Formulir:
        """The form of the page with this id or address."""
        pembaca = _Pembaca(jalur)
        pembaca.feed(self.teks)
        for satu in pembaca.daftar:
            if (id and satu.id == id) or (tujuan and satu.tujuan == tujuan):
                return satu
        raise AssertionError(f"{jalur}: formulir {id or tujuan} tidak ada ({self.status})")


class Klien:
    """One person's session."""

    def __init__(self, tera: Pemasangan) -> None:
        self.tera = tera
        self.kuki: dict[str, str] = {}
        self.ulang = 0
        self.hilang = 0
        # Set: every third form or so loses its connection before the answer comes.
        self.acak: random.Random | None = None

    def minta(
        self,
        cara: str,
        jalur: str,
        isi: list[tuple[str, str]] | None = None,
        *,
        batas: float = 60,
        dibaca: bool = True,
    ) -> Jawaban:
        """One request; a lost connection is the caller's to judge, or made by not ``dibaca``."""
        sambungan = http.client.HTTPConnection("127.0.0.1", self.tera.port, timeout=batas)
        kepala = {
            "Accept": "text/html",
            "Cookie": "; ".join(f"{n}={v}" for n, v in self.kuki.items()),
            "Referer": self.tera.alamat + jalur,
        }
        badan = None
        if isi is not None:
            kepala["Content-Type"] = "application/x-www-form-urlencoded"
            badan = urlencode(isi)
        try:
            sambungan.request(cara, jalur, badan, kepala)
            if not dibaca:
                raise ConnectionAbortedError
            jawab = sambungan.getresponse()
            mentah = jawab.read()
        finally:
            sambungan.close()
        for baris in jawab.headers.get_all("Set-Cookie", []):
            for nama, kuki in SimpleCookie(baris).items():
                self.kuki[nama] = kuki.value
        kepala_jawab = {n.lower(): v for n, v in jawab.getheaders()}
        return Jawaban(jawab.status, mentah.decode(errors="replace"), kepala_jawab, mentah)

    def sampai_dijawab(
        self, cara: str, jalur: str, isi: list[tuple[str, str]] | None = None
    ) -> Jawaban:
        """Send the same request again until the server answers, as the outbox of the page does."""

        # Whether the server then acts on the lost one first, or on both at once, is its affair.
        lepas = isi is not None and self.acak is not None and self.acak.random() < 0.35
        if lepas:
            self.hilang += 1
            with contextlib.suppress(*PUTUS):
                self.minta(cara, jalur, isi, dibaca=False)

        def coba() -> Jawaban | None:
            try:
                jawab = self.minta(cara, jalur, isi)
            except PUTUS:
                self.ulang += 1
                return None
            if jawab.status in {429, 502, 503, 504}:
                self.ulang += 1
                return None
            return jawab

        return tunggu(f"{cara} {jalur} dijawab", coba)

    def buka(self, jalur: str) -> Jawaban:
        """A page, asked for until it comes."""
        jawab = self.sampai_dijawab("GET", jalur)
        assert jawab.status == 200, (jalur, jawab.status, jawab.teks[:2000])
        return jawab

    def kirim(self, formulir: Formulir, **ganti: str) -> str:
        """Send a form until it is accepted; returns where the server led on to."""
        jawab = self.sampai_dijawab("POST", formulir.tujuan, formulir.dengan(**ganti))
        assert jawab.status == 302, (formulir.tujuan, jawab.status, jawab.teks[:6000])
        return urlsplit(urllib.parse.unquote(jawab.kepala["location"])).path

    def masuk(self, akun: str, sandi: str) -> None:
        """Sign in through the page."""
        formulir = self.buka("/masuk/").formulir("/masuk/", tujuan="/masuk/")
        isi = formulir.dengan(login=akun, password=sandi)
        jawab = self.sampai_dijawab("POST", "/masuk/", isi)
        assert jawab.status == 302, (jawab.status, jawab.teks[:2000])
        assert "sessionid" in self.kuki
