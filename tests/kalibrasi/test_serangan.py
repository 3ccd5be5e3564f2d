"""Attacks on the analysis: no page, file or row shows a rater's strictness to another, an answer of
a round, or more of a person than the band.

The stage is ``panggung_besar``: its values stand out, so every answer of the product is searched.
"""

import copy
import io
import itertools
import re
import subprocess
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from architecture.test_pintu import DAFTAR_PERAN, PINTU, objek_pintu
from kalibrasi import panggung
from kalibrasi.panggung_besar import VEKTOR, Besar, bangun, tambah_jawaban
from stats.organisasi_acak import make
from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi import kata
from tera.kalibrasi.models import Analisis, KeketatanPenilai, PilihanAlasan, SaranPegawai, TandaUnit
from tera.kalibrasi.services.jalan import kerjakan_analisis
from tera.kalibrasi.services.masukan import baca_masukan
from tera.organisasi.models import Pegawai
from tera.stats import engine
from tera.umpan_balik.models import PutaranPegawai, PutaranUmpanBalik
from tera.umpan_balik.services.putaran import butir_bawaan
from tera.umpan_balik.services.putaran_segel import kunci_baru
from umpan_balik import panggung_putaran as pentas

pytestmark = pytest.mark.django_db
ANGKA = re.compile(r"(?<![\w.,-])(?:[357]\d{2}[.,]\d|[357]\d{3})(?![\w])")
JAWABAN = re.compile(r"RAHASIA\d+|" + r"\W{1,9}".join(map(str, VEKTOR)))
#: What only the penilai of a person and, after delivery, the person reads.
PITA = re.compile(r"Bukti lain mendukung|Di perbatasan antara|paling mendukung|kb-pita")


@pytest.fixture
def besar(db: None) -> Besar:
    return bangun()


def baca(jawaban: Any) -> str:
    """Everything an answer carries as text: headers, page, sheets of a workbook, words of a PDF."""
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    return f"{jawaban.headers}\n" + "\n".join(_teks(isi))


def _teks(isi: bytes) -> Iterator[str]:
    if isi.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            for nama in arsip.namelist():
                yield nama
                yield from _teks(arsip.read(nama))
    elif isi.startswith(b"%PDF"):
        keluar = subprocess.run(["pdftotext", "-", "-"], input=isi, capture_output=True)
        yield keluar.stdout.decode(errors="replace")
    else:
        yield isi.decode(errors="replace")


def bocor(teks: str, token: dict[str, int], milik: int | None) -> list[str]:
    """What of the stage a reader finds in a text that isn't the reader's own strictness."""
    angka = {satu for satu in ANGKA.findall(teks) if token.get(satu, milik) != milik}
    return sorted(angka) + JAWABAN.findall(teks)


def masuk(pegawai: Pegawai | None) -> Client:
    klien = Client()
    if pegawai is not None:
        klien.force_login(pegawai.akun)
    return klien


def test_the_stage_carries_what_is_looked_for(besar: Besar) -> None:
    """Else the attacks below would find nothing because there is nothing."""
    berpita = SaranPegawai.objects.filter(alasan=PilihanAlasan.CUKUP)
    assert berpita.count() > 40
    assert TandaUnit.objects.exists()
    kepala = besar.kepala[0]
    teks = masuk(kepala).get(reverse("kalibrasi:saya")).content.decode()
    milik = {satu for satu in ANGKA.findall(teks) if besar.token().get(satu) == kepala.pk}
    assert len(milik) >= 3
    assert bocor(teks, besar.token(), besar.kepala[1].pk)
    assert not bocor(teks, besar.token(), kepala.pk)
    assert JAWABAN.search("RAHASIA7x3")
    assert JAWABAN.search(str(VEKTOR))


