"""Who works where, in which post, rated by whom, on which day; and what the organisation wants."""
