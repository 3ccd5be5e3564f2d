"""Questions of the notifications."""
