"""The form of one plan. Field names are stable: browser tests and drafts rely on them.

- ``revisi``: the number the page was opened with.
- ``utama-N-…`` and ``tambahan-N-…``: one RHK each: ``kunci``, ``jenis``, ``teks``,
  ``rhk_pimpinan``, ``butir_perencanaan``, ``perspektif``, ``klasifikasi``, ``penugasan_dari``,
  ``penugasan_khusus``, ``tautkan_nanti``, ``ORDER``, ``DELETE``.
- ``utama-N-indikator-M-…``: its indicators: ``kunci``, ``aspek``, ``teks``, ``target``, ``satuan``,
  ``kode_pustaka``, ``ORDER``, ``DELETE``.
- ``perilaku-KODE``: ekspektasi khusus per BerAKHLAK code (BP, AKU, KOM, HAR, LOY, ADA, KOL).
- ``lampiran-BAGIAN``: one line per item: ``dukungan_sumber_daya``, ``skema_pertanggungjawaban``,
  ``konsekuensi``.
- buttons: ``tambah_baris``, ``hapus_baris``, ``urung_baris``, ``naik_baris``, ``turun_baris`` (row
  editor), ``aksi`` = ``simpan`` | ``ajukan``.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.baris import BarisFormSet, tunda_periksa
from tera.antarmuka.widget import TeksPanjang
from tera.organisasi.models import ButirPerencanaan
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.forms.indikator import IndikatorForm, IndikatorFormSet, indikator_kosong
from tera.skp.forms.nanti import PilihAngkaNanti, PilihNanti, TeksNanti
from tera.skp.isi import (
    DAFTAR_BAGIAN,
    DAFTAR_NILAI,
    IsiIndikator,
    IsiRHK,
    IsiSKP,
)
from tera.skp.models import SKP, ButirLampiran, RencanaHasilKerja
from tera.skp.pustaka import Saran, periksa_rhk

MAKS_RHK = 40


class RHKForm(forms.Form):
    """One RHK; its indicators hang on it as ``indikator`` (a formset)."""

    use_required_attribute = False
    tanda_opsional = False
    kunci = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    jenis = PilihNanti(label=_("Jenis"), choices=RencanaHasilKerja.Jenis.choices)
    teks = TeksNanti(
        label=_("Rencana hasil kerja"),
        max_length=2000,
        widget=TeksPanjang(attrs={"rows": 2}),
    )
    rhk_pimpinan = PilihAngkaNanti(
        label=_("RHK pimpinan yang diintervensi"), coerce=int, empty_value=None
    )
    butir_perencanaan = forms.TypedChoiceField(
        label=_("Mendukung perjanjian kinerja atau sasaran"),
        required=False,
        coerce=int,
        empty_value=None,
    )
    perspektif = PilihNanti(
        label=_("Perspektif"),
        choices=[("", _("Pilih perspektif")), *RencanaHasilKerja.Perspektif.choices],
    )
    klasifikasi = PilihNanti(
        label=_("Klasifikasi"),
        choices=RencanaHasilKerja.Klasifikasi.choices,
        initial=RencanaHasilKerja.Klasifikasi.INDIVIDU,
        help_text=_("Organisasi: tetap pada jabatan dan diteruskan penggantinya."),
    )
    penugasan_dari = forms.CharField(label=_("Penugasan dari"), required=False, max_length=200)
    penugasan_khusus = forms.BooleanField(
        label=_("Penugasan khusus dari pejabat di luar unit atau instansi"), required=False
    )
    tautkan_nanti = forms.BooleanField(
        label=_("Tautkan nanti, RHK pimpinan belum ada"), required=False
    )

    indikator: forms.BaseFormSet[IndikatorForm]

    def __init__(
        self,
        *args: Any,
        pilihan_rhk: Sequence[tuple[Any, Any]] = (),
        pilihan_butir: Sequence[tuple[Any, Any]] = (),
        keluarga: str = SKP.Keluarga.JA_JF,
        pendekatan: str = SKP.Pendekatan.KUANTITATIF,
        **kw: Any,
    ):
        super().__init__(*args, **kw)
        # Set on the fields themselves: Django's types know only the declared choices.
        self.fields["rhk_pimpinan"].choices = pilihan_rhk  # type: ignore[attr-defined]
        self.fields["butir_perencanaan"].choices = pilihan_butir  # type: ignore[attr-defined]
        pimpinan = keluarga == SKP.Keluarga.JPT_MANDIRI
        buang = ("rhk_pimpinan", "tautkan_nanti") if pimpinan else ("perspektif",)
        if not pilihan_butir:
            buang = (*buang, "butir_perencanaan")
        if pendekatan == SKP.Pendekatan.KUALITATIF and pimpinan:
            buang = (*buang, "perspektif")
        for nama in buang:
            self.fields.pop(nama, None)

    def daftar_saran(self) -> list[Saran]:
        """Gentle hints on the text as shown; an empty one gets none, it is not written yet."""
        teks = _rapi(self["teks"].value())
        return periksa_rhk(teks) if teks else []

    def isi(self) -> IsiRHK:
        """Return the cleaned row with its indicators in the order shown."""
        data = self.cleaned_data
        indikator: tuple[IsiIndikator, ...] = ()
        if self.indikator.is_bound:
            indikator = tuple(
                satu.isi()
                for satu in self.indikator.ordered_forms
                if satu not in self.indikator.deleted_forms
            )
        return IsiRHK(
            teks=_rapi(data.get("teks")),
            jenis=data.get("jenis") or "utama",
            klasifikasi=data.get("klasifikasi") or "individu",
            rhk_pimpinan_id=data.get("rhk_pimpinan"),
            butir_perencanaan_id=data.get("butir_perencanaan"),
            perspektif=data.get("perspektif") or "",
            penugasan_dari=_rapi(data.get("penugasan_dari")),
            penugasan_khusus=bool(data.get("penugasan_khusus")),
            tautkan_nanti=bool(data.get("tautkan_nanti")),
            kunci=_rapi(data.get("kunci")),
            daftar_indikator=indikator,
        )


class RHKFormSet(BarisFormSet):
    """RHK rows, each with its own indicator rows."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Hang the indicators on the row; a row just added gets empty ones to fill."""
        super().add_fields(form, index)
        keluarga = self.form_kwargs.get("keluarga")
        kualitatif = self.form_kwargs.get("pendekatan") == SKP.Pendekatan.KUALITATIF
        beraspek = keluarga == SKP.Keluarga.JA_JF and not kualitatif
        prefix = f"{form.prefix}-indikator"
        kw: dict[str, Any] = {
            "prefix": prefix,
            "form_kwargs": {"beraspek": beraspek, "kualitatif": kualitatif},
        }
        if form.is_bound and f"{prefix}-TOTAL_FORMS" in form.data:
            form.indikator = IndikatorFormSet(form.data, **kw)
        else:
            awal = (form.initial or {}).get("indikator") or indikator_kosong(beraspek)
            form.indikator = IndikatorFormSet(initial=awal, **kw)

    @property
    def jumlah_tampil(self) -> int:
        """How many rows the page shows, those marked for removal aside."""
        return sum(not satu["DELETE"].value() for satu in self.forms)


