"""A competence interviewer in the terminal for project people in the UK."""

__version__ = "0.1.0"
