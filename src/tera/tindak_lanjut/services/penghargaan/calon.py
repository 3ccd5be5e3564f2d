"""Candidates: proposed by their raters, looked at by the committee, decided by a named official."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.services.dasar_orang import salah, wajib_teks
from tera.tindak_lanjut.models import (
    AnggotaTimPenghargaan,
    CalonPenghargaan,
    PandanganAnggota,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.permissions.penghargaan import PEMUTUS, peran_calon, peran_putaran
from tera.tindak_lanjut.selectors.penghargaan.putaran import (
    benturan,
    boleh_diusulkan,
    fakta_daftar,
)
from tera.tindak_lanjut.services.penghargaan.putaran import kunci, sedang

Status = PutaranPenghargaan.Status
PANJANG_ALASAN = 2000


@dataclass(frozen=True, slots=True)
class Putusan:
    """What is decided about one candidate, and why."""

    tetapkan: bool
    alasan: str


@transaction.atomic
def usulkan_calon(
    *, aktor: Aktor, putaran: PutaranPenghargaan, pegawai_id: int, alasan: str, pada: dt.date
) -> CalonPenghargaan:
    """Propose somebody one rates (or whose rater one is the superior of), with the reason.

    Raises:
        StatusTidakSesuaiError: proposals are closed. MasukanSalahError: not one's to propose, or
        in the list already.
    """
    kini = kunci(putaran)
    sedang(kini, Status.DIBUKA)
    if pada > kini.usul_sampai:
        raise StatusTidakSesuaiError(
            _("Masa usulan sudah lewat. Hubungi pengelola kinerja bila masih perlu mengusulkan.")
        )
    calon = {satu.pegawai_id: satu for satu in boleh_diusulkan(aktor=aktor, putaran=kini)}
    if pegawai_id not in calon:
        raise salah(
            "pegawai",
            _(
                "Anda hanya bisa mengusulkan orang yang Anda nilai dan yang belum ada di daftar. "
                "Pilih dari daftar."
            ),
        )
    try:
        with transaction.atomic():
            satu = CalonPenghargaan.objects.create(
                instansi_id=kini.instansi_id,
                putaran=kini,
                pegawai_id=pegawai_id,
                penugasan=calon[pegawai_id],
                sumber=CalonPenghargaan.Sumber.USULAN,
                pengusul_id=aktor.pegawai_id,
                alasan=wajib_teks(
                    "alasan", alasan, _("Tulis alasannya: apa yang dikerjakan dan hasilnya.")
                )[:PANJANG_ALASAN],
            )
    except IntegrityError as galat:
        raise salah("pegawai", _("Orang itu baru saja masuk daftar. Muat ulang.")) from galat
    audit.catat_objek(aktor, "calon_penghargaan", satu.pk, "usulkan", {"pegawai_id": pegawai_id})
    _kabar("penghargaan.dicalonkan", satu.instansi_id, id=kini.pk, orang=[pegawai_id])
    return satu


def wajib_anggota(aktor: Aktor, putaran: PutaranPenghargaan) -> AnggotaTimPenghargaan:
    """Return the aktor's place in the committee; refuse whoever has none."""
    anggota = AnggotaTimPenghargaan.objects.filter(
        putaran=putaran, pegawai_id=aktor.pegawai_id or 0
    ).first()
    if anggota is None:
        raise TidakBerwenangError(
            _("Pandangan dicatat oleh anggota tim yang namanya ada di surat penunjukan.")
        )
    return anggota


def wajib_orangnya(aktor: Aktor, calon: CalonPenghargaan) -> None:
    """Refuse everybody but the candidate."""
    if aktor.pegawai_id != calon.pegawai_id:
        raise TidakBerwenangError(
            _("Langkah ini hanya untuk orangnya sendiri: menolak dicalonkan, atau menyetujui "
              "namanya ditampilkan.")
        )  # fmt: skip


