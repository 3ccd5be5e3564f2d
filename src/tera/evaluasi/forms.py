"""Shape of what people type in the appraisal: marks, ratings, swakaji, delivery, reasons."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksBaris, TeksPanjang
from tera.evaluasi.kolom import TandaForm
from tera.evaluasi.models import CapaianOrganisasi, KeteranganKeberatan, LevelRating
from tera.organisasi.models import UnitKerja


class PenilaianForm(TandaForm):
    """Marks, then the two ratings with the reasons that the rules or the instansi ask for."""

    rating_hasil_kerja = forms.ChoiceField(
        label=_("Rating hasil kerja"), choices=LevelRating.choices, widget=forms.RadioSelect
    )
    alasan_hasil_kerja = forms.CharField(
        label=_("Alasan rating hasil kerja"),
        help_text=_("Sebut bukti dan peristiwanya."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    rating_perilaku_kerja = forms.ChoiceField(
        label=_("Rating perilaku kerja"), choices=LevelRating.choices, widget=forms.RadioSelect
    )
    alasan_perilaku_kerja = forms.CharField(
        label=_("Alasan rating perilaku kerja"),
        help_text=_("Sebut perilaku yang terlihat."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    alasan_beda = forms.CharField(
        label=_("Alasan predikat tahunan berbeda dari periodik"),
        help_text=_("Wajib bila berbeda dari predikat periodik terakhir atau yang paling sering."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    catatan = forms.CharField(
        label=_("Catatan atau rekomendasi"),
        help_text=_("Tercetak pada bagian 5 Dokumen Evaluasi."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, tahunan: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not tahunan:
            del self.fields["alasan_beda"]

    def isi(self) -> dict[str, Any]:
        """Return the ratings as the service takes them."""
        lewati = {nama for s in self.daftar_tanda for nama in (s.nama, f"{s.nama}-teks")}
        return {k: v for k, v in self.cleaned_data.items() if k not in lewati} | {
            "tanda": self.tanda() if self.daftar_tanda else None
        }


class SwakajiForm(TandaForm):
    """The person's own marks and words about the period."""

    ringkasan = forms.CharField(
        label=_("Ringkasan"),
        help_text=_("Apa yang selesai, apa yang paling berarti, dan buktinya."),
        required=False,
        max_length=4000,
        widget=TeksPanjang,
    )
    kendala = forms.CharField(
        label=_("Kendala"),
        help_text=_("Apa yang menghambat, dan mana yang di luar kendali Anda."),
        required=False,
        max_length=4000,
        widget=TeksPanjang,
    )
    kebutuhan = forms.CharField(
        label=_("Yang saya perlukan"),
        help_text=_("Dukungan, alat, atau pelatihan untuk periode berikutnya."),
        required=False,
        max_length=4000,
        widget=TeksPanjang,
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput)


class TandaButaForm(TandaForm):
    """The seven marks of the atasan penilai: levels only."""

    tanpa_teks = True


class KertasForm(IsianForm):
    """A delivery on paper: the day on the receipt, the witness, the signed scan."""

    diterima_pada = forms.DateField(
        label=_("Tanggal diterima pegawai"),
        help_text=_("Seperti tertulis pada tanda terima; masa keberatan dihitung sesudahnya."),
        widget=TanggalInput,
    )
    saksi = forms.CharField(
        label=_("Saksi penyerahan"), help_text=_("Nama dan jabatannya."), max_length=200
    )
    berkas = forms.FileField(
        label=_("Pindaian dokumen yang ditandatangani"), help_text=_("PDF, PNG, atau JPEG, 10 MB.")
    )


class AlasanForm(forms.Form):
    """One reason."""

    alasan = forms.CharField(label=_("Alasan"), max_length=4000, widget=TeksPanjang)


class KeluarForm(IsianForm):
    """What a departing rater leaves about one person."""

    rating_hasil_kerja = forms.ChoiceField(
        label=_("Hasil kerja selama saya menilai"),
        choices=LevelRating.choices,
        widget=forms.RadioSelect,
    )
    rating_perilaku_kerja = forms.ChoiceField(
        label=_("Perilaku kerja selama saya menilai"),
        choices=LevelRating.choices,
        widget=forms.RadioSelect,
    )
    catatan = forms.CharField(
        label=_("Catatan untuk penilai berikutnya"),
        help_text=_("Yang Anda lihat, dengan bukti: pekerjaan yang selesai dan yang belum."),
        max_length=4000,
        widget=TeksPanjang,
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput)


class LengkapiCapaianForm(IsianForm):
    """What a unit's level stands on; for the root unit also the outside decision's document."""

    uraian_hasil = forms.CharField(required=False, max_length=4000, widget=TeksPanjang)
    uraian_ekspektasi = forms.CharField(
        label=_("Ekspektasi pimpinan terhadap unit"),
        required=False,
        max_length=4000,
        widget=TeksPanjang,
    )
    berkas = forms.FileField(
        label=_("Dokumen keputusan"),
        help_text=_("PDF, PNG, atau JPEG, 10 MB. Mengganti yang lama bila sudah ada."),
        required=False,
    )

    def __init__(self, *args: Any, tahunan: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uraian_hasil"].label = (
            _("Capaian perjanjian kinerja") if tahunan else _("Capaian rencana aksi dan target")
        )
        if not tahunan:
            del self.fields["uraian_ekspektasi"]