def test_no_route_shows_anybody_anothers_strictness_an_answer_or_a_band(besar: Besar) -> None:
    """Every GET door with the objects of the table, by everybody who gets in, and by officers."""
    token, pabrik = besar.token(), objek_pintu()
    kuki: dict[str, tuple[int | None, str]] = {"tamu": (None, "")}
    for peran in [*DAFTAR_PERAN[1:], "kepala", "rekan", "pejabat"]:
        orang = {"kepala": besar.kepala[0], "rekan": besar.staf[0], "pejabat": besar.pejabat}.get(
            peran
        ) or getattr(besar.para, peran)
        kuki[peran] = (orang.pk, masuk(orang).cookies[settings.SESSION_COOKIE_NAME].value)
    dilihat, salah = 0, []
    for argumen, daftar in _pintu().items():
        cache.clear()
        with transaction.atomic():
            para = copy.deepcopy(besar.para) if argumen else besar.para
            isi = {
                kunci: pabrik[nilai](para) if isinstance(nilai, str) and nilai in pabrik else nilai
                for kunci, nilai in argumen
            }
            for pintu in daftar:
                alamat = reverse(pintu["rute"], kwargs=isi)
                for peran in _peran(pintu):
                    pegawai, sesi = kuki[peran]
                    klien = Client()
                    if sesi:
                        klien.cookies[settings.SESSION_COOKIE_NAME] = sesi
                    with transaction.atomic():
                        teks = baca(klien.get(alamat))
                        transaction.set_rollback(True)
                    dilihat += 1
                    temu = bocor(teks, token, pegawai) + PITA.findall(teks)
                    if temu:
                        salah.append(f"{pintu['rute']} oleh {peran}: {temu[:5]}")
            transaction.set_rollback(True)
    assert not salah, "\n".join(salah)
    assert dilihat > 250, dilihat


def _pintu() -> dict[tuple[tuple[str, Any], ...], list[dict[str, Any]]]:
    """One door per route, the one that lets in most, by the objects it needs: made once for all.

    The room's own routes have a test below.
    """
    per_rute: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for satu in PINTU:
        if satu["metode"] == "GET" and not satu["berkas"].startswith(("kalibrasi", *JAUH)):
            per_rute[satu["rute"]].append(satu)
    hasil: defaultdict[tuple[tuple[str, Any], ...], list[dict[str, Any]]] = defaultdict(list)
    for daftar in per_rute.values():
        pintu = max(daftar, key=lambda satu: list(satu["jawaban"].values()).count(200))
        if _peran(pintu):
            hasil[tuple(pintu["argumen"].items())].append(pintu)
    return hasil


#: Floors below the sealed side of a round, so below the analysis too: the import contract keeps
#: their pages from either.
JAUH = ("organisasi", "pelaksanaan", "skp")
#: Where who was rated and answered has pages of the own.
DEKAT = ("akun", "evaluasi", "notifikasi", "umpan_balik", "web")
#: Of each kind of reader one who gets in: of the people, of the officers, of outside.
MACAM = (("budi", "fajar", "andi"), ("eka", "citra"))


def _peran(pintu: dict[str, Any]) -> list[str]:
    boleh = {peran for peran, jawaban in pintu["jawaban"].items() if jawaban == 200}
    hasil = [next((satu for satu in macam if satu in boleh), "") for macam in MACAM]
    if boleh & {"citra", "eka"} and not boleh & {"budi", "andi"}:
        hasil.append("pejabat")
    if not pintu["argumen"]:
        # A penilai with a strictness of the own, and one who was rated and answered.
        hasil = ["kepala", *hasil[1:]]
        if pintu["berkas"].startswith(DEKAT):
            hasil.append("rekan")
    return [satu for satu in hasil if satu] or sorted(boleh)[:1]


