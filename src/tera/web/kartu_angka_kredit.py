"""The cards of angka kredit on the page of what follows: two wings that meet only here."""

from django.db.models import Value
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.angka_kredit.models import MasaJenjang
from tera.angka_kredit.selectors.terlihat import konversi_menunggu
from tera.core.aktor import Aktor
from tera.tindak_lanjut.hub import Kartu


def kartu_angka_kredit(aktor: Aktor, peran: frozenset[str], menilai: bool) -> list[Kartu]:
    """Return the cards of a JF, of who establishes conversions, and of officers: one query."""
    milik = MasaJenjang.objects.filter(pegawai_id=aktor.pegawai_id or 0, selesai__isnull=True)
    bagian = milik.order_by().values_list("pk", Value("saya"))
    if menilai:
        menunggu = konversi_menunggu(aktor=aktor).order_by().select_related(None)
        bagian = bagian.union(menunggu.values_list("pk", Value("konversi")), all=True)
    kata = [satu for _pk, satu in bagian]
    hasil = []
    if "saya" in kata:
        hasil.append(
            Kartu(
                judul=_("Angka kredit"),
                keterangan=_("Yang terkumpul, kekurangannya, dan bila pangkat berikutnya"),
                url=reverse("angka_kredit:saya"),
                ikon="chart-bar",
            )
        )
    if menilai:
        jumlah = kata.count("konversi")
        hasil.append(
            Kartu(
                judul=_("Konversi angka kredit"),
                keterangan=_("%(n)s konversi menunggu Anda tetapkan") % {"n": jumlah}
                if jumlah
                else _("Konversi predikat pejabat fungsional yang Anda nilai"),
                url=reverse("angka_kredit:konversi"),
                ikon="list-check",
                kelompok="tim",
                penting=bool(jumlah),
            )
        )
    if "pengelola" in peran:
        hasil.append(
            Kartu(
                judul=_("Angka kredit unit"),
                keterangan=_("Siapa mencapai apa dan kapan, penetapan, dan terbit massal"),
                url=reverse("angka_kredit:unit"),
                ikon="chart-bar",
                kelompok="kelola",
            )
        )
    return hasil
