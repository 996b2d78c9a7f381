"""One file a screen: each composes widgets, calls one command, and shows a pure view."""
