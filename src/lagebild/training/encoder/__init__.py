"""How the encoder that reads German and English is trained: from treebanks and name corpora to ONNX."""
