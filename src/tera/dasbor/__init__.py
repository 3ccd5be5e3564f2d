"""The leaders' picture: counts, trends and the list behind every number."""
