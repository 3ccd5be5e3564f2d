"""Invented organisations with known truth, and the limit of what their ratings can tell."""
