"""The matrix of a year: made, reviewed by the Komite Talenta, set by the pejabat pembina."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.evaluasi.selectors.hasil import tahunan_per_orang
from tera.organisasi import kebijakan
from tera.organisasi.models import (
    JenisJabatan,
    JenisPenugasan,
    Penugasan,
    StatusPegawai,
)
from tera.organisasi.selectors import berlaku_pada
from tera.regulasi.kategori import Predikat
from tera.tindak_lanjut.models import (
    KotakTalenta,
    PenilaianPotensi,
    PeringkatKinerja,
    PetaTalenta,
)
from tera.tindak_lanjut.permissions.talenta import peran_peta
from tera.tindak_lanjut.selectors.talenta.hitung import KINERJA_PREDIKAT, kotak, level_potensial
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen, tolak, wajib, wajib_peran

PESERTA = {
    "pns": (StatusPegawai.PNS,),
    "asn": (StatusPegawai.PNS, StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU),
}
_SEKALI_TULIS = 2000


def aturan_peta(*, instansi_id: int, pada: dt.date) -> dict[str, Any]:
    """Return the instansi's policy of the day as it is kept with the matrix.

    Raises:
        MasukanSalahError: the cut-offs stand the wrong way round.
    """
    semua = kebijakan.semua(instansi_id=instansi_id, pada=pada)
    tinggi, menengah = semua["talenta.batas_tinggi"], semua["talenta.batas_menengah"]
    if menengah >= tinggi:
        raise MasukanSalahError(
            _(
                "Batas potensial menengah (%(menengah)s) tidak lebih kecil dari batas tinggi "
                "(%(tinggi)s). Perbaiki dulu di kebijakan instansi, lalu susun lagi."
            )
            % {"menengah": menengah, "tinggi": tinggi}
        )
    return {
        "sumbu_kinerja": semua["talenta.sumbu_kinerja"],
        "batas_tinggi": str(tinggi),
        "batas_menengah": str(menengah),
        "umur_penilaian": semua["talenta.umur_penilaian"],
        "peserta": semua["talenta.peserta"],
        "pada": pada.isoformat(),
    }


@transaction.atomic
def susun_peta(*, aktor: Aktor, tahun: int, pada: dt.date) -> PetaTalenta:
    """Make the matrix of ``tahun`` from the results and assessments known on ``pada``.

    Raises:
        TidakBerwenangError: no pengelola over the whole instansi.
        MasukanSalahError: a year ahead, or one that has its matrix.
    """
    if not aktor.adalah_sistem:
        wajib_peran(jangkauan(aktor=aktor, pada=pada).peran_seluruh, "pengelola")
    if tahun > pada.year:
        tolak("tahun", _("Tahun %(tahun)s belum berjalan. Pilih tahun lain.") % {"tahun": tahun})
    if PetaTalenta.objects.filter(instansi_id=aktor.instansi_id, tahun=tahun).exists():
        tolak(
            "tahun",
            _("Peta tahun %(tahun)s sudah ada. Buka petanya dari daftar.") % {"tahun": tahun},
        )
    peta = PetaTalenta.objects.create(
        instansi_id=aktor.instansi_id,
        tahun=tahun,
        aturan=aturan_peta(instansi_id=aktor.instansi_id, pada=pada),
        disusun_pada=pada,
    )
    _isi(peta, pada)
    audit.catat_objek(aktor, "peta_talenta", peta.pk, "susun", {"tahun": tahun})
    return peta


@transaction.atomic
def perbarui_peta(*, aktor: Aktor, peta: PetaTalenta, pada: dt.date) -> None:
    """Make it again from what is known on ``pada``, by today's policy, while nobody reviewed it."""
    wajib_peran(peran_peta(jangkauan=jangkauan(aktor=aktor, pada=pada), peta=peta), "pengelola")
    terkunci = PetaTalenta.objects.select_for_update(of=("self",)).get(pk=peta.pk)
    if terkunci.status != PetaTalenta.Status.DISUSUN:
        raise StatusTidakSesuaiError(
            _(
                "Peta ini sudah %(status)s, jadi isinya tidak dihitung ulang. Kembalikan dulu bila "
                "komite meminta perubahan."
            )
            % {"status": terkunci.get_status_display().lower()}
        )
    terkunci.aturan = aturan_peta(instansi_id=peta.instansi_id, pada=pada)
    terkunci.disusun_pada = pada
    terkunci.save(update_fields=["aturan", "disusun_pada"])
    terkunci.daftar_kotak.all().delete()
    _isi(terkunci, pada)
    audit.catat_objek(aktor, "peta_talenta", peta.pk, "perbarui", {"aturan": terkunci.aturan})


def telaah_peta(
    *, aktor: Aktor, peta: PetaTalenta, anggota: str, catatan: str, pada: dt.date
) -> None:
    """Record that the Komite Talenta reviewed the matrix: who sat, what it said."""
    workflow.jalankan(
        objek=peta,
        jenis="peta_talenta",
        aksi="telaah",
        aktor=aktor,
        daftar_peran=peran_peta(jangkauan=jangkauan(aktor=aktor, pada=pada), peta=peta),
        pada=pada,
        bidang={
            "anggota_komite": wajib(anggota, "anggota"),
            "catatan_komite": wajib(catatan, "catatan", 4000),
            "ditelaah_pada": pada,
        },
    )


def kembalikan_peta(*, aktor: Aktor, peta: PetaTalenta, alasan: str, pada: dt.date) -> None:
    """Give a reviewed matrix back, so that it can be made again."""
    workflow.jalankan(
        objek=peta,
        jenis="peta_talenta",
        aksi="kembalikan",
        aktor=aktor,
        daftar_peran=peran_peta(jangkauan=jangkauan(aktor=aktor, pada=pada), peta=peta),
        pada=pada,
        alasan=wajib(alasan, "alasan"),
    )


