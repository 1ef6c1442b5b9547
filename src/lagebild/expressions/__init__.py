"""What days and numbers mean."""
