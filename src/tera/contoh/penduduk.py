"""The people around the stories: an invented kabupaten of about a thousand, drawn from a seed.

Shares of sex, status and kind of jabatan follow the national table of the design (teachers two of
five, health one of seven, PPPK one of three). Names come from lists; numbers use serials that are
never issued, so no real person is hit.
"""

import csv
import datetime as dt
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import resources

from tera.contoh import bahan

BENIH = 20251119
#: Serials of the stories' people are 901 and up; everybody else is numbered below, per birth date.
SERI = 700
JUDUL_UNIT = ("ID", "ID ATASAN", "NAMA UNOR", "NAMA JABATAN", "ESELON", "INDUK UNOR",
              "PEMIMPIN NIP", "JENIS")  # fmt: skip
JUDUL_ORANG = (
    "NIP", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TANGGAL LAHIR", "JENIS KELAMIN", "STATUS",
    "GOLONGAN", "JENIS JABATAN", "JABATAN", "JENJANG", "ESELON", "TMT JABATAN", "UNOR ID",
    "KEDUDUKAN HUKUM", "TMT CPNS", "PENDIDIKAN", "EMAIL",
)  # fmt: skip


@dataclass(slots=True)
class Penduduk:
    """The two sheets of the kabupaten, as an agency would send them, and who heads what.

    Attributes:
        daftar_unit, daftar_orang: rows in the order of ``JUDUL_UNIT`` and ``JUDUL_ORANG``.
        lowong: units without a head; delegasi: per dinas the units headed by a JF.
    """

    daftar_unit: list[list[str]] = field(default_factory=list)
    daftar_orang: list[list[str]] = field(default_factory=list)
    lowong: list[str] = field(default_factory=list)
    delegasi: dict[str, list[str]] = field(default_factory=dict)

    def csv_unit(self) -> bytes:
        """The unit sheet."""
        return _csv(JUDUL_UNIT, self.daftar_unit)


def bangun(*, jumlah: int, tahun: int) -> Penduduk:
    """Return the stories' people and units with ``jumlah`` people in all; 0: the stories alone.

    Below a thousand there are fewer offices, puskesmas and schools. The same ``jumlah`` and
    ``tahun`` give the same people. ``tahun`` is this year: the newest CPNS and PPPK paruh waktu
    began in it or in the year before.
    """
    pembangun = _Pembangun(tahun, min(1.0, jumlah / 1000))
    if jumlah:
        pembangun.kantor()
        pembangun.layanan()
        pembangun.genapi(jumlah)
    return pembangun.hasil


