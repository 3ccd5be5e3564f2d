"""Objects behind the doors of the dialogue."""

import datetime as dt

from dialog import panggung
from pemeran import Pemeran
from tera.dialog import services
from tera.dialog.models import ButirAgenda, Kesepakatan
from tera.organisasi.models import Periode


def _butir(para: Pemeran) -> ButirAgenda:
    satu = panggung.pertemuan(para)
    services.tambah_agenda(aktor=para.aktor(para.budi), pertemuan=satu, teks="Rekap")
    return satu.daftar_agenda.get()


def _butir_pk(para: Pemeran) -> int:
    # Asked after its meeting: the item of the newest one.
    return ButirAgenda.objects.latest("pk").pk


def _diusulkan(para: Pemeran) -> int:
    satu: Kesepakatan = panggung.kesepakatan(para)
    services.usulkan_perubahan(
        aktor=para.aktor(para.andi), kesepakatan=satu, uraian="Lain", tenggat=satu.tenggat,
        pada=panggung.PADA,
    )  # fmt: skip
    return satu.pk


def _periode_lampau(para: Pemeran) -> int:
    return Periode.objects.create(
        instansi=para.instansi, tahun=2024, jenis="tahunan", urut=1,
        mulai=dt.date(2024, 1, 1), selesai=dt.date(2024, 12, 31),
        batas_evaluasi=dt.date(2025, 1, 31), dibuka_pada=dt.date(2023, 12, 1),
    ).pk  # fmt: skip


OBJEK = {
    "dialog_pertemuan": lambda para: panggung.pertemuan(para).pk,
    "dialog_beragenda": lambda para: _butir(para).pertemuan_id,
    "dialog_butir": _butir_pk,
    "dialog_kesepakatan": lambda para: panggung.kesepakatan(para).pk,
    "dialog_diusulkan": _diusulkan,
    "dialog_hasil": lambda para: panggung.disampaikan(para).pk,
    "dialog_pertanyaan": lambda para: panggung.pertanyaan(para).pk,
    "dialog_sesi": lambda para: panggung.sesi(para).pk,
    "dialog_periode_lampau": _periode_lampau,
}
