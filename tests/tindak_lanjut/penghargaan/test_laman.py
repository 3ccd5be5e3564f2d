"""Pages of reward: what each part sees, what it costs, what the public reads."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import lihat, masuk
from pemeran import Pemeran, buat_pegawai
from tera.core.draf import simpan_draf
from tera.core.models import Draf
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.selectors import susun
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import (
    CalonPenghargaan,
    JenisPenghargaan,
    KoreksiRekam,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.services.penghargaan import calon as layanan_calon
from tindak_lanjut.penghargaan import panggung
from tindak_lanjut.penghargaan.panggung import PADA

R = "tindak_lanjut:penghargaan_"


def kirim(klien: Client, rute: str, *args: object, **isi: object):
    """Send a form as its page would."""
    return klien.post(reverse(rute, args=args), {"kunci_idempoten": str(uuid.uuid4()), **isi})


def test_a_round_from_the_kind_to_the_public_page_through_the_browser(para: Pemeran) -> None:
    panggung.penilai(para)
    gita = panggung.pemutus(para)
    citra, budi, eka = masuk(para.citra), masuk(para.budi), masuk(para.eka)
    isi = {k: v for k, v in panggung.ISI_JENIS.items() if v is not None}
    assert kirim(citra, f"{R}jenis_baru", **isi | {"aturan": "lain"}).status_code == 302
    satu = JenisPenghargaan.objects.get()
    jawaban = kirim(
        citra, f"{R}putaran_baru", jenis=satu.pk, nama="Usul 2026", unit="01",
        tanggal_usul="2026-11-20", usul_sampai="2026-11-30",
    )  # fmt: skip
    putaran = PutaranPenghargaan.objects.get()
    assert jawaban["Location"] == reverse(f"{R}putaran", args=[putaran.pk])
    kirim(budi, f"{R}usulkan", putaran.pk, pegawai=para.andi.pk, alasan="Antrean turun separuh.")
    calon = CalonPenghargaan.objects.get()
    assert "Antrean turun separuh" in lihat(masuk(para.andi), f"{R}calon", calon.pk)
    jawaban = kirim(
        citra, f"{R}tim", putaran.pk, nomor="SK Tim 1", tanggal="2026-11-20", ketua=para.fajar.nip,
        anggota=f"{para.eka.nip}\n{para.citra.nip}",
    )  # fmt: skip
    assert jawaban.status_code == 302
    assert kirim(citra, f"{R}langkah", putaran.pk, "tutup").status_code == 302
    bupati = masuk(para.bupati)
    assert "anggota tim: Andi Pegawai" in lihat(bupati, f"{R}putuskan", putaran.pk)
    jawaban = kirim(
        eka, f"{R}pandangan", calon.pk,
        **{"pandangan-pandangan": "mendukung", "pandangan-alasan": "Terbukti."},
    )  # fmt: skip
    assert jawaban.status_code == 302
    isi = lihat(bupati, f"{R}putuskan", putaran.pk)
    assert "Andi Pegawai" in isi
    assert "anggota tim: Andi" not in isi
    # The committee is for it, but nobody knows yet whether the record is clean: nothing is chosen.
    assert "1 mendukung" in isi
    assert " checked" not in isi
    panggung.rekam(para)
    terpilih = f'value="ya" id="id_putusan_{calon.pk}_0" required checked>'
    assert terpilih in lihat(bupati, f"{R}putuskan", putaran.pk)
    jawaban = kirim(
        bupati, f"{R}putuskan", putaran.pk, nomor="SK 12", tanggal="2026-11-20",
        alasan_tetap="Bermanfaat.", **{f"putusan_{calon.pk}": "ya"},
    )  # fmt: skip
    assert jawaban.status_code == 302, jawaban.text
    assert gita.pegawai_id
    assert kirim(citra, f"{R}langkah", putaran.pk, "umumkan").status_code == 302
    publik = Client().get(reverse(f"{R}publik", args=["9901"]))
    assert publik.status_code == 200
    assert "Andi" not in publik.text
    kirim(
        masuk(para.andi), f"{R}persetujuan", calon.pk,
        **{"setuju-setuju": "ya", "setuju-alasan_publik": "Melayani pulau."},
    )  # fmt: skip
    publik = Client().get(reverse(f"{R}publik", args=["9901"]))
    assert "Andi Pegawai" in publik.text
    assert "Melayani pulau." in publik.text
    assert para.andi.nip not in publik.text
    assert not publik.cookies


def test_the_public_page_is_closed_without_a_public_kind(para: Pemeran) -> None:
    panggung.jenis(para, boleh_publik=False)
    alamat = reverse(f"{R}publik", args=["9901"])
    assert Client().get(alamat).status_code == 404
    panggung.jenis(para, nama="Terbuka", aturan="lain")
    assert Client().get(alamat).status_code == 200


def test_a_declined_name_stays_hidden_inside_too(para: Pemeran) -> None:
    calon = panggung.diumumkan(para)
    assert "Andi Pegawai" in lihat(masuk(para.budi), f"{R}putaran", calon.putaran_id)
    layanan_calon.jawab_persetujuan(
        aktor=para.aktor(para.andi), calon=calon, setuju=False, alasan_publik="", pada=PADA
    )
    assert "Andi Pegawai" not in lihat(masuk(para.budi), f"{R}putaran", calon.putaran_id)


def test_candidates_are_for_officers_the_committee_and_themselves(para: Pemeran) -> None:
    calon = panggung.ditelaah(para)
    assert "Andi Pegawai" in lihat(masuk(para.citra), f"{R}putaran", calon.putaran_id)
    assert "Andi Pegawai" in lihat(masuk(para.fajar), f"{R}putaran", calon.putaran_id)
    assert "Andi Pegawai" not in lihat(masuk(para.budi), f"{R}putaran", calon.putaran_id)
    alamat = reverse(f"{R}calon", args=[calon.pk])
    assert masuk(para.dewi).get(alamat).status_code == 404
    # Who proposed reads the proposal, not the record of discipline nor the views.
    usulan = lihat(masuk(para.budi), f"{R}calon", calon.pk)
    assert "Antrean perekaman" in usulan
    assert "hukuman disiplin" not in usulan.lower()


def test_a_refused_decision_keeps_what_was_typed(para: Pemeran) -> None:
    calon = panggung.dipandang(para)
    panggung.pemutus(para)
    jawaban = kirim(
        masuk(para.bupati), f"{R}putuskan", calon.putaran_id, nomor="SK 77", tanggal="2026-11-20",
        **{f"putusan_{calon.pk}": "tidak"},
    )  # fmt: skip
    assert jawaban.status_code == 422
    assert "SK 77" in jawaban.text
    assert "belum punya putusan dan alasan" in jawaban.text


def _tambah_calon(para: Pemeran, putaran: PutaranPenghargaan, n: int, awal: int = 0) -> None:
    for urut in range(awal, awal + n):
        satu: Pegawai = buat_pegawai(
            para.bidang, f"Calon {urut}", f"19900303201501{urut:04}", "pelaksana", "Pengolah"
        )
        CalonPenghargaan.objects.create(
            instansi=para.instansi, putaran=putaran, pegawai=satu,
            penugasan=para.penugasan(satu), sumber="dihitung",
        )  # fmt: skip


def _biaya(klien: Client, alamat: str) -> int:
    klien.get(alamat)
    with CaptureQueriesContext(connection) as hitung:
        assert klien.get(alamat).status_code == 200
    return len(hitung)


def test_a_round_costs_the_same_with_one_candidate_and_with_twenty(para: Pemeran) -> None:
    satu = panggung.putaran(para, aturan="unit_terbaik", predikat_minimal="baik", capaian_minimal=1)
    panggung.tim(para, satu)
    _tambah_calon(para, satu, 1)
    citra = masuk(para.citra)
    alamat = reverse(f"{R}putaran", args=[satu.pk])
    awal = _biaya(citra, alamat)
    _tambah_calon(para, satu, 20, awal=1)
    assert _biaya(citra, alamat) == awal
    assert awal <= 12


@pytest.mark.parametrize("nama", ["saya", "jenis", "rekam_saya", "aturan", "tunjangan_saya"])
def test_everybody_opens_the_pages_of_everybody(para: Pemeran, nama: str) -> None:
    for orang in (para.andi, para.budi, para.citra, para.eka, para.dewi):
        assert lihat(masuk(orang), f"{R}{nama}")


def test_what_is_typed_about_discipline_waits_on_the_server_until_it_is_accepted(
    para: Pemeran,
) -> None:
    citra = masuk(para.citra)
    halaman = lihat(citra, f"{R}rekam_baru")
    assert 'data-draf-url="/draf/rekam-disiplin/" data-perangkat-bersama' in halaman
    assert 'data-draf="aturan-tunjangan"' in lihat(citra, f"{R}aturan_baru")
    simpan_draf(
        pengguna_id=para.citra.akun_id or 0, kunci="rekam-disiplin", isi={"bidang": []}, ukuran=9
    )
    isi = {
        "pegawai": para.andi.nip, "jenis": "hukdis_sedang", "mulai": "2026-11-01",
        "nomor_surat": "800/77", "tanggal_surat": "2026-11-01",
    }  # fmt: skip
    ditolak = kirim(citra, f"{R}rekam_baru", **isi)
    assert ditolak.status_code == 422
    assert "800/77" in ditolak.text
    assert "Isi tanggal selesainya" in ditolak.text
    assert Draf.objects.exists()
    assert kirim(citra, f"{R}rekam_baru", **isi, selesai="2027-04-30").status_code == 302
    assert not Draf.objects.exists()


def test_records_of_others_are_shown_after_a_search_and_logged(para: Pemeran) -> None:
    panggung.rekam(para, "hukdis_ringan")
    citra = masuk(para.citra)
    assert "800/hukdis_ringan" not in lihat(citra, f"{R}rekam")
    alamat = reverse(f"{R}rekam") + "?q=Andi"
    assert "800/hukdis_ringan" in citra.get(alamat).text
    assert masuk(para.eka).get(alamat).status_code == 403
    assert masuk(para.budi).get(alamat).status_code == 403


def test_a_person_reads_their_record_and_asks_for_a_correction(para: Pemeran) -> None:
    rekam = panggung.rekam(para, "hukdis_ringan")
    andi = masuk(para.andi)
    assert "800/hukdis_ringan" in lihat(andi, f"{R}rekam_saya")
    alamat = reverse(f"{R}koreksi_baru") + f"?rekam={rekam.pk}"
    assert "800/hukdis_ringan" in andi.get(alamat).text
    isi = {"uraian": "Surat itu sudah dibatalkan.", "kunci_idempoten": str(uuid.uuid4())}
    assert andi.post(alamat, isi).status_code == 302
    citra = masuk(para.citra)
    satu = KoreksiRekam.objects.get()
    assert "Surat itu sudah dibatalkan." in lihat(citra, f"{R}koreksi", satu.pk)
    kirim(citra, f"{R}koreksi", satu.pk, putusan="terima", jawaban="Benar, dicabut.")
    rekam.refresh_from_db()
    assert rekam.dicabut_at is not None
    assert "Benar, dicabut." in lihat(andi, f"{R}rekam_saya")


def test_records_are_read_from_a_sheet_and_wrong_rows_are_named(para: Pemeran) -> None:
    isi = (
        "NIP;JENIS;MULAI;SELESAI;NOMOR SURAT;TANGGAL SURAT\r\n"
        f"{para.andi.nip};bersih;01-11-2026;;800/1;01-11-2026\r\n"
        f"{para.andi.nip};dihukum;01-11-2026;;800/2;01-11-2026\r\n"
        "123;bersih;01-11-2026;;800/3;01-11-2026\r\n"
    )
    citra = masuk(para.citra)
    jawaban = kirim(citra, f"{R}rekam_impor", berkas=SimpleUploadedFile("rekam.csv", isi.encode()))
    assert jawaban.status_code == 302
    halaman = lihat(citra, f"{R}rekam")
    assert "1 baris ditulis, 0 sudah ada, 2 ditolak" in halaman
    assert "dihukum" in halaman


def test_the_letter_is_printed_verifiable_for_the_awarded_and_nobody_elsewhere(
    para: Pemeran,
) -> None:
    calon = panggung.diumumkan(para)
    alamat = reverse("dokumen:surat_penghargaan", args=[calon.pk])
    jawaban = masuk(para.andi).get(alamat)
    assert jawaban.status_code == 200
    assert jawaban.content.startswith(b"%PDF-")
    cetakan = CetakanDokumen.objects.get(jenis="surat_penghargaan")
    assert terbitan.masih_sama(cetakan)
    assert masuk(para.dewi).get(alamat).status_code == 404


def test_an_undecided_list_is_marked_and_has_no_number(para: Pemeran) -> None:
    calon = panggung.ditelaah(para)
    alamat = reverse("dokumen:daftar_penghargaan", args=[calon.putaran_id])
    assert masuk(para.citra).get(alamat).content.startswith(b"%PDF-")
    assert not CetakanDokumen.objects.exists()
    assert masuk(para.budi).get(alamat).status_code == 404
    dokumen = susun(
        aktor=para.aktor(para.citra), jenis=CetakanDokumen.Jenis.DAFTAR_PENGHARGAAN,
        objek_id=calon.putaran_id,
    )  # fmt: skip
    assert dokumen is not None
    assert dokumen.belum_berlaku
    assert [satu.nama for satu in dokumen.baris] == ["Andi Pegawai"]
