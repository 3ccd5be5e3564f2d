"""PAK: drafted with its number, established by the penilai and frozen, or called off."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.angka_kredit.models import KonversiPredikat, MasaJenjang, PenetapanAngkaKredit
from tera.angka_kredit.permissions import boleh_menyusun, peran_terhadap_pegawai
from tera.angka_kredit.selectors.buku import Buku, baris_per_masa, susun_buku
from tera.angka_kredit.selectors.pak import isi_pak
from tera.angka_kredit.selectors.rekaman import Perekam
from tera.angka_kredit.services.dasar import hukum_tersimpan, teks_wajib, tolak
from tera.core import audit, clock, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import penilai_pada, penugasan_utama
from tera.regulasi.angka_kredit import AKK_KENAIKAN_JENJANG, AKK_KENAIKAN_PANGKAT
from tera.regulasi.dasar import gabung_dasar

Status = PenetapanAngkaKredit.Status


@transaction.atomic
def susun_pak(
    *, aktor: Aktor, pegawai: Pegawai, nomor: str, selesai: dt.date, pada: dt.date
) -> PenetapanAngkaKredit:
    """Draft the PAK of the jenjang held, up to ``selesai``.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    peran = peran_terhadap_pegawai(aktor=aktor, pegawai=pegawai, pada=pada)
    if not boleh_menyusun(peran):
        raise TidakBerwenangError(
            _("PAK disusun Pejabat Penilai Kinerja atau pengelola kinerja unitnya.")
        )
    masa = (
        MasaJenjang.objects.select_for_update(of=("self",))
        .filter(pegawai=pegawai, selesai__isnull=True)
        .first()
    )
    if masa is None:
        raise StatusTidakSesuaiError(
            _("PAK belum bisa disusun: jenjang jabatan fungsionalnya belum dicatat.")
        )
    nomor = teks_wajib(nomor, "nomor", 100)
    if selesai > pada:
        tolak("selesai", _("Masa penilaian belum berakhir. Pilih hari yang sudah lewat."))
    sebelumnya = pak_sebelumnya(masa)
    mulai = sebelumnya.selesai + dt.timedelta(days=1) if sebelumnya else masa.mulai
    if selesai < mulai:
        tolak("selesai", _("Masa penilaian harus sesudah PAK sebelumnya."))
    _tanpa_usul(masa, selesai)
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    penilai = penilai_pada(penugasan=tugas, pada=pada).penilai if tugas else None
    buku = _buku(masa, selesai)
    if PenetapanAngkaKredit.objects.filter(masa=masa, status=Status.DISUSUN).exists():
        raise StatusTidakSesuaiError(
            _("Masih ada PAK yang menunggu penetapan. Tetapkan atau batalkan dulu.")
        )
    try:
        with transaction.atomic():
            pak = PenetapanAngkaKredit.objects.create(
                instansi_id=pegawai.instansi_id,
                pegawai=pegawai,
                masa=masa,
                penilai=penilai,
                nomor=nomor,
                mulai=mulai,
                selesai=selesai,
                jumlah=buku.jumlah,
                disusun_pada=pada,
                created_at=clock.sekarang(),
            )
    except IntegrityError:
        tolak("nomor", _("Nomor “%(nomor)s” sudah dipakai PAK lain.") % {"nomor": nomor})
    audit.catat_objek(
        aktor, "penetapan_angka_kredit", pak.pk, "susun", {"nomor": nomor, "selesai": selesai}
    )
    if penilai is not None:
        kejadian.terbitkan(
            instansi_id=pak.instansi_id,
            nama="angka_kredit.pak_disusun",
            muatan={"id": pak.pk, "pegawai_id": pegawai.pk, "penilai_id": penilai.pk},
        )
    return pak


