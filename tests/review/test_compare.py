"""Two attempts side by side: ratings, what was heard, and how the answers differ."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from toys import MemoryLog, opened, plan, tell

from interviewer.domain import Aspect, Missing
from interviewer.engine.interview import Interview
from interviewer.record.record import Record
from interviewer.review.compare import (
    MAX_WORDS,
    AspectComparison,
    Change,
    Comparison,
    Heard,
    NotComparable,
    Piece,
    attempt,
    attempts,
    compare,
    compare_attempts,
    difference,
)
from interviewer.review.compare_text import (
    alike,
    aspect_lines,
    comparison_json,
    comparison_lines,
    difference_lines,
)

DOING, KNOWING = Aspect.APPLICATION, Aspect.KNOWLEDGE
Answers = Mapping[tuple[int, Aspect], str]


def begun(name: str, day: int, numbers: tuple[int, ...] = (1,), **changes: Any) -> Interview:
    """An interview that was begun on a day of March, and waits for the first self-rating."""
    of = plan(numbers=numbers, per_aspect=1)
    log = MemoryLog()
    log.append(replace(opened(of), interview=name, **changes))
    log._stamped[0] = replace(log.stamped[0], at=f"2026-03-{day:02}T10:00:00.000Z")
    return Interview(of, log)


def through(talk: Interview, answers: Answers, own: int = 3) -> Interview:
    """Answer until a competence's results are shown; what has no answer is passed over."""
    while True:
        match str(talk.state):
            case "self_rating":
                talk.rate_self(own, own)
            case "asking" | "probing":
                turn = talk.record.turn
                assert turn is not None
                text = answers.get((turn.competence, turn.aspect), "")
                if text:
                    tell(talk, text)
                else:
                    talk.say("/skip")
            case _:
                return talk


def held(name: str, day: int, answers: Answers, **changes: Any) -> Record:
    """A whole interview in which each question on an aspect got the same answer."""
    numbers = tuple(dict.fromkeys(number for number, _ in answers))
    talk = begun(name, day, changes.pop("numbers", numbers), **changes)
    own = 3
    while not talk.record.ended:
        through(talk, answers, own)
        if not talk.record.ended:
            talk.go_on()
    return talk.record


THEN = {(1, DOING): "I assisted with the plan, low.", (1, KNOWING): "It describes a plan."}
NOW = {(1, DOING): "I led the plan, low.", (1, KNOWING): "It describes a plan."}


@pytest.fixture
def comparison() -> Comparison:
    """An interview in which more was heard than in the one before."""
    return compare(held("a", 1, THEN), held("b", 8, NOW))


def kinds(found: tuple[Heard, ...]) -> list[str]:
    """What was heard, in short."""
    return [each.value for each in found]


def of(comparison: Comparison, aspect: Aspect = DOING) -> AspectComparison:
    """The comparison of one aspect of the first competence."""
    return next(each for each in comparison.both if (each.competence, each.aspect) == (1, aspect))


# --- two interviews ---


def test_the_older_one_comes_first(comparison: Comparison) -> None:
    """Whichever way round they are given."""
    assert [comparison.first.interview, comparison.second.interview] == ["a", "b"]
    assert compare(held("b", 8, NOW), held("a", 1, THEN)) == comparison


def test_ratings_and_what_was_heard_are_set_side_by_side(comparison: Comparison) -> None:
    """What was gained, kept and lost, each with the words that show it."""
    doing = of(comparison)
    assert (doing.first.rating, doing.second.rating, doing.change) == (2, 3, 1)
    assert (doing.first.self_rating, doing.first.required) == (3, 3)
    assert kinds(doing.gained) == ["led"]
    assert kinds(doing.kept) == ["low"]
    assert kinds(doing.lost) == ["assisted"]
    (gained,) = doing.gained
    assert gained.first is None and gained.second is not None
    assert (gained.second.text, gained.shows) == (
        "I led the plan, low.", "your own responsibility",
    )  # fmt: skip
    assert doing.missing == doing.second.missing and Missing.SUPERVISED in doing.missing


def test_what_has_not_changed_is_told_as_kept(comparison: Comparison) -> None:
    """And the answers are the same in one piece."""
    knowing = of(comparison, KNOWING)
    assert (knowing.change, kinds(knowing.kept)) == (0, ["describes"])
    assert knowing.gained == () == knowing.lost
    assert knowing.difference == (Piece(change=Change.SAME, text="It describes a plan."),)


