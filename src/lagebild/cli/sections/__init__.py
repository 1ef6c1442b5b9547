"""What the report says, section by section, before it is laid out for a width."""
