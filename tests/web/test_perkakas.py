"""The small endpoints: drafts, fresh keys, verification, health, home."""

import json
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from pemeran import buat_pemeran
from tera.organisasi.services import segarkan_penilai

pytestmark = pytest.mark.django_db


def klien(pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def test_a_draft_travels_to_the_server_and_back() -> None:
    para = buat_pemeran()
    andi = klien(para.andi)
    alamat = reverse("web:draf", args=["skp-1"])
    isi = {"isi": {"rhk-0-teks": "Terlayaninya warga"}, "versi": 0}
    jawaban = andi.put(alamat, json.dumps(isi), content_type="application/json")
    assert jawaban.json()["versi"] == 1
    assert andi.get(alamat).json()["isi"] == isi["isi"]
    assert klien(para.budi).get(alamat).json()["isi"] is None


@pytest.mark.parametrize("badan", ["", "bukan json", "[]", '{"isi": "teks"}', "[" * 100_000])
def test_a_broken_draft_is_refused_without_a_crash(badan: str) -> None:
    para = buat_pemeran()
    jawaban = klien(para.andi).put(
        reverse("web:draf", args=["x"]), badan, content_type="application/json",
        headers={"Accept": "application/json"},
    )  # fmt: skip
    assert jawaban.status_code == 422
    assert "tetap ada di perangkat" in jawaban.json()["galat"]["pesan"]


def test_a_program_without_session_gets_401_instead_of_a_page() -> None:
    jawaban = Client().get(reverse("web:draf", args=["x"]), headers={"Accept": "application/json"})
    assert jawaban.status_code == 401


def test_a_stale_form_key_is_said_so_that_the_page_can_mend_it() -> None:
    para = buat_pemeran()
    ketat = Client(enforce_csrf_checks=True)
    ketat.force_login(para.andi.akun)
    jawaban = ketat.post(reverse("organisasi:lapor_penilai"), {"kunci_idempoten": uuid.uuid4()})
    assert jawaban.status_code == 403
    assert jawaban["X-Tera-Csrf"] == "basi"
    assert ketat.get(reverse("web:csrf")).json()["masuk"] is True


def test_home_says_who_rates_me_and_what_waits_for_me() -> None:
    para = buat_pemeran()
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=para.periode.mulai)
    halaman = klien(para.andi).get("/").text
    assert "Budi Penilai" in halaman
    assert "Susun SKP" in halaman
    assert reverse("organisasi:lapor_penilai") in halaman


def test_home_costs_a_fixed_number_of_queries(django_assert_max_num_queries) -> None:
    para = buat_pemeran()
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=para.periode.mulai)
    for pegawai in (para.andi, para.budi, para.citra):
        satu = klien(pegawai)
        satu.get("/")
        with django_assert_max_num_queries(12):
            satu.get("/")


def test_every_page_carries_the_strict_policy() -> None:
    kebijakan = Client().get(reverse("web:luring"))["Content-Security-Policy"]
    assert "default-src 'self'" in kebijakan
    assert "unsafe" not in kebijakan
    assert "frame-ancestors 'none'" in kebijakan


def test_the_introduction_has_at_most_six_screens_and_can_be_skipped() -> None:
    para = buat_pemeran()
    for pegawai in (para.andi, para.citra):
        satu = klien(pegawai)
        assert "Mulai perkenalan" in satu.get("/").text
        teks = satu.get(reverse("web:perkenalan")).text
        jumlah = int(teks.split("Perkenalan 1 dari ")[1].split("<")[0])
        assert jumlah <= 6
        assert "?lewati=ya" in teks
        satu.get("/?lewati=ya")
        assert "Mulai perkenalan" not in satu.get("/").text


def test_the_service_worker_is_served_from_the_root() -> None:
    jawaban = Client().get("/sw.js")
    assert jawaban["Content-Type"].startswith("text/javascript")
    assert b"addEventListener" in jawaban.content


def test_home_of_a_leader_without_an_skp_shows_what_he_decides() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    para = buat_pemeran()
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=para.periode.mulai)
    bupati, andi = klien(para.bupati), klien(para.andi)
    bupati.get("/")
    with CaptureQueriesContext(connection) as tangkap:
        halaman = bupati.get("/").text
    assert "Yang Anda tetapkan" in halaman
    assert "SKP pegawai yang Anda nilai" in halaman
    assert "Tahun kerja" not in halaman
    assert "Laporkan ke pengelola" not in halaman
    assert len(tangkap) <= 12, "\n".join(q["sql"][:150] for q in tangkap.captured_queries)
    assert "Tahun kerja" in andi.get("/").text
    assert "Yang Anda tetapkan" not in andi.get("/").text


def test_a_refused_person_keeps_the_navigation_and_the_way_back() -> None:
    para = buat_pemeran()
    andi = klien(para.andi)
    for alamat, status in (("/kelola/", 403), ("/skp/999999/", 404), ("/tidak-ada/", 404)):
        jawaban = andi.get(alamat, headers={"Referer": "http://testserver/bantuan/?a=1"})
        assert jawaban.status_code == status
        assert 'class="navigasi"' in jawaban.text
        assert 'href="/bantuan/?a=1"' in jawaban.text
        luar = andi.get(alamat, headers={"Referer": "https://lain.example/jebakan/"})
        assert "lain.example" not in luar.text
    tamu = Client().get("/tidak-ada/")
    assert tamu.status_code == 404
    assert 'class="navigasi"' not in tamu.text
    assert "Ke halaman masuk" in tamu.text


def test_a_refusal_names_the_pengelola_who_can_help() -> None:
    para = buat_pemeran()
    assert f"pengelola kinerja {para.citra.nama_lengkap}" in klien(para.andi).get("/kelola/").text


def test_a_door_for_forms_opened_by_get_gets_a_page_and_programs_an_empty_answer() -> None:
    para = buat_pemeran()
    andi = klien(para.andi)
    jawaban = andi.get(reverse("web:keluarkan_lain"), headers={"Accept": "text/html"})
    assert jawaban.status_code == 405
    assert jawaban["Allow"] == "POST"
    assert 'class="navigasi"' in jawaban.text
    program = andi.get(reverse("web:keluarkan_lain"), headers={"Accept": "application/json"})
    assert (program.status_code, program.content) == (405, b"")


def test_after_a_session_ended_signing_in_leads_back_to_the_page_of_the_form() -> None:
    tamu = Client()
    jawaban = tamu.post("/skp/1/tetapkan/", headers={"Referer": "http://testserver/skp/1/tinjau/"})
    assert jawaban["Location"].endswith("next=/skp/1/tinjau/")
    assert tamu.post("/skp/1/tetapkan/")["Location"].endswith("next=/")


def test_a_crash_page_asks_nothing_of_what_may_be_broken(rf) -> None:
    from tera.web.views.galat import galat_server

    jawaban = galat_server(rf.get("/"))  # no session, no user, no database
    assert jawaban.status_code == 500
    assert "Ke beranda" in jawaban.content.decode()
