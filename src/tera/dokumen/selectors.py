"""From the rooms' records to the frozen view models that are printed."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.core import clock, workflow
from tera.core.aktor import Aktor
from tera.core.models import RiwayatStatus
from tera.dokumen.model import (
    BarisHasilKerja,
    BarisMatriks,
    BarisPerilaku,
    CapaianOrganisasi,
    Dokumen,
    DokumenEvaluasi,
    DokumenSKP,
    Identitas,
    Indikator,
    Keluarga,
    Lampiran,
    MatriksPeranHasil,
    Pendekatan,
    Persetujuan,
    Predikat,
    SampulEvaluasi,
)
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.selectors_angka_kredit import (
    JENIS_ANGKA_KREDIT,
    pemilik_angka_kredit,
    susun_angka_kredit,
)
from tera.dokumen.selectors_bimtek import pemilik_sertifikat, susun_sertifikat
from tera.dokumen.selectors_evaluasi import evaluasi_kinerja
from tera.dokumen.selectors_kalibrasi import notulen_rapat
from tera.dokumen.selectors_karier import berkas_karier
from tera.dokumen.selectors_penghargaan import (
    JENIS_PENGHARGAAN,
    pemilik_penghargaan,
    susun_penghargaan,
)
from tera.dokumen.selectors_talenta import laporan_peta
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.evaluasi.selectors import evaluasi_terlihat
from tera.evaluasi.selectors.keberatan import keberatan_dibuka, status_resmi
from tera.organisasi.selectors.identitas import identitas
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.models import SKP, RencanaHasilKerja
from tera.skp.selectors import matriks_peran_hasil, skp_terlihat
from tera.skp.selectors.pengelola import batas_rancangan

#: Documents that are printed from the frozen record of an evaluation.
JENIS_EVALUASI = (CetakanDokumen.Jenis.SAMPUL_EVALUASI, CetakanDokumen.Jenis.EVALUASI)


@override(settings.LANGUAGE_CODE)  # a print is Indonesian whoever asks, and so is its digest
def susun(*, aktor: Aktor, jenis: CetakanDokumen.Jenis, objek_id: int) -> Dokumen | None:
    """Return the view model of a document the aktor may read, or None."""
    if jenis == CetakanDokumen.Jenis.BERKAS_KARIER:
        return berkas_karier(aktor=aktor, objek_id=objek_id)
    if jenis in JENIS_ANGKA_KREDIT:
        return susun_angka_kredit(aktor=aktor, jenis=jenis, objek_id=objek_id)
    if jenis == CetakanDokumen.Jenis.PETA_TALENTA:
        return laporan_peta(aktor=aktor, objek_id=objek_id)
    if jenis in JENIS_EVALUASI:
        evaluasi = evaluasi_terlihat(aktor=aktor).filter(pk=objek_id).first()
        if evaluasi is None or not evaluasi.predikat or _masih_rahasia(aktor, evaluasi):
            return None
        return cetakan_evaluasi(evaluasi, jenis)
    if jenis == CetakanDokumen.Jenis.SERTIFIKAT:
        return susun_sertifikat(aktor=aktor, objek_id=objek_id)
    if jenis == CetakanDokumen.Jenis.NOTULEN:
        return notulen_rapat(aktor=aktor, objek_id=objek_id)
    if jenis in JENIS_PENGHARGAAN:
        return susun_penghargaan(aktor=aktor, jenis=jenis, objek_id=objek_id)
    skp = skp_terlihat(aktor=aktor).filter(pk=objek_id).first()
    if skp is None:
        return None
    return dokumen_skp(skp) if jenis == CetakanDokumen.Jenis.SKP else matriks(skp, aktor.hari_ini)


@override(settings.LANGUAGE_CODE)
def cetakan_evaluasi(
    evaluasi: Evaluasi, jenis: CetakanDokumen.Jenis
) -> SampulEvaluasi | DokumenEvaluasi:
    """Return one of the two documents of a set result; two with their history: one query each."""
    if jenis == CetakanDokumen.Jenis.SAMPUL_EVALUASI:
        return sampul_evaluasi(evaluasi)
    rekaman: dict[str, Any] = evaluasi.rekaman
    riwayat = list(workflow.riwayat(jenis="evaluasi", objek_id=evaluasi.pk))
    penilai = rekaman["penilai"]
    if rekaman["skp"].get("keluarga") == Keluarga.JPT_MANDIRI:
        # The right block of the JPT form ends in INSTANSI instead of UNIT KERJA.
        penilai = {**penilai, "unit_kerja": ""}
    return evaluasi_kinerja(
        evaluasi,
        pegawai=_identitas(rekaman["pegawai"]),
        penilai=_identitas(penilai),
        tanda=_tanda_hasil(rekaman, riwayat, evaluasi.instansi.zona),
        periode=_sebutan_periode(rekaman["periode"]),
    )


@override(settings.LANGUAGE_CODE)
def susun_awal(
    *, aktor: Aktor, jenis: CetakanDokumen.Jenis, objek_id: int
) -> SampulEvaluasi | DokumenEvaluasi | None:
    """Return a document of the first result, kept beside a decided objection, or None.

    For those who read the objection; marked, and without a number: another result stands.
    """
    berkas = keberatan_dibuka(aktor=aktor, pk=objek_id)
    if berkas is None or berkas.keberatan is None or not berkas.penuh:
        return None
    if berkas.keberatan.status != Keberatan.Status.DIPUTUS:
        return None
    evaluasi = berkas.evaluasi
    evaluasi.rekaman = berkas.keberatan.rekaman_awal
    return replace(
        cetakan_evaluasi(evaluasi, jenis),
        belum_berlaku=True,
        status=_("Hasil sebelum keberatan"),
    )


def _masih_rahasia(aktor: Aktor, evaluasi: Evaluasi) -> bool:
    """Until it is delivered, a result is its rater's work, not yet the person's document."""
    return evaluasi.pegawai_id == aktor.pegawai_id and evaluasi.status == Evaluasi.Status.DITETAPKAN


def pemilik(*, jenis: CetakanDokumen.Jenis, objek_id: int) -> int | None:
    """Return the pegawai a document is about: a print in mode petugas is logged with them."""
    if jenis == CetakanDokumen.Jenis.NOTULEN:
        return None  # of nobody: it names no rated person
    if jenis in JENIS_ANGKA_KREDIT:
        return pemilik_angka_kredit(jenis=jenis, objek_id=objek_id)
    if jenis == CetakanDokumen.Jenis.SERTIFIKAT:
        return pemilik_sertifikat(objek_id=objek_id)
    if jenis in JENIS_PENGHARGAAN:
        return pemilik_penghargaan(jenis=jenis, objek_id=objek_id)
    model = Evaluasi if jenis in JENIS_EVALUASI else SKP
    return model.objects.filter(pk=objek_id).values_list("pegawai_id", flat=True).first()


def dokumen_skp(skp: SKP) -> DokumenSKP:
    """Return the printed SKP: people as they were when it was set, else as they are today."""
    keluarga = Keluarga(skp.keluarga)
    pegawai, penilai = _orang_skp(skp)
    if keluarga is Keluarga.JPT_MANDIRI:
        # The right block of the JPT form ends in INSTANSI instead of UNIT KERJA.
        penilai = {**penilai, "unit_kerja": ""}
    baris = [_baris(rhk) for rhk in _daftar_rhk(skp)]
    berlaku = skp.status in {SKP.Status.DITETAPKAN, SKP.Status.DITUTUP, SKP.Status.DIGANTIKAN}
    riwayat = list(workflow.riwayat(jenis="skp", objek_id=skp.pk))
    zona = skp.instansi.zona
    return DokumenSKP(
        keluarga=keluarga,
        pendekatan=Pendekatan(skp.pendekatan),
        nama_instansi=skp.instansi.nama,
        periode_mulai=skp.mulai,
        periode_selesai=skp.selesai,
        pegawai=_identitas(pegawai),
        penilai=_identitas(penilai),
        utama=tuple(b for jenis, b in baris if jenis == RencanaHasilKerja.Jenis.UTAMA),
        tambahan=tuple(b for jenis, b in baris if jenis == RencanaHasilKerja.Jenis.TAMBAHAN),
        perilaku=_perilaku(skp),
        lampiran=_lampiran(skp),
        tanda_pegawai=_tanda(riwayat, "ajukan", zona, skp.instansi.tempat) if berlaku
        else Persetujuan(),
        tanda_penilai=_tanda_penetap(skp, riwayat) if berlaku else Persetujuan(),
        versi=skp.versi,
        status=skp.get_status_display(),
        belum_berlaku=not berlaku,
        catatan=_catatan_skp(skp),
    )  # fmt: skip


def matriks(skp: SKP, pada: dt.date) -> MatriksPeranHasil:
    """Return the leader's Matriks Peran Hasil as the page shows it on ``pada``."""
    isi = matriks_peran_hasil(skp=skp, pada=min(max(pada, skp.mulai), skp.selesai))
    pimpinan, _penilai = _orang_skp(skp)
    return MatriksPeranHasil(
        nama_instansi=skp.instansi.nama,
        unit_kerja=skp.penugasan.unit.nama,
        periode_mulai=skp.mulai,
        periode_selesai=skp.selesai,
        pimpinan=_identitas(pimpinan),
        kolom=tuple(rhk.teks for rhk in isi.daftar_kolom),
        baris=tuple(
            BarisMatriks(
                nama=baris.peserta.pegawai.nama_lengkap,
                jabatan=baris.peserta.jabatan,
                peran={"tim": _("anggota tim"), "tambahan": _("unit lain")}.get(
                    baris.peserta.peran, ""
                ),
                sel=tuple(
                    "\n".join(teks for teks in (sel.teks, *sel.daftar_lain) if teks)
                    for sel in baris.daftar_sel
                ),
            )
            for baris in isi.daftar_baris
        ),
        versi=skp.versi,
        status=skp.get_status_display(),
        belum_berlaku=skp.status not in {SKP.Status.DITETAPKAN, SKP.Status.DITUTUP},
    )


