"""Shape of what people type about development: one module per part."""
