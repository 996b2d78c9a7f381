"""Reads a record for people: results, gaps, and what the evidence shows in plain words."""
