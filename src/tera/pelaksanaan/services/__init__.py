"""Changes of pelaksanaan, named by what the regulation or the form calls them."""
