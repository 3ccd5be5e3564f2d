"""Pages of angka kredit."""
