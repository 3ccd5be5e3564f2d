"""Frozen views that the templates show: one module per topic."""
