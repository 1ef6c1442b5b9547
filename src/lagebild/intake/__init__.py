"""Pages become articles."""
