"""How spreadsheets spell the words of the law: status, sex, kinds of jabatan, golongan."""

from functools import lru_cache

from tera.organisasi.models import StatusPegawai
from tera.regulasi.galat import RegulasiError
from tera.regulasi.golongan import baca_golongan
from tera.regulasi.jabatan import baca_eselon, baca_jenjang, baca_kedudukan_hukum, jenis_jabatan

STATUS = {
    "pns": StatusPegawai.PNS,
    "cpns": StatusPegawai.CPNS,
    "pppk": StatusPegawai.PPPK,
    "p3k": StatusPegawai.PPPK,
    "pppkparuhwaktu": StatusPegawai.PPPK_PARUH_WAKTU,
    "p3kparuhwaktu": StatusPegawai.PPPK_PARUH_WAKTU,
    "paruhwaktu": StatusPegawai.PPPK_PARUH_WAKTU,
}
KELAMIN = {
    "m": "laki_laki",
    "l": "laki_laki",
    "1": "laki_laki",
    "pria": "laki_laki",
    "laki-laki": "laki_laki",
    "laki laki": "laki_laki",
    "lakilaki": "laki_laki",
    "f": "perempuan",
    "p": "perempuan",
    "2": "perempuan",
    "wanita": "perempuan",
    "perempuan": "perempuan",
}
JENIS = {
    "struktural": "1",
    "jabatan struktural": "1",
    "jabatan pimpinan tinggi": "1",
    "fungsional": "2",
    "jabatan fungsional": "2",
    "jabatan fungsional tertentu": "2",
    "rangkap": "3",
    "pelaksana": "4",
    "jabatan pelaksana": "4",
    "jabatan fungsional umum": "4",
    "fungsional umum": "4",
}


@lru_cache(maxsize=256)
def kode_golongan(isi: str) -> tuple[str, str]:
    # SIASN writes "Penata (III/c)" in some exports: the code in brackets is what counts.
    inti = isi[isi.rfind("(") + 1 : -1] if isi.endswith(")") else isi
    try:
        return baca_golongan(inti).kode, ""
    except RegulasiError as galat:
        return "", str(galat)


@lru_cache(maxsize=256)
def kata_jenis_jabatan(kode: str, eselon: str) -> tuple[str, str]:
    try:
        return jenis_jabatan(kode, eselon).value, ""
    except RegulasiError as galat:
        return "", str(galat)


@lru_cache(maxsize=256)
def kata_jenjang(isi: str) -> str:
    try:
        return baca_jenjang(isi).value if isi else ""
    except RegulasiError:
        return ""


@lru_cache(maxsize=256)
def kata_eselon(isi: str) -> str:
    try:
        eselon = baca_eselon(isi)
    except RegulasiError:
        return ""
    return eselon.eselon if eselon else ""


@lru_cache(maxsize=256)
def kata_kedudukan(isi: str) -> str:
    try:
        return baca_kedudukan_hukum(isi).value
    except RegulasiError:
        return ""
