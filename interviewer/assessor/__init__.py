"""Reads answers and rates them: readers find evidence, a table in code decides."""
