"""Grades found in documents: what an inspection judged, and what documents tell of others."""
