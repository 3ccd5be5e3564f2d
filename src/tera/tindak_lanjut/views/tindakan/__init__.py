"""Pages of the topic: from result to action."""