def test_the_rooms_own_routes_show_a_band_to_its_penilai_and_no_strictness_but_ones_own(
    besar: Besar,
) -> None:
    token = besar.token()
    satu = SaranPegawai.objects.filter(alasan=PilihanAlasan.CUKUP).order_by("pk")[0]
    orang = Pegawai.objects.get(pk=satu.evaluasi.pegawai_id)
    nomor = besar.staf.index(orang)
    pelaku = {
        "kepala": Pegawai.objects.get(pk=satu.evaluasi.penilai_id),
        "kepala lain": besar.kepala[(nomor // 8 + 1) % 12],
        "yang dinilai": orang,
        "rekan": besar.staf[nomor // 8 * 8 + (nomor + 1) % 8],
        "pejabat": besar.pejabat,
        **{nama: getattr(besar.para, nama) for nama in ("citra", "eka", "fajar", "budi", "dewi")},
    }
    rute = tomllib.loads(
        (Path(__file__).parents[1] / "architecture/doors/kalibrasi.toml").read_text()
    )
    argumen = {
        "kalibrasi_analisis": besar.analisis.pk,
        "kalibrasi_keputusan": besar.analisis.pengaktifan_id,
    }
    alamat = set()
    for pintu in rute["pintu"]:
        if pintu["metode"] != "GET":
            continue
        isi = {
            kunci: argumen.get(nilai, satu.evaluasi_id) for kunci, nilai in pintu["argumen"].items()
        }
        alamat.add(reverse(pintu["rute"], kwargs=isi))
    alamat |= {reverse(nama) for nama in ("web:unduh_data", "web:beranda")}
    alamat.add(reverse("evaluasi:rincian", args=[satu.evaluasi_id]))
    # Whoever answered in the round, after the key of a page was guessed, and after delivery.
    milik_orang = {satu_alamat for satu_alamat in alamat if f"/{satu.evaluasi_id}/" in satu_alamat}
    for status, boleh, dibuka in (
        ("dinilai", {"kepala"}, alamat),
        ("final", {"kepala", "yang dinilai"}, milik_orang),
    ):
        Evaluasi.objects.filter(pk=satu.evaluasi_id).update(status=status)
        for nama, pegawai in pelaku.items():
            klien = masuk(pegawai)
            for satu_alamat in dibuka:
                teks = baca(klien.get(satu_alamat))
                assert not bocor(teks, token, pegawai.pk), f"{satu_alamat} oleh {nama}"
                if nama not in boleh:
                    assert not PITA.search(teks), f"{satu_alamat} oleh {nama}"


def test_what_the_penilai_sees_is_the_band_and_nothing_finer(besar: Besar) -> None:
    """Two people with one band get one page, to the last attribute and coordinate."""
    macam: defaultdict[tuple[Any, ...], set[str]] = defaultdict(set)
    banyak: defaultdict[tuple[Any, ...], int] = defaultdict(int)
    for satu in SaranPegawai.objects.select_related("evaluasi__penilai", "evaluasi__pegawai"):
        teks = masuk(satu.evaluasi.penilai).get(
            reverse("kalibrasi:ringkas", args=[satu.evaluasi_id])
        )
        ketat = KeketatanPenilai.objects.get(penilai=satu.evaluasi.penilai)
        isi = (
            teks.content.decode()
            .replace(kata.sebut_keketatan(ketat), "")
            .replace(f"/evaluasi/{satu.evaluasi_id}/", "/evaluasi/N/")
        )
        tanya = satu.evaluasi.rating_perilaku_kerja == "di_bawah" and 0 in satu.tanya_alasan
        kunci = (satu.alasan, *kata.pita(satu), tanya)
        macam[kunci].add(isi)
        banyak[kunci] += 1
        angka = set(re.findall(r"\d+(?:[.,]\d+)?", re.sub(r'href="[^"]*"', "", isi)))
        assert angka <= {str(10 * n) for n in range(11)} | {"3", "360"}, angka
    assert {len(satu) for satu in macam.values()} == {1}
    assert max(banyak.values()) > 3


def test_a_dump_of_the_database_holds_no_score_and_no_answer(besar: Besar) -> None:
    """All tables but the raters' own: no strictness, no answer; of a person only the band."""
    token = besar.token()
    sengaja = {"kalibrasi.KeketatanPenilai", "umpan_balik.JawabanUmpanBalik"}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and model._meta.label not in sengaja:
            isi = serializers.serialize("json", model._default_manager.all())
            temu = JAWABAN.findall(isi)
            # Keys of rows may be any number: strictness is looked for with its decimal.
            temu += [satu for satu in ANGKA.findall(isi) if satu in token and "," in satu]
            assert not temu, f"{model._meta.label}: {temu[:3]}"
    ringkasan = Analisis.objects.get().ringkasan
    assert _jenis(ringkasan) <= {int, bool, str, type(None)}
    # No list as long as the people or the raters.
    assert max(_panjang(ringkasan)) <= len(ringkasan["kontras"]["perempuan"])
    # The estimates of the same run: no column of a person follows them closer than its band.
    masukan = baca_masukan(
        aktor=Aktor.sistem(besar.para.instansi.pk, "Asia/Jayapura"), analisis=besar.analisis
    )
    taksiran = engine.estimate(
        masukan.rater, masukan.ratee, masukan.relation, masukan.items,
        n_ratee=len(masukan.pegawai), n_rater=masukan.n_rater, unit=masukan.unit,
        seed=besar.analisis.benih,
    )  # fmt: skip
    nilai = dict(zip(masukan.evaluasi, taksiran.person_value[masukan.orang].tolist(), strict=True))
    per_pita = defaultdict(list)
    for satu in SaranPegawai.objects.filter(alasan=PilihanAlasan.CUKUP).order_by("pk"):
        kolom = {
            medan.attname: getattr(satu, medan.attname)
            for medan in satu._meta.concrete_fields
            if medan.attname not in {"id", "evaluasi_id", "analisis_id"}
        }
        assert set(kolom) == {
            "pita_di_bawah", "pita_sesuai", "pita_di_atas", "alasan", "tanya_alasan",
        }  # fmt: skip
        per_pita[kata.pita(satu)].append((satu.pk, nilai[satu.evaluasi_id]))
    # Rows of one band stand in no order of the estimate.
    urut = [
        np.sign(b[1] - a[1]) for daftar in per_pita.values() for a, b in itertools.pairwise(daftar)
    ]
    assert len(urut) > 20
    assert abs(np.mean(urut)) < 0.5


def _jenis(isi: Any) -> set[type]:
    if isinstance(isi, dict):
        return set().union(*(_jenis(satu) for satu in isi.values()))
    if isinstance(isi, list):
        return set().union(*(_jenis(satu) for satu in isi))
    return {type(isi)}


def _panjang(isi: Any) -> Iterator[int]:
    yield len(isi) if isinstance(isi, dict) and "kontras" not in isi else 0
    for satu in isi.values() if isinstance(isi, dict) else isi if isinstance(isi, list) else ():
        yield from _panjang(satu)


def test_logs_of_a_run_and_of_a_failed_run_name_nobody(
    besar: Besar, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level("DEBUG")
    ulang = panggung.jalankan(besar.para)
    assert ulang.status == "selesai"
    monkeypatch.setattr(
        "tera.kalibrasi.services.jalan.hitung",
        lambda **isi: 1 / 0 if isi["masukan"].items.size else None,
    )
    with pytest.raises(ZeroDivisionError):
        panggung.jalankan(besar.para)
    gagal = Analisis.objects.latest("pk")
    assert (gagal.status, gagal.ringkasan, gagal.sidik_masukan) == ("gagal", {}, "")
    teks = caplog.text
    assert not JAWABAN.search(teks)
    assert "array(" not in teks
    assert not [satu for satu in besar.staf if satu.nama in teks]


def test_a_second_round_that_adds_few_changes_nothing_of_anybody(besar: Besar) -> None:
    """Before and after: a late respondent, or a round of the same people, must not show."""
    sistem = Aktor.sistem(besar.para.instansi.pk, "Asia/Jayapura")
    sebelum = baca_masukan(aktor=sistem, analisis=besar.analisis)
    org = make(units=12, size=8, seed=3, peers=5)
    lama = np.flatnonzero((org.ratee == 0) & (org.relation != 0))
    # The same six about one person, turned around, and one who answered nobody before.
    baru = copy.deepcopy(org)
    baru.items[lama] = 2 - baru.items[lama]
    baru.rater[lama[0]] = 95
    putaran = PutaranUmpanBalik.objects.create(
        instansi=besar.para.instansi, periode=besar.para.periode, unit=besar.para.dinas,
        nama="Putaran kedua", butir=butir_bawaan(pentas.MULAI), k=4, mulai=pentas.MULAI,
        selesai=pentas.SELESAI, kunci_tersegel=kunci_baru(), nama_aktor="uji",
        dibuat_at=panggung.SAAT,
    )  # fmt: skip
    orang = besar.staf[0]
    peserta = PutaranPegawai.objects.create(
        instansi=besar.para.instansi, putaran=putaran, pegawai=orang,
        penugasan=besar.para.penugasan(orang), unit=besar.para.penugasan(orang).unit,
        status="ditutup",
    )  # fmt: skip
    tambah_jawaban(putaran, [peserta], baru, besar.staf, lama)
    sesudah = baca_masukan(aktor=sistem, analisis=besar.analisis)
    assert sesudah.putaran == sebelum.putaran + 1
    assert np.array_equal(sesudah.items, sebelum.items)
    assert np.array_equal(sesudah.rater, sebelum.rater)
    # Four who are new: they enter together.
    peserta.daftar_responden.all().delete()
    baru.rater[lama[:4]] = [92, 93, 94, 95]
    tambah_jawaban(putaran, [peserta], baru, besar.staf, lama[:4])
    sesudah = baca_masukan(aktor=sistem, analisis=besar.analisis)
    assert sesudah.rater.size == sebelum.rater.size + 4


def test_another_standard_leaves_no_second_band_and_small_numbers_are_not_listed(
    besar: Besar,
) -> None:
    from evaluasi.panggung import kebijakan

    kebijakan(besar.para, "kalibrasi.standar_di_bawah", 30)
    lama = besar.analisis
    baru = panggung.jalankan(besar.para)
    assert baru.standar != lama.standar
    assert set(SaranPegawai.objects.values_list("analisis_id", flat=True)) == {baru.pk}
    eka = masuk(besar.para.eka)
    for satu in (lama, baru):
        for nama in ("kalibrasi:analisis", "kalibrasi:putusan"):
            teks = eka.get(reverse(nama, args=[satu.pk])).content.decode()
            assert not re.search(r"Staf \d|Kepala Bidang", teks.split("<main")[1])
    # A unit of fewer than k evaluations isn't named, and none of its decisions is listed.
    kecil = besar.staf[0]
    unit = besar.para.penugasan(kecil).unit
    Evaluasi.objects.filter(unit=unit).exclude(pegawai=kecil).update(unit=besar.para.bidang)
    Evaluasi.objects.filter(pegawai=kecil).update(rating_perilaku_kerja="di_bawah")
    baru = panggung.jalankan(besar.para)
    SaranPegawai.objects.filter(evaluasi__pegawai=kecil).update(
        alasan="cukup", pita_di_bawah=0, pita_sesuai=5, pita_di_atas=4, tanya_alasan=[0]
    )
    assert not TandaUnit.objects.filter(analisis=baru, unit=unit, arah__startswith="lebih").exists()
    catatan = eka.get(reverse("kalibrasi:putusan", args=[baru.pk])).content.decode()
    assert "Unit kecil" in catatan
    assert unit.nama not in catatan.split("<main")[1].replace("Bidang 1", "").replace(
        "Bidang 10", ""
    )


def test_digests_are_no_oracle(besar: Besar, settings: Any) -> None:
    """Whoever knows every array but one answer can't try that one until the digest fits."""
    sistem = Aktor.sistem(besar.para.instansi.pk, "Asia/Jayapura")
    masukan = baca_masukan(aktor=sistem, analisis=besar.analisis)
    assert masukan.sidik() == besar.analisis.sidik_masukan
    settings.TERA_KUNCI_FAKTOR = "x" * 64
    assert masukan.sidik() != besar.analisis.sidik_masukan


def test_a_run_delivered_twice_leaves_one_outcome(besar: Besar) -> None:
    sebelum = SaranPegawai.objects.count()
    kerjakan_analisis(besar.analisis.pk)
    assert SaranPegawai.objects.count() == sebelum
