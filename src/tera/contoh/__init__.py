"""The demo: invented people of the stories, written by the same services that serve people."""
