"""Receivers and daily looks of talent and promotion."""


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
