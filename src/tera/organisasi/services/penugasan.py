"""Opens and closes assignments, adds officials without NIP, sets a rater by letter."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tera.core import audit, kejadian
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.organisasi.models import (
    Jabatan,
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    StatusPegawai,
    UnitKerja,
)
from tera.organisasi.services.dasar_orang import (
    pegawai_di_instansi,
    periksa_masa,
    salah,
    unit_di_instansi,
    wajib_kelola,
    wajib_teks,
)
from tera.organisasi.services.penilai import segarkan_penilai

_SATU_HARI = dt.timedelta(days=1)


@transaction.atomic
def tambah_pejabat(
    *,
    aktor: Aktor,
    pada: dt.date,
    nama: str,
    jabatan: str,
    unit_id: int,
    sejak: dt.date,
    dasar: str,
    jenis_jabatan: str = JenisJabatan.PEJABAT_NEGARA,
    jenis: str = JenisPenugasan.DEFINITIF,
    status: str = StatusPegawai.PEJABAT_NEGARA,
    gelar_depan: str = "",
    gelar_belakang: str = "",
    memimpin_unit: bool = True,
) -> Pegawai:
    """Add an official without NIP (Bupati, Penjabat, non-ASN) with the post, unit and first day.

    Raises:
        MasukanSalahError: an empty field, a kind that isn't for people without NIP, or the unit
            already has such a head on that day.
        TidakBerwenangError: the aktor doesn't keep the records of that unit.
    """
    unit = unit_di_instansi(aktor=aktor, unit_id=unit_id)
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("menambah pejabat"), unit=unit)
    nama = wajib_teks("nama", " ".join(nama.split()), _("Tulis nama pejabat."))
    jabatan = wajib_teks("jabatan", " ".join(jabatan.split()), _("Tulis nama jabatannya."))
    dasar = wajib_teks("dasar", dasar, _("Tulis nomor keputusan atau surat pengangkatannya."))
    if status not in {StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN}:
        raise salah("status", _("Pegawai ASN masuk lewat impor pegawai, bukan lewat halaman ini."))
    if memimpin_unit:
        _tolak_pimpinan_ganda(unit, JenisPenugasan(jenis), sejak, None)
    pegawai = Pegawai.objects.create(
        instansi_id=aktor.instansi_id,
        nama=nama,
        gelar_depan=gelar_depan.strip(),
        gelar_belakang=gelar_belakang.strip(),
        status=status,
    )
    tugas = Penugasan.objects.create(
        instansi_id=aktor.instansi_id,
        pegawai=pegawai,
        unit=unit,
        jabatan=_jabatan(aktor.instansi_id, jabatan, jenis_jabatan),
        jenis=jenis,
        memimpin_unit=memimpin_unit,
        sejak=sejak,
        dasar=dasar,
    )
    audit.catat_objek(
        aktor,
        "pegawai",
        pegawai.pk,
        "tambah_pejabat",
        {"nama": nama, "jabatan": jabatan, "unit": unit.pk, "sejak": sejak, "dasar": dasar},
    )
    _sebarkan(aktor, [pegawai.pk], tugas.sejak)
    return pegawai


@transaction.atomic
def buka_penugasan(
    *,
    aktor: Aktor,
    pada: dt.date,
    pegawai_id: int,
    unit_id: int,
    jabatan: str,
    jenis_jabatan: str,
    jenis: str,
    sejak: dt.date,
    dasar: str,
    sampai: dt.date | None = None,
    memimpin_unit: bool = False,
) -> Penugasan:
    """Open an assignment; a new definitive one closes the present one the day before.

    Raises:
        MasukanSalahError: bad dates, an empty letter, the same assignment stands already, or the
            unit has another definitive head on that day.
        TidakBerwenangError: the aktor doesn't keep the records of that unit.
    """
    unit = unit_di_instansi(aktor=aktor, unit_id=unit_id)
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("membuka penugasan"), unit=unit)
    pegawai = pegawai_di_instansi(aktor=aktor, pegawai_id=pegawai_id, bidang="pegawai")
    jabatan = wajib_teks("jabatan", " ".join(jabatan.split()), _("Tulis nama jabatannya."))
    dasar = wajib_teks("dasar", dasar, _("Tulis nomor surat atau keputusannya."))
    periksa_masa(sejak, sampai)
    bentuk = JenisPenugasan(jenis)
    if bentuk in {JenisPenugasan.PLT, JenisPenugasan.PLH, JenisPenugasan.PJ}:
        memimpin_unit = True
    post = _jabatan(aktor.instansi_id, jabatan, jenis_jabatan)
    berjalan = Penugasan.objects.select_for_update(of=("self",)).filter(
        Q(sampai__isnull=True) | Q(sampai__gte=sejak), pegawai=pegawai
    )
    if berjalan.filter(unit=unit, jabatan=post, jenis=bentuk).exists():
        raise salah("jabatan", _("Penugasan yang sama sudah tercatat. Tutup yang lama lebih dulu."))
    if memimpin_unit:
        _tolak_pimpinan_ganda(unit, bentuk, sejak, pegawai.pk)
    if bentuk is JenisPenugasan.DEFINITIF:
        for lama in berjalan.filter(jenis=JenisPenugasan.DEFINITIF):
            if lama.sejak >= sejak:
                raise salah(
                    "sejak",
                    _(
                        "Penugasan definitif yang sekarang mulai %(hari)s. Tanggal mulai yang baru "
                        "harus sesudahnya."
                    )
                    % {"hari": f"{lama.sejak:%d-%m-%Y}"},
                )
            _tutup(aktor, lama, sejak - _SATU_HARI, dasar)
    tugas = Penugasan.objects.create(
        instansi_id=aktor.instansi_id,
        pegawai=pegawai,
        unit=unit,
        jabatan=post,
        jenis=bentuk,
        memimpin_unit=memimpin_unit,
        sejak=sejak,
        sampai=sampai,
        dasar=dasar,
    )
    audit.catat_objek(
        aktor,
        "pegawai",
        pegawai.pk,
        "buka_penugasan",
        {
            "penugasan": tugas.pk,
            "unit": unit.pk,
            "jabatan": jabatan,
            "jenis": bentuk.value,
            "memimpin_unit": memimpin_unit,
            "sejak": sejak,
            "sampai": sampai,
            "dasar": dasar,
        },
    )
    _sebarkan(aktor, [pegawai.pk], sejak)
    return tugas


@transaction.atomic
def tutup_penugasan(
    *, aktor: Aktor, pada: dt.date, penugasan: Penugasan, sampai: dt.date, dasar: str
) -> Penugasan:
    """Close an assignment on ``sampai`` (its last day), by a letter.

    Raises:
        MasukanSalahError: the day lies before the beginning, or no letter is named.
        TidakBerwenangError: the aktor doesn't keep the records of that unit.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("menutup penugasan"), unit=penugasan.unit)
    dasar = wajib_teks("dasar", dasar, _("Tulis nomor surat atau keputusannya."))
    periksa_masa(penugasan.sejak, sampai)
    lama = penugasan.sampai
    _tutup(aktor, penugasan, sampai, dasar)
    mulai = min(sampai, lama) if lama else sampai
    _sebarkan(aktor, [penugasan.pegawai_id], mulai + _SATU_HARI)
    return penugasan


