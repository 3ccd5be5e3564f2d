"""Printed documents: frozen view models, typst templates and PDF/A-2a + PDF/UA-1 rendering."""
