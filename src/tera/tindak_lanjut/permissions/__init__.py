"""Which parts a person plays: one module per topic."""
