"""Fields that a plan needs before it is sent, and that a draft may leave empty."""

from typing import Any

from django import forms


class DilengkapiNanti(forms.Field):
    """A field the plan needs before it is sent: never refused empty in a draft."""

    def validate(self, value: Any) -> None:
        """Check only what was typed."""
        if value not in self.empty_values:
            super().validate(value)


class TeksNanti(DilengkapiNanti, forms.CharField):
    """Text to be filled in before sending."""


class PilihNanti(DilengkapiNanti, forms.ChoiceField):
    """A choice to be made before sending."""


class PilihAngkaNanti(DilengkapiNanti, forms.TypedChoiceField):
    """A choice of a row to be made before sending."""