@transaction.atomic
def catat_pandangan(
    *,
    aktor: Aktor,
    calon: CalonPenghargaan,
    pandangan: str,
    alasan: str,
    benturan_lain: bool,
    pada: dt.date,
) -> PandanganAnggota:
    """Record a member's view, or change it while the round is being looked at.

    A conflict of interest that the records show, or that the member declares, abstains.

    Raises: TidakBerwenangError: not in the committee. StatusTidakSesuaiError: not now.
    """
    putaran = kunci(calon.putaran)
    anggota = wajib_anggota(aktor, putaran)
    sedang(putaran, Status.DITELAAH)
    if calon.status != CalonPenghargaan.Status.DICALONKAN:
        raise StatusTidakSesuaiError(_("Orang ini sudah tidak menjadi calon. Muat ulang halaman."))
    jenis = PandanganAnggota.Benturan
    tercatat = benturan(anggota_id=anggota.pegawai_id, calon=calon, pada=pada)
    if tercatat == jenis.TIDAK_ADA and benturan_lain:
        tercatat = jenis.LAIN
    if tercatat != jenis.TIDAK_ADA and pandangan != PandanganAnggota.Pandangan.ABSTAIN:
        raise salah(
            "pandangan",
            _("Ada benturan kepentingan (%(sebab)s), jadi pandangan Anda abstain. Pilih abstain.")
            % {"sebab": str(tercatat.label).lower()},
        )
    satu, _baru = PandanganAnggota.objects.update_or_create(
        calon=calon,
        anggota=anggota,
        defaults={
            "pandangan": pandangan,
            "benturan": tercatat,
            "alasan": wajib_teks("alasan", alasan, _("Tulis alasannya.")),
            "dicatat_at": clock.sekarang(),
        },
    )
    audit.catat_objek(
        aktor,
        "calon_penghargaan",
        calon.pk,
        "pandangan",
        {"anggota_id": anggota.pk, "pandangan": pandangan, "benturan": str(tercatat)},
    )
    return satu


@transaction.atomic
def putuskan_putaran(
    *,
    aktor: Aktor,
    putaran: PutaranPenghargaan,
    nomor: str,
    tanggal: dt.date,
    daftar: Mapping[int, Putusan],
    pada: dt.date,
) -> HasilLangkah:
    """Decide on every candidate at once, with the document; facts are kept as they are now.

    Args:
        daftar: candidate → decision; all who are still candidates.

    Raises:
        TidakBerwenangError: not PyB or pejabat pembina over the round's unit, or a candidate.
        StatusTidakSesuaiError: not being looked at. MasukanSalahError: a candidate without
        decision or reason, more than the quota, nobody has voiced a view.
    """
    kini = kunci(putaran)
    peran = peran_putaran(aktor=aktor, putaran=kini, pada=pada)
    calon = list(
        kini.daftar_calon.select_for_update(of=("self",))
        .filter(status=CalonPenghargaan.Status.DICALONKAN)
        .select_related("pegawai", "penugasan__unit", "penugasan__jabatan")
        .order_by("pk")
    )
    if peran & PEMUTUS and kini.status == Status.DITELAAH:
        if any(satu.pegawai_id == aktor.pegawai_id for satu in calon):
            raise TidakBerwenangError(
                _(
                    "Anda sendiri calon di putaran ini, jadi pejabat lain yang memutuskan. Minta "
                    "atasan Anda, atau undur diri dari pencalonan."
                )
            )
        _periksa_putusan(kini, calon, daftar, nomor, tanggal, pada)
    fakta = fakta_daftar(putaran=kini, daftar=calon)
    hasil = workflow.jalankan(
        objek=kini,
        jenis="putaran_penghargaan",
        aksi="putuskan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "nomor_keputusan": nomor.strip(),
            "tanggal_keputusan": tanggal,
            "pemutus_id": aktor.pegawai_id,
            "rekaman_pemutus": _orang(aktor.pegawai_id or 0, pada),
        },
    )
    for tetapkan, aksi in ((True, "tetapkan"), (False, "tidak_tetapkan")):
        giliran = [
            Giliran(
                objek=satu,
                daftar_peran=peran,
                bidang={
                    "alasan_putusan": daftar[satu.pk].alasan,
                    "rekaman": {
                        "syarat": fakta[satu.pk].disimpan(),
                        "nama": satu.pegawai.nama_lengkap,
                        "nip": satu.pegawai.nip,
                        "golongan": satu.pegawai.golongan,
                        "jabatan": satu.penugasan.jabatan.nama,
                        "unit": satu.penugasan.unit.nama,
                    },
                },
            )
            for satu in calon
            if daftar[satu.pk].tetapkan is tetapkan
        ]
        jalankan_banyak(
            jenis="calon_penghargaan", aksi=aksi, aktor=aktor, daftar=giliran, pada=pada
        )
    _kabar(
        "penghargaan.diputuskan",
        kini.instansi_id,
        id=kini.pk,
        orang=[satu.pegawai_id for satu in calon if daftar[satu.pk].tetapkan],
    )
    return hasil