def sampul_evaluasi(evaluasi: Evaluasi) -> SampulEvaluasi:
    """Return the Dokumen Evaluasi Kinerja Pegawai, wholly from the frozen record."""
    rekaman: dict[str, Any] = evaluasi.rekaman
    zona = evaluasi.instansi.zona
    riwayat = list(workflow.riwayat(jenis="evaluasi", objek_id=evaluasi.pk))
    return SampulEvaluasi(
        nama_instansi=rekaman["instansi"],
        periode=_sebutan_periode(rekaman["periode"]),
        periode_mulai=dt.date.fromisoformat(rekaman["periode"]["mulai"]),
        periode_selesai=dt.date.fromisoformat(rekaman["periode"]["selesai"]),
        pegawai=_identitas(rekaman["pegawai"]),
        penilai=_identitas(rekaman["penilai"]),
        atasan_penilai=_identitas(rekaman["atasan_penilai"]),
        capaian_organisasi=CapaianOrganisasi(rekaman["capaian"]["level"]),
        predikat=Predikat(rekaman["predikat"]),
        catatan_rekomendasi=rekaman["catatan"],
        tanda_penilai=_tanda_hasil(rekaman, riwayat, zona),
        tanda_pegawai=Persetujuan(
            tempat=rekaman["tempat"] if evaluasi.diterima_pada else "",
            tanggal=evaluasi.diterima_pada,
            keterangan=_("Diterima secara elektronik") if evaluasi.diterima_pada else "",
        ),
        status=status_resmi(evaluasi),
    )


