"""Prepares form fields and their errors for the templates: ids, descriptions, kinds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BaseForm, BaseFormSet, BoundField


def konteks_bidang(
    field: BoundField,
    *,
    label: str | None = None,
    bantuan: str | None = None,
    awalan: str = "",
    akhiran: str = "",
    kelas: str = "",
    sembunyi_label: bool = False,
    galat: bool = True,
    saran_url: str = "",
    istilah: str = "",
    tanda_opsional: bool | None = None,
    **atribut: Any,
) -> dict[str, Any]:
    """Return what the field template needs.

    Args:
        field: the bound field.
        label, bantuan: replace those of the form.
        awalan, akhiran: short text inside the frame of the control (``Rp``, ``persen``).
        kelas: extra classes (``lebar-penuh``, ``pendek``).
        sembunyi_label: keep the label for screen readers only.
        galat: show errors; False while a row is being added.
        saran_url: address that answers suggestions as JSON (typeahead).
        istilah: key of the glossary, shown as a small link beside the label.
        tanda_opsional: say "(boleh kosong)" beside the label of a field that isn't required; None
            asks the form (attribute ``tanda_opsional``, True unless it says otherwise).
        atribut: further attributes of the control; ``_`` becomes ``-`` (``inputmode``, ``data_x``).
    """
    widget = field.field.widget
    dasar = field.id_for_label or field.auto_id or field.html_name
    bantuan = str(field.help_text) if bantuan is None else bantuan
    daftar_galat = list(field.errors) if galat else []
    uraian = [f"{dasar}_bantuan"] if bantuan else []
    if daftar_galat:
        uraian.append(f"{dasar}_galat")
    attrs: dict[str, Any] = {
        nama.rstrip("_").replace("_", "-"): nilai for nama, nilai in atribut.items()
    }
    if uraian:
        attrs["aria-describedby"] = " ".join(uraian)
    if saran_url:
        attrs |= {"data-saran-url": saran_url, "autocomplete": "off"}
    if tanda_opsional is None:
        tanda_opsional = getattr(field.form, "tanda_opsional", True)
    jenis = _jenis(widget)
    return {
        "field": field,
        "id": dasar,
        "label": field.label if label is None else label,
        "bantuan": bantuan,
        "daftar_galat": daftar_galat,
        "awalan": awalan,
        "akhiran": akhiran,
        "kelas": kelas,
        "sembunyi_label": sembunyi_label,
        "istilah": istilah,
        "jenis": jenis,
        "wajib": field.field.required,
        "tulis_opsional": tanda_opsional and not field.field.required,
        "uraian": attrs.get("aria-describedby", ""),
        "kontrol": "" if jenis == "pilihan" else field.as_widget(attrs=attrs),
        "pilihan": field.subwidgets if jenis == "pilihan" else [],
    }


def _jenis(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "tersembunyi"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "pilihan"
    if isinstance(widget, forms.CheckboxInput):
        return "centang"
    return "biasa"


def kumpulkan_galat(*formulir: BaseForm | BaseFormSet[Any]) -> list[dict[str, str]]:
    """Return every error of the forms in page order: ``pesan``, ``label``, ``sasaran`` (an id)."""
    daftar: list[dict[str, str]] = []
    for satu in formulir:
        if isinstance(satu, BaseFormSet):
            if not satu.is_bound:
                continue
            daftar += [_galat(pesan, "", satu.prefix or "") for pesan in satu.non_form_errors()]
            for nomor, anggota in enumerate(satu.forms, start=1):
                daftar += _galat_formulir(anggota, f"Baris {nomor}: ")
        else:
            daftar += _galat_formulir(satu, "")
    return daftar


def _galat_formulir(formulir: BaseForm, awalan: str) -> list[dict[str, str]]:
    if not formulir.is_bound:
        return []
    daftar = [_galat(pesan, awalan, "") for pesan in formulir.non_field_errors()]
    for field in formulir:
        sasaran = field.id_for_label or field.auto_id or field.html_name
        daftar += [_galat(pesan, f"{awalan}{field.label}", sasaran) for pesan in field.errors]
    return daftar


def _galat(pesan: Any, label: str, sasaran: str) -> dict[str, str]:
    return {"pesan": str(pesan), "label": label, "sasaran": sasaran}
