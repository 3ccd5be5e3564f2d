"""Telling people: the list in the product, e-mail, reminders before deadlines, escalation."""
