"""Reads the unit tree and judges it as a whole: one fault refuses all, naming the units."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError
from tera.organisasi.services.impor import nilai
from tera.organisasi.services.impor.hasil import HasilImpor, Rincian
from tera.organisasi.services.impor.kolom import UNOR, WAJIB_UNOR, Kepala, cari_kepala
from tera.regulasi.nip import rapikan_nip


@dataclass(slots=True)
class BarisUnor:
    """One row of the tree, cleaned."""

    baris: int
    kode: str
    atasan: str
    nama: str
    jabatan: str
    eselon: str
    induk: str
    pimpinan_nip: str
    jenis: str


def baca_unor(*, nama: str, isi: bytes, hasil: HasilImpor) -> list[BarisUnor]:
    """Read the tree; faults that refuse it go into ``hasil`` and name the units."""
    kepala, sumber = cari_kepala(nama=nama, isi=isi, kamus=UNOR, wajib=WAJIB_UNOR)
    daftar: list[BarisUnor] = []
    salah: dict[int, list[Rincian]] = {}

    def tolak(nomor: int, kunci: str, kode: str, pesan: str) -> None:
        kolom = kepala.judul.get(kunci, UNOR[kunci][0])
        salah.setdefault(nomor, []).append(Rincian(nomor, kolom, kode, pesan))

    for nomor, sel in sumber:
        if all(nilai.kosong(satu) for satu in sel):
            continue
        satu = _baris(kepala, nomor, sel)
        hasil.baris += 1
        daftar.append(satu)
        for kunci, isi_sel in (("id", satu.kode), ("nama", satu.nama)):
            if not isi_sel:
                tolak(nomor, kunci, "wajib_kosong", _("Kolom ini wajib diisi."))
        for kunci, isi_sel, batas in (
            ("id", satu.kode, 40),
            ("nama", satu.nama, 300),
            ("jabatan", satu.jabatan, 300),
            ("jenis", satu.jenis, 40),
        ):
            if len(isi_sel) > batas:
                tolak(nomor, kunci, "terlalu_panjang", _("Isi terlalu panjang. Singkatkan."))
        if len(satu.pimpinan_nip) > 18 or nilai.adalah_angka(kepala.sel(sel, "pimpinan")) is True:
            satu.pimpinan_nip = ""
            if not nilai.kosong(kepala.sel(sel, "pimpinan")):
                hasil.peringatan["pimpinan_tidak_terbaca"] += 1
                hasil.rincian.append(
                    Rincian(
                        nomor,
                        kepala.judul["pimpinan"],
                        "pimpinan_tidak_terbaca",
                        _("NIP pimpinan tidak terbaca (harus teks 18 angka), jadi diabaikan."),
                    )
                )
    _periksa_pohon(daftar, tolak)
    hasil.ditolak = len(salah)
    hasil.diterima = hasil.baris - hasil.ditolak
    for nomor in sorted(salah):
        hasil.rincian += salah[nomor]
        hasil.alasan.update({r.kode for r in salah[nomor]})
    hasil.rincian.sort(key=lambda r: r.baris)
    if not daftar:
        raise MasukanSalahError(
            _("Berkas “%(nama)s” tidak berisi satu pun unit di bawah baris judul.")
            % {"nama": nama},
            kode="berkas_kosong",
        )
    if hasil.ditolak:
        hasil.catatan.append(
            _("Pohon ditolak seluruhnya: betulkan unit yang disebut, lalu impor lagi.")
        )
    return daftar


def _baris(kepala: Kepala, nomor: int, sel: Sequence[object]) -> BarisUnor:
    def teks(kunci: str) -> str:
        return nilai.teks(kepala.sel(sel, kunci))  # type: ignore[arg-type]

    atasan, kode = teks("atasan"), teks("id")
    return BarisUnor(
        baris=nomor,
        kode=kode,
        # A root that names itself as its parent is a root.
        atasan="" if atasan in {"-", "0", kode} else atasan,
        nama=teks("nama"),
        jabatan=teks("jabatan"),
        eselon="" if teks("eselon") == "-" else teks("eselon")[:8],
        induk=teks("induk"),
        pimpinan_nip=rapikan_nip(teks("pimpinan").lstrip("'")),
        jenis=teks("jenis").casefold(),
    )


def _periksa_pohon(daftar: list[BarisUnor], tolak: object) -> None:
    assert callable(tolak)
    per_kode: dict[str, list[BarisUnor]] = {}
    for satu in daftar:
        if satu.kode:
            per_kode.setdefault(satu.kode, []).append(satu)
    for kode, sama in per_kode.items():
        if len(sama) > 1:
            tempat = ", ".join(str(s.baris) for s in sama)
            for satu in sama:
                tolak(
                    satu.baris,
                    "id",
                    "id_ganda",
                    _("ID %(kode)s (%(nama)s) muncul pada baris %(tempat)s. Satu ID satu unit.")
                    % {"kode": kode, "nama": satu.nama, "tempat": tempat},
                )
    for satu in daftar:
        if satu.atasan and satu.atasan not in per_kode:
            tolak(
                satu.baris,
                "atasan",
                "atasan_tidak_dikenal",
                _(
                    "Atasan %(atasan)s dari %(nama)s (%(kode)s) tidak ada dalam berkas. Tambahkan "
                    "unit atasannya, atau betulkan ID ATASAN."
                )
                % {"atasan": satu.atasan, "nama": satu.nama, "kode": satu.kode},
            )
    for lingkar in _cari_siklus({s.kode: s.atasan for s in daftar if s.kode}):
        sebut = " → ".join(f"{per_kode[kode][0].nama} ({kode})" for kode in [*lingkar, lingkar[0]])
        for kode in lingkar:
            for satu in per_kode[kode]:
                tolak(
                    satu.baris,
                    "atasan",
                    "siklus",
                    _("Unit saling menjadi atasan: %(sebut)s. Betulkan ID ATASAN salah satunya.")
                    % {"sebut": sebut},
                )


def _cari_siklus(atasan: dict[str, str]) -> list[list[str]]:
    """Return every cycle of the parent map, each unit once, bottom up."""
    selesai: set[str] = set()
    daftar: list[list[str]] = []
    for awal in atasan:
        jalan: list[str] = []
        letak: dict[str, int] = {}
        kini = awal
        while kini and kini in atasan and kini not in selesai:
            if kini in letak:
                daftar.append(jalan[letak[kini] :])
                break
            letak[kini] = len(jalan)
            jalan.append(kini)
            kini = atasan[kini]
        selesai.update(jalan)
    return daftar
