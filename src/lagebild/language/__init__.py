"""The reading of language: sentences, words, morphology, dependencies, names, vectors."""
