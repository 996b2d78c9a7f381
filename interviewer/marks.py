"""The lines that stand on everything that a mock assessment or an export shows."""

PRACTICE_RECORD = "Practice record, not assessment evidence."
CHECK_PLAN = "a default: check your assessment organisation's plan"
DEFAULTS = (
    "Times, numbers of questions, themes and grades are defaults: check your assessment "
    "organisation's plan."
)
