"""lagebild turns news pages into a record that can be checked."""