def test_the_answers_differ_word_by_word(comparison: Comparison) -> None:
    """In the best answers of both, to the same question here."""
    doing = of(comparison)
    assert doing.same_question
    assert [(str(piece.change), piece.text) for piece in doing.difference] == [
        ("same", "I "),
        ("removed", "assisted with"),
        ("added", "led"),
        ("same", " the plan, low."),
    ]


def test_the_best_answer_of_a_thread_is_compared() -> None:
    """Not the first one, where a follow-up brought more."""
    talk = through(begun("a", 1), {(1, DOING): "assisted"})
    assert talk.record.state == "reflecting"
    second = begun("b", 2)
    second.rate_self(3, 3)
    tell(second, "assisted")
    tell(second, "I led it, low")
    through(second, {})
    doing = of(compare(talk.record, second.record))
    assert doing.second_answer is not None
    assert (doing.second_answer.turn, doing.second_answer.text) == (2, "I led it, low")
    assert doing.second_answer.question == second.record.turns[1].text
    assert doing.second_answer.rating == 3


def test_of_equally_good_answers_those_to_the_same_question_are_compared() -> None:
    """Where both were asked it; else the earliest."""
    first = tried_again({(1, DOING): "I led this."}, {(1, DOING): "I led that."})
    _, again = first.threads(1, DOING)
    second = held("b", 2, {(1, DOING): "I led those."})
    assert of(compare(first, second)).difference[1].text == "this"
    turns = tuple(replace(turn, question_id=again[0].question_id) for turn in second.turns)
    doing = of(compare(first, replace(second, turns=turns)))
    assert doing.same_question and doing.difference[1].text == "that"


def test_only_what_bears_on_the_rating_is_told_as_heard() -> None:
    """Knowledge that shows in an answer about doing does not change that rating."""
    second = held("b", 2, {(1, DOING): "I led it, low. It explains why.", (1, KNOWING): "I led it"})
    found = compare(held("a", 1, THEN), second)
    assert kinds(of(found).gained) == ["led"]
    assert kinds(of(found, KNOWING).gained) == []


def test_what_only_one_talked_about_is_listed() -> None:
    """By competence and aspect; what was passed over in one counts as talked about there."""
    first = held("a", 1, {(1, DOING): "led", (2, DOING): "led", (2, KNOWING): "aware"})
    second = through(begun("b", 2, (1, 3)), {(1, DOING): "led"})
    second.go_on()
    through(second, {(3, KNOWING): "explains"})
    found = compare(first, second.record)
    assert [(each.competence, each.aspect) for each in found.both] == [(1, DOING), (1, KNOWING)]
    assert [(each.title, each.aspect) for each in found.only_first] == [
        ("Toy 2", DOING), ("Toy 2", KNOWING),
    ]  # fmt: skip
    assert [(each.title, each.aspect) for each in found.only_second] == [
        ("Toy 3", DOING), ("Toy 3", KNOWING),
    ]  # fmt: skip
    skipped = of(found, KNOWING)
    assert (skipped.change, skipped.difference, skipped.first_answer) == (None, (), None)


def test_an_interview_is_not_compared_with_itself_or_another_framework() -> None:
    """The sentence names both."""
    record = held("a", 1, THEN)
    with pytest.raises(NotComparable, match="a can't be compared with itself"):
        compare(record, record)
    with pytest.raises(NotComparable, match="a is about toy and b about other"):
        compare(record, held("b", 2, NOW, framework="other"))


# --- two attempts within one ---


def tried_again(then: Answers = THEN, now: Answers = NOW) -> Record:
    """An interview in which application was tried a second time."""
    talk = through(begun("a", 1), then)
    talk.try_again(DOING)
    return through(talk, now).record


def test_attempts_within_an_interview_are_its_threads() -> None:
    """Each with a rating of its own; the rating of the interview is that of the better one."""
    record = tried_again()
    first, second = attempts(record, 1, DOING)
    assert (first.rating, second.rating) == (2, 3)
    assert {turn.thread for turn in first.turns} != {turn.thread for turn in second.turns}
    assert attempt(record, 1, DOING).rating == 3
    found = compare_attempts(first, second)
    assert (found.change, kinds(found.gained), kinds(found.lost)) == (1, ["led"], ["assisted"])
    assert found.first_answer is not None
    assert found.first_answer.text == THEN[1, DOING]


