"""Receivers and daily looks of from result to action."""


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
