"""Tera: penilaian kinerja ASN yang objektif, transparan, dan akuntabel."""

VERSI = "0.1.0"
