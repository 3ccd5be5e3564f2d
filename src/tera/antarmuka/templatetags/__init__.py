"""Template tag library ``antarmuka``."""
