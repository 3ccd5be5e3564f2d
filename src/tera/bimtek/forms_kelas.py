"""Shape of what is typed about a class: its plan, invitations, answers, codes, a questionnaire."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka import isian
from tera.antarmuka.widget import TeksPanjang
from tera.bimtek.angket import BUTIR, NAMA_PILIHAN, PILIHAN, TEMA
from tera.bimtek.models import KelasBimtek
from tera.bimtek.selectors.isi import kursus_instansi
from tera.bimtek.services.kelas import PELATIH_TERBANYAK, IsiKelas
from tera.organisasi.forms.dasar_orang import IsianForm, TanggalField
from tera.organisasi.forms.saran import IsianPegawai, IsianUnit, tulis_pegawai, tulis_unit
from tera.organisasi.models import Pegawai


class KelasForm(IsianForm):
    """The plan of a class."""

    unit = IsianUnit(
        label=_("Unit penyelenggara"),
        help_text=_("Petugas unit ini dan unit di atasnya ikut mengatur kelas."),
    )
    kursus = forms.ChoiceField(label=_("Kursus yang diajarkan"))
    judul = forms.CharField(
        label=_("Judul kelas"),
        max_length=200,
        help_text=_("Misalnya: Menilai objektif, angkatan 2, Dinas Kesehatan."),
    )
    mulai = TanggalField(label=_("Hari pertama"))
    selesai = TanggalField(label=_("Hari terakhir"))
    balas_sampai = TanggalField(label=_("Jawaban ditunggu sampai"))
    cara = forms.ChoiceField(
        label=_("Cara"), choices=KelasBimtek.Cara.choices, widget=forms.RadioSelect
    )
    tempat = forms.CharField(
        label=_("Tempat atau tautan"),
        max_length=300,
        required=False,
        help_text=_("Ruang dan gedungnya, atau tautan pertemuan daring."),
    )
    kapasitas = forms.IntegerField(label=_("Jumlah kursi"), min_value=1, initial=30)
    jp = forms.IntegerField(
        label=_("Jam pelajaran (JP)"), min_value=0, max_value=100, initial=0,
        help_text=_("Untuk lembar JP bagi yang hadir. 0: tidak dihitung."),
    )  # fmt: skip

    def __init__(self, *args: Any, kelas: KelasBimtek | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = kursus_instansi(instansi_id=self.aktor.instansi_id)
        pilihan = [(kode, satu.judul) for kode, satu in semua.items()]
        if kelas is not None:
            del self.fields["unit"]
            # A course that has gone stays what the class was made for.
            if kelas.kursus not in dict(pilihan):
                pilihan.append((kelas.kursus, kelas.kursus))
        self.fields["kursus"].choices = pilihan  # type: ignore[attr-defined]
        for n in range(1, PELATIH_TERBANYAK + 1):
            bidang = IsianPegawai(label=_("Nama pelatih %(n)s") % {"n": n}, required=False)
            bidang.instansi_id = self.aktor.instansi_id
            self.fields[f"pelatih_{n}"] = bidang

    def tempel(self, galat: Any) -> None:
        """Tie a refusal about the trainers to the first of them."""
        if "pelatih" in getattr(galat, "per_bidang", {}):
            galat.per_bidang["pelatih_1"] = galat.per_bidang.pop("pelatih")
        super().tempel(galat)

    def isi(self) -> IsiKelas:
        """The plan as the service takes it."""
        return IsiKelas(**{nama: self.cleaned_data[nama] for nama in IsiKelas.__dataclass_fields__})

    def pelatih(self) -> list[Pegawai]:
        """The trainers, each once."""
        semua = [self.cleaned_data[f"pelatih_{n}"] for n in range(1, PELATIH_TERBANYAK + 1)]
        return list({satu.pk: satu for satu in semua if satu}.values())


def awal_kelas(kelas: KelasBimtek) -> dict[str, Any]:
    """Return the plan of a class as a form shows it."""
    awal: dict[str, Any] = {
        nama: getattr(kelas, nama) for nama in IsiKelas.__dataclass_fields__
    } | {"unit": tulis_unit(kelas.unit)}
    for n, satu in enumerate(kelas.daftar_pelatih.order_by("nama", "pk"), 1):
        awal[f"pelatih_{n}"] = tulis_pegawai(satu)
    return awal


class UndangUnitForm(IsianForm):
    """Everybody of a unit, or only those who rate."""

    unit = IsianUnit(label=_("Unit"), help_text=_("Termasuk semua unit di bawahnya."))
    siapa = forms.ChoiceField(
        label=_("Siapa"),
        choices=[("penilai", _("Yang menilai orang lain")), ("semua", _("Semua pegawai"))],
        widget=forms.RadioSelect,
        initial="penilai",
    )


class UndangNIPForm(IsianForm):
    """A pasted list."""

    nip = forms.CharField(
        label=_("Daftar NIP"),
        widget=TeksPanjang,
        max_length=60_000,
        help_text=_("Satu NIP pada tiap baris; boleh ditempel dari lembar kerja."),
    )


class UndangOrangForm(IsianForm):
    """One person."""

    pegawai = IsianPegawai(label=_("Pegawai"))


class TolakForm(isian.IsianForm):
    """Why one can't come."""

    alasan = forms.CharField(label=_("Mengapa tidak bisa"), max_length=300)


class BatalForm(IsianForm):
    """Why a class is called off."""

    alasan = forms.CharField(
        label=_("Alasan"), max_length=1000, widget=TeksPanjang,
        help_text=_("Dibaca semua yang diundang."),
    )  # fmt: skip


class KodeForm(isian.IsianForm):
    """The code the trainer shows."""

    kode = forms.CharField(label=_("Kode kehadiran"), max_length=12)


class LembarHadirForm(IsianForm):
    """The filled-in sheet."""

    berkas = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Pilih berkas XLSX atau CSV.")},
    )


class AngketForm(isian.IsianForm):
    """Five questions and what to improve; nothing names the person."""

    tanda_opsional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kode, label in BUTIR.items():
            self.fields[kode] = forms.ChoiceField(
                label=label,
                choices=[(satu, NAMA_PILIHAN[satu]) for satu in PILIHAN],
                widget=forms.RadioSelect,
                error_messages={"required": _("Pilih satu jawaban.")},
            )
        self.fields["tema"] = forms.MultipleChoiceField(
            label=_("Yang perlu diperbaiki"),
            choices=list(TEMA.items()),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Boleh lebih dari satu, boleh kosong. Tampak bila dipilih lima orang."),
        )
