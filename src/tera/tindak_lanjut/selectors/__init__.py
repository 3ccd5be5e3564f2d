"""Questions of the room: one module per topic."""
