"""The analyzers of others behind the protocol ``Analyzer``, their labels turned into Universal Dependencies."""
