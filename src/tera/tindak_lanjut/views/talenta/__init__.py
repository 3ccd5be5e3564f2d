"""Pages of talent and promotion."""
