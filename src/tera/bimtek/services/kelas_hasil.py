"""Practice before and after a class, its questionnaire, and the one time its results are frozen."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tera.bimtek.angket import BUTIR, BUTIR_TEMA, PILIHAN, TEMA, ringkasan_angket
from tera.bimtek.models import (
    HitunganAngket,
    JenisSesi,
    KehadiranKelas,
    KelasBimtek,
    PesertaKelas,
    SesiLatihan,
)
from tera.bimtek.selectors.kelas import batas_sesudah
from tera.bimtek.selectors.kelas_hasil import ringkasan_sebelum, ringkasan_sesudah
from tera.bimtek.services.dasar import pegawai_id
from tera.bimtek.services.kelas import S, wajib_menjalankan
from tera.bimtek.services.latihan import mulai_latihan
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError

SEBELUM, SESUDAH = "sebelum", "sesudah"


@transaction.atomic
def mulai_latihan_kelas(
    *, aktor: Aktor, peserta: PesertaKelas, fase: str, pada: dt.date
) -> SesiLatihan:
    """Begin, or go on with, the practice of one phase; its session stays the person's own.

    Cases one has seen come last in the draw, so the two phases have different ones.

    Raises:
        TidakBerwenangError: somebody else's place.
        StatusTidakSesuaiError: not the time of this phase, or another session runs.
    """
    if peserta.pegawai_id != pegawai_id(aktor):
        raise TidakBerwenangError(_("Latihan kelas dikerjakan pesertanya sendiri."))
    kini = PesertaKelas.objects.select_for_update(of=("self",)).get(pk=peserta.pk)
    bidang = "sesi_sebelum" if fase == SEBELUM else "sesi_sesudah"
    ada: SesiLatihan | None = getattr(kini, bidang)
    if ada is not None:
        return ada
    if not boleh_latihan(peserta=kini, fase=fase):
        raise StatusTidakSesuaiError(_belum_waktunya(fase))
    berjalan = SesiLatihan.objects.filter(
        pegawai_id=kini.pegawai_id, jenis=JenisSesi.LATIHAN, selesai_pada__isnull=True
    ).first()
    if berjalan is not None:
        raise StatusTidakSesuaiError(
            _(
                "Anda masih punya latihan yang berjalan. Selesaikan atau hapus dulu di halaman "
                "Latihan menilai, lalu mulai latihan kelas."
            )
        )
    sesi = mulai_latihan(aktor=aktor, pada=pada)
    setattr(kini, bidang, sesi)
    kini.save(update_fields=[bidang])
    audit.catat_objek(aktor, "peserta_kelas", kini.pk, "latihan", {"fase": fase, "sesi": sesi.pk})
    return sesi


def boleh_latihan(*, peserta: PesertaKelas, fase: str) -> bool:
    """Whether the practice of a phase may begin now: at most one query."""
    kelas = peserta.kelas
    if kelas.dibekukan_pada is not None:
        return False
    if fase == SEBELUM:
        return (
            peserta.jawaban == PesertaKelas.Jawaban.MENERIMA
            and kelas.status in {S.TERBUKA, S.BERLANGSUNG}
            and peserta.sesi_sesudah_id is None
        )
    return kelas.status in {S.BERLANGSUNG, S.SELESAI} and pernah_hadir(peserta)


def pernah_hadir(peserta: PesertaKelas) -> bool:
    """Whether a participant was there on any day; no query for a row of ``undangan_saya``."""
    tahu = getattr(peserta, "pernah_hadir", None)
    if tahu is not None:
        return bool(tahu)
    return KehadiranKelas.objects.filter(peserta=peserta, hadir=True).exists()


def _belum_waktunya(fase: str) -> str:
    if fase == SEBELUM:
        return _(
            "Latihan sebelum kelas dikerjakan sesudah Anda menyatakan hadir dan sebelum kelas "
            "selesai."
        )
    return _(
        "Latihan sesudah kelas terbuka bagi yang hadir, sejak kelas dimulai sampai hasilnya "
        "dibekukan."
    )


@transaction.atomic
def lihat_sebelum(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> KelasBimtek:
    """Freeze, once, what the practice before shows of the class: so that it says what to teach.

    Raises:
        TidakBerwenangError; StatusTidakSesuaiError: done already, or not the time.
        MasukanSalahError: fewer than five people have practised.
    """
    wajib_menjalankan(aktor, kelas, pada)
    kini = KelasBimtek.objects.select_for_update(of=("self",)).get(pk=kelas.pk)
    if SEBELUM in kini.ringkasan:
        raise StatusTidakSesuaiError(_("Gambaran awal kelas ini sudah dibuat dan tidak berubah."))
    if kini.status not in {S.TERBUKA, S.BERLANGSUNG}:
        raise StatusTidakSesuaiError(
            _("Gambaran awal dibuat selama kelas terbuka atau berlangsung.")
        )
    ringkas = ringkasan_sebelum(kelas=kini)
    if ringkas is None:
        raise MasukanSalahError(
            _(
                "Belum lima peserta menyelesaikan latihan sebelum kelas. Di bawah itu angkanya "
                "bisa menunjuk orang, jadi tidak ditampilkan."
            )
        )
    kini.ringkasan = kini.ringkasan | {SEBELUM: ringkas}
    kini.save(update_fields=["ringkasan", "updated_at"])
    audit.catat_objek(aktor, "kelas_bimtek", kini.pk, "lihat_sebelum", {"orang": ringkas["orang"]})
    return kini


@transaction.atomic
def isi_angket(
    *, aktor: Aktor, peserta: PesertaKelas, jawaban: Mapping[str, str], tema: Collection[str]
) -> None:
    """Add one's answers to the counts of the class; only that one answered is kept, never what.

    No audit row, no time: either would tell whose answers came when.

    Raises:
        TidakBerwenangError; StatusTidakSesuaiError: answered, closed, or never there.
        MasukanSalahError: a question has no answer.
    """
    if peserta.pegawai_id != pegawai_id(aktor):
        raise TidakBerwenangError(_("Angket diisi pesertanya sendiri."))
    kini = PesertaKelas.objects.select_for_update(of=("self",)).get(pk=peserta.pk)
    if kini.angket_terkirim:
        raise StatusTidakSesuaiError(_("Angket ini sudah Anda kirim. Terima kasih."))
    if not boleh_angket(peserta=kini):
        raise StatusTidakSesuaiError(
            _("Angket terbuka bagi yang hadir, sejak kelas selesai sampai hasilnya dibekukan.")
        )
    kurang = {
        kode: [_("Pilih satu jawaban.")] for kode in BUTIR if jawaban.get(kode) not in PILIHAN
    }
    if kurang or not set(tema) <= set(TEMA):
        raise MasukanSalahError(
            _("Angket belum terkirim: ada pertanyaan yang belum dijawab."), per_bidang=kurang
        )
    pasangan = [(kode, jawaban[kode]) for kode in BUTIR]
    pasangan += [(BUTIR_TEMA, satu) for satu in sorted(set(tema))]
    for butir, pilihan in pasangan:
        HitunganAngket.objects.get_or_create(kelas_id=kini.kelas_id, butir=butir, pilihan=pilihan)
        HitunganAngket.objects.filter(kelas_id=kini.kelas_id, butir=butir, pilihan=pilihan).update(
            jumlah=F("jumlah") + 1
        )
    kini.angket_terkirim = True
    kini.save(update_fields=["angket_terkirim"])


def boleh_angket(*, peserta: PesertaKelas) -> bool:
    """Whether the questionnaire is open to this participant: at most one query."""
    kelas = peserta.kelas
    return (
        kelas.status == S.SELESAI
        and kelas.dibekukan_pada is None
        and not peserta.angket_terkirim
        and pernah_hadir(peserta)
    )


@transaction.atomic
def bekukan_hasil(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> KelasBimtek:
    """Freeze the results of a class, once: what comes later changes nothing, so nobody is found.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: not ended, or frozen already.
    """
    if not aktor.adalah_sistem:
        wajib_menjalankan(aktor, kelas, pada)
    kini = KelasBimtek.objects.select_for_update(of=("self",)).get(pk=kelas.pk)
    if kini.status != S.SELESAI:
        raise StatusTidakSesuaiError(_("Hasil dibekukan sesudah kelas selesai."))
    if kini.dibekukan_pada is not None:
        raise StatusTidakSesuaiError(_("Hasil kelas ini sudah dibekukan dan tidak berubah lagi."))
    hitungan = {
        (satu.butir, satu.pilihan): satu.jumlah
        for satu in HitunganAngket.objects.filter(kelas=kini)
    }
    kini.ringkasan = kini.ringkasan | {
        SESUDAH: ringkasan_sesudah(kelas=kini),
        "angket": ringkasan_angket(hitungan),
        "hadir": kini.daftar_peserta.filter(daftar_hadir__hadir=True).distinct().count(),
        "diundang": kini.daftar_peserta.count(),
    }
    kini.dibekukan_pada = pada
    kini.save(update_fields=["ringkasan", "dibekukan_pada", "updated_at"])
    # The counts have done their part: what remains is what may be told.
    HitunganAngket.objects.filter(kelas=kini).delete()
    audit.catat_objek(aktor, "kelas_bimtek", kini.pk, "bekukan", {"pada": pada})
    return kini


def bekukan_jatuh_tempo(*, aktor: Aktor, pada: dt.date) -> int:
    """Freeze the classes of an instansi whose last day for it is over; returns how many."""
    n = 0
    for kelas in KelasBimtek.objects.filter(
        instansi_id=aktor.instansi_id, status=S.SELESAI, dibekukan_pada__isnull=True
    ):
        if batas_sesudah(kelas) < pada:
            bekukan_hasil(aktor=aktor, kelas=kelas, pada=pada)
            n += 1
    return n
