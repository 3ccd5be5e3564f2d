"""The face for people: home, accounts, composed pages, the public verification page."""