@transaction.atomic
def tetapkan_peta(*, aktor: Aktor, peta: PetaTalenta, dokumen: IsiDokumen, pada: dt.date) -> None:
    """Set the matrix by a document; from now on it stands as it is."""
    workflow.jalankan(
        objek=peta,
        jenis="peta_talenta",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran_peta(jangkauan=jangkauan(aktor=aktor, pada=pada), peta=peta),
        pada=pada,
        bidang={
            **dokumen.bidang(aktor=aktor, pada=pada),
            "ditetapkan_pada": pada,
            "nama_penetap": aktor.nama,
        },
    )
    # Everybody in it is told by the worker, not while the pejabat pembina waits.
    kejadian.terbitkan_banyak(
        [(peta.instansi_id, "talenta.peta_ditetapkan", {"id": peta.pk}, clock.sekarang())]
    )


def _isi(peta: PetaTalenta, pada: dt.date) -> None:
    """Write one row per person who holds a post on the day it is made: whom it can still help."""
    aturan = peta.aturan
    akhir = dt.date(peta.tahun, 12, 31)
    kinerja = _kinerja(peta)
    potensi = _potensi(peta, pada)
    tinggi, menengah = Decimal(aturan["batas_tinggi"]), Decimal(aturan["batas_menengah"])
    simpanan: dict[tuple[str, str], dict[str, Any]] = {}
    daftar: list[KotakTalenta] = []
    sudah: set[int] = set()
    for tugas in (
        Penugasan.objects.filter(
            berlaku_pada(pada),
            instansi_id=peta.instansi_id,
            jenis=JenisPenugasan.DEFINITIF,
            pegawai__status__in=PESERTA[aturan["peserta"]],
        )
        .exclude(jabatan__jenis=JenisJabatan.PEJABAT_NEGARA)
        .select_related("pegawai", "jabatan", "unit")
        .order_by("pegawai_id", "-sejak")
        .iterator(chunk_size=_SEKALI_TULIS)
    ):
        if tugas.pegawai_id in sudah:
            continue
        sudah.add(tugas.pegawai_id)
        predikat, level, sumber = kinerja.get(tugas.pegawai_id, ("", "", ""))
        nilai = potensi.get(tugas.pegawai_id)
        potensial = level_potensial(nilai.total, tinggi=tinggi, menengah=menengah) if nilai else ""
        isi: dict[str, Any] = {}
        if level and potensial:
            kunci = (level, potensial)
            isi = simpanan.setdefault(kunci, kotak(level, potensial, pada=akhir))
        daftar.append(
            KotakTalenta(
                peta=peta,
                pegawai_id=tugas.pegawai_id,
                nama=tugas.pegawai.nama_lengkap,
                nip=tugas.pegawai.nip,
                golongan=tugas.pegawai.golongan,
                jabatan=tugas.jabatan.nama,
                jenis_jabatan=tugas.jabatan.jenis,
                unit_id=tugas.unit_id,
                nama_unit=tugas.unit.nama,
                path=tugas.unit.path,
                keadaan=_keadaan(level, potensial),
                predikat=predikat,
                sumber_kinerja=sumber,
                kinerja=level,
                nilai_potensi=nilai.total if nilai else None,
                tanggal_potensi=nilai.tanggal if nilai else None,
                sumber_potensi=nilai.sumber if nilai else "",
                potensial=potensial,
                **isi,
            )
        )
    KotakTalenta.objects.bulk_create(daftar, batch_size=_SEKALI_TULIS)


def _keadaan(level: str, potensial: str) -> str:
    if level and potensial:
        return KotakTalenta.Keadaan.LENGKAP
    if level:
        return KotakTalenta.Keadaan.BELUM_POTENSI
    return KotakTalenta.Keadaan.BELUM_KINERJA if potensial else KotakTalenta.Keadaan.BELUM_KEDUANYA


def _kinerja(peta: PetaTalenta) -> dict[int, tuple[str, str, str]]:
    """Per person (predikat, level, where it is from)."""
    hasil = tahunan_per_orang(
        instansi_id=peta.instansi_id, dari_tahun=peta.tahun, sampai_tahun=peta.tahun
    )
    predikat = {orang: str(per[peta.tahun].predikat) for orang, per in hasil.items() if per}
    if peta.aturan["sumbu_kinerja"] == "predikat":
        return {
            orang: (
                kata,
                str(KINERJA_PREDIKAT[kata]),
                f"Predikat kinerja {peta.tahun}: {Predikat(kata).label}",
            )
            for orang, kata in predikat.items()
        }
    return {
        satu.pegawai_id: (
            predikat.get(satu.pegawai_id, ""),
            satu.level,
            f"Pemeringkatan unit {peta.tahun}: {satu.dasar}",
        )
        for satu in PeringkatKinerja.objects.filter(instansi_id=peta.instansi_id, tahun=peta.tahun)
    }


def _potensi(peta: PetaTalenta, pada: dt.date) -> dict[int, PenilaianPotensi]:
    """Per person the newest assessment that is not too old."""
    tahun_awal = pada.year - int(peta.aturan["umur_penilaian"])
    sejak = dt.date(tahun_awal, pada.month, min(pada.day, 28))
    return {
        satu.pegawai_id: satu
        for satu in PenilaianPotensi.objects.filter(
            instansi_id=peta.instansi_id, tanggal__gte=sejak, tanggal__lte=pada
        ).order_by("tanggal", "pk")
    }
