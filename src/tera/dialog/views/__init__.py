"""Pages of the dialogue: one module per topic."""
