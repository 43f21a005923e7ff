"""Hostile files for the readers: mutations of good ones, and bombs made by hand."""
