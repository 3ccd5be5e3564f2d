"""Forms of the work plan: the editor, and the small ones."""
