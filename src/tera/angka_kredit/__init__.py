"""Angka kredit of jabatan fungsional: the ledger, the forms, what is still short."""
