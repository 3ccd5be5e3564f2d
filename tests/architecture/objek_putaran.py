"""Objects behind the doors of the 360 rounds."""

from pemeran import Pemeran
from tera.umpan_balik.services import putaran_kunci, putaran_responden
from tera.umpan_balik.services.putaran import buka_hasil
from tera.umpan_balik.services.putaran_isi import token_undangan
from umpan_balik import panggung_putaran as pentas


def _disetujui(para: Pemeran) -> int:
    panggung = pentas.susun(para)
    putaran_responden.setujui_responden(
        aktor=para.aktor(para.budi), satu=panggung.andi, pada=pentas.MULAI
    )
    return panggung.andi.pk


def _formulir(para: Pemeran) -> int:
    return pentas.jalankan(para).andi.daftar_responden.get(hubungan="diri").pk


def _ditutup(para: Pemeran, *, dibuka: bool = False) -> pentas.Panggung:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung)
    pentas.tutup(panggung)
    if dibuka:
        buka_hasil(
            aktor=panggung.sistem(), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
            pada=pentas.SESUDAH,
        )  # fmt: skip
    return panggung


def _tersegel(para: Pemeran) -> int:
    pentas.pejabat(para)
    return _ditutup(para).andi.pk


def _pembukaan(para: Pemeran) -> int:
    _pyb, pembina = pentas.pejabat(para)
    return putaran_kunci.minta_buka_kunci(
        aktor=pembina, satu=_ditutup(para).andi, nomor_surat="1", alasan="x", pada=pentas.SESUDAH
    ).pk


def _terbuka(para: Pemeran) -> int:
    pyb, pembina = pentas.pejabat(para)
    pembukaan = putaran_kunci.minta_buka_kunci(
        aktor=pembina, satu=_ditutup(para).andi, nomor_surat="1", alasan="x", pada=pentas.SESUDAH
    )
    putaran_kunci.setujui_buka_kunci(aktor=pyb, pembukaan=pembukaan, pada=pentas.SESUDAH)
    return pembukaan.pk


def _token(para: Pemeran) -> str:
    panggung = pentas.susun(para)
    undangan = putaran_responden.undang_mitra(
        aktor=para.aktor(para.andi), satu=panggung.andi, nama="Rini", lembaga="Yayasan",
        surel="", pada=pentas.MULAI,
    )  # fmt: skip
    undangan.berlaku_sampai = undangan.berlaku_sampai.replace(year=2099)
    undangan.save()
    return token_undangan(undangan)


OBJEK = {
    "putaran_orang_andi": lambda para: pentas.susun(para).andi.pk,
    "putaran_disetujui_andi": _disetujui,
    "putaran_formulir_andi": _formulir,
    "putaran_ditutup_andi": lambda para: _ditutup(para).andi.pk,
    "putaran_dibuka_andi": lambda para: _ditutup(para, dibuka=True).andi.pk,
    "putaran_tersegel_andi": _tersegel,
    "putaran_pembukaan": _pembukaan,
    "putaran_pembukaan_disetujui": _terbuka,
    "putaran_token": _token,
    "putaran_kelola": lambda para: pentas.susun(para).putaran.pk,
    "putaran_berjalan": lambda para: pentas.jalankan(para).putaran.pk,
    "putaran_responden": lambda para: pentas.susun(para).andi.daftar_responden.first().pk,
}
