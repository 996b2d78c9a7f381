"""The two lines that stand on everything that a mock assessment or an export shows."""

PRACTICE_RECORD = "Practice record, not assessment evidence."
DEFAULTS = (
    "Times, numbers of questions, themes and grades are defaults: check your assessment "
    "organisation's plan."
)
