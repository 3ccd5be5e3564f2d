"""Pages of reward."""
