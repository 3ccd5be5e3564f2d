"""Fills the printed dashboard: the numbers of a page as a view model to print."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.antarmuka.format import tulis_angka
from tera.dasbor.selectors.angka import Dasbor
from tera.dasbor.selectors.daftar import Permintaan
from tera.dasbor.tampilan import daftar_kartu, keberatan, kolom_unit, lewat, menunggu, sel_unit
from tera.dokumen.model_dasbor import AngkaLaporan, LaporanDasbor, TabelLaporan
from tera.evaluasi.models import PilihanPredikat
from tera.organisasi.models import Instansi


@override(settings.LANGUAGE_CODE)  # documents are Indonesian whoever prints them
def laporan_dasbor(*, hasil: Dasbor, minta: Permintaan) -> LaporanDasbor:
    """Return the report of a dashboard: what the page shows, without links."""
    total = hasil.total
    per_label = {
        0: total.persen_skp, 2: total.persen_evaluasi, 3: total.persen_ikut, 4: total.persen_target
    }  # fmt: skip
    angka = tuple(
        AngkaLaporan(
            label=satu.label,
            nilai=satu.nilai,
            keterangan=satu.keterangan,
            persen=None if (n := per_label.get(letak)) is None else round(n),
        )
        for letak, satu in enumerate(daftar_kartu(hasil, minta.pilihan))
    )
    return LaporanDasbor(
        nama_instansi=Instansi.objects.get(pk=hasil.unit.instansi_id).nama,
        unit_kerja=hasil.unit.nama,
        periode=str(hasil.periode),
        periode_mulai=hasil.periode.mulai,
        periode_selesai=hasil.periode.selesai,
        tanggal=minta.pada,
        angka=angka,
        tabel=tuple(satu for satu in _tabel(hasil, minta) if satu.baris),
        catatan=_(
            "Angka dihitung dari catatan di Tera pada hari laporan ini dicetak dan dapat berubah. "
            "Pengisian putaran 360 tidak dihitung sebagai partisipasi."
        ),
    )


def _tabel(hasil: Dasbor, minta: Permintaan) -> list[TabelLaporan]:
    langkah = [*lewat(hasil, minta.pilihan), *menunggu(hasil, minta.pilihan, minta.pada)]
    predikat = hasil.total.evaluasi.predikat
    isi_keberatan = keberatan(hasil)
    return [
        TabelLaporan(
            judul=_("Unit di bawahnya"),
            kolom=(_("Unit"), *kolom_unit()),
            baris=tuple((satu.nama, *sel_unit(satu)) for satu in hasil.daftar_anak),
        ),
        TabelLaporan(
            judul=_("Yang ditunggu dan yang lewat batas"),
            kolom=(_("Langkah"), _("Orang")),
            baris=tuple((str(satu["judul"]), tulis_angka(satu["jumlah"])) for satu in langkah),
        ),
        TabelLaporan(
            judul=_("Predikat yang sudah ditetapkan"),
            kolom=(_("Predikat"), _("Orang")),
            baris=tuple(
                (str(satu.label), tulis_angka(predikat[satu.value]))
                for satu in PilihanPredikat
                if predikat.total()
            ),
        ),
        TabelLaporan(
            judul=_("Keberatan"),
            kolom=(_("Keadaan"), _("Banyaknya")),
            baris=(
                (_("Hasil tersampaikan"), tulis_angka(isi_keberatan["dari"])),
                (_("Keberatan diajukan"), tulis_angka(isi_keberatan["jumlah"])),
                (_("Masih diproses"), tulis_angka(isi_keberatan["berjalan"])),
                (_("Diputus, hasil tetap"), tulis_angka(isi_keberatan["tetap"])),
                (_("Diputus, hasil berubah"), tulis_angka(isi_keberatan["berubah"])),
            )
            if isi_keberatan and isi_keberatan["tampak"]
            else (),
        ),
    ]  # fmt: skip
