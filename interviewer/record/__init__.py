"""The record of an interview: append-only facts, their fold, and the file that keeps them."""
