"""Pages of the leaders' picture."""
