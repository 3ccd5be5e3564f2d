"""Two imports at once: the second is refused clearly, or waits and then changes nothing."""

import threading
from collections import Counter
from typing import Any

import pytest
from django.db import connections

from organisasi.alat_impor import JUDUL, SEMUA, aktor_sistem, impor_pohon, instansi_uji, xlsx
from organisasi.alat_impor import PADA as HARI
from tera.core import audit
from tera.core.galat import SedangDipakaiError
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.services import impor_pegawai
from tera.organisasi.services.impor.kunci import kunci_impor


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_file_at_once_have_one_effect() -> None:
    instansi = instansi_uji()
    impor_pohon(instansi)
    aktor = aktor_sistem(instansi)
    isi = xlsx([JUDUL, *SEMUA])
    mulai = threading.Barrier(2)
    akibat: list[str] = []

    def jalan() -> None:
        try:
            mulai.wait(timeout=20)
            hasil = impor_pegawai(aktor=aktor, nama_berkas="x.xlsx", isi=isi, pada=HARI)
            akibat.append("tanpa_perubahan" if hasil.tanpa_perubahan else "diimpor")
        except SedangDipakaiError:
            akibat.append("ditolak")
        finally:
            connections.close_all()

    daftar = [threading.Thread(target=jalan) for _ in range(2)]
    for satu in daftar:
        satu.start()
    for satu in daftar:
        satu.join(timeout=60)
    hitung = Counter(akibat)
    assert hitung["diimpor"] == 1
    assert hitung["ditolak"] + hitung["tanpa_perubahan"] == 1
    assert Pegawai.objects.count() == Penugasan.objects.count() == len(SEMUA)
    assert HubunganPenilai.objects.filter(sampai=None).count() == len(SEMUA)
    assert audit.verifikasi().utuh


# On SQLite the second waits out the busy timeout first: the same refusal, only slow.
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_an_import_is_refused_while_another_holds_the_instansi() -> None:
    instansi = instansi_uji()
    impor_pohon(instansi)
    aktor = aktor_sistem(instansi)
    dipegang, lepas = threading.Event(), threading.Event()

    def pegang() -> None:
        try:
            with kunci_impor(instansi.pk):
                dipegang.set()
                lepas.wait(timeout=30)
        finally:
            connections.close_all()

    utas = threading.Thread(target=pegang)
    utas.start()
    assert dipegang.wait(timeout=20)
    opsi: dict[str, Any] = {
        "aktor": aktor,
        "nama_berkas": "x.xlsx",
        "isi": xlsx([JUDUL, *SEMUA]),
        "pada": HARI,
    }
    try:
        with pytest.raises(SedangDipakaiError, match="sedang berjalan"):
            impor_pegawai(**opsi)
    finally:
        lepas.set()
        utas.join(timeout=30)
    assert impor_pegawai(**opsi).diimpor
