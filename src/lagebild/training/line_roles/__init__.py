"""How the models are made that tell the roles of a page's lines."""
