"""The life of a round: made, begun, closed with one frozen release, results opened."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.organisasi import kebijakan
from tera.organisasi.models import Penugasan, Periode, StatusPegawai, UnitKerja
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.umum import di_bawah
from tera.regulasi.berakhlak import daftar_nilai
from tera.umpan_balik.models import (
    HasilUmpanBalik,
    InstrumenUmpanBalik,
    JawabanUmpanBalik,
    KemajuanPengisian,
    KunciPasangan,
    LingkupRekan,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
)
from tera.umpan_balik.permissions import PENGELOLA, peran_terhadap_putaran, wajib_peran
from tera.umpan_balik.rilis import Amplop, susun_rilis
from tera.umpan_balik.services.putaran_segel import buka_segel, kunci_baru, segel

ALUR = "putaran_umpan_balik"
Status = PutaranPegawai.Status
TIDAK_IKUT = (StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN)


@dataclass(frozen=True, slots=True)
class IsiPutaran:
    """What a pengelola chooses for a round."""

    nama: str
    mulai: dt.date
    selesai: dt.date
    lingkup_rekan: str = LingkupRekan.UNIT
    instrumen: InstrumenUmpanBalik | None = None


def butir_bawaan(pada: dt.date) -> list[dict[str, Any]]:
    """Return the seven questions, one per BerAKHLAK value with its three guides."""
    return [
        {"kode": satu.kode, "teks": satu.nama, "panduan": list(satu.panduan)}
        for satu in daftar_nilai(pada=pada)
    ]


@transaction.atomic
def susun_putaran(
    *, aktor: Aktor, periode: Periode, unit: UnitKerja, isi: IsiPutaran, pada: dt.date
) -> PutaranUmpanBalik:
    """Make a round for everybody with a definitive post in the unit and below.

    Who had as many rounds in the year as the policy allows is left out.

    Raises:
        TidakBerwenangError: not the pengelola of the unit. MasukanSalahError: dates, name, nobody.
    """
    wajib_peran(
        frozenset({PENGELOLA})
        if boleh_petugas(aktor=aktor, unit=unit, pada=pada, peran=PENGELOLA)
        else frozenset(),
        {PENGELOLA},
        _("Putaran umpan balik disusun oleh pengelola kinerja unit itu."),
    )
    _periksa_isi(isi, pada)
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=pada)
    peserta = _peserta(unit, periode, pada, aturan["umpan_balik.putaran_per_tahun"])
    if not peserta:
        raise MasukanSalahError(
            _(
                "Tidak ada pegawai yang bisa masuk putaran ini: unitnya kosong, atau semua sudah "
                "mencapai jumlah putaran setahun menurut kebijakan instansi."
            )
        )
    try:
        with transaction.atomic():
            putaran = PutaranUmpanBalik.objects.create(
                instansi_id=aktor.instansi_id,
                periode=periode,
                unit=unit,
                instrumen=isi.instrumen,
                nama=isi.nama.strip(),
                butir=isi.instrumen.butir if isi.instrumen else butir_bawaan(pada),
                k=aturan["umpan_balik.k"],
                lingkup_rekan=isi.lingkup_rekan,
                mulai=isi.mulai,
                selesai=isi.selesai,
                kunci_tersegel=kunci_baru(),
                nama_aktor=aktor.nama,
                dibuat_at=clock.sekarang(),
            )
    except IntegrityError:
        raise _salah("nama", _("Sudah ada putaran dengan nama ini. Beri nama lain.")) from None
    PutaranPegawai.objects.bulk_create(
        PutaranPegawai(
            instansi_id=aktor.instansi_id,
            putaran=putaran,
            pegawai_id=satu.pegawai_id,
            penugasan=satu,
            unit_id=satu.unit_id,
        )
        for satu in peserta
    )
    audit.catat_objek(
        aktor, "putaran", putaran.pk, "susun_putaran",
        {"unit": unit.pk, "mulai": isi.mulai, "selesai": isi.selesai, "orang": len(peserta)},
    )  # fmt: skip
    return putaran


@transaction.atomic
def mulai_putaran(*, aktor: Aktor, putaran: PutaranUmpanBalik, pada: dt.date) -> int:
    """Begin for everybody whose respondents are approved; returns for how many.

    Raises: TidakBerwenangError; MasukanSalahError: before its first day or after its last.
    """
    peran = _peran(aktor, putaran, pada)
    if not putaran.mulai <= pada <= putaran.selesai:
        raise MasukanSalahError(
            _("Putaran ini berjalan dari %(mulai)s sampai %(selesai)s. Mulai pada masanya.")
            % {"mulai": tulis_tanggal(putaran.mulai), "selesai": tulis_tanggal(putaran.selesai)}
        )
    daftar = _kunci(putaran, Status.RESPONDEN_DISETUJUI)
    _langkah(aktor, daftar, "mulai", peran, pada)
    return len(daftar)


@transaction.atomic
def tutup_putaran(*, aktor: Aktor, putaran: PutaranUmpanBalik, pada: dt.date) -> int:
    """Close for everybody and freeze the one release there will be; returns for how many.

    Raises: TidakBerwenangError; MasukanSalahError: its last day isn't over.
    """
    peran = _peran(aktor, putaran, pada)
    if pada <= putaran.selesai:
        raise MasukanSalahError(
            _(
                "Putaran ini masih menerima jawaban sampai %(selesai)s. Penutupan lebih awal akan "
                "menunjukkan siapa yang belum mengisi."
            )
            % {"selesai": tulis_tanggal(putaran.selesai)}
        )
    daftar = _kunci(putaran, Status.BERJALAN)
    _langkah(aktor, daftar, "tutup", peran, pada)
    _bekukan(putaran, daftar)
    return len(daftar)


@transaction.atomic
def buka_hasil(*, aktor: Aktor, pegawai_id: int, periode_id: int, pada: dt.date) -> int:
    """Open the results of a person's closed rounds of the period to that person.

    The room of the ratings calls this when the rating is set; until then only the penilai reads.
    """
    daftar = list(
        PutaranPegawai.objects.select_for_update(of=("self",)).filter(
            instansi_id=aktor.instansi_id,
            pegawai_id=pegawai_id,
            putaran__periode_id=periode_id,
            status=Status.DITUTUP,
        )
    )
    peran = frozenset({"sistem"} if aktor.adalah_sistem else ())
    _langkah(aktor, daftar, "buka_hasil", peran, pada)
    return len(daftar)


def segarkan_kemajuan(*, instansi_id: int) -> int:
    """Once a day: write how far the forms are, in steps; a live count would tell who just sent."""
    berubah = 0
    hitungan: dict[int, tuple[int, int]] = {}
    for pk, sudah, jumlah in (
        Responden.objects.filter(
            putaran_pegawai__instansi_id=instansi_id, putaran_pegawai__status=Status.BERJALAN
        )
        .values_list("putaran_pegawai_id", "sudah_mengisi")
        .annotate(jumlah=Count("id"))
    ):
        terisi, semua = hitungan.get(pk, (0, 0))
        hitungan[pk] = (terisi + jumlah * sudah, semua + jumlah)
    per_langkah: dict[str, list[int]] = defaultdict(list)
    for pk, (terisi, semua) in hitungan.items():
        per_langkah[_langkah_kemajuan(terisi, semua)].append(pk)
    for langkah, daftar in per_langkah.items():
        berubah += (
            PutaranPegawai.objects.filter(pk__in=daftar)
            .exclude(kemajuan=langkah)
            .update(kemajuan=langkah)
        )
    return berubah


def jalankan_jadwal(*, instansi_id: int, zona: str, pada: dt.date) -> None:
    """Once a day: begin what may begin, close what has ended, refresh the steps."""
    aktor = Aktor.sistem(instansi_id, zona)
    for putaran in PutaranUmpanBalik.objects.filter(
        instansi_id=instansi_id, daftar_pegawai__status=Status.BERJALAN, selesai__lt=pada
    ).distinct():
        tutup_putaran(aktor=aktor, putaran=putaran, pada=pada)
    for putaran in PutaranUmpanBalik.objects.filter(
        instansi_id=instansi_id,
        daftar_pegawai__status=Status.RESPONDEN_DISETUJUI,
        mulai__lte=pada,
        selesai__gte=pada,
    ).distinct():
        mulai_putaran(aktor=aktor, putaran=putaran, pada=pada)
    segarkan_kemajuan(instansi_id=instansi_id)


def _bekukan(putaran: PutaranUmpanBalik, daftar: list[PutaranPegawai]) -> None:
    """Open every envelope once, publish what the desk lets through, seal the rest again."""
    diundang: dict[int, set[str]] = defaultdict(set)
    amplop: dict[int, list[Amplop]] = defaultdict(list)
    kunci_per_responden: dict[int, KunciPasangan] = {}
    isi_per_responden: dict[int, dict[str, Any]] = {}
    pk_orang = [satu.pk for satu in daftar]
    for pk, hubungan in Responden.objects.filter(putaran_pegawai_id__in=pk_orang).values_list(
        "putaran_pegawai_id", "hubungan"
    ):
        diundang[pk].add(hubungan)
    for kunci in KunciPasangan.objects.filter(
        responden__putaran_pegawai_id__in=pk_orang
    ).select_related("responden"):
        isi = buka_segel(putaran, kunci.isi_tersegel)
        kunci_per_responden[kunci.responden_id] = kunci
        isi_per_responden[kunci.responden_id] = isi
        amplop[kunci.responden.putaran_pegawai_id].append(
            Amplop(
                kunci.responden_id,
                kunci.responden.hubungan,
                tuple(isi["nilai"]),
                isi["teks"],
                isi["apa_adanya"],
            )
        )
    hasil, jawaban = [], []
    for satu in daftar:
        rilis = susun_rilis(
            amplop[satu.pk],
            diundang=sorted(diundang[satu.pk]),
            k=putaran.k,
            jumlah_butir=len(putaran.butir),
        )
        hasil.append(
            HasilUmpanBalik(
                putaran_pegawai=satu,
                isi=rilis.isi,
                diri=rilis.diri,
                himpunan_tersegel=segel(putaran, {"himpunan": rilis.himpunan}),
            )
        )
        for responden_id, kelompok, nilai in rilis.jawaban:
            baris = JawabanUmpanBalik(putaran_pegawai=satu, kelompok=kelompok, nilai=list(nilai))
            jawaban.append(baris)
            isi_per_responden[responden_id] |= {"jawaban_id": str(baris.id)}
    HasilUmpanBalik.objects.bulk_create(hasil)
    # By their random keys: the order of the rows on disk says nothing either.
    JawabanUmpanBalik.objects.bulk_create(sorted(jawaban, key=lambda baris: baris.id))
    for responden_id, kunci in kunci_per_responden.items():
        kunci.isi_tersegel = segel(putaran, isi_per_responden[responden_id])
    KunciPasangan.objects.bulk_update(kunci_per_responden.values(), ["isi_tersegel"], 200)


def _langkah_kemajuan(terisi: int, semua: int) -> str:
    if terisi == semua:
        return KemajuanPengisian.SEMUA
    return KemajuanPengisian.LEBIH if 2 * terisi >= semua else KemajuanPengisian.KURANG


def _langkah(
    aktor: Aktor, daftar: list[PutaranPegawai], aksi: str, peran: frozenset[str], pada: dt.date
) -> None:
    if daftar:
        jalankan_banyak(
            jenis=ALUR,
            aksi=aksi,
            aktor=aktor,
            daftar=[Giliran(satu, peran) for satu in daftar],
            pada=pada,
        )


def _kunci(putaran: PutaranUmpanBalik, status: str) -> list[PutaranPegawai]:
    return list(
        PutaranPegawai.objects.select_for_update(of=("self",))
        .filter(putaran=putaran, status=status)
        .order_by("id")
    )


def _peran(aktor: Aktor, putaran: PutaranUmpanBalik, pada: dt.date) -> frozenset[str]:
    peran = peran_terhadap_putaran(aktor=aktor, putaran=putaran, pada=pada)
    wajib_peran(
        peran, {PENGELOLA, "sistem"}, _("Putaran dijalankan oleh pengelola kinerja unit ini.")
    )
    return peran


def _peserta(
    unit: UnitKerja, periode: Periode, pada: dt.date, batas_setahun: int
) -> list[Penugasan]:
    sudah = {
        satu["pegawai_id"]
        for satu in PutaranPegawai.objects.filter(
            instansi_id=unit.instansi_id, putaran__periode__tahun=periode.tahun
        )
        .values("pegawai_id")
        .annotate(jumlah=Count("id"))
        if satu["jumlah"] >= batas_setahun
    }
    return [
        satu
        for satu in Penugasan.objects.filter(
            berlaku_pada(pada),
            di_bawah(unit.path, "unit__path"),
            instansi_id=unit.instansi_id,
            jenis="definitif",
        )
        .exclude(pegawai__status__in=TIDAK_IKUT)
        .order_by("id")
        if satu.pegawai_id not in sudah
    ]


def _periksa_isi(isi: IsiPutaran, pada: dt.date) -> None:
    if not isi.nama.strip():
        raise _salah("nama", _("Beri nama putaran, misalnya “Umpan balik 2026”."))
    if isi.mulai < pada:
        raise _salah("mulai", _("Hari mulai sudah lewat. Pilih hari ini atau sesudahnya."))
    if isi.selesai < isi.mulai + dt.timedelta(days=3):
        raise _salah(
            "selesai",
            _("Beri responden sedikitnya tiga hari: pilih hari terakhir yang lebih jauh."),
        )
    if isi.lingkup_rekan not in LingkupRekan.values:
        raise _salah("lingkup_rekan", _("Pilih dari mana rekan diundi."))


def _salah(bidang: str, pesan: str) -> MasukanSalahError:
    return MasukanSalahError(pesan, per_bidang={bidang: [pesan]})
