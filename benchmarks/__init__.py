"""Measurements of speed and quality on real files, run by hand; none of them is a test."""
