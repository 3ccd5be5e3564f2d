"""Matriks Peran Hasil: a leader's cell is the text of a subordinate's RHK."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Max, Q
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Pegawai
from tera.skp.models import SKP, PesertaMatriks, RencanaHasilKerja, SelMatriks
from tera.skp.permissions import PERAN_SUSUN, STATUS_SUNTING, peran_skp
from tera.skp.selectors.matriks import daftar_peserta
from tera.skp.selectors.pilihan import STATUS_BERLAKU, rhk_pimpinan_tersedia

STATUS_TERKUNCI = (SKP.Status.DIAJUKAN, SKP.Status.DITETAPKAN)


@dataclass(frozen=True, slots=True)
class IsiSel:
    """What a leader wrote for one person in one column; an empty text empties the cell."""

    pegawai_id: int
    teks: str
    sifat: str = "bagian"


@dataclass(frozen=True, slots=True)
class HasilKolom:
    """How many cells went into drafts, wait for a draft, or became proposals for a new version."""

    masuk_draf: int = 0
    menunggu: int = 0
    usulan: int = 0
    dikosongkan: int = 0


@transaction.atomic
def isi_kolom(
    *, aktor: Aktor, rhk: RencanaHasilKerja, daftar: Sequence[IsiSel], pada: dt.date
) -> HasilKolom:
    """Write the cells of one column of the matrix; only cells that differ act.

    Raises:
        TidakBerwenangError: not the leader nor their penyiap.
        MasukanSalahError: someone who isn't in the matrix, or an unknown kind.
        StatusTidakSesuaiError: the leader's plan isn't in force any more.
    """
    if not peran_skp(aktor=aktor, skp=rhk.skp, pada=pada) & (PERAN_SUSUN | {"sistem"}):
        raise TidakBerwenangError(_("Matriks ini hanya diisi pemiliknya atau penyiapnya."))
    if rhk.skp.status not in STATUS_BERLAKU:
        raise StatusTidakSesuaiError(
            _("SKP pimpinan versi ini sudah tidak berlaku. Buka matriks dari versi terbaru.")
        )
    boleh = {satu.pegawai.pk for satu in daftar_peserta(skp=rhk.skp, pada=pada)}
    sel = {satu.pegawai_id: satu for satu in SelMatriks.objects.filter(rhk_pimpinan=rhk)}
    hitung = {"masuk_draf": 0, "menunggu": 0, "usulan": 0, "dikosongkan": 0}
    for isi in daftar:
        if isi.pegawai_id not in boleh and isi.pegawai_id not in sel:
            raise MasukanSalahError(
                _("Ada orang yang belum masuk matriks ini. Tambahkan dulu, lalu isi selnya.")
            )
        if isi.sifat not in SelMatriks.Sifat.values:
            raise MasukanSalahError(_("Sifat sel tidak dikenal. Pilih bagian atau sendiri."))
        hasil = _isi_sel(aktor, rhk, sel.get(isi.pegawai_id), isi)
        if hasil:
            hitung[hasil] += 1
    if any(hitung.values()):
        audit.catat_objek(
            aktor,
            "skp",
            rhk.skp_id,
            "isi_matriks",
            {
                "rhk": rhk.pk,
                "sel": [[isi.pegawai_id, isi.teks, isi.sifat] for isi in daftar],
            },
        )
    return HasilKolom(**hitung)


def _isi_sel(aktor: Aktor, rhk: RencanaHasilKerja, sel: SelMatriks | None, isi: IsiSel) -> str:
    teks = isi.teks.strip()
    if not teks:
        return _kosongkan(aktor, sel) if sel else ""
    if sel is not None and sel.sifat == isi.sifat and teks in {sel.teks_usulan or sel.teks}:
        return ""
    sel = sel or SelMatriks(rhk_pimpinan=rhk, pegawai_id=isi.pegawai_id, teks=teks)
    sel.sifat = isi.sifat
    skp = _skp_orang(rhk, isi.pegawai_id)
    if skp is None:
        sel.teks = teks
        sel.save()
        return "menunggu"
    if skp.status in STATUS_TERKUNCI:
        # Nothing set or under decision changes by itself: the wish waits for a new version.
        if sel.pk and sel.rhk_kunci and teks == sel.teks:
            sel.teks_usulan = ""
        else:
            sel.teks_usulan = teks
        sel.save()
        return "usulan"
    sel.teks = teks
    sel.teks_usulan = ""
    _tulis_baris(aktor.nama, skp, rhk, sel)
    sel.save()
    return "masuk_draf"


def _skp_orang(rhk: RencanaHasilKerja, pegawai_id: int) -> SKP | None:
    """The plan of the person that the column feeds: an open one first, then the set one."""
    daftar = list(
        SKP.objects.filter(
            pegawai_id=pegawai_id, tahun=rhk.skp.tahun, status__in=STATUS_BERLAKU
        ).order_by("-versi", "-mulai")
    )
    utama = [skp for skp in daftar if skp.penilai_id == rhk.skp.pegawai_id] or daftar
    terbuka = [skp for skp in utama if skp.status in STATUS_SUNTING]
    return next(iter(terbuka or utama), None)


def _tulis_baris(nama: str, skp: SKP, rhk: RencanaHasilKerja, sel: SelMatriks) -> None:
    """Create or update the person's row; their open form learns of it by the revision."""
    baris = (
        RencanaHasilKerja.objects.filter(skp=skp, kunci=sel.rhk_kunci).first()
        if sel.rhk_kunci
        else None
    )
    if baris is None:
        urut = skp.daftar_rhk.aggregate(m=Max("urut"))["m"] or 0
        baris = RencanaHasilKerja(skp=skp, urut=urut + 1)
    baris.teks = sel.teks
    baris.rhk_pimpinan = rhk
    baris.save()
    sel.rhk_kunci = baris.kunci
    SKP.objects.filter(pk=skp.pk).update(
        revisi=F("revisi") + 1, disunting_at=clock.sekarang(), nama_penyunting=nama[:200]
    )


