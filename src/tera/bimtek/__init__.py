"""Rater training: courses, written cases to rate, and the certificate that follows."""
