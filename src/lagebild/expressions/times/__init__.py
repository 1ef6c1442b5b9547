"""Time expressions: the words of the calendar, rules over them, and what they mean."""
