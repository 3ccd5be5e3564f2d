"""Objects behind the doors of the exchange: those of the appraisal serve."""

OBJEK: dict[str, object] = {}
