"""Tasks that measure lagebild against gold, and the floors that its scores keep."""
