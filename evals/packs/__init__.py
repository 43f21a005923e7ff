"""Known facts and the documents that hold them, one folder a pack."""
