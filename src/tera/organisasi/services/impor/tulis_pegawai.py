"""Writes accepted rows in bulk: people, accounts, numbers, posts, assignments, audit links."""

import datetime as dt
import secrets
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.models import Pengguna
from tera.core.sisip import sisip_massal
from tera.organisasi.models import (
    Jabatan,
    JenisPenugasan,
    NomorInduk,
    Pegawai,
    Penugasan,
)
from tera.organisasi.services.impor.baca_pegawai import Bacaan, BarisPegawai, Unit
from tera.organisasi.services.impor.hasil import HasilImpor, Kemajuan, Rincian
from tera.organisasi.services.impor.pimpinan import memimpin
from tera.organisasi.services.impor.tulis import catat_awal, catat_lanjutan, potong
from tera.regulasi.kategori import Jenjang

_SATU_HARI = dt.timedelta(days=1)
_BIDANG = (
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "status",
    "golongan",
    "tmt_golongan",
    "tmt_cpns",
    "kedudukan_hukum",
    "pendidikan",
    "surel",
    "no_hp",
)
_DARI_BARIS = {nama: "kedudukan" if nama == "kedudukan_hukum" else nama for nama in _BIDANG}
# Only what the file names replaces; kedudukan has a default when its column is missing.
_BAWAAN_KOLOM = {"kedudukan_hukum": "kedudukan"}