@transaction.atomic
def tetapkan_penilai_khusus(
    *,
    aktor: Aktor,
    pada: dt.date,
    penugasan: Penugasan,
    penilai_id: int | None,
    surat: str,
    sejak: dt.date,
    sampai: dt.date | None = None,
) -> Penugasan:
    """Set a rater by letter for one assignment, from a day on; the rater may be of any instansi.

    Raises:
        MasukanSalahError: nobody, the person itself, no letter, or days outside the assignment.
        TidakBerwenangError: the aktor doesn't keep the records of that unit.
    """
    wajib_kelola(
        aktor=aktor, pada=pada, perbuatan=_("menetapkan penilai khusus"), unit=penugasan.unit
    )
    surat = wajib_teks("surat", surat, _("Tulis nomor dan tanggal surat penetapannya."))
    penilai = Pegawai.objects.filter(pk=penilai_id).first() if penilai_id else None
    if penilai is None:
        raise salah("penilai", _("Penilai tidak ditemukan. Periksa NIP-nya."))
    if penilai.pk == penugasan.pegawai_id:
        raise salah("penilai", _("Tidak ada orang yang menilai dirinya. Pilih orang lain."))
    periksa_masa(sejak, sampai)
    if sejak < penugasan.sejak or (penugasan.sampai and sejak > penugasan.sampai):
        raise salah("sejak", _("Tanggal mulai di luar masa penugasan ini."))
    penugasan.penilai_khusus = penilai
    penugasan.surat_penilai = surat
    # The scan belongs to the letter before.
    penugasan.berkas_surat = None
    penugasan.penilai_khusus_sejak = sejak
    penugasan.penilai_khusus_sampai = sampai
    penugasan.save(
        update_fields=[
            "penilai_khusus",
            "surat_penilai",
            "berkas_surat",
            "penilai_khusus_sejak",
            "penilai_khusus_sampai",
        ]
    )
    audit.catat_objek(
        aktor,
        "pegawai",
        penugasan.pegawai_id,
        "tetapkan_penilai_khusus",
        {
            "penugasan": penugasan.pk,
            "penilai": penilai.pk,
            "surat": surat,
            "sejak": sejak,
            "sampai": sampai,
        },
    )
    segarkan_penilai(instansi_id=penugasan.instansi_id, sejak=sejak)
    return penugasan


