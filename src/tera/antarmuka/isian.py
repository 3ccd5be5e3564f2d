"""A form that shows a service's refusal where the person can mend it."""

from django import forms

from tera.core.galat import TeraError


class IsianForm(forms.Form):
    """A form whose refusals by a service stand at their fields, or above the form."""

    def tempel(self, galat: TeraError) -> None:
        """Tie a refusal to its fields; one that names no field stands above the form."""
        per_bidang = getattr(galat, "per_bidang", {})
        for bidang, daftar in per_bidang.items():
            for pesan in daftar:
                self.add_error(bidang if bidang in self.fields else None, pesan)
        if not per_bidang:
            self.add_error(None, galat.pesan)
