"""Evidence: a checked file behind the storage port, or a link whose form alone is checked."""

import datetime as dt
import ipaddress
import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, tanda_terima
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError
from tera.core.models import TandaTerima
from tera.organisasi.models import Periode
from tera.organisasi.services.dasar_orang import salah
from tera.pelaksanaan.models import BuktiDukung, CapaianPegawai, RencanaAksi
from tera.pelaksanaan.services.dasar import (
    pastikan_boleh_isi,
    pastikan_milik,
    pastikan_rhk,
    yang_berlaku,
)
from tera.pelaksanaan.services.penutupan import pastikan_tanggal_terbuka
from tera.skp.models import SKP

KODE_TANPA_RENCANA = "rencana_aksi_kosong"
_TERLARANG = re.compile(r"[\s\x00-\x1f\x7f\\<>\"`{}|^]")


@dataclass(frozen=True, slots=True)
class IsiBukti:
    """One piece of evidence as it was given: a file or a link, never both."""

    nama: str = ""
    berkas: IO[bytes] | None = None
    nama_berkas: str = ""
    url: str = ""


def periksa_tautan(teks: str) -> str:
    """Return the link when its form is acceptable: https, a public host name, no password in it.

    The server never opens it: what is behind it is for its readers to judge.

    Raises:
        MasukanSalahError: says what is wrong with the address.
    """
    teks = teks.strip()

    def tolak(pesan: str) -> MasukanSalahError:
        return salah("url", pesan, kode="tautan_salah")

    if len(teks) > 500:
        raise tolak(_("Tautan lebih dari 500 huruf. Pakai tautan berbagi yang pendek."))
    if _TERLARANG.search(teks):
        raise tolak(_("Tautan memuat spasi atau tanda yang tidak boleh. Salin ulang alamatnya."))
    try:
        bagian = urlsplit(teks)
        inang = (bagian.hostname or "").rstrip(".")
        _porta = bagian.port
    except ValueError as galat:
        raise tolak(_("Tautan tidak terbaca sebagai alamat. Salin ulang dari peramban.")) from galat
    if bagian.scheme != "https":
        raise tolak(
            _("Tautan harus diawali https:// agar isinya tidak bisa diubah di jalan. Periksa lagi.")
        )
    if bagian.username or bagian.password or "@" in bagian.netloc:
        raise tolak(_("Tautan memuat nama atau sandi masuk. Hapus bagian sebelum tanda @."))
    if "." not in inang or inang.endswith((".local", ".localhost", ".internal")):
        raise tolak(_("Tautan harus memakai nama situs lengkap, misalnya https://contoh.go.id/…."))
    try:
        ipaddress.ip_address(inang)
    except ValueError:
        return teks
    raise tolak(_("Tautan memakai angka alamat IP. Pakai nama situsnya."))


@transaction.atomic
def lampirkan_bukti(
    *,
    aktor: Aktor,
    skp: SKP,
    periode: Periode,
    rhk_kunci: uuid.UUID,
    isi: IsiBukti,
    rencana_aksi: RencanaAksi | None = None,
    pada: dt.date,
) -> tuple[BuktiDukung, TandaTerima]:
    """Attach evidence to an RHK in a period that has a rencana aksi.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
        MasukanSalahError: no rencana aksi yet (``rencana_aksi_kosong``), neither or both forms, a
            file or link that isn't acceptable.
    """
    pastikan_boleh_isi(aktor=aktor, skp=skp, periode=periode, pada=pada)
    pastikan_rhk(skp, rhk_kunci)
    daftar = RencanaAksi.objects.filter(
        penugasan_id=skp.penugasan_id, periode=periode, rhk_kunci=rhk_kunci
    )
    if not daftar.exists():
        raise MasukanSalahError(
            _(
                "Bukti belum bisa dilampirkan: RHK ini belum punya rencana aksi pada %(periode)s. "
                "Tulis satu rencana aksi dulu, lalu lampirkan buktinya."
            )
            % {"periode": periode},
            kode=KODE_TANPA_RENCANA,
        )
    if rencana_aksi is not None and not daftar.filter(pk=rencana_aksi.pk).exists():
        raise salah("rencana_aksi", _("Rencana aksi itu bukan milik RHK ini. Pilih lagi."))
    return _simpan(
        aktor,
        skp,
        isi,
        {"periode": periode, "rhk_kunci": rhk_kunci, "rencana_aksi": rencana_aksi},
    )


