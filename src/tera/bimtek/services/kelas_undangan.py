"""Asking people to a class, taking them off its list, their answer, a reminder."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from tera.bimtek.models import KelasBimtek, PesertaKelas
from tera.bimtek.selectors.kelas import calon_peserta, penilai_saat_ini
from tera.bimtek.services.dasar import pegawai_id
from tera.bimtek.services.kelas import S, kabari, wajib_menjalankan, wajib_penyelenggara
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Pegawai, UnitKerja
from tera.regulasi.nip import rapikan_nip

J = PesertaKelas.Jawaban
UNDANGAN_TERBANYAK = 2000
BISA_DIUNDANG = frozenset({S.DISUSUN, S.TERBUKA, S.BERLANGSUNG})


@dataclass(slots=True)
class HasilUndangan:
    """Who was put on the list now, how many were on it, and what couldn't be (text, why)."""

    baru: int = 0
    sudah_ada: int = 0
    ditolak: list[tuple[str, str]] = field(default_factory=list)


def undang_unit(
    *, aktor: Aktor, kelas: KelasBimtek, unit: UnitKerja, penilai_saja: bool, pada: dt.date
) -> HasilUndangan:
    """Ask everybody of a unit and below it, or only those who rate somebody.

    Raises: TidakBerwenangError: not one's unit. StatusTidakSesuaiError. MasukanSalahError: nobody.
    """
    tugas = calon_peserta(aktor=aktor, pada=pada).filter(
        unit__path__gte=unit.path, unit__path__lt=unit.path + "~"
    )
    if penilai_saja:
        tugas = tugas.filter(pegawai__in=penilai_saat_ini(instansi_id=aktor.instansi_id, pada=pada))
    orang = dict(tugas.order_by("-jenis", "pk").values_list("pegawai_id", "unit_id"))
    if not orang:
        raise MasukanSalahError(
            _("Tidak ada yang diundang."),
            per_bidang={
                "unit": [
                    _("Tidak ada orang seperti itu pada unit ini di wilayah Anda. Pilih unit lain.")
                ]
            },
        )
    return _undang(aktor, kelas, orang, HasilUndangan(), pada)


def undang_nip(*, aktor: Aktor, kelas: KelasBimtek, teks: str, pada: dt.date) -> HasilUndangan:
    """Ask the people of a pasted list of NIP; what isn't found is named, the others are asked.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: nothing was pasted.
    """
    daftar = list(
        dict.fromkeys(
            rapikan_nip(satu) for satu in teks.replace(",", "\n").replace(";", "\n").splitlines()
        )
    )
    daftar = [satu for satu in daftar if satu]
    if not daftar:
        raise MasukanSalahError(
            _("Tidak ada yang diundang."),
            per_bidang={"nip": [_("Tempel NIP, satu pada tiap baris.")]},
        )
    hasil = HasilUndangan()
    per_nip = {
        nip: (pegawai, unit)
        for nip, pegawai, unit in calon_peserta(aktor=aktor, pada=pada)
        .filter(pegawai__nip__in=daftar[:UNDANGAN_TERBANYAK])
        .order_by("-jenis", "pk")
        .values_list("pegawai__nip", "pegawai_id", "unit_id")
    }
    for nip in daftar:
        if nip not in per_nip:
            hasil.ditolak.append((nip[:30], _("tidak ditemukan di wilayah Anda")))
    return _undang(
        aktor, kelas, dict(per_nip[nip] for nip in daftar if nip in per_nip), hasil, pada
    )


def undang_orang(
    *, aktor: Aktor, kelas: KelasBimtek, pegawai: Pegawai, pada: dt.date
) -> HasilUndangan:
    """Ask one person who was picked.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: outside one's units.
    """
    orang = dict(
        calon_peserta(aktor=aktor, pada=pada)
        .filter(pegawai=pegawai)
        .order_by("-jenis", "pk")
        .values_list("pegawai_id", "unit_id")
    )
    if not orang:
        raise MasukanSalahError(
            _("Tidak ada yang diundang."),
            per_bidang={"pegawai": [_("Orang ini tidak bertugas di wilayah Anda hari ini.")]},
        )
    return _undang(aktor, kelas, orang, HasilUndangan(), pada)


@transaction.atomic
def _undang(
    aktor: Aktor, kelas: KelasBimtek, orang: dict[int, int], hasil: HasilUndangan, pada: dt.date
) -> HasilUndangan:
    wajib_penyelenggara(aktor, kelas, pada)
    kini = KelasBimtek.objects.select_for_update(of=("self",)).get(pk=kelas.pk)
    if kini.status not in BISA_DIUNDANG:
        raise StatusTidakSesuaiError(
            _("Kelas ini sudah “%(status)s”, jadi tidak menerima peserta lagi.")
            % {"status": kini.get_status_display()}
        )
    ada = set(kini.daftar_peserta.values_list("pegawai_id", flat=True))
    baru = {siapa: unit for siapa, unit in orang.items() if siapa not in ada}
    if len(ada) + len(baru) > UNDANGAN_TERBANYAK:
        raise MasukanSalahError(
            _("Satu kelas mengundang paling banyak %(n)s orang. Pilih unit yang lebih kecil.")
            % {"n": UNDANGAN_TERBANYAK}
        )
    PesertaKelas.objects.bulk_create(
        PesertaKelas(kelas=kini, pegawai_id=siapa, unit_id=unit, diundang_pada=pada)
        for siapa, unit in baru.items()
    )
    if baru:
        audit.catat_objek(aktor, "kelas_bimtek", kini.pk, "undang", {"pegawai": sorted(baru)})
        if kini.status != S.DISUSUN:
            kabari(kini, "bimtek.kelas_diundang", list(baru))
    hasil.baru, hasil.sudah_ada = len(baru), len(orang) - len(baru)
    return hasil


