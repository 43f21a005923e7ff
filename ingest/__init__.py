"""Bytes in, prepared documents out: reading, cleaning, identifying, splitting, and the ingest itself."""
