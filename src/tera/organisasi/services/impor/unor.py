"""Imports the unit tree, all or nothing; parents are dated, a later file moves units on a day."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.organisasi.models import ImporData, RiwayatInduk, UnitKerja
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.baca_unor import BarisUnor, baca_unor
from tera.organisasi.services.impor.hasil import HasilImpor, Kemajuan, diam
from tera.organisasi.services.impor.kunci import kunci_impor
from tera.organisasi.services.impor.pimpinan import segarkan_pimpinan
from tera.organisasi.services.impor.tulis import catat_awal, catat_impor, catat_lanjutan, potong
from tera.organisasi.services.penilai import segarkan_penilai

JENIS = "unor"
_SATU_HARI = dt.timedelta(days=1)
_BIDANG = (
    "nama",
    "nama_jabatan_pimpinan",
    "eselon",
    "jenis",
    "pimpinan_nip",
    "induk_id",
    "opd_id",
    "path",
    "punya_perjanjian_kinerja",
    "urut",
)


def impor_unor(
    *,
    aktor: Aktor,
    nama_berkas: str,
    isi: bytes,
    pada: dt.date,
    berlaku: dt.date | None = None,
    periksa: bool = False,
    kemajuan: Kemajuan = diam,
    baris_impor: ImporData | None = None,
) -> HasilImpor:
    """Import the tree of the aktor's instansi as of ``berlaku`` (default ``pada``).

    The first tree is taken to have stood since 1 January of that year. A unit whose INDUK UNOR is
    itself is an OPD: it has a perjanjian kinerja. Units missing from the file are listed, never
    closed. With ``periksa``, or when any row is refused, nothing is written.

    Raises:
        MasukanSalahError: the file can't be read, or ``berlaku`` is in the future or before the
            tree's last change.
        SedangDipakaiError: another import of this instansi is running.
        TidakBerwenangError: the aktor doesn't keep the records of the whole instansi.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor unit kerja"))
    hari = berlaku or pada
    if hari > pada:
        raise MasukanSalahError(
            _(
                "Pohon unit berlaku paling lambat hari ini: tanggal %(hari)s masih di depan. Impor "
                "pada hari perubahan itu berlaku."
            )
            % {"hari": f"{hari:%d-%m-%Y}"},
            per_bidang={"berlaku": [_("Tanggal masih di depan.")]},
        )
    hasil = HasilImpor(jenis=JENIS, berlaku=hari)
    daftar = baca_unor(nama=nama_berkas, isi=isi, hasil=hasil)
    kemajuan("membaca", hasil.baris, hasil.baris)
    if hasil.ditolak:
        return hasil
    if periksa:
        _hilang(aktor.instansi_id, daftar, hasil)
        return hasil
    with kunci_impor(aktor.instansi_id):
        kemajuan("menyimpan", 0, len(daftar))
        _tulis(aktor, daftar, hasil)
        _hilang(aktor.instansi_id, daftar, hasil)
        hasil.diimpor = True
        catat_impor(aktor=aktor, nama=nama_berkas, isi=isi, hasil=hasil, baris_impor=baris_impor)
    kemajuan("selesai", len(daftar), len(daftar))
    return hasil


def _tulis(aktor: Aktor, daftar: list[BarisUnor], hasil: HasilImpor) -> None:
    instansi_id, berlaku = aktor.instansi_id, hasil.berlaku
    ada = {unit.kode: unit for unit in UnitKerja.objects.filter(instansi_id=instansi_id)}
    riwayat = {
        baris.unit_id: baris
        for baris in RiwayatInduk.objects.filter(unit__instansi_id=instansi_id, sampai__isnull=True)
    }
    sebelum = {kode: tuple(getattr(unit, b) for b in _BIDANG) for kode, unit in ada.items()}
    sejak_baru = berlaku if ada else dt.date(berlaku.year, 1, 1)
    baru = [
        UnitKerja(
            instansi_id=instansi_id,
            kode=satu.kode,
            nama=satu.nama,
            nama_jabatan_pimpinan=satu.jabatan,
            eselon=satu.eselon,
            jenis=satu.jenis,
            pimpinan_nip=satu.pimpinan_nip,
            punya_perjanjian_kinerja=satu.induk == satu.kode,
            urut=urut,
            path="-",
            sejak=sejak_baru,
        )
        for urut, satu in enumerate(daftar, start=1)
        if satu.kode not in ada
    ]
    for bagian in potong(baru):
        UnitKerja.objects.bulk_create(bagian)
    ada |= {unit.kode: unit for unit in baru}
    _isi_unit(instansi_id, daftar, ada)
    kode_baru = {unit.kode for unit in baru}
    berubah = [
        unit
        for kode, unit in ada.items()
        if kode in kode_baru or tuple(getattr(unit, b) for b in _BIDANG) != sebelum[kode]
    ]
    # New units were created with their own columns: only what needs keys is written again.
    for bagian in potong([u for u in berubah if u.kode in kode_baru], 500):
        UnitKerja.objects.bulk_update(bagian, ["induk", "opd", "path"])
    for bagian in potong([u for u in berubah if u.kode not in kode_baru], 500):
        UnitKerja.objects.bulk_update(bagian, _BIDANG_SIMPAN)
    _tulis_riwayat(berubah, riwayat, sejak_baru, berlaku)
    catat_awal(
        aktor,
        "unit",
        [(unit.pk, {b: getattr(unit, b) for b in _BIDANG}) for unit in baru],
    )
    lama = [unit for unit in berubah if unit.kode not in kode_baru]
    catat_lanjutan(
        aktor,
        "unit",
        [
            (
                unit.pk,
                {
                    b: getattr(unit, b)
                    for b, dulu in zip(_BIDANG, sebelum[unit.kode], strict=True)
                    if getattr(unit, b) != dulu
                },
            )
            for unit in lama
        ],
    )
    pindah = [u for u in lama if u.induk_id != sebelum[u.kode][_BIDANG.index("induk_id")]]
    for kata, jumlah in (
        ("unit_baru", len(baru)),
        ("unit_berubah", len(lama)),
        ("unit_pindah", len(pindah)),
    ):
        if jumlah:
            hasil.perubahan[kata] = jumlah
    dulu_pimpinan = {
        ada[kode].pk: isi[_BIDANG.index("pimpinan_nip")] for kode, isi in sebelum.items()
    }
    pegawai = segarkan_pimpinan(aktor=aktor, sebelum=dulu_pimpinan, berlaku=berlaku)
    if pegawai:
        hasil.perubahan["pimpinan_berubah"] = len(pegawai)
    if hasil.perubahan:
        segarkan_penilai(instansi_id=instansi_id, sejak=sejak_baru)


