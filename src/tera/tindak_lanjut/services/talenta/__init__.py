"""Changes of talent, succession and careers; a folder, one module per thing changed."""
