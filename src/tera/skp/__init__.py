"""SKP: rencana hasil kerja, indikator, target, and expected perilaku of one pegawai."""
