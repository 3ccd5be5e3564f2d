"""Talking about the work: one-on-one meetings, tanya-jawab, group sessions, five questions."""