@transaction.atomic
def tetapkan_pak(
    *, aktor: Aktor, pak: PenetapanAngkaKredit, pada: dt.date
) -> workflow.HasilLangkah:
    """Establish: people, rows, needs and law are frozen with it.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    kini, peran = _kunci(aktor, pak, pada)
    workflow.langkah_berlaku(
        jenis="penetapan_angka_kredit",
        aksi="tetapkan",
        status=kini.status,
        daftar_peran=peran,
        objek_id=kini.pk,
    )
    _tanpa_usul(kini.masa, kini.selesai)
    buku = _buku(kini.masa, kini.selesai)
    isi = isi_pak(
        pegawai=kini.pegawai, buku=buku, sebelumnya=pak_sebelumnya(kini.masa), pada=kini.selesai
    )
    perekam = Perekam([kini.pegawai], penilai_id=aktor.pegawai_id, pada=pada)
    hukum = gabung_dasar(
        AKK_KENAIKAN_PANGKAT.pada(kini.selesai).dasar, AKK_KENAIKAN_JENJANG.pada(kini.selesai).dasar
    )
    return workflow.jalankan(
        objek=kini,
        jenis="penetapan_angka_kredit",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "penilai_id": aktor.pegawai_id,
            "ditetapkan_pada": pada,
            "jumlah": buku.jumlah,
            "rekaman": {
                **perekam.rekaman(kini.pegawai, kini.masa),
                **isi,
                "hukum": hukum_tersimpan(hukum),
            },
        },
        muatan={"pegawai_id": kini.pegawai_id},
    )


@transaction.atomic
def batalkan_pak(
    *, aktor: Aktor, pak: PenetapanAngkaKredit, alasan: str, pada: dt.date
) -> workflow.HasilLangkah:
    """Call off a draft, or an established PAK with its reason; the record stays readable.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    kini, peran = _kunci(aktor, pak, pada)
    workflow.langkah_berlaku(
        jenis="penetapan_angka_kredit",
        aksi="batalkan",
        status=kini.status,
        daftar_peran=peran,
        objek_id=kini.pk,
    )
    return workflow.jalankan(
        objek=kini,
        jenis="penetapan_angka_kredit",
        aksi="batalkan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=teks_wajib(alasan, "alasan", 500),
        muatan={"pegawai_id": kini.pegawai_id},
    )


def pak_sebelumnya(masa: MasaJenjang) -> PenetapanAngkaKredit | None:
    """Return the last established PAK of the jenjang."""
    return (
        PenetapanAngkaKredit.objects.filter(masa=masa, status=Status.DITETAPKAN)
        .order_by("-selesai", "-pk")
        .first()
    )


def _kunci(
    aktor: Aktor, pak: PenetapanAngkaKredit, pada: dt.date
) -> tuple[PenetapanAngkaKredit, frozenset[str]]:
    kini = (
        PenetapanAngkaKredit.objects.select_for_update(of=("self",))
        .select_related("pegawai__instansi", "masa")
        .get(pk=pak.pk)
    )
    peran = peran_terhadap_pegawai(
        aktor=aktor, pegawai=kini.pegawai, pada=pada, penilai_tercatat=kini.penilai_id
    )
    return kini, peran


def _buku(masa: MasaJenjang, sampai: dt.date) -> Buku:
    return susun_buku(masa, baris_per_masa([masa.pk])[masa.pk], sampai=sampai)


def _tanpa_usul(masa: MasaJenjang, selesai: dt.date) -> None:
    jumlah = sum(
        1
        for tahun, bulan in KonversiPredikat.objects.filter(
            masa=masa, status=KonversiPredikat.Status.DIUSULKAN
        ).values_list("tahun", "bulan_mulai")
        if dt.date(tahun, bulan, 1) <= selesai
    )
    if jumlah:
        raise StatusTidakSesuaiError(
            _(
                "PAK belum bisa dilanjutkan: %(n)s konversi dalam masa penilaian ini masih "
                "menunggu. Tetapkan konversinya dulu, lalu ulangi."
            )
            % {"n": jumlah}
        )
