"""Attacks on a round: who said what must stay hidden from the ratee, the penilai and an admin.

Each test plays one way in: small groups, differencing, late answers, order and keys of rows, time,
traces in audit, receipts, events, idempotency and logs, the source of every page, the files.
"""

import base64
import datetime as dt
import logging
import re
import uuid

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.test import Client

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import StatusTidakSesuaiError
from tera.core.models import JejakAudit, Kejadian, KunciIdempoten, RiwayatStatus, TandaTerima
from tera.core.tanda_terima import sidik_isi
from tera.umpan_balik.models import (
    HasilUmpanBalik,
    JawabanUmpanBalik,
    KunciPasangan,
    Responden,
)
from tera.umpan_balik.selectors import putaran as tanya
from tera.umpan_balik.services import putaran
from tera.umpan_balik.services.putaran_kunci import musnahkan_kunci
from tera.umpan_balik.services.putaran_segel import buka_segel
from umpan_balik import panggung_putaran as pentas

pytestmark = pytest.mark.django_db
RAHASIA = "Kalimat yang hanya ditulis satu orang"


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _rekan(panggung) -> list[Responden]:
    return list(
        panggung.andi.daftar_responden.filter(hubungan="rekan")
        .select_related("pegawai")
        .order_by("id")
    )


def _kirim(klien: Client, responden: Responden, level: int, **lain: str):
    isi = {f"nilai-{kode}": str(level) for kode in pentas.KODE}
    return klien.post(
        f"/umpan-balik/putaran/isi/{responden.pk}/",
        {"kunci_idempoten": str(uuid.uuid4()), **isi, **lain},
    )


def _basis_data(*kecuali: str) -> str:
    """Everything in the database as text, as an admin with a dump would read it."""
    potongan = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label not in kecuali and model._meta.managed:
            potongan.append(serializers.serialize("json", model._default_manager.all()))
    return "\n".join(potongan)


def _saat(hari: dt.date) -> dt.datetime:
    return dt.datetime.combine(hari, dt.time(3), dt.UTC)


