"""The terminal interface: shows the fold of the facts, sends commands. The only Textual room."""
