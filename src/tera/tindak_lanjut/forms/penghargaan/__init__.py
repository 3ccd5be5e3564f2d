"""Shape of what people type about reward."""