@transaction.atomic
def cabut_penilai_khusus(
    *, aktor: Aktor, pada: dt.date, penugasan: Penugasan, sejak: dt.date, dasar: str
) -> Penugasan:
    """End a rater by letter: from ``sejak`` on the tree answers again.

    Raises:
        MasukanSalahError: there is none, or no letter is named.
        TidakBerwenangError: the aktor doesn't keep the records of that unit.
    """
    wajib_kelola(
        aktor=aktor, pada=pada, perbuatan=_("mencabut penilai khusus"), unit=penugasan.unit
    )
    dasar = wajib_teks("dasar", dasar, _("Tulis nomor surat pencabutannya."))
    if penugasan.penilai_khusus_id is None:
        raise salah("sejak", _("Penugasan ini tidak punya penilai khusus."))
    awal = penugasan.penilai_khusus_sejak or penugasan.sejak
    if sejak <= awal:
        penugasan.penilai_khusus = None
        penugasan.surat_penilai = ""
        penugasan.berkas_surat = None
        penugasan.penilai_khusus_sejak = penugasan.penilai_khusus_sampai = None
    else:
        penugasan.penilai_khusus_sampai = sejak - _SATU_HARI
    penugasan.save()
    audit.catat_objek(
        aktor,
        "pegawai",
        penugasan.pegawai_id,
        "cabut_penilai_khusus",
        {"penugasan": penugasan.pk, "sejak": sejak, "dasar": dasar},
    )
    segarkan_penilai(instansi_id=penugasan.instansi_id, sejak=max(sejak, awal))
    return penugasan


def _tutup(aktor: Aktor, tugas: Penugasan, sampai: dt.date, dasar: str) -> None:
    tugas.sampai = sampai
    tugas.save(update_fields=["sampai"])
    audit.catat_objek(
        aktor,
        "pegawai",
        tugas.pegawai_id,
        "tutup_penugasan",
        {"penugasan": tugas.pk, "sampai": sampai, "dasar": dasar},
    )


def _sebarkan(aktor: Aktor, daftar_pegawai: list[int], sejak: dt.date) -> None:
    segarkan_penilai(instansi_id=aktor.instansi_id, sejak=sejak)
    kejadian.terbitkan(
        instansi_id=aktor.instansi_id,
        nama="organisasi.penugasan_berubah",
        muatan={"pegawai_ids": daftar_pegawai, "berlaku": sejak.isoformat()},
    )


def _jabatan(instansi_id: int, nama: str, jenis: str) -> Jabatan:
    if jenis not in JenisJabatan.values:
        raise salah("jenis_jabatan", _("Pilih jenis jabatan dari daftar."))
    jabatan, _baru = Jabatan.objects.get_or_create(instansi_id=instansi_id, nama=nama, jenis=jenis)
    return jabatan


def _tolak_pimpinan_ganda(
    unit: UnitKerja, jenis: JenisPenugasan, sejak: dt.date, pegawai_id: int | None
) -> None:
    """One unit, one definitive head; an acting head beside a definitive one is for a leave."""
    if jenis not in {JenisPenugasan.DEFINITIF, JenisPenugasan.PJ}:
        return
    lain = (
        Penugasan.objects.filter(
            Q(sampai__isnull=True) | Q(sampai__gte=sejak),
            unit=unit,
            memimpin_unit=True,
            jenis__in=[JenisPenugasan.DEFINITIF, JenisPenugasan.PJ],
        )
        .exclude(pegawai_id=pegawai_id or 0)
        .select_related("pegawai")
        .first()
    )
    if lain is not None:
        raise MasukanSalahError(
            _(
                "%(unit)s sudah dipimpin %(nama)s sejak %(hari)s. Tutup penugasan itu lebih dulu, "
                "atau pilih Plt/Plh."
            )
            % {
                "unit": unit.nama,
                "nama": lain.pegawai.nama_lengkap,
                "hari": f"{lain.sejak:%d-%m-%Y}",
            },
            per_bidang={"unit": [_("Unit ini sudah punya pimpinan definitif.")]},
        )