RHKEditorFormSet = forms.formset_factory(
    RHKForm,
    formset=RHKFormSet,
    extra=0,
    can_order=True,
    can_delete=True,
    max_num=MAKS_RHK,
    absolute_max=MAKS_RHK + 5,
)


def jumlah_terisi(form: forms.Form) -> int:
    """Return how many fields of ``form`` hold a text as shown."""
    return sum(bool(_rapi(field.value())) for field in form)


class PerilakuForm(forms.Form):
    """Seven ekspektasi khusus: always seven."""

    tanda_opsional = False

    def __init__(self, *args: Any, skp: SKP, **kw: Any):
        super().__init__(*args, **(kw | {"prefix": "perilaku"}))
        self.daftar_nilai = daftar_nilai(pada=skp.mulai)
        for nilai in self.daftar_nilai:
            self.fields[nilai.kode] = forms.CharField(
                label=_("Ekspektasi khusus pimpinan: %(nama)s") % {"nama": nilai.nama},
                required=False,
                max_length=1000,
                widget=TeksPanjang(attrs={"rows": 2}),
            )

    def baris(self) -> list[dict[str, Any]]:
        """Return value, guides and field of each row for the page."""
        return [{"nilai": nilai, "field": self[nilai.kode]} for nilai in self.daftar_nilai]

    def jumlah_terisi(self) -> int:
        """How many of the seven hold a text."""
        return jumlah_terisi(self)


class LampiranForm(forms.Form):
    """Three lists, one line per item."""

    tanda_opsional = False

    def __init__(self, *args: Any, **kw: Any):
        super().__init__(*args, **(kw | {"prefix": "lampiran"}))
        for bagian in DAFTAR_BAGIAN:
            self.fields[bagian] = forms.CharField(
                label=ButirLampiran.Bagian(bagian).label,
                required=False,
                max_length=6000,
                help_text=_("Satu butir per baris."),
                widget=TeksPanjang(attrs={"rows": 3}),
            )

    def jumlah_terisi(self) -> int:
        """How many of the three hold a text."""
        return jumlah_terisi(self)


