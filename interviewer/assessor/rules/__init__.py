"""The embedded reader's rules, one module a facet."""
