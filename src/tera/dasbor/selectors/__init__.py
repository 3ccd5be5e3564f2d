"""Questions of the leaders' picture."""
