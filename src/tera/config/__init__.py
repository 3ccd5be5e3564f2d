"""Settings, URL table and WSGI entry: they know all rooms and no room knows them."""
