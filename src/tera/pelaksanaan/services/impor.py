"""Figures from another system enter with source and date, shown as *dari data*, idempotent."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.models import JejakAudit
from tera.organisasi.models import ImporData, JenisPeriode, Periode
from tera.organisasi.permissions import peran_petugas
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.hasil import HasilImpor, Rincian
from tera.organisasi.services.impor.kunci import kunci_impor
from tera.organisasi.services.impor.tulis import catat_awal, catat_impor, catat_lanjutan
from tera.pelaksanaan.hitung import angka_dari, arah_indikator, hitung_kemajuan
from tera.pelaksanaan.models import PenutupanBahan, Realisasi, StatusLaporan
from tera.pelaksanaan.services.impor_baca import BarisData, baca_realisasi
from tera.pelaksanaan.services.realisasi import PERISTIWA_TERCAPAI

JENIS = "realisasi"


def impor_realisasi(
    *,
    aktor: Aktor,
    nama_berkas: str,
    isi: bytes,
    periode: Periode,
    pada: dt.date,
    periksa: bool = False,
    lewati_salah: bool = False,
    baris_impor: ImporData | None = None,
) -> HasilImpor:
    """Write figures of ``periode`` from a sheet; the same file twice changes nothing.

    A figure that was verified or returned and now differs waits for verification again. What the
    person wrote in words stays. Refused rows stop the whole import unless ``lewati_salah``.
    ``baris_impor`` is the history row of a file that was checked before.

    Raises:
        MasukanSalahError: the file can't be read, lacks a column, or holds no row.
        SedangDipakaiError: another import of this instansi is running.
        TidakBerwenangError: the aktor doesn't keep the records of the whole instansi.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor realisasi"))
    if periode.mulai > pada:
        raise MasukanSalahError(
            _("%(periode)s belum mulai, jadi belum ada realisasinya.") % {"periode": periode},
            kode="periode_belum_mulai",
        )
    hasil = HasilImpor(jenis=JENIS, berlaku=periode.selesai)
    daftar = baca_realisasi(nama=nama_berkas, isi=isi, periode=periode, pada=pada, hasil=hasil)
    if not hasil.baris:
        raise MasukanSalahError(
            _("Berkas “%(nama)s” tidak berisi satu baris pun di bawah judul kolom.")
            % {"nama": nama_berkas},
            kode="berkas_kosong",
        )
    with kunci_impor(aktor.instansi_id):
        daftar = _tolak_tertutup(daftar, periode, hasil)
        rencana = _bandingkan(daftar, periode, hasil)
        if periksa or (hasil.ditolak and not lewati_salah):
            return hasil
        _tulis(aktor, periode, rencana, pada, hasil)
        hasil.diimpor = True
        baris = catat_impor(
            aktor=aktor, nama=nama_berkas, isi=isi, hasil=hasil, baris_impor=baris_impor
        )
        _tanda_terima(aktor, baris, hasil)
    return hasil


def _tolak_tertutup(
    daftar: list[BarisData], periode: Periode, hasil: HasilImpor
) -> list[BarisData]:
    """Refuse rows under a decision: one query."""
    tertutup = set(
        PenutupanBahan.objects.filter(
            Q(periode__jenis=periode.jenis) | Q(periode__jenis=JenisPeriode.TAHUNAN),
            periode__instansi_id=periode.instansi_id,
            periode__tahun=periode.tahun,
            periode__selesai__gte=periode.selesai,
        ).values_list("penugasan_id", flat=True)
    )
    sisa = []
    for satu in daftar:
        if satu.skp.penugasan_id not in tertutup:
            sisa.append(satu)
            continue
        hasil.diterima -= 1
        hasil.ditolak += 1
        hasil.alasan["sudah_ditetapkan"] += 1
        hasil.rincian.append(
            Rincian(
                satu.baris,
                "NIP",
                "sudah_ditetapkan",
                _("Evaluasi orang ini sudah ditetapkan di atas angka periode itu."),
            )
        )
    return sisa


_Rencana = list[tuple[BarisData, Realisasi | None, dict[str, Any]]]


def _bandingkan(daftar: list[BarisData], periode: Periode, hasil: HasilImpor) -> _Rencana:
    """Return the rows that change something, with what stands now; equal rows are counted."""
    ada = {
        (satu.penugasan_id, satu.indikator_kunci): satu
        for satu in Realisasi.objects.filter(
            instansi_id=periode.instansi_id, periode=periode
        ).select_related("skp")
    }
    rencana: _Rencana = []
    for baris in daftar:
        lama = ada.get((baris.skp.penugasan_id, baris.indikator.kunci))
        bidang = _bidang(baris, lama)
        if lama is None:
            rencana.append((baris, None, bidang))
            continue
        if all(getattr(lama, nama) == nilai for nama, nilai in bidang.items()):
            continue
        if lama.asal == Realisasi.Asal.DILAPORKAN_SENDIRI and lama.nilai != baris.nilai:
            hasil.peringatan["berbeda_dari_laporan"] += 1
            hasil.rincian.append(
                Rincian(
                    baris.baris,
                    "REALISASI",
                    "berbeda_dari_laporan",
                    _("Pegawai melaporkan angka lain; angka dari data menggantikannya."),
                )
            )
        rencana.append((baris, lama, bidang))
    return rencana


