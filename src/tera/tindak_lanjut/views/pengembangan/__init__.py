"""Pages of development: one module per part."""
