"""The interview engine: commands in, facts out. It does no input or output of its own."""