class AndaiForm(forms.Form):
    """What if: one person with other ratings; sent by GET, nothing is kept."""

    hasil = forms.ChoiceField(label=_("Hasil kerja"), choices=LevelRating.choices)
    perilaku = forms.ChoiceField(label=_("Perilaku kerja"), choices=LevelRating.choices)


class CapaianForm(forms.Form):
    """One unit's row; the root unit also needs the number of the outside decision.

    Each field also sends what the page showed: only a row that was changed is a decision.
    """

    use_required_attribute = False
    level = forms.ChoiceField(
        label=_("Capaian"),
        required=False,
        choices=[("", _("Pilih capaian")), *CapaianOrganisasi.Level.choices],
        show_hidden_initial=True,
    )
    nomor_keputusan = forms.CharField(
        label=_("Nomor keputusan"), required=False, max_length=100, show_hidden_initial=True
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        required=False,
        max_length=2000,
        widget=TeksBaris,
        show_hidden_initial=True,
    )

    def __init__(self, *args: Any, unit: UnitKerja, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"prefix": f"u{unit.pk}"}))
        if unit.induk_id is not None:
            del self.fields["nomor_keputusan"]
        for field in self.fields.values():
            # The column's heading names the kind of value, not the unit.
            field.widget.attrs["aria-label"] = f"{field.label}: {unit.nama}"
        if "nomor_keputusan" in self.fields:
            self.fields["nomor_keputusan"].widget.attrs["placeholder"] = _("Nomor keputusan")
            self.fields["alasan"].widget.attrs["placeholder"] = _("Alasan")

    def terbaca(self) -> str:
        """Return the level that the page showed when it was opened."""
        return str(self.data.get(self["level"].html_initial_name, ""))


class KeberatanForm(IsianForm):
    """An objection: what is wrong, in the person's own words."""

    alasan = forms.CharField(
        label=_("Alasan keberatan"),
        help_text=_(
            "Tulis rating mana yang menurut Anda keliru dan apa buktinya. Pejabat penilai dan "
            "pejabat yang memutus membacanya."
        ),
        max_length=8000,
        widget=TeksPanjang,
    )


class KeberatanKertasForm(IsianForm):
    """An objection the person signed on paper, typed in by the pengelola."""

    diajukan_pada = forms.DateField(
        label=_("Tanggal surat diserahkan"),
        help_text=_("Seperti pada tanda terima suratnya; tanggal inilah yang dihitung."),
        widget=TanggalInput,
    )
    bukti_terima = forms.CharField(
        label=_("Bukti tanggal terima"),
        help_text=_(
            "Cap atau nomor agenda yang tampak pada pindaian. Wajib bila hasilnya sudah final."
        ),
        max_length=200,
        required=False,
    )
    alasan = forms.CharField(
        label=_("Alasan seperti pada surat"), max_length=8000, widget=TeksPanjang
    )
    berkas = forms.FileField(
        label=_("Pindaian surat yang ditandatangani"), help_text=_("PDF, PNG, atau JPEG, 10 MB.")
    )


class KeteranganForm(IsianForm):
    """One's own statement about an objection."""

    teks = forms.CharField(
        label=_("Keterangan Anda"),
        help_text=_("Tulis yang Anda ketahui dan buktinya. Semua pihak membacanya."),
        max_length=8000,
        widget=TeksPanjang,
    )


class DengarForm(IsianForm):
    """A hearing recorded by who decides."""

    pihak = forms.ChoiceField(
        label=_("Yang didengar"),
        choices=KeteranganKeberatan.Pihak.choices,
        widget=forms.RadioSelect,
    )
    nama = forms.CharField(
        label=_("Nama dan jabatan"),
        help_text=_("Diisi bila yang didengar pihak lain."),
        max_length=200,
        required=False,
    )
    tanggal = forms.DateField(label=_("Tanggal didengar"), widget=TanggalInput)
    teks = forms.CharField(label=_("Isi keterangan"), max_length=8000, widget=TeksPanjang)


class BuktiKeberatanForm(IsianForm):
    """A file beside an objection."""

    judul = forms.CharField(label=_("Nama berkas"), max_length=200)
    berkas = forms.FileField(label=_("Berkas"), help_text=_("PDF, PNG, atau JPEG, 10 MB."))


class PutusanForm(IsianForm):
    """The decision: both ratings, a reason for each that changes, the considerations."""

    rating_hasil = forms.ChoiceField(
        label=_("Rating hasil kerja"), choices=LevelRating.choices, widget=forms.RadioSelect
    )
    alasan_hasil = forms.CharField(
        label=_("Alasan bila rating hasil kerja diubah"),
        required=False,
        max_length=4000,
        widget=TeksPanjang,
    )
    rating_perilaku = forms.ChoiceField(
        label=_("Rating perilaku kerja"), choices=LevelRating.choices, widget=forms.RadioSelect
    )
    alasan_perilaku = forms.CharField(
        label=_("Alasan bila rating perilaku kerja diubah"),
        required=False,
        max_length=4000,
        widget=TeksPanjang,
    )
    pertimbangan = forms.CharField(
        label=_("Pertimbangan putusan"),
        help_text=_("Yang Anda timbang dari kedua pihak. Pegawai dan penilai membacanya."),
        max_length=4000,
        widget=TeksPanjang,
    )


class CariForm(forms.Form):
    """Somebody by name or NIP; sent by GET."""

    q = forms.CharField(label=_("Nama atau NIP"), required=False, min_length=3, max_length=100)
