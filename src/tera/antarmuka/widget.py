"""Form widgets that phones understand: date, number and text in the right keyboard."""

from typing import Any

from django import forms


class TanggalInput(forms.DateInput):
    """Native date picker; the value is sent as ``2026-01-31``."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class JamInput(forms.TimeInput):
    """Native time picker; the value is sent as ``09:41``."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class TeksBaris(forms.Textarea):
    """One line of text that may be long: it wraps and grows, and Enter sends as in an input.

    A line break that comes in by pasting or without JavaScript counts as a space: clean with
    ``satu_baris``.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"rows": 1, "cols": False, "data-satu-baris": True, **(attrs or {})})


def satu_baris(teks: Any) -> str:
    """Return ``teks`` on one line."""
    return " ".join(str(teks or "").split())


class TeksPanjang(forms.Textarea):
    """Text area that grows with its content."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"rows": 3, **(attrs or {})})
