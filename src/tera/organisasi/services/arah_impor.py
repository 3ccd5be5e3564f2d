"""Importing the vision line: idempotent, nothing half-imported, every row error named."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import SedangDipakaiError
from tera.organisasi.models import (
    ButirPerencanaan,
    ImporData,
    IndikatorPerjanjian,
    Instansi,
    UnitKerja,
)
from tera.organisasi.permissions_orang import KELOLA
from tera.organisasi.selectors.arah import URUTAN
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.arah_berkas import BarisArah, baca_arah
from tera.organisasi.services.dasar_orang import wajib_kelola

Kunci = tuple[int, str, str, str]
NAMA_SUMBER = {
    "rpjmd": "rpjmd",
    "renstra": "renstra",
    "pk": "perjanjian_kinerja",
    "perjanjian kinerja": "perjanjian_kinerja",
    "perjanjian_kinerja": "perjanjian_kinerja",
}


@dataclass(slots=True)
class HasilImporArah:
    """What an import found and did; the words of ``tera impor … --json``."""

    baris: int = 0
    diterima: int = 0
    ditolak: int = 0
    tambah: int = 0
    ubah: int = 0
    tetap: int = 0
    diimpor: bool = False
    alasan: dict[str, int] = field(default_factory=dict)
    rincian: list[dict[str, Any]] = field(default_factory=list)

    def tolak(self, baris: int, kolom: str, kode: str, pesan: str) -> None:
        """Note one refused row (each row once)."""
        self.ditolak += 1
        self.alasan[kode] = self.alasan.get(kode, 0) + 1
        self.rincian.append({"baris": baris, "kolom": kolom, "kode": kode, "pesan": pesan})


@dataclass(frozen=True, slots=True)
class _Butir:
    nomor_baris: int
    unit: UnitKerja
    sumber: str
    jenis: str
    nomor: str
    teks: str
    kunci_induk: Kunci | None
    indikator: tuple[str, int, str, str] | None

    @property
    def kunci(self) -> Kunci:
        return self.unit.pk, self.sumber, self.jenis, self.nomor


def impor_arah(
    *,
    aktor: Aktor,
    nama: str,
    data: bytes,
    berlaku: dt.date,
    pada: dt.date,
    periksa: bool = False,
) -> HasilImporArah:
    """Read a file of lines and, when no row is refused, write it as of ``berlaku``.

    The same file twice changes nothing. A changed text closes the old line on the day before
    ``berlaku`` and opens a new one; what hangs on it moves along. ``periksa`` only checks.

    Raises:
        TidakBerwenangError, MasukanSalahError (unreadable file), SedangDipakaiError.
    """
    wajib_kelola(aktor=aktor, pada=pada, peran=KELOLA, perbuatan=_("mengimpor garis arah"))
    daftar_baris = baca_arah(nama=nama, data=data)
    hasil = HasilImporArah(baris=len(daftar_baris))
    with transaction.atomic():
        terkunci = Instansi.objects.select_for_update(of=("self",)).filter(pk=aktor.instansi_id)
        if terkunci.first() is None:
            raise SedangDipakaiError(_("Instansi sedang dipakai proses lain. Coba lagi."))
        daftar = _periksa_semua(aktor, daftar_baris, berlaku, hasil)
        hasil.diterima = hasil.baris - hasil.ditolak
        if hasil.ditolak or periksa:
            _hitung(aktor, daftar, berlaku, hasil, tulis=False)
            return hasil
        _hitung(aktor, daftar, berlaku, hasil, tulis=True)
        hasil.diimpor = True
        if hasil.tambah or hasil.ubah:
            _catat(aktor, nama, data, berlaku, hasil)
    return hasil


def _periksa_semua(
    aktor: Aktor, daftar_baris: list[BarisArah], berlaku: dt.date, hasil: HasilImporArah
) -> list[_Butir]:
    unit_per_kode = {u.kode: u for u in UnitKerja.objects.filter(instansi_id=aktor.instansi_id)}
    tersimpan = {
        (b.unit_id, b.sumber, b.jenis, b.nomor)
        for b in ButirPerencanaan.objects.filter(
            belum_berakhir(berlaku), instansi_id=aktor.instansi_id
        )
    }
    diterima: list[_Butir] = []
    teks_per_kunci: dict[Kunci, str] = {}
    for baris in daftar_baris:
        butir = _baca_butir(baris, unit_per_kode, hasil)
        if butir is None:
            continue
        if teks_per_kunci.setdefault(butir.kunci, butir.teks) != butir.teks:
            hasil.tolak(
                baris.nomor_baris,
                "nomor",
                "nomor_ganda",
                _("Nomor %(nomor)s muncul dua kali dengan teks berbeda.") % {"nomor": butir.nomor},
            )
            continue
        diterima.append(butir)
    lolos: list[_Butir] = []
    for butir in diterima:
        induk = butir.kunci_induk
        if induk is not None and induk not in teks_per_kunci and induk not in tersimpan:
            hasil.tolak(
                butir.nomor_baris,
                "induk",
                "induk_tidak_dikenal",
                _("Induk %(nomor)s tidak ada di berkas ini maupun di data.") % {"nomor": induk[3]},
            )
            continue
        lolos.append(butir)
    return lolos


def _baca_butir(
    baris: BarisArah, unit_per_kode: dict[str, UnitKerja], hasil: HasilImporArah
) -> _Butir | None:
    isi = baris.isi
    for kolom in ("unor", "sumber", "jenis", "nomor", "teks"):
        if not isi.get(kolom):
            hasil.tolak(
                baris.nomor_baris,
                kolom,
                "wajib_kosong",
                _("Kolom %(kolom)s kosong.") % {"kolom": kolom},
            )
            return None
    unit = unit_per_kode.get(isi["unor"])
    if unit is None:
        hasil.tolak(
            baris.nomor_baris,
            "unor",
            "unor_tidak_dikenal",
            _("Unor “%(kode)s” tidak ada di instansi ini.") % {"kode": isi["unor"]},
        )
        return None
    sumber = NAMA_SUMBER.get(isi["sumber"].lower(), "")
    jenis = isi["jenis"].lower()
    jenis = "perjanjian" if jenis.startswith("perjanjian") else jenis
    if (sumber, jenis) not in URUTAN:
        hasil.tolak(
            baris.nomor_baris,
            "jenis",
            "jenis_tidak_dikenal",
            _("“%(jenis)s” dari “%(sumber)s” tidak dikenal.")
            % {"jenis": isi["jenis"], "sumber": isi["sumber"]},
        )
        return None
    if len(isi["nomor"]) > 20:
        hasil.tolak(baris.nomor_baris, "nomor", "nomor_panjang", _("Nomor lebih dari 20 huruf."))
        return None
    kunci_induk = None
    if isi.get("induk"):
        kunci_induk = _kunci_induk(baris, unit, sumber, jenis, unit_per_kode, hasil)
        if kunci_induk is None:
            return None
    indikator = None
    if isi.get("indikator"):
        indikator = _indikator(baris, hasil)
        if indikator is None:
            return None
    return _Butir(
        baris.nomor_baris, unit, sumber, jenis, isi["nomor"], isi["teks"], kunci_induk, indikator
    )


def _kunci_induk(
    baris: BarisArah,
    unit: UnitKerja,
    sumber: str,
    jenis: str,
    unit_per_kode: dict[str, UnitKerja],
    hasil: HasilImporArah,
) -> Kunci | None:
    """The parent is named ``jenis nomor`` or only ``nomor`` (then one level higher)."""
    teks = baris.isi["induk"]
    kode_unit = baris.isi.get("unor_induk") or unit.kode
    induk_unit = unit_per_kode.get(kode_unit)
    if induk_unit is None or not unit.path.startswith(induk_unit.path):
        hasil.tolak(
            baris.nomor_baris,
            "unor_induk",
            "unor_tidak_dikenal",
            _("Unor induk “%(kode)s” bukan unit ini atau unit di atasnya.") % {"kode": kode_unit},
        )
        return None
    kata, _spasi, nomor = teks.rpartition(" ")
    tingkat = URUTAN[(sumber, jenis)]
    calon = [pasangan for pasangan, urut in URUTAN.items() if urut < tingkat]
    if kata:
        calon = [p for p in calon if p[1] == kata.lower()]
    if not calon:
        hasil.tolak(
            baris.nomor_baris,
            "induk",
            "induk_tidak_lebih_tinggi",
            _("Induk “%(teks)s” tidak lebih tinggi dari barisnya.") % {"teks": teks},
        )
        return None
    induk_sumber, induk_jenis = max(calon, key=lambda pasangan: URUTAN[pasangan])
    return induk_unit.pk, induk_sumber, induk_jenis, nomor


def _indikator(baris: BarisArah, hasil: HasilImporArah) -> tuple[str, int, str, str] | None:
    isi = baris.isi
    tahun = isi.get("tahun", "")
    if not tahun.isdigit() or not 2000 <= int(tahun) <= 2100:
        hasil.tolak(
            baris.nomor_baris, "tahun", "tahun_salah", _("Indikator perlu tahun empat angka.")
        )
        return None
    if not isi.get("target"):
        hasil.tolak(baris.nomor_baris, "target", "wajib_kosong", _("Indikator perlu target."))
        return None
    return isi["indikator"], int(tahun), isi["target"][:100], isi.get("satuan", "")[:60]


def _hitung(
    aktor: Aktor,
    daftar: list[_Butir],
    berlaku: dt.date,
    hasil: HasilImporArah,
    *,
    tulis: bool,
) -> None:
    lama: dict[Kunci, ButirPerencanaan] = {
        (b.unit_id, b.sumber, b.jenis, b.nomor): b
        for b in ButirPerencanaan.objects.filter(
            belum_berakhir(berlaku), instansi_id=aktor.instansi_id
        ).order_by("sejak")
    }
    sudah = {
        (b, tahun, teks): (target, satuan)
        for b, tahun, teks, target, satuan in IndikatorPerjanjian.objects.filter(
            butir__instansi_id=aktor.instansi_id
        ).values_list("butir_id", "tahun", "teks", "target", "satuan")
    }
    dikerjakan: set[Kunci] = set()
    for satu in sorted(daftar, key=lambda b: URUTAN[(b.sumber, b.jenis)]):
        if satu.kunci not in dikerjakan:
            dikerjakan.add(satu.kunci)
            induk = lama.get(satu.kunci_induk) if satu.kunci_induk else None
            kini = lama.get(satu.kunci)
            if kini is None:
                hasil.tambah += 1
            elif kini.teks != satu.teks or (induk is not None and kini.induk_id != induk.pk):
                hasil.ubah += 1
            else:
                hasil.tetap += 1
                induk = None
            if tulis and (kini is None or kini.teks != satu.teks or induk is not None):
                baru = _tulis_butir(aktor, satu, kini, induk, berlaku)
                lama[satu.kunci] = baru
                for lain in lama.values():
                    if kini is not None and lain.induk_id == kini.pk:
                        lain.induk = baru
        if satu.indikator and tulis:
            _tulis_indikator(lama[satu.kunci], satu.indikator, sudah)


def _tulis_butir(
    aktor: Aktor,
    satu: _Butir,
    kini: ButirPerencanaan | None,
    induk: ButirPerencanaan | None,
    berlaku: dt.date,
) -> ButirPerencanaan:
    if kini is not None and (kini.teks == satu.teks or kini.sejak >= berlaku):
        kini.teks = satu.teks
        if induk is not None:
            kini.induk = induk
        kini.save(update_fields=["teks", "induk"])
        return kini
    baru = ButirPerencanaan.objects.create(
        instansi_id=aktor.instansi_id,
        unit=satu.unit,
        induk=induk or (kini.induk if kini else None),
        jenis=satu.jenis,
        sumber=satu.sumber,
        nomor=satu.nomor,
        teks=satu.teks,
        sejak=berlaku,
    )
    if kini is not None:
        kini.sampai = berlaku - dt.timedelta(days=1)
        kini.save(update_fields=["sampai"])
        ButirPerencanaan.objects.filter(belum_berakhir(berlaku), induk=kini).update(induk=baru)
    return baru


def _tulis_indikator(
    butir: ButirPerencanaan,
    isi: tuple[str, int, str, str],
    sudah: dict[tuple[int, int, str], tuple[str, str]],
) -> None:
    teks, tahun, target, satuan = isi
    kunci = (butir.pk, tahun, teks)
    if sudah.get(kunci) == (target, satuan):
        return
    IndikatorPerjanjian.objects.update_or_create(
        butir=butir, tahun=tahun, teks=teks, defaults={"target": target, "satuan": satuan}
    )
    sudah[kunci] = (target, satuan)


def _catat(aktor: Aktor, nama: str, data: bytes, berlaku: dt.date, hasil: HasilImporArah) -> None:
    ringkasan = {"tambah": hasil.tambah, "ubah": hasil.ubah, "tetap": hasil.tetap}
    impor = ImporData.objects.create(
        instansi_id=aktor.instansi_id,
        jenis="arah",
        nama_berkas=nama[:200],
        sidik_berkas=hashlib.sha256(data).hexdigest(),
        berlaku=berlaku,
        ringkasan=ringkasan,
        pengguna_id=aktor.pengguna_id,
        nama_aktor=aktor.nama,
        dibuat_at=clock.sekarang(),
    )
    audit.catat_objek(
        aktor,
        "impor",
        impor.pk,
        "impor_arah",
        {"sidik_berkas": impor.sidik_berkas, "berlaku": berlaku, **ringkasan},
    )
