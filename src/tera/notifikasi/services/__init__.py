"""Changes of the notifications."""