def test_what_was_not_answered_is_no_attempt() -> None:
    """A question that was passed over, or still stands."""
    talk = through(begun("a", 1), THEN)
    talk.try_again(DOING)
    assert len(attempts(talk.record, 1, DOING)) == 1
    assert attempts(through(begun("b", 1), {}).record, 1, DOING) == ()


def test_what_was_taken_for_no_answer_is_not_rated() -> None:
    """It is not 0: nothing was read."""
    talk = begun("a", 1)
    talk.rate_self(3, 3)
    tell(talk, "not-an-answer")
    (only,) = attempts(talk.record, 1, DOING)
    assert (only.rating, only.span, only.confidence, only.missing) == (None, None, None, ())


# --- words ---

WORDS = st.lists(
    st.sampled_from(
        ["I", "led", "the", "plan", "don't", " ", "  ", "\n", ",", ".", "é", "\x1b[1m"]
    ),
    max_size=40,
).map("".join)


def joined(pieces: tuple[Piece, ...], *changes: Change) -> str:
    """The text of the pieces of some kinds."""
    return "".join(piece.text for piece in pieces if piece.change in changes)


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_the_pieces_join_back_to_both_texts(before: str, now: str) -> None:
    """Character for character; no piece is empty, and neighbours differ in kind."""
    pieces = difference(before, now)
    assert joined(pieces, Change.SAME, Change.REMOVED) == before
    assert joined(pieces, Change.SAME, Change.ADDED) == now
    assert all(piece.text for piece in pieces)
    for one, two in pairwise(pieces):
        assert one.change is not two.change
        assert (one.change, two.change) != (Change.ADDED, Change.REMOVED)


@given(WORDS)
def test_equal_texts_do_not_differ(text: str) -> None:
    """They are one piece, or none."""
    assert all(piece.change is Change.SAME for piece in difference(text, text))
    assert alike(difference(text, text)) == 1.0


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("I led it.", "I led it. It was late.", "I led it.[+ It was late.+]"),
        ("I led it", "We led it", "[-I-][+We+] led it"),
        ("it was led", "it was not led", "it was [+not +]led"),
        ("it's mine", "it\u2019s mine", "[-it's-][+it\u2019s+] mine"),
        ("one two three", "four five six", "[-one two three-][+four five six+]"),
        ("a, b", "a; b", "a[-,-][+;+] b"),
        (
            "we put them in the log book every week",
            "my boss told the others to wait",
            "[-we put them in the log book every week-][+my boss told the others to wait+]",
        ),
        ("was led, I say", "is mine, we do", "[-was led, I say-][+is mine, we do+]"),
        ("", "new", "[+new+]"),
    ],
)
def test_words_are_what_is_compared(before: str, now: str, told: str) -> None:
    """Not letters; white space and a lone word, the same by chance, go with what is around."""
    marks = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "[+{}+]"}
    pieces = difference(before, now)
    assert "".join(marks[piece.change].format(piece.text) for piece in pieces) == told


def test_texts_of_any_length_are_compared() -> None:
    """Beyond some thousand words only what they begin and end with alike is told as the same."""
    many = " ".join(f"a{n}" for n in range(MAX_WORDS))
    pieces = difference(f"one {many} two", f"one three {many} four two")
    assert [piece.change for piece in pieces] == [
        Change.SAME, Change.REMOVED, Change.ADDED, Change.SAME,
    ]  # fmt: skip
    assert (pieces[0].text, pieces[-1].text) == ("one ", " two")


# --- as text and as data ---


