"""Pelaksanaan: what was planned per period, what came of it, on which evidence; achievements."""
