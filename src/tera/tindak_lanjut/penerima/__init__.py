"""What the room hears and looks at every day: one module per topic."""