def test_the_comparison_is_told_in_lines(comparison: Comparison) -> None:
    """Ratings, what was heard and in which words, what is missing, and the answers."""
    assert list(comparison_lines(comparison))[:21] == [
        "First:  a, 1 Mar 2026, no role, not named",
        "Second: b, 8 Mar 2026, no role, not named",
        "Practice record, not assessment evidence.",
        "",
        "Toy 1, application",
        "  First:  2 Practised, you said 3, required 3",
        "  Second: 3 Competent (plausibly 2 to 3), you said 3, required 3",
        "  Up by 1 level.",
        "  Heard only in the second:",
        "    your own responsibility",
        '      "I led the plan, low."  (second, turn 1)',
        "  Heard in both:",
        "    a simple situation",
        '      "I assisted with the plan, low."  (first, turn 1)',
        '      "I led the plan, low."  (second, turn 1)',
        "  Heard only in the first:",
        "    a part under someone's guidance",
        '      "I assisted with the plan, low."  (first, turn 1)',
        "  Not heard yet: the same in a harder situation, contested or uncertain; whether you "
        "guided others in this, and how.",
        "  Asked both times: application question 1 on 1, some?",
        "  The second answer, with what was [-removed-] and [+added+]:",
    ]
    assert "    I [-assisted with-] [+led+] the plan, low." in (
        line.replace("-][+", "-] [+") for line in comparison_lines(comparison)
    )


def test_the_same_answer_is_told_once(comparison: Comparison) -> None:
    """Without any marks."""
    lines = list(aspect_lines(of(comparison, KNOWING)))
    assert lines[-2:] == ["  Both times the same answer:", "    It describes a plan."]
    assert "  The same level." in lines


def test_answers_that_have_little_in_common_are_told_one_after_the_other() -> None:
    """Marks on every word help nobody."""
    first = held("a", 1, {(1, DOING): "I assisted with nearly everything there was.\nWeekly."})
    second = held("b", 2, {(1, DOING): "Somebody else's board led by me, low"})
    lines = list(aspect_lines(of(compare(first, second))))
    assert lines[-5:] == [
        "  First answer:",
        "    I assisted with nearly everything there was.",
        "    Weekly.",
        "  Second answer:",
        "    Somebody else's board led by me, low",
    ]


def test_only_in_one_is_told() -> None:
    """Under a heading each; and that there is nothing in both."""
    first = held("a", 1, {(1, DOING): "led"}, aspects=(DOING,))
    second = held("b", 2, {(2, DOING): "led"}, aspects=(DOING,))
    lines = list(comparison_lines(compare(first, second)))
    assert "Nothing was talked about in both." in lines
    assert lines[lines.index("Only in the first:") + 1].startswith("  Toy 1, application")
    assert lines[lines.index("Only in the second:") + 1].startswith("  Toy 2, application")


@pytest.mark.parametrize(
    ("before", "now", "lines"),
    [
        ("one\ntwo three", "one\nfour five", ["one", "[-two three-][+four five+]"]),
        ("a\nb", "a\nb\n\nc\nd", ["a", "b", "", "[+c+]", "[+d+]"]),
        ("a b", "a  b", ["a   b"]),
        ("x \x1b[31mred", "x blue\x07", ["x [-red-][+blue+]"]),
    ],
)
def test_marks_stand_on_each_line(before: str, now: str, lines: list[str]) -> None:
    """Around words only; and no control code is let through."""
    assert difference_lines(difference(before, now)) == lines


def test_hostile_words_are_only_text() -> None:
    """Names, titles, roles, answers and quotes: no line has a control code in it."""
    evil = "\x1b[31mRed\x07\u202e"
    answers = {(1, DOING): f"I led {evil}, low.\n{evil} others\r\n", (1, KNOWING): f"aware {evil}"}
    changes = {"candidate": evil, "profile_title": evil, "titles": (evil,)}
    found = compare(held("a", 1, answers, **changes), held("b", 2, NOW, **changes))
    lines = list(comparison_lines(found))
    assert all(line.isprintable() for line in lines)
    assert sum("Red" in line for line in lines) >= 8


def test_the_comparison_as_data_has_the_words_as_typed() -> None:
    """Pieces join back to the answers, and quotes stand in them."""
    evil = "I led it \x1b[31m, low."
    found = compare(held("a", 1, THEN), held("b", 2, {(1, DOING): evil}))
    value = comparison_json(found)
    assert (value["first"]["id"], value["second"]["id"]) == ("a", "b")
    doing = value["both"][0]
    assert (doing["first"]["assessed"], doing["second"]["assessed"], doing["change"]) == (2, 3, 1)
    assert doing["second"]["answer"]["text"] == evil
    assert evil == "".join(
        piece["text"] for piece in doing["difference"] if piece["change"] != "removed"
    )
    assert [each["value"] for each in doing["gained"]] == ["led"]
    assert doing["gained"][0]["second"]["quote"] in evil
    assert value["both"][1]["second"]["answer"] is None
