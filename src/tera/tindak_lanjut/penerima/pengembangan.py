"""Receivers and daily looks of development."""


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
