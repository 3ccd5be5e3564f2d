"""Shape and cleaning of input: one module per topic."""
