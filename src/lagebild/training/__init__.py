"""How the models that ship are made; nothing that ships imports this."""