def _kosongkan(aktor: Aktor, sel: SelMatriks) -> str:
    baris = (
        RencanaHasilKerja.objects.filter(kunci=sel.rhk_kunci, skp__status__in=STATUS_BERLAKU)
        .select_related("skp__pegawai")
        .order_by("-skp__versi")
        .first()
        if sel.rhk_kunci
        else None
    )
    if baris is not None and baris.skp.status in STATUS_TERKUNCI:
        raise StatusTidakSesuaiError(
            _(
                "Sel %(nama)s tidak bisa dikosongkan: RHK-nya sudah %(status)s. Minta versi baru "
                "SKP-nya, lalu hapus barisnya di sana."
            )
            % {
                "nama": baris.skp.pegawai.nama_lengkap,
                "status": baris.skp.get_status_display().lower(),
            }
        )
    if baris is not None:
        # Indicators are the person's own work: a row that has some stays, only the tie goes.
        if baris.daftar_indikator.exists() or baris.daftar_turunan.exists():
            RencanaHasilKerja.objects.filter(pk=baris.pk).update(rhk_pimpinan=None)
        else:
            baris.delete()
        SKP.objects.filter(pk=baris.skp_id).update(
            revisi=F("revisi") + 1,
            disunting_at=clock.sekarang(),
            nama_penyunting=aktor.nama[:200],
        )
    sel.delete()
    return "dikosongkan"


def serap_sel(*, skp: SKP, pada: dt.date) -> int:
    """Turn the cells that waited for this person's draft into rows; returns how many."""
    tersedia = rhk_pimpinan_tersedia(skp=skp, pada=pada)
    jumlah = 0
    for sel in SelMatriks.objects.filter(
        Q(rhk_kunci__isnull=True), pegawai_id=skp.pegawai_id, rhk_pimpinan__in=tersedia.order_by()
    ).select_related("rhk_pimpinan__skp__pegawai"):
        _tulis_baris(sel.rhk_pimpinan.skp.pegawai.nama_lengkap, skp, sel.rhk_pimpinan, sel)
        sel.save()
        jumlah += 1
    if jumlah:
        skp.refresh_from_db(fields=["revisi", "disunting_at", "nama_penyunting"])
    return jumlah


def terapkan_usulan(*, skp: SKP, pada: dt.date) -> int:
    """Write the leaders' waiting proposals into a new version's rows; returns how many."""
    tersedia = rhk_pimpinan_tersedia(skp=skp, pada=pada)
    jumlah = 0
    for sel in (
        SelMatriks.objects.filter(pegawai_id=skp.pegawai_id, rhk_pimpinan__in=tersedia.order_by())
        .exclude(teks_usulan="")
        .select_related("rhk_pimpinan__skp__pegawai")
    ):
        sel.teks, sel.teks_usulan = sel.teks_usulan, ""
        _tulis_baris(sel.rhk_pimpinan.skp.pegawai.nama_lengkap, skp, sel.rhk_pimpinan, sel)
        sel.save()
        jumlah += 1
    if jumlah:
        skp.refresh_from_db(fields=["revisi", "disunting_at", "nama_penyunting"])
    return jumlah


@transaction.atomic
def tambah_peserta(*, aktor: Aktor, skp: SKP, pegawai: Pegawai, pada: dt.date) -> PesertaMatriks:
    """Add a person of another unit or team to the matrix of one's plan.

    Raises:
        TidakBerwenangError, MasukanSalahError: not one's matrix; oneself or another instansi.
    """
    if not peran_skp(aktor=aktor, skp=skp, pada=pada) & (PERAN_SUSUN | {"sistem"}):
        raise TidakBerwenangError(_("Matriks ini hanya diatur pemiliknya atau penyiapnya."))
    if pegawai.pk == skp.pegawai_id or pegawai.instansi_id != skp.instansi_id:
        raise MasukanSalahError(
            _("Orang itu tidak bisa masuk matriks: pilih pegawai lain dari instansi yang sama.")
        )
    peserta, baru = PesertaMatriks.objects.get_or_create(
        instansi_id=skp.instansi_id,
        pimpinan_id=skp.pegawai_id,
        tahun=skp.tahun,
        pegawai=pegawai,
    )
    if baru:
        audit.catat_objek(aktor, "skp", skp.pk, "tambah_peserta", {"pegawai": pegawai.pk})
    return peserta
