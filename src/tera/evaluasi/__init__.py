"""Appraisal: ratings, predikat, evaluation documents; the order of law is kept here."""
