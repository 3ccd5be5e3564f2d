"""Pages of the appraisal, one module per errand."""