class _Pembangun:
    def __init__(self, tahun: int, skala: float) -> None:
        self.skala = skala
        self.acak = random.Random(BENIH)
        self.tahun = tahun
        self.hasil = Penduduk()
        self.nama: set[str] = set()
        self.nomor: dict[str, int] = {}
        self.unit: dict[str, list[str]] = {}
        self.sekolah: list[str] = []
        for jenis, tujuan in (
            ("unit", self.hasil.daftar_unit),
            ("pegawai", self.hasil.daftar_orang),
        ):
            isi = (resources.files("tera.contoh") / "data" / f"{jenis}.csv").read_text("utf-8")
            tujuan.extend(list(csv.reader(io.StringIO(isi)))[1:])
        for baris in self.hasil.daftar_unit:
            self.unit[baris[0]] = baris
        self.nama = {baris[1] for baris in self.hasil.daftar_orang}

    def _banyak(self, penuh: int) -> int:
        """How many of ``penuh`` there are in a smaller kabupaten; never fewer than two."""
        return max(2, round(penuh * self.skala))

    # --- units ------------------------------------------------------------------------------
    def _buat_unit(
        self, kode: str, induk: str, nama: str, jabatan: str, eselon: str, jenis: str
    ) -> str:
        baris = [
            kode,
            induk,
            nama,
            jabatan,
            eselon,
            kode if jenis == "opd" else induk[:4],
            "",
            jenis,
        ]
        self.hasil.daftar_unit.append(baris)
        self.unit[kode] = baris
        return kode

    def kantor(self) -> None:
        """Offices: dinas with secretary and bidang, distrik with their offices."""
        for kode, nama, daftar_bidang in bahan.DINAS[: self._banyak(len(bahan.DINAS))]:
            self._buat_unit(kode, "0101", nama, f"Kepala {nama}", "II.b", "opd")
            self._kepala(kode, "1", f"Kepala {nama}", "II.b", "IV/b", usia=(48, 57))
            self._sekretariat(kode, nama)
            for urut, bidang in enumerate(daftar_bidang, start=2):
                anak = f"{kode}{urut:02d}"
                judul = f"Kepala Bidang {bidang} {nama}"
                self._buat_unit(anak, kode, f"Bidang {bidang} {nama}", judul, "III.b", "bidang")
                if anak == "010804":  # A vacant post: its people are rated one level up.
                    self.hasil.lowong.append(anak)
                else:
                    self._kepala(anak, "1", judul, "III.b", "IV/a", usia=(42, 55))
                self._staf(anak, 9, bahan.JF_DINAS.get(kode, ()))
        for urut, nama in enumerate(bahan.DISTRIK[: self._banyak(len(bahan.DISTRIK))], start=1):
            kode = f"01{20 + urut}"
            self._buat_unit(kode, "0101", f"Distrik {nama}", f"Camat {nama}", "III.a", "opd")
            self._kepala(kode, "1", f"Camat {nama}", "III.a", "IV/a", usia=(42, 55))
            self._staf(kode, 14, ())
        for kode in ("0104", "0105", "0106", "0107"):
            self._sekretariat(kode, self.unit[kode][2], urut=90)
        self._staf("010201", 4, ("Analis SDM Aparatur",))
        self._staf("010301", 3, ("Administrator Database Kependudukan",))
        self._staf("010601", 3, ("Penguji Kendaraan Bermotor",))
        self._staf("0107", 4, ("Auditor",))
        self._staf("0101", 6, ("Analis Kebijakan",))

    def _sekretariat(self, kode: str, nama: str, urut: int = 1) -> None:
        anak = f"{kode}{urut:02d}"
        self._buat_unit(anak, kode, f"Sekretariat {nama}", f"Sekretaris {nama}", "III.a", "bagian")
        self._kepala(anak, "1", f"Sekretaris {nama}", "III.a", "IV/a", usia=(42, 55))
        umum = f"{anak}01"
        judul = f"Kepala Subbagian Umum dan Kepegawaian {nama}"
        self._buat_unit(umum, anak, f"Subbagian Umum dan Kepegawaian {nama}", judul, "IV.a",
                        "subbagian")  # fmt: skip
        self._kepala(umum, "1", judul, "IV.a", "III/d", usia=(36, 52))
        self._staf(umum, 6, ())

    def layanan(self) -> None:
        """Puskesmas and schools: heads are JF with the additional task, delegated by one letter."""
        self.hasil.delegasi = {"0104": [], "0105": []}
        for urut, nama in enumerate(bahan.DISTRIK[1 : 1 + self._banyak(4)], start=2):
            kode = f"0104{urut:02d}"
            judul = f"Kepala Puskesmas {nama}"
            self._buat_unit(kode, "0104", f"Puskesmas {nama}", judul, "", "uptd")
            self._kepala(kode, "2", judul, "", "IV/a", jenjang="Ahli Madya", usia=(40, 54))
            self.hasil.delegasi["0104"].append(kode)
            for jabatan, n in bahan.PUSKESMAS:
                for _ in range(n):
                    self._jf_atau_pelaksana(kode, jabatan)
        for _ in range(6):
            self._jf_atau_pelaksana("010401", self.acak.choice(("Perawat", "Bidan")))
        for urut in range(3, 3 + self._banyak(28)):
            distrik = bahan.DISTRIK[urut % len(bahan.DISTRIK)]
            jenjang, nomor = ("SMP", urut - 22) if urut > 22 else ("SD", urut + 2)
            nama = f"{jenjang} Negeri {nomor} {distrik}"
            kode = f"0105{urut:02d}"
            self._buat_unit(kode, "0105", nama, f"Kepala {nama}", "", "sekolah")
            self._kepala(kode, "2", f"Kepala {nama}", "", "IV/a", jenjang="Ahli Madya",
                         usia=(42, 57))  # fmt: skip
            self.hasil.delegasi["0105"].append(kode)
            self.sekolah.append(kode)

    def genapi(self, jumlah: int) -> None:
        """Fill the schools with teachers until the kabupaten has its people."""
        urut = 0
        while len(self.hasil.daftar_orang) < jumlah:
            kode = self.sekolah[urut % len(self.sekolah)]
            smp = self.unit[kode][2].startswith("SMP")
            if urut % 17 == 16:
                self._jf_atau_pelaksana(kode, "Pengadministrasi Perkantoran")
            elif urut % 23 == 22:
                self._jf_atau_pelaksana(kode, "Guru Bimbingan dan Konseling" if smp else "Guru")
            else:
                self._jf_atau_pelaksana(kode, "Guru")
            urut += 1

    # --- people -----------------------------------------------------------------------------
    def _staf(self, unit: str, jumlah: int, jf: Iterable[str]) -> None:
        daftar = [*jf, *(self.acak.choice(bahan.PELAKSANA) for _ in range(jumlah - len(tuple(jf))))]
        for jabatan in daftar:
            self._jf_atau_pelaksana(unit, jabatan)

    def _jf_atau_pelaksana(self, unit: str, jabatan: str) -> None:
        pelaksana = jabatan in bahan.PELAKSANA
        undi = self.acak.random()
        status = "PNS" if undi < 0.58 else "CPNS" if undi < 0.61 else "PPPK"
        if status == "PPPK" and self.acak.random() < 0.25:
            status = "PPPK Paruh Waktu"
        if pelaksana:
            jenjang = ""
            golongan = self.acak.choice(("II/c", "II/d", "III/a", "III/b"))
        else:
            jenjang = "Ahli Pertama" if status != "PNS" else self.acak.choice(
                ("Ahli Pertama", "Ahli Pertama", "Ahli Muda", "Ahli Muda", "Ahli Madya")
            )  # fmt: skip
            golongan = self.acak.choice(bahan.GOLONGAN[jenjang].split())
        if status == "CPNS":
            golongan = "III/a"
        if status.startswith("PPPK"):
            golongan = self.acak.choice(("V", "VII")) if pelaksana else "IX"
        wanita = self.acak.random() < (0.68 if not pelaksana else 0.5)
        self._orang(
            unit=unit,
            jenis="4" if pelaksana else "2",
            jabatan=jabatan if pelaksana else f"{jabatan} {jenjang}",
            jenjang=jenjang,
            eselon="",
            golongan=golongan,
            status=status,
            usia=(24, 33) if status == "CPNS" else (25, 45) if "PPPK" in status else (28, 56),
            wanita=wanita,
        )

    def _kepala(
        self,
        unit: str,
        jenis: str,
        jabatan: str,
        eselon: str,
        golongan: str,
        *,
        usia: tuple[int, int],
        jenjang: str = "",
    ) -> None:
        nip = self._orang(
            unit=unit,
            jenis=jenis,
            jabatan=jabatan,
            jenjang=jenjang,
            eselon=eselon,
            golongan=golongan,
            status="PNS",
            usia=usia,
            wanita=self.acak.random() < (0.45 if jenis == "2" else 0.3),
        )
        self.unit[unit][6] = nip

    def _orang(
        self,
        *,
        unit: str,
        jenis: str,
        jabatan: str,
        jenjang: str,
        eselon: str,
        golongan: str,
        status: str,
        usia: tuple[int, int],
        wanita: bool,
    ) -> str:
        lahir = self._tanggal(self.tahun - self.acak.randint(*usia))
        mulai = self._mulai(status, lahir)
        nip = self._nip(lahir, mulai, wanita, status)
        nama = self._nama_baru(wanita)
        tmt_jabatan = max(mulai, dt.date(self.acak.randint(self.tahun - 6, self.tahun - 2), 1, 1))
        self.hasil.daftar_orang.append(
            [
                nip, nama, "", self._gelar(jabatan), f"{lahir:%d-%m-%Y}", "F" if wanita else "M",
                status, golongan, jenis, jabatan, jenjang, eselon, f"{tmt_jabatan:%d-%m-%Y}", unit,
                "Aktif", f"{mulai:%d-%m-%Y}",
                "D-III" if golongan in {"II/c", "II/d", "V", "VII"} else "S-1",
                f"{nama.lower().replace(' ', '.')}.{nip[-3:]}@contoh.invalid",
            ]
        )  # fmt: skip
        return nip

    def _tanggal(self, tahun: int) -> dt.date:
        return dt.date(tahun, 1, 1) + dt.timedelta(days=self.acak.randrange(365))

    def _mulai(self, status: str, lahir: dt.date) -> dt.date:
        if status == "CPNS":
            return dt.date(self.tahun - 1, self.acak.choice((4, 6)), 1)
        if status == "PPPK Paruh Waktu":
            return dt.date(self.tahun - 1, 10, 1)
        if status == "PPPK":
            return dt.date(self.acak.randint(self.tahun - 4, self.tahun - 2), 3, 1)
        tahun = min(max(lahir.year + self.acak.randint(23, 27), 1990), self.tahun - 3)
        return dt.date(tahun, self.acak.choice((1, 3, 12)), 1)

    def _nip(self, lahir: dt.date, mulai: dt.date, wanita: bool, status: str) -> str:
        tengah = f"{mulai:%Y%m}"
        if status == "PPPK":
            tengah = f"{mulai.year}21"
        elif status == "PPPK Paruh Waktu":
            tengah = f"{mulai.year}24"
        awal = f"{lahir:%Y%m%d}{tengah}{2 if wanita else 1}"
        self.nomor[awal] = self.nomor.get(awal, SERI) + 1
        return f"{awal}{self.nomor[awal]:03d}"

    def _nama_baru(self, wanita: bool) -> str:
        depan = bahan.WANITA if wanita else bahan.PRIA
        while True:
            nama = f"{self.acak.choice(depan)} {self.acak.choice(bahan.MARGA)}"
            if nama not in self.nama:
                self.nama.add(nama)
                return nama
            tengah = self.acak.choice(depan)
            nama = f"{nama.split()[0]} {tengah} {nama.split()[1]}"
            if tengah not in nama.split()[0] and nama not in self.nama:
                self.nama.add(nama)
                return nama

    def _gelar(self, jabatan: str) -> str:
        if jabatan.startswith("Guru") or "Negeri" in jabatan:
            return "S.Pd."
        if jabatan.startswith("Perawat"):
            return "S.Kep., Ns."
        if jabatan.startswith("Bidan"):
            return "A.Md.Keb."
        return self.acak.choice(("", "S.Sos.", "S.E.", "S.IP.", "A.Md.", ""))


def csv_orang(daftar: Iterable[list[str]]) -> bytes:
    """A personnel sheet of these rows."""
    return _csv(JUDUL_ORANG, daftar)


def _csv(judul: Iterable[str], daftar: Iterable[list[str]]) -> bytes:
    keluar = io.StringIO()
    penulis = csv.writer(keluar)
    penulis.writerow(judul)
    penulis.writerows(daftar)
    return keluar.getvalue().encode()
