"""One module a layer of the record."""
