"""Forums: opened by officers for citizens to comment, answered in public."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.organisasi.models import UnitKerja
from tera.umpan_balik.models import ForumEvaluasi, JawabanForum, MasukanMasyarakat
from tera.umpan_balik.services.layanan import kode_baru, pastikan_pengelola, periksa_masa


@transaction.atomic
def buka_forum(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    jenis: str,
    judul: str,
    uraian: str,
    mulai: dt.date,
    selesai: dt.date,
    pada: dt.date,
) -> ForumEvaluasi:
    """Open a forum of a unit with an address of its own.

    Raises:
        TidakBerwenangError, MasukanSalahError.
    """
    pastikan_pengelola(aktor=aktor, unit=unit, pada=pada)
    periksa_masa(mulai, selesai, "selesai")
    isi = {
        "jenis": ForumEvaluasi.Jenis(jenis).value,
        "judul": judul.strip(),
        "uraian": uraian.strip(),
        "mulai": mulai,
        "selesai": selesai,
    }
    baru = ForumEvaluasi.objects.create(
        instansi_id=aktor.instansi_id,
        unit=unit,
        kode=kode_baru(),
        penyelenggara_id=aktor.pegawai_id,
        **isi,
    )
    audit.catat_objek(aktor, "forum_evaluasi", baru.pk, "buka", isi | {"unit_id": unit.pk})
    return baru


@transaction.atomic
def ubah_forum(
    *,
    aktor: Aktor,
    forum: ForumEvaluasi,
    jenis: str,
    judul: str,
    uraian: str,
    mulai: dt.date,
    selesai: dt.date,
    pada: dt.date,
) -> ForumEvaluasi:
    """Change a forum. Once citizens have written, its words stay and only its days may change.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    pastikan_pengelola(aktor=aktor, unit=forum.unit, pada=pada)
    periksa_masa(mulai, selesai, "selesai")
    isi = {"jenis": jenis, "judul": judul.strip(), "uraian": uraian.strip()}
    berubah = any(getattr(forum, nama) != nilai for nama, nilai in isi.items())
    if berubah and MasukanMasyarakat.objects.filter(forum=forum).exists():
        raise MasukanSalahError(
            _(
                "Belum tersimpan: warga sudah menulis di forum ini, jadi pertanyaannya tidak bisa "
                "diganti. Ubah harinya saja, atau buka forum baru."
            )
        )
    isi_semua = isi | {"mulai": mulai, "selesai": selesai}
    ForumEvaluasi.objects.filter(pk=forum.pk).update(**isi_semua, updated_at=clock.sekarang())
    audit.catat_objek(aktor, "forum_evaluasi", forum.pk, "ubah", isi_semua)
    forum.refresh_from_db()
    return forum


@transaction.atomic
def jawab_forum(
    *, aktor: Aktor, masukan: MasukanMasyarakat, teks: str, pada: dt.date
) -> JawabanForum:
    """Answer a published text of a forum in public, in the name of the instansi.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    kini = (
        MasukanMasyarakat.objects.select_for_update(of=("self",))
        .select_related("unit", "forum")
        .get(pk=masukan.pk)
    )
    pastikan_pengelola(aktor=aktor, unit=kini.unit, pada=pada)
    umum = kini.forum_id is not None and kini.tentang == MasukanMasyarakat.Tentang.LAYANAN
    if not umum or kini.status != MasukanMasyarakat.Status.DITERBITKAN:
        raise StatusTidakSesuaiError(
            _(
                "Belum terjawab: yang dijawab di muka umum hanya tulisan forum tentang layanan "
                "yang sudah diterbitkan. Terbitkan dulu."
            )
        )
    isi = teks.strip()
    if not isi:
        pesan = _("Wajib diisi.")
        raise MasukanSalahError(pesan, per_bidang={"teks": [pesan]})
    jawaban, _baru = JawabanForum.objects.update_or_create(
        masukan=kini, defaults={"teks": isi, "pegawai_id": aktor.pegawai_id, "pada": pada}
    )
    audit.catat_objek(aktor, "masukan_masyarakat", kini.pk, "jawab", {"teks": isi})
    return jawaban
