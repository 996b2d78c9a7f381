"""Files for people and other systems, made from a report: one module a format."""
