"""Forms of the web face."""