@transaction.atomic
def keluarkan(*, aktor: Aktor, peserta: PesertaKelas, pada: dt.date) -> None:
    """Take somebody off the list of a class that hasn't begun.

    Raises: TidakBerwenangError, StatusTidakSesuaiError.
    """
    kelas = peserta.kelas
    wajib_penyelenggara(aktor, kelas, pada)
    if kelas.status not in {S.DISUSUN, S.TERBUKA}:
        raise StatusTidakSesuaiError(
            _("Kelas sudah dimulai, jadi daftarnya tetap. Tandai saja tidak hadir.")
        )
    audit.catat_objek(aktor, "kelas_bimtek", kelas.pk, "keluarkan", {"pegawai": peserta.pegawai_id})
    if kelas.status == S.TERBUKA and peserta.jawaban != J.MENOLAK:
        kabari(kelas, "bimtek.kelas_undangan_dicabut", [peserta.pegawai_id])
    peserta.delete()


@transaction.atomic
def jawab_undangan(
    *, aktor: Aktor, peserta: PesertaKelas, menerima: bool, alasan: str, pada: dt.date
) -> PesertaKelas:
    """Say whether one comes; may be changed until the class begins. Seats are given under a lock.

    Raises:
        TidakBerwenangError: somebody else's invitation. MasukanSalahError: no reason for a no.
        StatusTidakSesuaiError: the class has begun or ended, or its seats are taken.
    """
    if peserta.pegawai_id != pegawai_id(aktor):
        raise TidakBerwenangError(_("Undangan dijawab oleh orang yang diundang."))
    kelas = KelasBimtek.objects.select_for_update(of=("self",)).get(pk=peserta.kelas_id)
    if kelas.status != S.TERBUKA:
        raise StatusTidakSesuaiError(
            _("Kelas ini “%(status)s”, jadi jawaban tidak diubah lagi. Hubungi pelatihnya.")
            % {"status": kelas.get_status_display()}
        )
    bersih = " ".join(alasan.split())[:300]
    if not menerima and not bersih:
        raise MasukanSalahError(
            _("Jawaban belum terkirim."),
            per_bidang={"alasan": [_("Tulis mengapa tidak bisa, supaya jadwal lain dicarikan.")]},
        )
    kini = PesertaKelas.objects.select_for_update(of=("self",)).get(pk=peserta.pk)
    if menerima and kini.jawaban != J.MENERIMA:
        terisi = kelas.daftar_peserta.filter(jawaban=J.MENERIMA).count()
        if terisi >= kelas.kapasitas:
            raise StatusTidakSesuaiError(
                _(
                    "Semua %(n)s kursi sudah terisi. Hubungi pelatih bila ada yang batal; "
                    "undangan Anda tetap ada."
                )
                % {"n": kelas.kapasitas}
            )
    kini.jawaban = J.MENERIMA if menerima else J.MENOLAK
    kini.alasan = "" if menerima else bersih
    kini.dijawab_pada = pada
    kini.save(update_fields=["jawaban", "alasan", "dijawab_pada"])
    audit.catat_objek(
        aktor, "peserta_kelas", kini.pk, "jawab", {"jawaban": kini.jawaban, "alasan": kini.alasan}
    )
    return kini


@transaction.atomic
def ingatkan_kelas(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> int:
    """Remind who hasn't answered; returns how many.

    Raises: TidakBerwenangError, StatusTidakSesuaiError: not open, or everybody answered.
    """
    wajib_menjalankan(aktor, kelas, pada)
    orang = list(
        kelas.daftar_peserta.filter(jawaban=J.DIUNDANG).values_list("pegawai_id", flat=True)
    )
    if kelas.status != S.TERBUKA or not orang:
        raise StatusTidakSesuaiError(
            _("Tidak ada yang perlu diingatkan: semua sudah menjawab, atau kelas tidak terbuka.")
        )
    audit.catat_objek(aktor, "kelas_bimtek", kelas.pk, "ingatkan", {"jumlah": len(orang)})
    kabari(kelas, "bimtek.kelas_diingatkan", orang)
    return len(orang)


def ingatkan_jatuh_tempo(*, instansi_id: int, pada: dt.date) -> int:
    """Remind two days before an answer is due, and the day before a class; returns how many."""
    n = 0
    besok, lusa = pada + dt.timedelta(days=1), pada + dt.timedelta(days=2)
    for kelas in KelasBimtek.objects.filter(instansi_id=instansi_id, status=S.TERBUKA):
        orang: set[int] = set()
        if kelas.mulai == besok:
            orang |= _yang(kelas, J.MENERIMA) | _yang(kelas, J.DIUNDANG)
        elif kelas.balas_sampai == lusa:
            orang |= _yang(kelas, J.DIUNDANG)
        with transaction.atomic():
            kabari(kelas, "bimtek.kelas_diingatkan", orang)
        n += len(orang)
    return n


def _yang(kelas: KelasBimtek, jawaban: J) -> set[int]:
    return set(kelas.daftar_peserta.filter(jawaban=jawaban).values_list("pegawai_id", flat=True))
