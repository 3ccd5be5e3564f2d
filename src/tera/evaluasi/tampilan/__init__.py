"""What the pages of the appraisal show: contexts built from selectors, so views stay short."""