def _bidang(baris: BarisData, lama: Realisasi | None) -> dict[str, Any]:
    ind = baris.indikator
    arah = (
        lama.arah
        if lama
        else arah_indikator(
            kode_pustaka=ind.kode_pustaka,
            aspek=ind.aspek,
            teks=ind.teks,
            target=f"{ind.target} {ind.satuan}",
        )
    )
    target = angka_dari(ind.target)
    maju = hitung_kemajuan(nilai=baris.nilai, target=target, arah=arah)
    return {
        "nilai": baris.nilai,
        "satuan": ind.satuan,
        "arah": arah,
        "target": ind.target,
        "angka_target": target,
        "persen": maju.persen,
        "target_tercapai": maju.tercapai,
        "asal": Realisasi.Asal.DARI_DATA,
        "sumber_data": baris.sumber,
        "data_per": baris.data_per,
    }


def _tulis(
    aktor: Aktor, periode: Periode, rencana: _Rencana, pada: dt.date, hasil: HasilImpor
) -> None:
    saat = clock.sekarang()
    baru: list[tuple[Realisasi, dict[str, Any]]] = []
    berubah: list[tuple[int, dict[str, Any]]] = []
    tercapai: list[Realisasi] = []
    for baris, lama, bidang in rencana:
        if lama is None:
            satu = Realisasi(
                instansi_id=baris.skp.instansi_id,
                pegawai_id=baris.skp.pegawai_id,
                penugasan_id=baris.skp.penugasan_id,
                skp=baris.skp,
                periode=periode,
                rhk_kunci=baris.indikator.rhk.kunci,
                indikator_kunci=baris.indikator.kunci,
                dilaporkan_at=saat,
                revisi=1,
                **bidang,
            )
            baru.append((satu, bidang))
            if satu.target_tercapai:
                tercapai.append(satu)
            continue
        sebelumnya = lama.target_tercapai
        tambah = bidang | {
            "revisi": lama.revisi + 1,
            "skp_id": baris.skp.pk,
            "dilaporkan_at": saat,
            "sanggahan": "",
        }
        if lama.status == StatusLaporan.DILAPORKAN:
            Realisasi.objects.filter(pk=lama.pk).update(**tambah, updated_at=saat)
            berubah.append((lama.pk, tambah))
        else:
            workflow.jalankan(
                objek=lama,
                jenis="realisasi",
                aksi="perbarui_data",
                aktor=aktor,
                daftar_peran=peran_petugas(aktor=aktor, pada=pada),
                pada=pada,
                bidang=tambah | {"pemeriksa_id": None, "diperiksa_at": None, "catatan": ""},
            )
        hasil.perubahan["realisasi_berubah"] += 1
        if bidang["target_tercapai"] and not sebelumnya:
            tercapai.append(lama)
    if baru:
        Realisasi.objects.bulk_create([satu for satu, _bidang in baru], batch_size=500)
        hasil.perubahan["realisasi_baru"] += len(baru)
        catat_awal(aktor, "realisasi", [(satu.pk, bidang) for satu, bidang in baru])
    catat_lanjutan(aktor, "realisasi", berubah)
    for satu in tercapai:
        kejadian.terbitkan(
            instansi_id=satu.instansi_id,
            nama=PERISTIWA_TERCAPAI,
            muatan={"id": satu.pk, "pegawai_id": satu.pegawai_id},
        )


def _tanda_terima(aktor: Aktor, baris: ImporData, hasil: HasilImpor) -> None:
    """Give the receipt and keep its number with the report."""
    jejak = JejakAudit.objects.filter(rantai=f"impor:{baris.pk}").latest("urut")
    tanda = tanda_terima.terbitkan(
        aktor=aktor,
        jenis="impor",
        objek_id=baris.pk,
        aksi="impor",
        isi=audit.kanonik(hasil.ringkasan()),
        jejak=jejak,
    )
    hasil.catatan.append(_("Tanda terima %(nomor)s.") % {"nomor": tanda.nomor})
    baris.ringkasan["catatan"] = list(hasil.catatan)
    baris.save(update_fields=["ringkasan"])