def _sebutan_periode(periode: dict[str, Any]) -> str:
    if periode["jenis"] == "tahunan":
        return _("Akhir")
    if periode["jenis"] == "triwulan":
        return _("Triwulan %(angka)s") % {"angka": ("I", "II", "III", "IV")[periode["urut"] - 1]}
    return str(periode["nama"])


def _daftar_rhk(skp: SKP) -> list[RencanaHasilKerja]:
    return list(skp.daftar_rhk.select_related("rhk_pimpinan").prefetch_related("daftar_indikator"))


def _baris(rhk: RencanaHasilKerja) -> tuple[str, BarisHasilKerja]:
    return rhk.jenis, BarisHasilKerja(
        rencana_hasil_kerja=rhk.teks,
        rhk_pimpinan=rhk.rhk_pimpinan.teks if rhk.rhk_pimpinan else "",
        perspektif=rhk.get_perspektif_display() if rhk.perspektif else "",
        penugasan_dari=rhk.penugasan_dari,
        daftar_indikator=tuple(
            Indikator(
                teks=satu.teks,
                target=f"{satu.target} {satu.satuan}".strip(),
                aspek=satu.get_aspek_display() if satu.aspek else "",
            )
            for satu in rhk.daftar_indikator.all()
        ),
    )


def _perilaku(skp: SKP) -> tuple[BarisPerilaku, ...]:
    khusus = dict(skp.daftar_perilaku.values_list("nilai", "ekspektasi_khusus"))
    return tuple(
        BarisPerilaku(
            nilai=nilai.nilai.label,
            panduan=tuple(nilai.panduan),
            ekspektasi_khusus=khusus.get(nilai.kode, ""),
        )
        for nilai in daftar_nilai(pada=skp.mulai)
    )


