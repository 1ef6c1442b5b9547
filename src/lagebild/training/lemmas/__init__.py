"""How the exceptions to the rules of lemmas are learned."""
