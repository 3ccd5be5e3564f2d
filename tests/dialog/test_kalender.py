"""Calendar files after RFC 5545: folded lines, escaped text, UTC instants."""

import datetime as dt

import pytest

from dialog import panggung
from dialog.klien import masuk
from pemeran import Pemeran
from tera.dialog.kalender import Acara, lipat, tulis_kalender
from tera.dialog.tampilan import acara_pertemuan

ACARA = Acara(
    uid="pertemuan-1-9901@tera",
    judul="Dialog, tentang; hasil\\\nSatu",
    tanggal=dt.date(2026, 11, 20),
    jam_mulai=dt.time(8, 30),
    jam_selesai=dt.time(9, 15),
    zona="Asia/Jayapura",
    dibuat_at=dt.datetime(2026, 11, 1, 1, 2, 3, tzinfo=dt.UTC),
    tempat="Ruang “Cendrawasih”, lantai dua gedung utama Dinas Kependudukan dan Pencatatan Sipil",
    tautan="https://rapat.example/a,b;c",
    urutan=2,
)


def baris(isi: bytes) -> list[str]:
    """The lines of a file, unfolded."""
    return isi.decode().replace("\r\n ", "").split("\r\n")


def test_hours_of_the_zone_become_utc_and_text_is_escaped() -> None:
    isi = baris(tulis_kalender(ACARA))
    assert isi[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "DTSTART:20261119T233000Z" in isi
    assert "DTEND:20261120T001500Z" in isi
    assert "DTSTAMP:20261101T010203Z" in isi
    assert "SEQUENCE:2" in isi
    assert "STATUS:CONFIRMED" in isi
    assert r"SUMMARY:Dialog\, tentang\; hasil\\\nSatu" in isi
    assert "URL:https://rapat.example/a,b;c" in isi
    assert isi[-3:] == ["END:VEVENT", "END:VCALENDAR", ""]


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut() -> None:
    isi = tulis_kalender(ACARA)
    assert b"\n" not in isi.replace(b"\r\n", b"")
    assert max(len(satu) for satu in isi.split(b"\r\n")) <= 75
    panjang = "é" * 200
    assert lipat(panjang).replace("\r\n ", "") == panjang
    assert max(len(satu.encode()) for satu in lipat(panjang).split("\r\n")) <= 75


@pytest.mark.django_db
def test_a_meetings_file_says_who_and_when_and_nothing_of_its_content(para: Pemeran) -> None:
    satu = panggung.pertemuan(para)
    panggung.services.tambah_agenda(
        aktor=para.aktor(para.budi), pertemuan=satu, teks="Beban kerja loket"
    )
    jawaban = masuk(para.andi).get(f"/dialog/pertemuan/{satu.pk}/kalender.ics")
    assert jawaban["Content-Type"] == "text/calendar; charset=utf-8"
    isi = baris(jawaban.content)
    assert "SUMMARY:Dialog kinerja dengan Budi Penilai" in isi
    # Without an end it is shown for an hour.
    assert {"DTSTART:20261120T010000Z", "DTEND:20261120T020000Z"} <= set(isi)
    assert "Beban kerja" not in jawaban.text
    panggung.services.batalkan_pertemuan(
        aktor=para.aktor(para.andi), pertemuan=satu, alasan="Sakit", pada=panggung.PADA
    )
    satu.refresh_from_db()
    batal = baris(tulis_kalender(acara_pertemuan(satu, para.andi.pk)))
    assert {"STATUS:CANCELLED", "SEQUENCE:1"} <= set(batal)