@transaction.atomic
def lampirkan_bukti_capaian(
    *, aktor: Aktor, capaian: CapaianPegawai, isi: IsiBukti, pada: dt.date
) -> tuple[BuktiDukung, TandaTerima]:
    """Attach evidence to an achievement.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    skp = yang_berlaku(SKP.objects.select_related("penugasan__unit").get(pk=capaian.skp_id))
    pastikan_milik(aktor=aktor, skp=skp, pada=pada)
    pastikan_tanggal_terbuka(penugasan_id=skp.penugasan_id, tanggal=capaian.tanggal)
    return _simpan(aktor, skp, isi, {"capaian": capaian, "rhk_kunci": capaian.rhk_kunci})


@transaction.atomic
def tarik_bukti(*, aktor: Aktor, bukti: BuktiDukung, pada: dt.date) -> None:
    """Withdraw evidence: it leaves the lists and stays readable where a decision stood on it."""
    kini = (
        BuktiDukung.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan__unit", "periode", "capaian")
        .get(pk=bukti.pk)
    )
    skp = yang_berlaku(kini.skp)
    if kini.periode is None:
        pastikan_milik(aktor=aktor, skp=skp, pada=pada)
        if kini.capaian is not None:
            pastikan_tanggal_terbuka(penugasan_id=kini.penugasan_id, tanggal=kini.capaian.tanggal)
    else:
        pastikan_boleh_isi(aktor=aktor, skp=skp, periode=kini.periode, pada=pada)
    if kini.ditarik_at is not None:
        return
    kini.ditarik_at = clock.sekarang()
    kini.save(update_fields=["ditarik_at", "updated_at"])
    audit.catat_objek(aktor, "bukti", kini.pk, "tarik", {"ditarik_at": kini.ditarik_at})


def _simpan(
    aktor: Aktor, skp: SKP, isi: IsiBukti, letak: dict[str, Any]
) -> tuple[BuktiDukung, TandaTerima]:
    url = isi.url.strip()
    if isi.berkas is None and not url:
        raise salah("berkas", _("Bukti belum ada. Pilih berkas, atau isi tautannya."))
    if isi.berkas is not None and url:
        raise salah("url", _("Pilih salah satu: berkas atau tautan. Lampirkan dua kali."))
    nama = isi.nama.strip() or Path(isi.nama_berkas).stem
    if not nama:
        raise salah("nama", _("Nama bukti masih kosong. Tulis apa yang ditunjukkannya."))
    if len(nama) > 200:
        raise salah("nama", _("Nama bukti lebih dari 200 huruf. Ringkas dulu."))
    berkas = None
    if isi.berkas is not None:
        try:
            berkas = simpan_berkas(
                aktor=aktor, nama=isi.nama_berkas, isi=isi.berkas, keperluan="bukti"
            )
        except MasukanSalahError as galat:
            raise salah("berkas", galat.pesan) from galat
    else:
        url = periksa_tautan(url)
    baru = BuktiDukung.objects.create(
        instansi_id=skp.instansi_id,
        pegawai_id=skp.pegawai_id,
        penugasan_id=skp.penugasan_id,
        skp=skp,
        nama=nama,
        jenis=BuktiDukung.Jenis.BERKAS if berkas else BuktiDukung.Jenis.TAUTAN,
        berkas=berkas,
        url=url,
        **letak,
    )
    bidang = {"nama": nama, "url": url, "sidik": berkas.sidik if berkas else ""}
    catatan = audit.catat_objek(aktor, "bukti", baru.pk, "lampirkan", bidang)
    return baru, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="bukti",
        objek_id=baru.pk,
        aksi="lampirkan",
        isi=bidang,
        jejak=catatan,
    )
