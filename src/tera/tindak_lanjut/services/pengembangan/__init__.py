"""Changes of development: one module per topic."""