def test_while_the_round_runs_a_dump_holds_no_answer_and_no_word(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    responden = _rekan(panggung)[0]
    klien = Client()
    klien.force_login(responden.pegawai.akun)
    with clock.jam_beku(_saat(pentas.MULAI)):
        assert _kirim(klien, responden, 2, teks=RAHASIA).status_code == 302
    isi = _basis_data()
    assert RAHASIA not in isi
    assert "nilai-BP" not in isi
    assert "[2, 2, 2" not in isi
    assert not JawabanUmpanBalik.objects.exists()
    tersegel = KunciPasangan.objects.get().isi_tersegel
    # Whoever has the database only can't open the envelope: the key of the round is wrapped.
    assert panggung.putaran.kunci_tersegel not in tersegel
    assert buka_segel(panggung.putaran, tersegel)["teks"] == RAHASIA


def test_no_trace_of_sending_can_be_tried_against_all_answers(para: Pemeran) -> None:
    """Three levels for seven questions are 2,187 forms: any digest of the form is the form."""
    panggung = pentas.jalankan(para)
    responden = _rekan(panggung)[0]
    klien = Client()
    klien.force_login(responden.pegawai.akun)
    with clock.jam_beku(_saat(pentas.MULAI)):
        assert _kirim(klien, responden, 1).status_code == 302
    assert KunciIdempoten.objects.get().sidik_isi == ""
    jejak = JejakAudit.objects.get(jenis="responden", objek_id=responden.pk)
    assert jejak.sidik_bidang == {}
    tanda = TandaTerima.objects.get(jenis="responden", objek_id=responden.pk)
    # What the receipt covers is that a form was sent, known to everybody who asks it.
    assert tanda.sidik_isi == sidik_isi({"responden": responden.pk})


def test_the_same_receipt_and_audit_row_whatever_was_answered(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = _rekan(panggung)[0]
    sidik = []
    for level in (0, 2):
        pentas.isi(panggung, rekan, level, teks="Baik" * (1 + level))
        sidik.append(TandaTerima.objects.filter(jenis="responden").last().sidik_isi)
    assert sidik[0] == sidik[1]


def test_envelopes_tell_neither_time_nor_length_nor_order(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = _rekan(panggung)
    for nomor, satu in enumerate(rekan):
        pentas.isi(panggung, satu, nomor % 3, teks="x" * 300 * nomor, tetap_kirim=True)
    amplop = list(KunciPasangan.objects.values_list("isi_tersegel", flat=True))
    assert len({len(satu) for satu in amplop}) == 1
    # The first nine bytes of a token are its version and its second.
    assert {base64.urlsafe_b64decode(satu)[:9] for satu in amplop} == {b"\x80" + bytes(8)}
    kolom = {
        kolom.name
        for model in (KunciPasangan, JawabanUmpanBalik, HasilUmpanBalik)
        for kolom in model._meta.get_fields()
    }
    assert not {nama for nama in kolom if nama.endswith(("_at", "_pada")) or nama in {"urut"}}


def test_the_stored_answers_have_no_way_back_to_their_giver(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (2, 1, 0, 2, 1))
    pentas.tutup(panggung)
    relasi = {kolom.related_model for kolom in JawabanUmpanBalik._meta.fields if kolom.is_relation}
    assert Responden not in relasi
    assert all(isinstance(satu.pk, uuid.UUID) for satu in JawabanUmpanBalik.objects.all())
    for satu in Responden.objects.all():
        terlihat = serializers.serialize("json", [satu])
        assert not any(str(j.pk) in terlihat for j in JawabanUmpanBalik.objects.all())
    # With the envelopes gone nothing in the database names an answer's key.
    musnahkan_kunci(aktor=panggung.sistem(), putaran=panggung.putaran, pada=pentas.SESUDAH)
    isi = _basis_data("umpan_balik.JawabanUmpanBalik")
    assert not any(str(j.pk) in isi for j in JawabanUmpanBalik.objects.all())


def test_rows_on_disk_are_not_in_the_order_of_sending(para: Pemeran) -> None:
    """Over many closes the place of the odd answer must wander: it was always sent first."""
    letak = set()
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (0, 2, 2, 2, 2))
    for _kali in range(12):
        with transaction.atomic():
            pentas.tutup(panggung)
            # No ordering asked: SQLite answers by rowid, PostgreSQL by place on the page.
            baris = [satu.nilai[0] for satu in JawabanUmpanBalik.objects.order_by()]
            letak.add(baris.index(0))
            transaction.set_rollback(True)
    assert len(letak) > 1


def test_withheld_answers_never_leave_their_envelopes(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = _rekan(panggung)
    for satu in rekan[:3]:
        pentas.isi(panggung, satu, 2, teks=RAHASIA, apa_adanya=True)
    pentas.tutup(panggung)
    assert not JawabanUmpanBalik.objects.exists()
    assert RAHASIA not in _basis_data()


def test_hidden_groups_are_named_whether_or_not_anybody_answered(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    bawahan = _rekan(panggung)[4]
    Responden.objects.filter(pk=bawahan.pk).update(hubungan="bawahan")
    hasil = []
    for ikut in (False, True):
        with transaction.atomic():
            for satu in _rekan(panggung):
                pentas.isi(panggung, satu, 1)
            if ikut:
                pentas.isi(panggung, bawahan, 0)
            hasil.append(pentas.tutup(panggung).hasil.isi)
            transaction.set_rollback(True)
    assert hasil[0] == hasil[1]
    assert hasil[0]["tersembunyi"] == ["bawahan"]


def test_a_fifth_answer_that_comes_late_is_not_told_by_a_second_result(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (2, 2, 1, 1))
    pentas.tutup(panggung)
    sebelum = HasilUmpanBalik.objects.get().isi
    with pytest.raises(StatusTidakSesuaiError):
        pentas.isi(panggung, _rekan(panggung)[4], 0)
    assert putaran.tutup_putaran(
        aktor=panggung.sistem(), putaran=panggung.putaran, pada=pentas.SESUDAH
    ) == 0  # fmt: skip
    assert HasilUmpanBalik.objects.get().isi == sebelum


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_unanimous_group_does_not_tell_its_level(para: Pemeran, level: int) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, [level] * 5)
    hasil = pentas.tutup(panggung).hasil
    assert hasil.isi["kelompok"][0]["butir"] == [{"seragam": True}] * 7


def test_four_and_five_answers_of_the_same_mean_look_the_same(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    hasil = []
    for daftar in ((2, 0, 1, 1), (2, 0, 1, 1, 1)):
        with transaction.atomic():
            pentas.isi_semua(panggung, daftar, diri=None)
            hasil.append(pentas.tutup(panggung).hasil.isi)
            transaction.set_rollback(True)
    assert hasil[0] == hasil[1]


def test_a_question_left_open_by_one_isn_t_a_difference(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = _rekan(panggung)
    for nomor, satu in enumerate(rekan):
        nilai = dict.fromkeys(pentas.KODE, nomor % 3)
        pentas.isi(panggung, satu, nilai=nilai | ({"KOM": -1} if nomor == 0 else {}))
    butir = pentas.tutup(panggung).hasil.isi["kelompok"][0]["butir"]
    # Six questions by five colleagues; the seventh, by four of them, would tell the fifth apart.
    assert [satu is None for satu in butir] == [kode == "KOM" for kode in pentas.KODE]


def test_the_pages_of_the_ratee_and_the_penilai_never_tell_who_has_sent(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    halaman = {}
    for orang in (para.andi, para.budi):
        klien = Client()
        klien.force_login(orang.akun)
        halaman[orang.pk] = klien
    alamat = (
        f"/umpan-balik/putaran/orang/{panggung.andi.pk}/",
        f"/umpan-balik/putaran/kelola/{panggung.putaran.pk}/",
    )
    citra = Client()
    citra.force_login(para.citra.akun)

    def lihat() -> list[str]:
        isi = [klien.get(alamat[0]).text for klien in halaman.values()]
        isi.append(citra.get(alamat[1]).text)
        acak = r'name="(csrfmiddlewaretoken|kunci_idempoten)" value="[^"]+"|nonce="[^"]+"'
        return [re.sub(acak, "", satu) for satu in isi]

    sebelum = lihat()
    pentas.isi(panggung, _rekan(panggung)[0], 2, teks="Suka membantu")
    assert lihat() == sebelum


def test_the_result_pages_hold_no_colleague_and_no_key(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    for nomor, satu in enumerate(_rekan(panggung)):
        pentas.isi(panggung, satu, nomor % 3, teks=f"Rajin {'x' * nomor}", apa_adanya=True)
    pentas.tutup(panggung)
    putaran.buka_hasil(
        aktor=panggung.sistem(), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
        pada=pentas.SESUDAH,
    )  # fmt: skip
    for orang in (para.andi, para.budi):
        klien = Client()
        klien.force_login(orang.akun)
        teks = klien.get(f"/umpan-balik/putaran/orang/{panggung.andi.pk}/hasil/").text
        assert "Rajin" in teks
        for satu in panggung.rekan:
            assert satu.nama not in teks
            assert satu.nip not in teks
        for baris in (*JawabanUmpanBalik.objects.all(), *KunciPasangan.objects.all()):
            assert str(baris.pk) not in teks
    assert tanya.orang_berhasil(aktor=para.aktor(para.citra), pada=pentas.SESUDAH).count() == 0


def test_words_are_shuffled_anew_and_carry_no_relation(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    for nomor, satu in enumerate(_rekan(panggung)):
        pentas.isi(panggung, satu, 1, teks=f"Rajin {'x' * nomor}", apa_adanya=True)
    urutan = set()
    for _kali in range(8):
        with transaction.atomic():
            isi = pentas.tutup(panggung).hasil.isi
            urutan.add(tuple(isi["kutipan"]))
            transaction.set_rollback(True)
        assert all(isinstance(satu, str) for satu in isi["kutipan"])
    assert len(urutan) > 1


def test_events_state_rows_and_logs_say_nothing_of_answers(
    para: Pemeran, caplog: pytest.LogCaptureFixture
) -> None:
    panggung = pentas.jalankan(para)
    responden = _rekan(panggung)[0]
    klien = Client()
    klien.force_login(responden.pegawai.akun)
    awal = Kejadian.objects.count(), RiwayatStatus.objects.count()
    with caplog.at_level(logging.DEBUG), clock.jam_beku(_saat(pentas.MULAI)):
        _kirim(klien, responden, 2, teks=RAHASIA)
        _kirim(klien, responden, 7, teks=RAHASIA)
    # Sending isn't an event: nobody can be notified, so no notification tells when.
    assert (Kejadian.objects.count(), RiwayatStatus.objects.count()) == awal
    assert RAHASIA not in caplog.text
    assert "nilai-" not in caplog.text
    pentas.isi_semua(panggung)
    pentas.tutup(panggung)
    for peristiwa in Kejadian.objects.filter(nama__startswith="putaran_umpan_balik"):
        assert set(peristiwa.muatan) <= {"id", "riwayat_id"}


def test_the_reminder_and_home_tell_only_the_respondent(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi(panggung, _rekan(panggung)[0], 1)
    ingat = tanya.perlu_diingatkan(aktor=panggung.sistem(), pada=pentas.MULAI)
    assert ingat
    assert tanya.perlu_diingatkan(aktor=para.aktor(para.citra), pada=pentas.MULAI) == []
    boleh = {"pegawai_id", "putaran_pegawai__putaran_id", "putaran_pegawai__putaran__selesai"}
    assert all(set(satu) == boleh | {"jumlah"} for satu in ingat)
    assert _rekan(panggung)[0].pegawai_id not in {satu["pegawai_id"] for satu in ingat}
    for orang in (para.budi, para.citra, para.andi):
        pertama, kedua = tanya.bagian_tugas(saya=orang.pk, pada=pentas.MULAI)
        for kata, nol, _isi, _batas, _jumlah in pertama.union(kedua, all=True):
            assert kata in {"putaran_isi", "putaran_setujui"}
            assert nol == 0


def test_the_form_of_another_is_a_closed_door_even_for_an_officer(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    responden = _rekan(panggung)[0]
    pentas.isi(panggung, responden, 2, teks="Suka membantu")
    for orang in (para.andi, para.budi, para.citra, para.eka, para.fajar, para.dewi):
        klien = Client()
        klien.force_login(orang.akun)
        assert klien.get(f"/umpan-balik/putaran/isi/{responden.pk}/").status_code == 404


def test_what_is_published_is_all_the_room_keeps_in_clear(para: Pemeran) -> None:
    """The published result holds group words only: no number, no person, no time."""
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (2, 1, 0, 2, 1))
    hasil = pentas.tutup(panggung).hasil
    assert set(hasil.isi) == {"k", "kelompok", "gabungan", "tersembunyi", "kutipan", "tema"}
    for kelompok in hasil.isi["kelompok"]:
        assert set(kelompok) == {"nama", "butir"}
        for butir in kelompok["butir"]:
            assert set(butir) <= {"rata", "seragam", "sebaran"}
            assert (butir["rata"] * 4).is_integer()
