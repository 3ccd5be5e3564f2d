"""Changes of the voices: one module per topic."""
