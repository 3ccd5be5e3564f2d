"""Questions about talent, succession and careers; a folder, one module per thing asked about."""
