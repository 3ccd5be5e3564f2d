"""Questions of the room; each takes who asks."""