class EditorSKP:
    """The whole form: four parts that are shown, checked and read together."""

    def __init__(
        self,
        *,
        skp: SKP,
        isi: IsiSKP,
        pilihan_rhk: Sequence[RencanaHasilKerja] = (),
        pilihan_butir: Sequence[ButirPerencanaan] = (),
        data: QueryDict | None = None,
    ) -> None:
        self.skp = skp
        self.awal = isi
        self.ada_rhk_pimpinan = bool(pilihan_rhk)
        self.revisi = skp.revisi
        pilihan_pimpinan = _pilihan_rhk(pilihan_rhk, isi)
        self.tampil_pimpinan = len(pilihan_pimpinan) > 1
        kw: dict[str, Any] = {
            "pilihan_rhk": pilihan_pimpinan,
            "pilihan_butir": _pilihan_butir(pilihan_butir),
            "keluarga": skp.keluarga,
            "pendekatan": skp.pendekatan,
        }
        self.utama = RHKEditorFormSet(
            data, prefix="utama", form_kwargs=kw, initial=_awal(isi, "utama") or [{}]
        )
        self.tambahan = RHKEditorFormSet(
            data, prefix="tambahan", form_kwargs=kw, initial=_awal(isi, "tambahan")
        )
        self.perilaku = PerilakuForm(data, skp=skp, initial=dict(isi.perilaku))
        self.lampiran = LampiranForm(
            data,
            initial={bagian: "\n".join(isi.lampiran.get(bagian, ())) for bagian in DAFTAR_BAGIAN},
        )
        revisi = str(data.get("revisi", "")) if data is not None else ""
        if revisi.isdecimal():
            self.revisi = int(revisi)

    @property
    def daftar_formulir(self) -> list[Any]:
        """Every form and formset, in page order: for the error summary."""
        daftar: list[Any] = []
        for formset in (self.utama, self.tambahan):
            daftar.append(formset)
            daftar += [rhk.indikator for rhk in formset.forms]
        return [*daftar, self.perilaku, self.lampiran]

    @property
    def belum_tersimpan(self) -> bool:
        """Whether the page holds what a row button or a refusal left unsaved."""
        return self.utama.is_bound

    def sah(self) -> bool:
        """Whether every part can be saved (a draft may be incomplete)."""
        return not [1 for satu in self.daftar_formulir if satu.is_bound and not satu.is_valid()]

    def tunda(self) -> None:
        """Show without errors: a row button was pressed."""
        tunda_periksa(*[satu for satu in self.daftar_formulir if satu.is_bound])

    def isi(self) -> IsiSKP:
        """Return the cleaned content; rows moved to the other kind go to its end."""
        rhk = [
            satu.isi()
            for formset in (self.utama, self.tambahan)
            for satu in formset.ordered_forms
            if satu not in formset.deleted_forms
        ]
        return IsiSKP(
            daftar_rhk=tuple(sorted(rhk, key=lambda satu: satu.jenis != "utama")),
            perilaku={kode: _rapi(self.perilaku.cleaned_data[kode]) for kode in DAFTAR_NILAI},
            lampiran={
                bagian: tuple(
                    baris.strip()
                    for baris in self.lampiran.cleaned_data[bagian].splitlines()
                    if baris.strip()
                )
                for bagian in DAFTAR_BAGIAN
            },
        )


def _awal(isi: IsiSKP, jenis: str) -> list[dict[str, Any]]:
    return [
        {
            "kunci": rhk.kunci,
            "jenis": rhk.jenis,
            "teks": rhk.teks,
            "rhk_pimpinan": rhk.rhk_pimpinan_id,
            "butir_perencanaan": rhk.butir_perencanaan_id,
            "perspektif": rhk.perspektif,
            "klasifikasi": rhk.klasifikasi,
            "penugasan_dari": rhk.penugasan_dari,
            "penugasan_khusus": rhk.penugasan_khusus,
            "tautkan_nanti": rhk.tautkan_nanti,
            "indikator": [
                {
                    nama: getattr(ind, nama)
                    for nama in ("aspek", "teks", "target", "satuan", "kode_pustaka", "kunci")
                }
                for ind in rhk.daftar_indikator
            ],
        }
        for rhk in isi.daftar_rhk
        if rhk.jenis == jenis
    ]


def _pilihan_rhk(daftar: Sequence[RencanaHasilKerja], isi: IsiSKP) -> list[tuple[Any, Any]]:
    """Grouped by leader; a tie that isn't offered any more stays choosable, so it isn't lost."""
    per_orang: dict[str, list[tuple[int, str]]] = {}
    for rhk in daftar:
        per_orang.setdefault(rhk.skp.pegawai.nama_lengkap, []).append((rhk.pk, rhk.teks))
    ada = {rhk.pk for rhk in daftar}
    lama = {rhk.rhk_pimpinan_id for rhk in isi.daftar_rhk} - ada - {None}
    pilihan: list[tuple[Any, Any]] = [("", _("Pilih RHK pimpinan")), *per_orang.items()]
    if lama:
        pilihan.append((_("Versi lama"), [(pk, _("RHK pimpinan versi lama")) for pk in lama]))
    return pilihan


def _pilihan_butir(daftar: Sequence[ButirPerencanaan]) -> list[tuple[Any, Any]]:
    if not daftar:
        return []
    per_unit: dict[str, list[tuple[int, str]]] = {}
    for butir in daftar:
        per_unit.setdefault(butir.unit.nama, []).append(
            (butir.pk, f"{butir.nomor} {butir.teks}".strip())
        )
    return [("", _("Pilih perjanjian kinerja atau sasaran")), *per_unit.items()]


def _rapi(nilai: Any) -> str:
    return str(nilai or "").strip()
