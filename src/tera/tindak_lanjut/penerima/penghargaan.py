"""Receivers and daily looks of reward."""


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