def _lampiran(skp: SKP) -> Lampiran:
    bagian: dict[str, list[str]] = {}
    for butir in skp.daftar_lampiran.all():
        bagian.setdefault(butir.bagian, []).append(butir.teks)
    return Lampiran(
        dukungan_sumber_daya=tuple(bagian.get("dukungan_sumber_daya", ())),
        skema_pertanggungjawaban=tuple(bagian.get("skema_pertanggungjawaban", ())),
        konsekuensi=tuple(bagian.get("konsekuensi", ())),
    )


def _orang_skp(skp: SKP) -> tuple[dict[str, Any], dict[str, Any]]:
    if "pegawai" in skp.rekaman and "penilai" in skp.rekaman:
        return skp.rekaman["pegawai"], skp.rekaman["penilai"]
    return (
        dict(identitas(pegawai=skp.pegawai, penugasan=skp.penugasan)),
        dict(identitas(pegawai=skp.penilai, pada=max(skp.mulai, skp.created_at.date()))),
    )


def _identitas(orang: dict[str, Any]) -> Identitas:
    return Identitas(
        nama=orang["nama"],
        nip=orang["nip"] or None,
        pangkat=orang["pangkat"],
        jabatan=orang["jabatan"],
        unit_kerja=orang["unit_kerja"],
        instansi=orang["instansi"],
    )


def _tanda_penetap(skp: SKP, riwayat: list[RiwayatStatus]) -> Persetujuan:
    """The penilai's block; where the pengelola set the plan it names the pengelola instead."""
    zona, tempat = skp.instansi.zona, skp.instansi.tempat
    if not skp.pengelola_penetap_id:
        return _tanda(riwayat, "tetapkan", zona, tempat)
    tanda = _tanda(riwayat, "tetapkan_pengelola", zona, tempat)
    oleh = skp.rekaman["pengelola"]["penetap"]["nama"]
    return replace(
        tanda,
        keterangan=_("Ditetapkan oleh pengelola kinerja %(nama)s, %(hari)s")
        % {"nama": oleh, "hari": tulis_tanggal(skp.ditetapkan_pada)},
    )


def _catatan_skp(skp: SKP) -> str:
    catatan = [_("Ditetapkan setelah batas waktu.")] if skp.terlambat else []
    if skp.pengelola_penetap_id:
        orang = skp.rekaman["pengelola"]
        catatan.append(
            _(
                "Disusun oleh pengelola kinerja %(susun)s dan ditetapkan oleh pengelola kinerja "
                "%(tetap)s karena sampai %(hari)s belum ada rancangan."
            )
            % {
                "susun": orang["penyusun"]["nama"],
                "tetap": orang["penetap"]["nama"],
                "hari": tulis_tanggal(batas_rancangan(skp)),
            }
        )
    return " ".join(catatan)


def _tanda_hasil(rekaman: dict[str, Any], riwayat: list[RiwayatStatus], zona: str) -> Persetujuan:
    """Who set what is printed: the penilai, or whoever changed it by a final decision."""
    putusan = rekaman.get("keberatan")
    if putusan is None or (putusan["rating_hasil_awal"], putusan["rating_perilaku_awal"]) == (
        rekaman["rating_hasil_kerja"],
        rekaman["rating_perilaku_kerja"],
    ):
        return _tanda(riwayat, "tetapkan", zona, rekaman["tempat"])
    hari = dt.date.fromisoformat(putusan["diputus"])
    oleh = putusan["pemutus"]
    return Persetujuan(
        tempat=rekaman["tempat"],
        tanggal=hari,
        keterangan=_("Hasil akhir ditetapkan %(siapa)s, %(hari)s")
        % {
            "siapa": ", ".join(teks for teks in (oleh["nama"], oleh["jabatan"]) if teks),
            "hari": tulis_tanggal(hari),
        },
    )


def _tanda(riwayat: list[RiwayatStatus], aksi: str, zona: str, tempat: str) -> Persetujuan:
    langkah = next((satu for satu in reversed(riwayat) if satu.aksi == aksi), None)
    if langkah is None:
        return Persetujuan()
    return Persetujuan(
        tempat=tempat,
        tanggal=clock.tanggal_di(langkah.terjadi_at, zona),
        keterangan=_("Disetujui secara elektronik, %(waktu)s")
        % {"waktu": tulis_waktu(langkah.terjadi_at, zona)},
    )