class PenulisPegawai:
    """One writing of one file, inside the caller's transaction.

    Attributes:
        tersentuh: people whose assignment was opened, closed or corrected.
        sejak_penilai: the first day whose raters must be worked out again.
    """

    def __init__(
        self, *, aktor: Aktor, hasil: HasilImpor, unit: dict[str, Unit], kemajuan: Kemajuan
    ) -> None:
        self.aktor = aktor
        self.hasil = hasil
        self.berlaku = hasil.berlaku
        self.instansi_id = aktor.instansi_id
        self.unit = {isi.id: isi for isi in unit.values()}
        self.kemajuan = kemajuan
        self.tersentuh: list[int] = []
        self.sejak_penilai = self.berlaku
        self._jabatan: dict[tuple[str, str], Jabatan] = {}
        self._nomor: dict[str, int] = {}

    def tulis(self, bacaan: Bacaan) -> None:
        """Write every accepted row; only differences reach the database."""
        self._siapkan_jabatan(bacaan.daftar)
        self._nomor = self._semua_nomor()
        selesai = 0
        for bagian in potong(bacaan.daftar):
            self._tulis_bagian(bagian, bacaan.ada_kolom)
            selesai += len(bagian)
            self.kemajuan("menyimpan", selesai, len(bacaan.daftar))

    def _tulis_bagian(self, bagian: Iterable[BarisPegawai], ada_kolom: frozenset[str]) -> None:
        per_nip = {baris.nip: baris for baris in bagian}
        dikenal = self._dikenal(list(per_nip))
        baru = [baris for nip, baris in per_nip.items() if nip not in dikenal]
        lama = [(baris, dikenal[nip]) for nip, baris in per_nip.items() if nip in dikenal]
        if baru:
            self._buka_baru(baru)
        if lama:
            self._ubah_lama(lama, ada_kolom)

    def _dikenal(self, daftar_nip: list[str]) -> dict[str, Pegawai]:
        """People by the number in the file: the present one, else one they carried before."""
        nomor = {nip: self._nomor[nip] for nip in daftar_nip if nip in self._nomor}
        orang = Pegawai.objects.in_bulk(list(set(nomor.values())))
        return {nip: orang[pk] for nip, pk in nomor.items()}

    def _semua_nomor(self) -> dict[str, int]:
        """Every number of the instansi and whose it is, read once: a lookup by pieces would scan

        the table again for each piece (the index on the number is partial).
        """
        lama = NomorInduk.objects.filter(pegawai__instansi_id=self.instansi_id)
        semua = dict(lama.order_by("sejak").values_list("nomor", "pegawai_id").iterator())
        kini = Pegawai.objects.filter(instansi_id=self.instansi_id).exclude(nip="")
        return semua | dict(kini.values_list("nip", "id").iterator())

    # --- people new to Tera -----------------------------------------------------------------
    def _buka_baru(self, daftar: list[BarisPegawai]) -> None:
        akun = self._akun(daftar)
        orang = [
            Pegawai(
                instansi_id=self.instansi_id,
                nip=baris.nip,
                akun=akun.get(baris.nip),
                **{nama: getattr(baris, asal) for nama, asal in _DARI_BARIS.items()},
            )
            for baris in daftar
        ]
        sisip_massal(orang)
        sisip_massal(
            [
                NomorInduk(
                    pegawai_id=pegawai.pk,
                    nomor=baris.nip,
                    jenis=NomorInduk.Jenis.PPPK
                    if baris.status.startswith("pppk")
                    else NomorInduk.Jenis.PNS,
                    sejak=baris.tmt_cpns or self.berlaku,
                )
                for pegawai, baris in zip(orang, daftar, strict=True)
            ]
        )
        tugas = [
            self._penugasan(pegawai.pk, baris, self._mulai(baris))
            for pegawai, baris in zip(orang, daftar, strict=True)
        ]
        sisip_massal(tugas)
        catat_awal(
            self.aktor,
            "pegawai",
            [
                (
                    pegawai.pk,
                    {
                        "pegawai": baris[1:],
                        "penugasan": [satu.unit_id, satu.jabatan_id, satu.sejak.isoformat()],
                    },
                )
                for pegawai, baris, satu in zip(orang, daftar, tugas, strict=True)
            ],
        )
        self.tersentuh += [pegawai.pk for pegawai in orang]
        self.sejak_penilai = min(
            self.sejak_penilai,
            max(dt.date(self.berlaku.year, 1, 1), min(satu.sejak for satu in tugas)),
        )
        self.hasil.perubahan["pegawai_baru"] += len(orang)
        self.hasil.perubahan["penugasan_dibuka"] += len(tugas)

    def _mulai(self, baris: BarisPegawai) -> dt.date:
        if baris.tmt_jabatan and baris.tmt_jabatan <= self.berlaku:
            return baris.tmt_jabatan
        return self.berlaku

    def _akun(self, daftar: list[BarisPegawai]) -> dict[str, Pengguna]:
        """One account each, named by the number, without a password until it is activated."""
        terpakai = {
            akun.nama_akun: akun
            for akun in Pengguna.objects.filter(nama_akun__in=[b.nip for b in daftar])
        }
        baru = [
            Pengguna(
                nama_akun=baris.nip,
                nama_tampil=baris.nama,
                surel=baris.surel,
                instansi_id=self.instansi_id,
                password=UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20),
            )
            for baris in daftar
            if baris.nip not in terpakai
        ]
        sisip_massal(baru)
        hasil = {akun.nama_akun: akun for akun in baru}
        bebas = set(
            Pegawai.objects.filter(akun__in=list(terpakai.values())).values_list(
                "akun_id", flat=True
            )
        )
        for baris in daftar:
            akun = terpakai.get(baris.nip)
            if akun is None:
                continue
            if akun.instansi_id == self.instansi_id and akun.pk not in bebas:
                hasil[baris.nip] = akun
            else:
                self._ingatkan(
                    baris,
                    "akun_sudah_ada",
                    _(
                        "NIP ini sudah punya akun pada instansi lain di pemasangan ini, jadi akun "
                        "baru tidak dibuat. Pindahkan akunnya bila orangnya pindah."
                    ),
                )
        return hasil

    # --- people Tera knows ------------------------------------------------------------------
    def _ubah_lama(
        self, daftar: list[tuple[BarisPegawai, Pegawai]], ada_kolom: frozenset[str]
    ) -> None:
        ubah: list[Pegawai] = []
        catatan: dict[int, dict[str, Any]] = {}
        for baris, pegawai in daftar:
            beda = self._beda(baris, pegawai, ada_kolom)
            if beda:
                for nama, nilai in beda.items():
                    setattr(pegawai, nama, nilai)
                ubah.append(pegawai)
                catatan[pegawai.pk] = dict(beda)
        if ubah:
            Pegawai.objects.bulk_update(ubah, _BIDANG, batch_size=500)
            self.hasil.perubahan["pegawai_berubah"] += len(ubah)
            if any("kedudukan_hukum" in isi for isi in catatan.values()):
                # A head who left the post in use changes who rates the unit.
                self.tersentuh += [pk for pk, isi in catatan.items() if "kedudukan_hukum" in isi]
        for pk, isi in self._ubah_penugasan(daftar).items():
            catatan.setdefault(pk, {}).update(isi)
        catat_lanjutan(self.aktor, "pegawai", list(catatan.items()))

    def _beda(
        self, baris: BarisPegawai, pegawai: Pegawai, ada_kolom: frozenset[str]
    ) -> dict[str, Any]:
        beda: dict[str, Any] = {}
        for nama, asal in _DARI_BARIS.items():
            baru = getattr(baris, asal)
            if baru in ("", None) or _BAWAAN_KOLOM.get(nama, asal) not in ada_kolom | {
                "tanggal_lahir",
                "jenis_kelamin",
            }:
                continue
            if baru != getattr(pegawai, nama):
                beda[nama] = baru
        return beda

    def _ubah_penugasan(
        self, daftar: list[tuple[BarisPegawai, Pegawai]]
    ) -> dict[int, dict[str, Any]]:
        terbuka = {
            tugas.pegawai_id: tugas
            for tugas in Penugasan.objects.filter(
                pegawai_id__in=[pegawai.pk for _, pegawai in daftar],
                jenis=JenisPenugasan.DEFINITIF,
                sampai__isnull=True,
            )
        }
        tutup: list[Penugasan] = []
        betulkan: list[Penugasan] = []
        buka: list[Penugasan] = []
        catatan: dict[int, dict[str, Any]] = {}
        for baris, pegawai in daftar:
            kini = terbuka.get(pegawai.pk)
            baru = self._penugasan(pegawai.pk, baris, self.berlaku)
            if kini is None:
                buka.append(baru)
            elif self._sama(kini, baru):
                continue
            elif kini.sejak > self.berlaku:
                self._ingatkan(
                    baris,
                    "penugasan_lebih_baru",
                    _(
                        "Penugasan di Tera mulai sesudah tanggal berlaku berkas, jadi tidak "
                        "diubah. Impor dengan tanggal berlaku yang lebih baru."
                    ),
                )
                continue
            elif kini.sejak == self.berlaku:
                # The same day corrected: one row, not two that end before they begin.
                kini.unit_id, kini.jabatan_id = baru.unit_id, baru.jabatan_id
                kini.memimpin_unit = baru.memimpin_unit
                betulkan.append(kini)
            else:
                kini.sampai = self.berlaku - _SATU_HARI
                tutup.append(kini)
                buka.append(baru)
            catatan[pegawai.pk] = {
                "penugasan": [
                    baru.unit_id,
                    baru.jabatan_id,
                    baru.memimpin_unit,
                    self.berlaku.isoformat(),
                ]
            }
        Penugasan.objects.bulk_update(tutup, ["sampai"], batch_size=500)
        Penugasan.objects.bulk_update(
            betulkan, ["unit", "jabatan", "memimpin_unit"], batch_size=500
        )
        Penugasan.objects.bulk_create(buka)
        for kata, isi in (
            ("penugasan_ditutup", tutup),
            ("penugasan_dibuka", buka),
            ("penugasan_dibetulkan", betulkan),
        ):
            if isi:
                self.hasil.perubahan[kata] += len(isi)
        self.tersentuh += list(catatan)
        return catatan

    @staticmethod
    def _sama(satu: Penugasan, dua: Penugasan) -> bool:
        return (satu.unit_id, satu.jabatan_id, satu.memimpin_unit) == (
            dua.unit_id,
            dua.jabatan_id,
            dua.memimpin_unit,
        )

    # --- posts ------------------------------------------------------------------------------
    def _penugasan(self, pegawai_id: int, baris: BarisPegawai, sejak: dt.date) -> Penugasan:
        unit = self.unit[baris.unit_id]
        return Penugasan(
            instansi_id=self.instansi_id,
            pegawai_id=pegawai_id,
            unit_id=baris.unit_id,
            jabatan_id=self._jabatan[self._kunci_jabatan(baris)].pk,
            memimpin_unit=memimpin(
                nip=baris.nip,
                jabatan=baris.jabatan,
                pimpinan_nip=unit.pimpinan_nip,
                jabatan_pimpinan=unit.jabatan_pimpinan,
            ),
            sejak=sejak,
            dasar="Impor pegawai",
        )

    def _kunci_jabatan(self, baris: BarisPegawai) -> tuple[str, str]:
        """Name and kind of the post; one JF name with several jenjang gets the jenjang added."""
        if baris.jenjang and (baris.jabatan, baris.jenjang) in self._berjenjang:
            label = Jenjang(baris.jenjang).label
            return f"{baris.jabatan} {label}"[:300], baris.jenis_jabatan
        return baris.jabatan, baris.jenis_jabatan

    def _siapkan_jabatan(self, daftar: list[BarisPegawai]) -> None:
        jenjang: dict[str, set[str]] = {}
        for baris in daftar:
            if baris.jenjang:
                jenjang.setdefault(baris.jabatan, set()).add(baris.jenjang)
        self._berjenjang = {
            (nama, satu) for nama, isi in jenjang.items() if len(isi) > 1 for satu in isi
        }
        self._jabatan = {
            (jabatan.nama, jabatan.jenis): jabatan
            for jabatan in Jabatan.objects.filter(instansi_id=self.instansi_id)
        }
        baru: dict[tuple[str, str], Jabatan] = {}
        for baris in daftar:
            kunci = self._kunci_jabatan(baris)
            if kunci not in self._jabatan and kunci not in baru:
                baru[kunci] = Jabatan(
                    instansi_id=self.instansi_id,
                    nama=kunci[0],
                    jenis=kunci[1],
                    jenjang=baris.jenjang,
                    eselon=baris.eselon,
                )
        for bagian in potong(list(baru.values())):
            Jabatan.objects.bulk_create(bagian)
        self._jabatan |= baru

    def _ingatkan(self, baris: BarisPegawai, kode: str, pesan: str) -> None:
        self.hasil.peringatan[kode] += 1
        self.hasil.rincian.append(Rincian(baris.baris, "NIP", kode, pesan))
