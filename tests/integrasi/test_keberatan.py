"""A decided objection and the exchange: what was entered differs; no file says who objected."""

import io
import json

import pytest
from python_calamine import CalamineWorkbook

from evaluasi import panggung
from evaluasi import panggung_keberatan as stage
from pemeran import buat_pemeran
from tera.core import kejadian
from tera.core.galat import StatusTidakSesuaiError
from tera.core.models import Kejadian, PengirimanKejadian
from tera.dokumen.selectors_evaluasi import rekap_unit
from tera.evaluasi.models import Evaluasi
from tera.integrasi import ekspor, selectors, services
from tera.integrasi.models import CatatanEKinerja
from tera.integrasi.penerima import terima_hasil_diputus

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


def diputus(para, hasil: str, *, sudah: bool = True) -> tuple[Evaluasi, Kejadian]:
    evaluasi = stage.diterima(para)
    if sudah:
        services.nyatakan_tercatat(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    stage.putuskan(para, stage.didengar(para, evaluasi), hasil, "sesuai")
    evaluasi.refresh_from_db()
    return evaluasi, Kejadian.objects.get(nama="evaluasi.putuskan_keberatan")


def test_a_changed_result_that_was_entered_goes_back_to_different_and_is_stated_again() -> None:
    para = buat_pemeran()
    evaluasi, peristiwa = diputus(para, "di_atas")
    terima_hasil_diputus(peristiwa)
    terima_hasil_diputus(peristiwa)
    catatan = CatatanEKinerja.objects.get()
    assert (catatan.status, catatan.rating_hasil_kerja) == ("berbeda", "sesuai")
    citra = para.aktor(para.citra)
    assert selectors.hitungan_tukar(aktor=citra, periode=para.periode).berbeda == 1
    # Said by a person, so a person says it again; a Rekap would answer only to a Rekap.
    services.nyatakan_tercatat(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    catatan.refresh_from_db()
    assert (catatan.status, catatan.rating_hasil_kerja) == ("sudah", "di_atas")
    CatatanEKinerja.objects.update(status="berbeda", sumber="rekap")
    with pytest.raises(StatusTidakSesuaiError):
        services.nyatakan_tercatat(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)


def test_a_kept_result_stays_entered_and_the_event_reaches_this_room() -> None:
    para = buat_pemeran()
    _evaluasi, peristiwa = diputus(para, "sesuai")
    assert kejadian.antar_tertunda() >= 1
    assert PengirimanKejadian.objects.filter(
        kejadian=peristiwa, penerima="integrasi.ekinerja", selesai_at__isnull=False
    ).exists()
    assert CatatanEKinerja.objects.get().status == "sudah"


def test_no_export_and_no_recap_carries_a_trace_of_an_objection() -> None:
    para = buat_pemeran()
    evaluasi, _peristiwa = diputus(para, "di_atas", sudah=False)
    tanpa = Evaluasi.objects.get(pk=evaluasi.pk)
    daftar = [evaluasi]

    def berkas() -> list[object]:
        xlsx = ekspor.rekap_xlsx(unit=para.dinas, periode=para.periode, daftar=daftar)
        sel = CalamineWorkbook.from_filelike(io.BytesIO(xlsx)).get_sheet_by_index(0).to_python()
        siasn = json.dumps(ekspor.rekaman_siasn(periode=para.periode, daftar=daftar), default=str)
        rekap = rekap_unit(unit=para.dinas, periode=para.periode, daftar=daftar)
        return [sel, siasn, rekap]

    ada = berkas()
    for satu in ada:
        teks = str(satu).lower()
        assert "keberatan" not in teks
        assert "diputus" not in teks
        assert "fajar" not in teks
    # The same as of somebody who was given these ratings at once and never objected.
    tanpa.status = "final"
    tanpa.rekaman = {k: v for k, v in tanpa.rekaman.items() if k != "keberatan"}
    daftar[:] = [tanpa]
    assert berkas() == ada
    assert "Final" in str(ada[2])
    # An open one isn't called final.
    tanpa.status = "keberatan"
    assert "Disampaikan" in str(berkas()[2])