def _periksa_putusan(
    putaran: PutaranPenghargaan,
    calon: list[CalonPenghargaan],
    daftar: Mapping[int, Putusan],
    nomor: str,
    tanggal: dt.date,
    pada: dt.date,
) -> None:
    galat: dict[str, list[str]] = {}
    if not nomor.strip():
        galat["nomor"] = [_("Isi nomor keputusan.")]
    if tanggal > pada:
        galat["tanggal"] = [_("Tanggal keputusan belum tiba. Tulis tanggal suratnya.")]
    for satu in calon:
        putusan = daftar.get(satu.pk)
        if putusan is None or not putusan.alasan.strip():
            galat[f"alasan_{satu.pk}"] = [
                _("%(nama)s belum punya putusan dan alasan.") % {"nama": satu.pegawai.nama_lengkap}
            ]
    kuota = putaran.jenis.kuota
    dipilih = sum(satu.pk in daftar and daftar[satu.pk].tetapkan for satu in calon)
    if kuota is not None and dipilih > kuota:
        galat["nomor"] = [
            _("%(n)s orang ditetapkan, sedangkan kuotanya %(kuota)s. Kurangi, atau ubah kuotanya.")
            % {"n": dipilih, "kuota": kuota}
        ]
    if galat:
        raise MasukanSalahError(next(iter(galat.values()))[0], per_bidang=galat)
    tanpa = _tanpa_pandangan(putaran, calon)
    if tanpa:
        raise MasukanSalahError(
            _("%(n)s calon belum mendapat pandangan anggota tim (%(nama)s). Minta tim "
              "melengkapinya dulu.")
            % {"n": len(tanpa), "nama": tanpa[0].pegawai.nama_lengkap}
        )  # fmt: skip


def _tanpa_pandangan(
    putaran: PutaranPenghargaan, calon: list[CalonPenghargaan]
) -> list[CalonPenghargaan]:
    ada = set(
        PandanganAnggota.objects.filter(calon__putaran=putaran).values_list("calon_id", flat=True)
    )
    return [satu for satu in calon if satu.pk not in ada]


def _orang(pegawai_id: int, pada: dt.date) -> dict[str, Any]:
    """The decider as they are today."""
    pegawai = Pegawai.objects.filter(pk=pegawai_id).first()
    if pegawai is None:
        return {}
    tugas = penugasan_utama(pegawai_id=pegawai_id, pada=pada)
    return {
        "nama": pegawai.nama_lengkap,
        "nip": pegawai.nip,
        "jabatan": tugas.jabatan.nama if tugas else "",
    }


@transaction.atomic
def mundur(*, aktor: Aktor, calon: CalonPenghargaan, alasan: str, pada: dt.date) -> HasilLangkah:
    """Decline being a candidate; the reason may stay empty."""
    putaran = kunci(calon.putaran)
    peran = peran_calon(aktor=aktor, calon=calon, pada=pada)
    if "pegawai" in peran:
        sedang(putaran, Status.DIBUKA, Status.DITELAAH)
    return workflow.jalankan(
        objek=calon,
        jenis="calon_penghargaan",
        aksi="mundur",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=alasan.strip(),
    )


@transaction.atomic
def jawab_persetujuan(
    *, aktor: Aktor, calon: CalonPenghargaan, setuju: bool, alasan_publik: str, pada: dt.date
) -> None:
    """The awarded person says whether their name may be read outside, and with which words.

    The answer may be changed at any time. Raises: TidakBerwenangError: somebody else's.
    StatusTidakSesuaiError: not awarded.
    """
    wajib_orangnya(aktor, calon)
    if calon.status != CalonPenghargaan.Status.DITETAPKAN:
        raise StatusTidakSesuaiError(
            _("Belum perlu dijawab: persetujuan diminta sesudah penghargaannya ditetapkan.")
        )
    calon.setuju_nama = setuju
    calon.alasan_publik = alasan_publik.strip() if setuju else ""
    calon.disetujui_at = clock.sekarang()
    calon.save(update_fields=["setuju_nama", "alasan_publik", "disetujui_at"])
    audit.catat_objek(aktor, "calon_penghargaan", calon.pk, "setujui_nama", {"setuju_nama": setuju})


def catat_dibaca(*, aktor: Aktor, calon: CalonPenghargaan) -> None:
    """Log that somebody else read a candidate's facts: they tell of the record of discipline."""
    if aktor.pegawai_id == calon.pegawai_id:
        return
    with transaction.atomic(savepoint=False):
        CalonPenghargaan.objects.select_for_update(of=("self",)).get(pk=calon.pk)
        audit.catat_objek(aktor, "calon_penghargaan", calon.pk, "dibaca", {})


def _kabar(nama: str, instansi_id: int, **isi: object) -> None:
    kejadian.terbitkan(instansi_id=instansi_id, nama=nama, muatan=isi)
