"""Tables of angka kredit: the past of a JF, conversions, the ledger, PAK, facts, mass issues."""

from tera.angka_kredit.models.fakta import FaktaJF, JenisFakta, TingkatIjazah
from tera.angka_kredit.models.konversi import BulanKonversi, JenisMasa, KonversiPredikat
from tera.angka_kredit.models.masa import BarisAngkaKredit, CaraMasuk, MasaJenjang, PilihanJenjang
from tera.angka_kredit.models.penetapan import PenerbitanMassal, PenetapanAngkaKredit

__all__ = [
    "BarisAngkaKredit",
    "BulanKonversi",
    "CaraMasuk",
    "FaktaJF",
    "JenisFakta",
    "JenisMasa",
    "KonversiPredikat",
    "MasaJenjang",
    "PenerbitanMassal",
    "PenetapanAngkaKredit",
    "PilihanJenjang",
    "TingkatIjazah",
]
