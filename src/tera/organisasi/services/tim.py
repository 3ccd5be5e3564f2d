"""Working teams: formed, joined, left, closed. The leader gives work and feedback, no ratings."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import AnggotaTim, TimKerja, UnitKerja
from tera.organisasi.permissions_orang import boleh_atur_tim
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.dasar_orang import (
    pegawai_di_instansi,
    periksa_masa,
    salah,
    unit_di_instansi,
    wajib_teks,
)


@transaction.atomic
def bentuk_tim(
    *,
    aktor: Aktor,
    unit_id: int,
    nama: str,
    ketua_id: int,
    sejak: dt.date,
    sampai: dt.date | None,
    dasar: str,
    pada: dt.date,
) -> TimKerja:
    """Form a team in a unit; its leader and members may come from other units."""
    unit = unit_di_instansi(aktor=aktor, unit_id=unit_id)
    wajib_atur(aktor, unit, pada)
    nama = wajib_teks("nama", nama, _("Nama tim belum diisi."))
    periksa_masa(sejak, sampai)
    ketua = pegawai_di_instansi(aktor=aktor, pegawai_id=ketua_id, bidang="ketua")
    tim = TimKerja.objects.create(
        instansi_id=aktor.instansi_id,
        unit=unit,
        nama=nama,
        ketua=ketua,
        sejak=sejak,
        sampai=sampai,
        dasar=dasar.strip(),
    )
    audit.catat_objek(
        aktor,
        "tim",
        tim.pk,
        "bentuk",
        {"nama": nama, "ketua_id": ketua.pk, "unit_id": unit.pk, "sejak": sejak, "sampai": sampai},
    )
    return tim


@transaction.atomic
def tambah_anggota(
    *,
    aktor: Aktor,
    tim: TimKerja,
    pegawai_id: int,
    sejak: dt.date,
    sampai: dt.date | None,
    pada: dt.date,
) -> AnggotaTim:
    """Add a member from ``sejak`` on, from any unit of the instansi."""
    wajib_atur(aktor, tim.unit, pada)
    pegawai = pegawai_di_instansi(aktor=aktor, pegawai_id=pegawai_id, bidang="pegawai")
    periksa_masa(sejak, sampai)
    terkunci = TimKerja.objects.select_for_update(of=("self",)).get(pk=tim.pk)
    if pegawai.pk == terkunci.ketua_id:
        raise salah("pegawai", _("Ketua tim tidak perlu dicatat lagi sebagai anggota."))
    if sejak < terkunci.sejak or (terkunci.sampai and sejak > terkunci.sampai):
        raise salah("sejak", _("Tanggal itu di luar masa kerja tim. Pilih tanggal di dalamnya."))
    if terkunci.sampai and (sampai is None or sampai > terkunci.sampai):
        sampai = terkunci.sampai
    bentrok = AnggotaTim.objects.filter(belum_berakhir(sejak), tim=tim, pegawai=pegawai)
    if sampai is not None:
        bentrok = bentrok.filter(sejak__lte=sampai)
    if bentrok.exists():
        raise salah(
            "pegawai",
            _("%(nama)s sudah menjadi anggota tim ini pada masa itu.")
            % {"nama": pegawai.nama_lengkap},
        )
    anggota = AnggotaTim.objects.create(tim=tim, pegawai=pegawai, sejak=sejak, sampai=sampai)
    audit.catat_objek(
        aktor,
        "tim",
        tim.pk,
        "tambah_anggota",
        {"pegawai_id": pegawai.pk, "sejak": sejak, "sampai": sampai},
    )
    return anggota


@transaction.atomic
def akhiri_anggota(*, aktor: Aktor, anggota: AnggotaTim, sampai: dt.date, pada: dt.date) -> None:
    """End a membership; ``sampai`` is the last day in the team."""
    wajib_atur(aktor, anggota.tim.unit, pada)
    periksa_masa(anggota.sejak, sampai)
    berubah = AnggotaTim.objects.filter(belum_berakhir(sampai), pk=anggota.pk).update(sampai=sampai)
    if not berubah:
        raise StatusTidakSesuaiError(_("Keanggotaan ini sudah berakhir. Muat ulang halaman."))
    audit.catat_objek(
        aktor,
        "tim",
        anggota.tim_id,
        "akhiri_anggota",
        {"pegawai_id": anggota.pegawai_id, "sampai": sampai},
    )


@transaction.atomic
def ganti_ketua(
    *, aktor: Aktor, tim: TimKerja, ketua_id: int, dasar: str, pada: dt.date
) -> TimKerja:
    """Give the team another leader from today; the audit chain keeps who led before."""
    wajib_atur(aktor, tim.unit, pada)
    ketua = pegawai_di_instansi(aktor=aktor, pegawai_id=ketua_id, bidang="ketua")
    lama = tim.ketua_id
    if ketua.pk == lama:
        raise salah("ketua", _("Orang itu sudah menjadi ketua tim ini."))
    if not TimKerja.objects.filter(pk=tim.pk, ketua_id=lama).update(ketua=ketua):
        raise StatusTidakSesuaiError(
            _("Ketua tim baru saja diganti orang lain. Muat ulang halaman.")
        )
    AnggotaTim.objects.filter(belum_berakhir(pada), tim=tim, pegawai=ketua, sejak__lte=pada).update(
        sampai=pada
    )
    audit.catat_objek(
        aktor,
        "tim",
        tim.pk,
        "ganti_ketua",
        {"ketua_lama_id": lama, "ketua_id": ketua.pk, "dasar": dasar},
    )
    tim.ketua = ketua
    return tim


@transaction.atomic
def bubarkan_tim(*, aktor: Aktor, tim: TimKerja, sampai: dt.date, pada: dt.date) -> None:
    """Close a team and every membership still open; ``sampai`` is its last day."""
    wajib_atur(aktor, tim.unit, pada)
    periksa_masa(tim.sejak, sampai)
    berubah = TimKerja.objects.filter(belum_berakhir(sampai), pk=tim.pk).update(sampai=sampai)
    if not berubah:
        raise StatusTidakSesuaiError(_("Tim ini sudah dibubarkan. Muat ulang halaman."))
    daftar = AnggotaTim.objects.filter(belum_berakhir(sampai), tim=tim)
    daftar.filter(sejak__gt=sampai).delete()
    daftar.update(sampai=sampai)
    audit.catat_objek(aktor, "tim", tim.pk, "bubarkan", {"sampai": sampai})


def wajib_atur(aktor: Aktor, unit: UnitKerja, pada: dt.date) -> None:
    """Refuse whoever may not form and change teams of ``unit``."""
    if boleh_atur_tim(aktor=aktor, unit=unit, pada=pada):
        return
    raise TidakBerwenangError(
        _(
            "Anda tidak bisa mengatur tim kerja di %(unit)s: hanya pimpinan unit itu, atasannya, "
            "atau pengelola kinerja. Minta salah satunya mencatat."
        )
        % {"unit": unit.nama}
    )
