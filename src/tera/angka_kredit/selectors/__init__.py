"""Questions about angka kredit: one module per topic."""
