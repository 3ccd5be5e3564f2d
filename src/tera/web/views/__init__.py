"""Views of the web face."""
