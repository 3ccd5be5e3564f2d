"""Questions to the voices: one module per topic."""