_BIDANG_SIMPAN = [b.removesuffix("_id") if b in {"induk_id", "opd_id"} else b for b in _BIDANG]


def _isi_unit(instansi_id: int, daftar: list[BarisUnor], ada: dict[str, UnitKerja]) -> None:
    for urut, satu in enumerate(daftar, start=1):
        unit = ada[satu.kode]
        unit.nama = satu.nama
        unit.nama_jabatan_pimpinan = satu.jabatan
        unit.eselon = satu.eselon
        unit.jenis = satu.jenis
        unit.pimpinan_nip = satu.pimpinan_nip
        unit.urut = urut
        unit.induk_id = ada[satu.atasan].pk if satu.atasan else None
        opd = ada.get(satu.induk)
        unit.opd_id = opd.pk if opd else None
        # An OPD is its own INDUK UNOR: that is the level that signs a perjanjian kinerja.
        unit.punya_perjanjian_kinerja = opd is unit
    per_id = {unit.pk: unit for unit in ada.values()}
    jalur: dict[int, str] = {}
    for unit in ada.values():
        jejak = [unit]
        while jejak[-1].pk not in jalur and jejak[-1].induk_id is not None:
            jejak.append(per_id[jejak[-1].induk_id])
            if len(jejak) > len(per_id):
                # Only a unit that the file no longer names can close such a ring.
                raise MasukanSalahError(
                    _(
                        "Unit %(nama)s menjadi atasan dirinya sendiri lewat unit lama yang tidak "
                        "ada dalam berkas. Masukkan juga unit lama itu dalam berkas."
                    )
                    % {"nama": unit.nama},
                    kode="siklus",
                )
        for satu_unit in reversed(jejak):
            if satu_unit.pk not in jalur:
                pangkal = jalur[satu_unit.induk_id] if satu_unit.induk_id else f"{instansi_id}/"
                jalur[satu_unit.pk] = f"{pangkal}{satu_unit.pk}/"
                satu_unit.path = jalur[satu_unit.pk]


def _tulis_riwayat(
    berubah: list[UnitKerja],
    riwayat: dict[int, RiwayatInduk],
    sejak_baru: dt.date,
    berlaku: dt.date,
) -> None:
    tutup: list[RiwayatInduk] = []
    betulkan: list[RiwayatInduk] = []
    buka: list[RiwayatInduk] = []
    for unit in berubah:
        lama = riwayat.get(unit.pk)
        isi = {"induk_id": unit.induk_id, "path": unit.path, "nama": unit.nama}
        if lama is None:
            buka.append(RiwayatInduk(unit=unit, sejak=sejak_baru, dasar=_("Impor unor"), **isi))
            continue
        if (lama.induk_id, lama.path, lama.nama) == (unit.induk_id, unit.path, unit.nama):
            continue
        if lama.sejak > berlaku:
            raise MasukanSalahError(
                _(
                    "Unit %(nama)s sudah berubah pada %(hari)s, sesudah tanggal berlaku berkas "
                    "ini. Pakai tanggal berlaku yang sama atau lebih baru."
                )
                % {"nama": unit.nama, "hari": f"{lama.sejak:%d-%m-%Y}"},
                kode="berlaku_lampau",
                per_bidang={"berlaku": [_("Lebih lama dari perubahan terakhir.")]},
            )
        if lama.sejak == berlaku:
            for nama, nilai_baru in isi.items():
                setattr(lama, nama, nilai_baru)
            betulkan.append(lama)
        else:
            lama.sampai = berlaku - _SATU_HARI
            tutup.append(lama)
            buka.append(RiwayatInduk(unit=unit, sejak=berlaku, dasar=_("Impor unor"), **isi))
    for bagian in potong(tutup, 500):
        RiwayatInduk.objects.bulk_update(bagian, ["sampai"])
    for bagian in potong(betulkan, 500):
        RiwayatInduk.objects.bulk_update(bagian, ["induk", "path", "nama"])
    for bagian in potong(buka):
        RiwayatInduk.objects.bulk_create(bagian)


def _hilang(instansi_id: int, daftar: list[BarisUnor], hasil: HasilImpor) -> None:
    ada = {satu.kode for satu in daftar}
    hasil.hilang = [
        (kode, nama, "")
        for kode, nama in UnitKerja.objects.filter(instansi_id=instansi_id, sampai__isnull=True)
        .order_by("urut", "id")
        .values_list("kode", "nama")
        if kode not in ada
    ]
    if hasil.hilang:
        hasil.catatan.append(
            _("%(jumlah)s unit di Tera tidak ada dalam berkas; tidak ada yang ditutup.")
            % {"jumlah": len(hasil.hilang)}
        )
