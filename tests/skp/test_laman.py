"""The pages through HTTP, without JavaScript: from an empty list to a set plan."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from pemeran import Pemeran
from skp.alat import diajukan, ditetapkan, draf, draf_isi, simpan, teks_rhk
from tera.core import clock
from tera.core.models import TandaTerima
from tera.organisasi.models import AksesPetugas, Pegawai
from tera.organisasi.permissions import peran_terhadap
from tera.skp import services
from tera.skp.isi import IsiRHK, IsiSKP
from tera.skp.models import SKP, CatatanDialog, SelMatriks, VersiRubrik
from tera.skp.selectors.terlihat import peran_tercatat, skp_terlihat

SAAT = dt.datetime(2026, 1, 12, 2, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(SAAT):
        yield


def masuk(pegawai: Pegawai) -> Client:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    return klien


def kunci() -> dict[str, str]:
    return {"kunci_idempoten": str(uuid.uuid4())}


def medan(html: str) -> dict[str, str]:
    """The fields of the editor as a browser would send them (inputs, textareas, selects)."""
    form = html[html.index('id="susun"') :]
    form = form[: form.index("</form>")]
    form = re.sub(r"<template.*?</template>", "", form, flags=re.S)
    hasil: dict[str, str] = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        nama = re.search(r'name="([^"]+)"', tag)
        nilai = re.search(r'value="([^"]*)"', tag)
        if nama and ("checkbox" not in tag or "checked" in tag):
            hasil[nama[1]] = nilai[1] if nilai else "on" if "checkbox" in tag else ""
    for nama_, isi in re.findall(
        r'<textarea\b[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S
    ):
        hasil[nama_] = isi.strip("\r\n")
    for nama_, isi in re.findall(r'<select\b[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        pilih = re.search(r'<option value="([^"]*)" selected', isi)
        hasil[nama_] = pilih[1] if pilih else ""
    return hasil


def test_a_pegawai_makes_fills_and_sends_a_plan_and_the_rater_sets_it(para: Pemeran) -> None:
    andi, budi = masuk(para.andi), masuk(para.budi)
    assert "Belum ada SKP" in andi.get(reverse("skp:daftar")).content.decode()
    laman = andi.get(reverse("skp:buat")).content.decode()
    assert "Budi Penilai" in laman
    jawab = andi.post(
        reverse("skp:buat"),
        {
            "penugasan": para.penugasan(para.andi).pk,
            "tahun": 2026,
            "pendekatan": "kuantitatif",
            "salin_dari": "",
        }
        | kunci(),
    )
    skp = SKP.objects.get()
    assert jawab["Location"] == reverse("skp:sunting", args=[skp.pk])
    data = medan(andi.get(jawab["Location"]).content.decode())
    data |= {
        "utama-0-teks": "Tersedianya data kependudukan yang mutakhir",
        "utama-0-indikator-0-teks": "Jumlah berkas yang selesai",
        "utama-0-indikator-0-target": "100 berkas",
        "perilaku-BP": "Menjawab warga pada hari yang sama",
        "lampiran-konsekuensi": "Bimbingan\nPelatihan",
        "aksi": "ajukan",
    }
    jawab = andi.post(reverse("skp:sunting", args=[skp.pk]), data)
    assert jawab.status_code == 302, jawab.content.decode()
    skp.refresh_from_db()
    assert skp.status == "diajukan"
    assert skp.daftar_lampiran.count() == 2
    rincian = andi.get(jawab["Location"]).content.decode()
    assert TandaTerima.objects.get(objek_id=skp.pk).nomor in rincian
    antrean = budi.get(reverse("skp:antrean")).content.decode()
    assert "Belum dibaca" in antrean
    tinjau = budi.get(reverse("skp:tinjau", args=[skp.pk])).content.decode()
    assert "Menjawab warga pada hari yang sama" in tinjau
    assert "Dibaca" in budi.get(reverse("skp:antrean")).content.decode()
    jawab = budi.post(reverse("skp:tetapkan_banyak"), {"skp": [skp.pk]} | kunci())
    assert jawab.status_code == 302
    skp.refresh_from_db()
    assert skp.status == "ditetapkan"


def test_the_row_buttons_work_without_script(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    andi = masuk(para.andi)
    alamat = reverse("skp:sunting", args=[skp.pk])
    data = medan(andi.get(alamat).content.decode())
    jawab = andi.post(alamat, data | {"tambah_baris": "utama"})
    assert jawab["Location"] == f"{alamat}#utama-1"
    dua = medan(andi.get(alamat).content.decode())
    assert dua["utama-TOTAL_FORMS"] == "2"
    assert dua["utama-1-indikator-TOTAL_FORMS"] == "3"
    dua |= {"utama-1-teks": "Hasil kedua"}
    jawab = andi.post(alamat, dua | {"tambah_baris": "utama-1-indikator"})
    assert medan(jawab.content.decode())["utama-1-indikator-TOTAL_FORMS"] == "4"
    jawab = andi.post(alamat, dua | {"naik_baris": "utama-1"})
    assert jawab.status_code == 302
    assert teks_rhk(skp) == ["Hasil kedua", "Tersedianya data kependudukan yang mutakhir"]
    data = medan(andi.get(alamat).content.decode())
    hapus = medan(andi.post(alamat, data | {"hapus_baris": "utama-0"}).content.decode())
    assert len(teks_rhk(skp)) == 2
    andi.post(alamat, hapus | {"aksi": "simpan"} | kunci())
    assert teks_rhk(skp) == ["Tersedianya data kependudukan yang mutakhir"]


def test_an_added_rhk_that_stays_empty_is_dropped_when_the_form_is_sent(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    andi = masuk(para.andi)
    alamat = reverse("skp:sunting", args=[skp.pk])
    data = medan(andi.get(alamat).content.decode())
    andi.post(alamat, data | {"tambah_baris": "tambahan"})
    assert teks_rhk(skp) == ["Tersedianya data kependudukan yang mutakhir", ""]
    data = medan(andi.get(alamat).content.decode())
    assert andi.post(alamat, data | {"aksi": "ajukan"}).status_code == 302
    assert teks_rhk(skp) == ["Tersedianya data kependudukan yang mutakhir"]


def test_an_older_form_gets_409_and_keeps_what_was_typed(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    andi = masuk(para.andi)
    alamat = reverse("skp:sunting", args=[skp.pk])
    data = medan(andi.get(alamat).content.decode())
    simpan(para, skp, IsiSKP(daftar_rhk=(IsiRHK(teks="Dari perangkat lain"),)))
    jawab = andi.post(alamat, data | {"utama-0-teks": "Yang saya ketik", "aksi": "simpan"})
    isi = jawab.content.decode()
    assert jawab.status_code == 409
    assert "disimpan Andi Pegawai" in isi
    assert "Yang saya ketik" in isi
    assert teks_rhk(skp) == ["Dari perangkat lain"]


def test_sending_an_incomplete_plan_saves_it_and_says_what_is_missing(para: Pemeran) -> None:
    skp = draf(para, para.andi)
    andi = masuk(para.andi)
    alamat = reverse("skp:sunting", args=[skp.pk])
    data = medan(andi.get(alamat).content.decode())
    jawab = andi.post(alamat, data | {"utama-0-teks": "Baru teksnya", "aksi": "ajukan"})
    assert jawab.status_code == 422
    assert "belum punya indikator" in jawab.content.decode()
    assert teks_rhk(skp) == ["Baru teksnya"]
    lagi = medan(jawab.content.decode())
    lagi |= {"utama-0-indikator-0-teks": "Jumlah", "utama-0-indikator-0-target": "9"}
    lagi |= {"utama-0-indikator-0-aspek": "kuantitas"}
    assert andi.post(alamat, lagi | {"aksi": "ajukan"}).status_code == 302


def test_the_same_sending_twice_has_one_effect_and_one_receipt(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    andi = masuk(para.andi)
    sama = kunci()
    satu = andi.post(reverse("skp:ajukan", args=[skp.pk]), sama)
    dua = andi.post(reverse("skp:ajukan", args=[skp.pk]), sama)
    assert (satu.status_code, dua.status_code) == (302, 302)
    assert dua["X-Tera-Kiriman"] == "ulang"
    assert TandaTerima.objects.filter(objek_id=skp.pk).count() == 1


def test_a_stranger_sees_404_and_a_superior_may_read(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    for nama, harap in {
        "andi": 200, "budi": 200, "fajar": 200, "citra": 404, "eka": 404, "dewi": 404
    }.items():  # fmt: skip
        klien = masuk(getattr(para, nama))
        for rute in ("rincian", "riwayat", "tinjau", "matriks"):
            assert klien.get(reverse(f"skp:{rute}", args=[skp.pk])).status_code == harap


@pytest.mark.parametrize("siapa", ["citra", "eka"])
def test_an_officer_opens_a_plan_only_in_mode_petugas_and_the_person_sees_it(
    para: Pemeran, siapa: str
) -> None:
    skp = ditetapkan(para, para.andi)
    petugas = masuk(getattr(para, siapa))
    alamat = reverse("skp:rincian", args=[skp.pk])
    assert petugas.get(alamat).status_code == 404
    assert petugas.post(
        reverse("web:petugas_mulai"),
        {"alasan": "Pemeriksaan berkas SKP atas permintaan tertulis", "menit": 30} | kunci(),
    ).status_code == 302  # fmt: skip
    assert petugas.get(alamat).status_code == 200
    baris = AksesPetugas.objects.get(jalur=alamat)
    assert baris.pegawai_id == para.andi.pk
    assert "Pemeriksaan berkas SKP" in masuk(para.andi).get(reverse("web:akses")).text


def test_the_return_note_reaches_the_pegawai_and_an_empty_one_is_refused(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    budi = masuk(para.budi)
    alamat = reverse("skp:kembalikan", args=[skp.pk])
    assert budi.post(alamat, {"catatan": " "} | kunci()).status_code == 422
    assert budi.post(alamat, {"catatan": "Naikkan target"} | kunci()).status_code == 302
    assert "Naikkan target" in masuk(para.andi).get(
        reverse("skp:rincian", args=[skp.pk])
    ).content.decode()  # fmt: skip


def test_paste_copy_and_cancel_through_their_pages(para: Pemeran) -> None:
    skp = draf(para, para.andi)
    andi = masuk(para.andi)
    jawab = andi.post(
        reverse("skp:tempel", args=[skp.pk]),
        {"revisi": 0, "jenis": "utama", "teks": "Data mutakhir\tKuantitas\tJumlah\t10"} | kunci(),
    )
    assert jawab.status_code == 302
    assert teks_rhk(skp) == ["Data mutakhir"]
    assert andi.get(reverse("skp:salin", args=[skp.pk])).status_code == 200
    assert andi.post(reverse("skp:batalkan", args=[skp.pk]), kunci()).status_code == 302
    assert SKP.objects.get(pk=skp.pk).status == "dibatalkan"


def test_a_new_version_is_compared_with_the_old_one(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    andi = masuk(para.andi)
    alamat = reverse("skp:versi_baru", args=[skp.pk])
    assert andi.post(alamat, {"alasan": ""} | kunci()).status_code == 422
    jawab = andi.post(alamat, {"alasan": "Target naik"} | kunci())
    baru = SKP.objects.get(versi=2)
    assert jawab["Location"] == reverse("skp:sunting", args=[baru.pk])
    data = medan(andi.get(jawab["Location"]).content.decode())
    data |= {"utama-0-indikator-0-target": "150 berkas", "aksi": "simpan"}
    andi.post(jawab["Location"], data)
    banding = andi.get(reverse("skp:banding", args=[baru.pk, skp.pk])).content.decode()
    assert "150 berkas" in banding
    assert "100 berkas" in banding


def test_a_dialogue_note_is_written_and_read_by_both(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    masuk(para.budi).post(
        reverse("skp:catat", args=[skp.pk]), {"teks": "Fokus pada mutu data"} | kunci()
    )
    assert CatatanDialog.objects.get().penulis == para.budi
    laman = masuk(para.andi).get(reverse("skp:riwayat", args=[skp.pk])).content.decode()
    assert "Fokus pada mutu data" in laman


def test_the_leader_fills_a_column_and_the_draft_receives_the_row(para: Pemeran) -> None:
    atas = ditetapkan(para, para.budi)
    rhk = atas.daftar_rhk.get()
    budi = masuk(para.budi)
    assert budi.get(reverse("skp:matriks_saya"))["Location"] == reverse(
        "skp:matriks", args=[atas.pk]
    )
    jawab = budi.post(
        reverse("skp:kolom", args=[atas.pk, rhk.pk]),
        {f"sel-{para.andi.pk}-teks": "Data warga lengkap"} | kunci(),
    )
    assert jawab.status_code == 302
    assert SelMatriks.objects.get().rhk_kunci is None
    laman = budi.get(reverse("skp:matriks", args=[atas.pk])).content.decode()
    assert "Menunggu draf" in laman
    skp = draf(para, para.andi)
    assert teks_rhk(skp) == ["Data warga lengkap"]
    assert budi.get(reverse("skp:kolom", args=[atas.pk, rhk.pk])).status_code == 200


def test_the_unit_overview_counts_and_lists_and_the_rubrik_gets_a_version(para: Pemeran) -> None:
    ditetapkan(para, para.andi)
    citra = masuk(para.citra)
    laman = citra.get(reverse("skp:unit")).content.decode()
    assert "Dinas Kependudukan" in laman
    assert "Fajar Kepala" in laman
    assert citra.get(
        reverse("skp:unit_satu", args=[para.bidang.pk]), {"status": "ditetapkan"}
    ).content.decode().count("Andi Pegawai")  # fmt: skip
    assert masuk(para.andi).get(reverse("skp:unit")).status_code == 403
    assert masuk(para.andi).get(reverse("skp:rubrik")).status_code == 200
    assert masuk(para.andi).get(reverse("skp:rubrik_baru")).status_code == 403
    form = citra.get(reverse("skp:rubrik_baru")).context["form"]
    data = {nama: field.initial for nama, field in form.fields.items() if field.initial}
    data |= {"versi": "2026.1", "sejak": "2026-02-01", "dasar": "Keputusan Uji 1"}
    assert citra.post(reverse("skp:rubrik_baru"), data | kunci()).status_code == 302
    assert VersiRubrik.objects.get().versi == "2026.1"


def test_a_closed_year_can_be_read_but_not_worked_on(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    with clock.jam_beku(dt.datetime(2027, 3, 1, tzinfo=dt.UTC)):
        andi = masuk(para.andi)
        assert "sudah ditutup" in andi.get(reverse("skp:rincian", args=[skp.pk])).content.decode()
        jawab = andi.post(reverse("skp:ajukan", args=[skp.pk]), kunci())
        assert jawab.status_code == 409


@pytest.mark.parametrize("pendekatan", ["kuantitatif", "kualitatif"])
@pytest.mark.parametrize("siapa", ["fajar", "andi"])
def test_the_editor_opens_for_both_families_and_approaches(
    para: Pemeran, siapa: str, pendekatan: str
) -> None:
    orang = getattr(para, siapa)
    skp = services.buat_skp(
        aktor=para.aktor(orang),
        penugasan=para.penugasan(orang),
        tahun=2026,
        pendekatan=pendekatan,
        pada=dt.date(2026, 1, 12),
    )
    html = masuk(orang).get(reverse("skp:sunting", args=[skp.pk])).content.decode()
    data = medan(html)
    assert ("utama-0-perspektif" in data) == (siapa == "fajar" and pendekatan == "kuantitatif")
    assert data["utama-0-indikator-TOTAL_FORMS"] == (
        "3" if (siapa, pendekatan) == ("andi", "kuantitatif") else "1"
    )


def test_an_accepted_form_ends_its_draft_once_and_a_reload_does_not(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    andi = masuk(para.andi)
    alamat = reverse("skp:sunting", args=[skp.pk])
    data = medan(andi.get(alamat).content.decode())
    jawab = andi.post(alamat, data | {"aksi": "simpan"}, follow=True)
    tanda = f'<meta name="draf-selesai" content="skp-{skp.pk}">'
    assert tanda in jawab.content.decode()
    assert tanda not in andi.get(alamat).content.decode()


def test_the_parts_read_with_the_plan_are_those_of_the_organisation(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    hari = dt.date(2026, 1, 12)
    for nama in ("andi", "budi", "fajar", "citra", "eka", "dewi", "bupati"):
        aktor = para.aktor(getattr(para, nama))
        resmi = peran_terhadap(aktor=aktor, penugasan=skp.penugasan, pada=hari)
        terlihat = skp_terlihat(aktor=aktor).filter(pk=skp.pk).first()
        tercatat = peran_tercatat(terlihat, aktor) if terlihat else frozenset()
        # Officers play their part, but reach the content only in mode petugas.
        assert tercatat - {"pimpinan"} == resmi - {"auditor", "pengelola"}, nama
        assert bool(terlihat) == (nama not in {"dewi", "citra", "eka"})
