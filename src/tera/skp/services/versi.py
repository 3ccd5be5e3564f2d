"""Versions: n+1 is drafted beside the set plan; when it is set the old one is replaced."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi import kebijakan
from tera.organisasi.selectors import penilai_pada
from tera.skp.isi import isi_dari, ringkas
from tera.skp.models import SKP, RencanaHasilKerja, SelMatriks
from tera.skp.permissions import PERAN_SUSUN, hari_peran, peran_skp
from tera.skp.selectors.pilihan import STATUS_BERLAKU
from tera.skp.services.simpan_baris import tulis_isi
from tera.skp.services.syarat_buat import pastikan_terbuka


@transaction.atomic
def versi_baru(*, aktor: Aktor, skp: SKP, alasan: str, pada: dt.date) -> SKP:
    """Draft version n+1 of a set plan; the set one stays in force until the new one is set.

    Raises:
        TidakBerwenangError: neither the person nor their penyiap.
        MasukanSalahError: no reason.
        StatusTidakSesuaiError: not a set plan, or a draft already exists.
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    if not peran & PERAN_SUSUN:
        raise TidakBerwenangError(
            _("Versi baru dibuat oleh pegawainya atau penyiapnya. Sampaikan lewat catatan dialog.")
        )
    if skp.status != SKP.Status.DITETAPKAN:
        raise StatusTidakSesuaiError(
            _("Versi baru hanya untuk SKP yang ditetapkan; status sekarang “%(status)s”.")
            % {"status": skp.get_status_display()}
        )
    alasan = alasan.strip()
    if not alasan:
        pesan = _("Versi baru belum dibuat: alasan wajib diisi. Tulis apa yang berubah.")
        raise MasukanSalahError(pesan, per_bidang={"alasan": [pesan]})
    aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=pada)
    pastikan_terbuka(penugasan=skp.penugasan, tahun=skp.tahun, pada=pada, aturan=aturan)
    hasil = penilai_pada(penugasan=skp.penugasan, pada=hari_peran(skp, pada))
    terakhir = (
        SKP.objects.filter(penugasan_id=skp.penugasan_id, tahun=skp.tahun)
        .order_by("-versi")
        .values_list("versi", flat=True)
        .first()
    )
    baru = SKP(
        instansi_id=skp.instansi_id,
        pegawai_id=skp.pegawai_id,
        penugasan=skp.penugasan,
        tahun=skp.tahun,
        mulai=skp.mulai,
        selesai=skp.selesai,
        keluarga=skp.keluarga,
        pendekatan=skp.pendekatan,
        versi=(terakhir or skp.versi) + 1,
        sebelumnya=skp,
        penilai=hasil.penilai,
        penyiap_id=aktor.pegawai_id if "pegawai" not in peran else None,
        alasan_perubahan=alasan,
    )
    try:
        with transaction.atomic():
            baru.save(force_insert=True)
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _("Versi baru sudah ada dan sedang disusun. Lanjutkan dari daftar SKP.")
        ) from None
    isi = isi_dari(skp)
    tulis_isi(baru, isi, pertahankan_kunci=True)
    audit.catat_objek(
        aktor,
        "skp",
        baru.pk,
        "versi_baru",
        {"versi": baru.versi, "sebelumnya": skp.pk, "alasan": alasan} | ringkas(isi),
    )
    kejadian.terbitkan(
        instansi_id=baru.instansi_id,
        nama="skp.versi_baru",
        muatan={"id": baru.pk, "sebelumnya_id": skp.pk},
    )
    from tera.skp.services.matriks import terapkan_usulan  # the matrix imports this package

    terapkan_usulan(skp=baru, pada=pada)
    return baru


def gantikan(*, aktor: Aktor, lama: SKP, baru: SKP, pada: dt.date) -> None:
    """Replace ``lama`` by ``baru`` inside the caller's transaction; subordinates' rows follow.

    Rows whose key is gone in ``baru`` keep pointing at the old version: ``turunan_terlepas`` lists
    the subordinates' rows they carry.
    """
    workflow.jalankan(
        objek=lama,
        jenis="skp",
        aksi="ganti",
        aktor=aktor,
        daftar_peran={"sistem"},
        pada=pada,
        alasan=baru.alasan_perubahan,
        muatan={"diganti_id": baru.pk},
    )
    per_kunci = dict(RencanaHasilKerja.objects.filter(skp=baru).values_list("kunci", "pk"))
    for pk, kunci in RencanaHasilKerja.objects.filter(skp=lama).values_list("pk", "kunci"):
        if kunci in per_kunci:
            _arahkan(dari=pk, ke=per_kunci[kunci])


def _arahkan(*, dari: int, ke: int) -> int:
    """Point subordinates' living rows and cells from one RHK to another; returns rows moved."""
    jumlah = RencanaHasilKerja.objects.filter(
        rhk_pimpinan_id=dari, skp__status__in=STATUS_BERLAKU
    ).update(rhk_pimpinan_id=ke)
    sudah = SelMatriks.objects.filter(rhk_pimpinan_id=ke).values("pegawai_id")
    SelMatriks.objects.filter(rhk_pimpinan_id=dari).exclude(pegawai_id__in=sudah).update(
        rhk_pimpinan_id=ke
    )
    return jumlah


@transaction.atomic
def pindahkan_turunan(
    *, aktor: Aktor, dari: RencanaHasilKerja, ke: RencanaHasilKerja, pada: dt.date
) -> int:
    """Move subordinates' rows and cells from one column of one's matrix to another.

    Returns:
        How many rows of subordinates moved.

    Raises:
        TidakBerwenangError: the columns aren't one's own.
        MasukanSalahError: not two columns of one year, or someone has a cell in both.
    """
    for rhk in (dari, ke):
        if not peran_skp(aktor=aktor, skp=rhk.skp, pada=pada) & (PERAN_SUSUN | {"sistem"}):
            raise TidakBerwenangError(
                _("Turunan RHK hanya dipindahkan oleh pemilik matriks atau penyiapnya.")
            )
    if (
        dari.pk == ke.pk
        or dari.skp.pegawai_id != ke.skp.pegawai_id
        or (dari.skp.tahun != ke.skp.tahun or ke.skp.status not in STATUS_BERLAKU)
    ):
        raise MasukanSalahError(
            _("Pilih RHK tujuan lain milik Anda pada tahun yang sama dan masih berlaku."),
            per_bidang={"ke": [_("Pilih RHK tujuan lain yang masih berlaku.")]},
        )
    ganda = list(
        SelMatriks.objects.filter(
            rhk_pimpinan=dari,
            pegawai_id__in=SelMatriks.objects.filter(rhk_pimpinan=ke).values("pegawai_id"),
        ).values_list("pegawai__nama", flat=True)
    )
    if ganda:
        raise MasukanSalahError(
            _(
                "Turunan belum dipindahkan: %(nama)s sudah punya sel pada RHK tujuan. Gabungkan "
                "teksnya dulu, kosongkan sel asal, lalu pindahkan."
            )
            % {"nama": ", ".join(ganda)}
        )
    jumlah = _arahkan(dari=dari.pk, ke=ke.pk)
    audit.catat_objek(
        aktor,
        "skp",
        ke.skp_id,
        "pindahkan_turunan",
        {"dari": dari.pk, "ke": ke.pk, "jumlah": jumlah},
    )
    return jumlah
