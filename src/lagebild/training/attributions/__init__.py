"""Trains the network that reads who says what."""
