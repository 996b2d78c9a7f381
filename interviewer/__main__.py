"""Lets ``python -m interviewer`` do what ``interviewer`` does."""

from interviewer.cli import main

if __name__ == "__main__":
    main()
