"""Template helpers of the work plan."""
