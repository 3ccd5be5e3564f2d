"""Accounts: one-time codes, activation, reset in person, sign-in history, sessions.

A NIP and a birth date are names, never secrets: nothing here is unlocked by them.
"""
