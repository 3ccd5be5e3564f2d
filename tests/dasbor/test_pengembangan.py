"""Training needs and their effect on the page of trends."""

import datetime as dt

from django.urls import reverse

from dasbor.test_laman import buka, hitung
from pemeran import Pemeran
from tera.organisasi.models import PeranPetugas
from tera.organisasi.services import segarkan_penilai
from tera.tindak_lanjut.models import DampakPelatihan
from tera.tindak_lanjut.selectors.pengembangan.angka import angka_pengembangan
from tindak_lanjut.pengembangan import panggung


def test_needs_and_use_of_training_are_counted_for_the_unit_and_not_elsewhere(
    para: Pemeran,
) -> None:
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    panggung.rencana(para)
    assert angka_pengembangan(unit=para.kabupaten, tahun=2026).kegiatan == 0
    panggung.layanan.ajukan_rencana(
        aktor=para.aktor(para.andi),
        rencana=para.andi.daftar_rencana_pengembangan.get(),
        pada=panggung.PADA,
    )
    peserta = panggung.lulus(para)
    for sisi, pakai in (("pegawai", "dipakai"), ("penilai", "belum")):
        DampakPelatihan.objects.create(
            peserta=peserta, sisi=sisi, penjawab=para.budi, pakai=pakai, dijawab_pada=panggung.PADA
        )
    isi = angka_pengembangan(unit=para.bidang, tahun=2026)
    assert (isi.kegiatan, isi.orang, isi.dijawab, isi.dipakai) == (1, 1, 2, 1)
    assert angka_pengembangan(unit=para.bidang, tahun=2025).kegiatan == 0
    alamat = reverse("dasbor:tren", args=[para.kabupaten.pk])
    assert hitung(para.citra, alamat) <= 12
    teks = buka(para.citra, alamat)
    assert "kegiatan bagi 1 orang" in teks
    assert "dari 2 jawaban" in teks
    assert f"{reverse('tindak_lanjut:kebutuhan')}?unit={para.kabupaten.pk}&amp;tahun=2026" in teks
    # Who may open the dashboard but plans no training sees the figure without a link.
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.andi, peran="admin", unit=para.kabupaten,
        sejak=dt.date(2026, 1, 1), dasar="SK admin (uji)",
    )  # fmt: skip
    teks = buka(para.andi, alamat)
    assert "kegiatan bagi 1 orang" in teks
    assert reverse("tindak_lanjut:kebutuhan") not in teks
