"""A service's refusal always shows: at its field, else above the form."""

from django import forms

from tera.antarmuka.isian import IsianForm
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError


class Formulir(IsianForm):
    teks = forms.CharField(required=False)


def _terikat() -> Formulir:
    form = Formulir({"teks": "isi"})
    assert form.is_valid()
    return form


def test_penolakan_bidang_menempel_pada_bidangnya() -> None:
    form = _terikat()
    form.tempel(MasukanSalahError("Salah.", per_bidang={"teks": ["Satu.", "Dua."]}))
    assert form.errors == {"teks": ["Satu.", "Dua."]}


def test_penolakan_bidang_asing_tampil_di_atas_formulir() -> None:
    form = _terikat()
    form.tempel(MasukanSalahError("Salah.", per_bidang={"lain": ["Tiga."]}))
    assert form.errors == {"__all__": ["Tiga."]}


def test_penolakan_tanpa_bidang_tidak_pernah_hilang() -> None:
    for galat in (MasukanSalahError("Berkas terlalu besar."), StatusTidakSesuaiError("Sudah.")):
        form = _terikat()
        form.tempel(galat)
        assert form.errors == {"__all__": [galat.pesan]}


def test_bidang_kosong_ditolak_dengan_apa_yang_harus_dibuat() -> None:
    class Wajib(IsianForm):
        teks = forms.CharField()

    # "Bidang" is what Django says of a field, and what agencies call a division.
    assert Wajib({"teks": ""}).errors == {"teks": ["Wajib diisi."]}
