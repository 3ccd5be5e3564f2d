"""Kalibrasi: what other evidence supports beside a rating, own strictness, units to look at."""
