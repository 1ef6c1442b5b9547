"""The roles of the lines of a page."""
