"""A project report as an assessor reads it: sections, sentences, and what they touch on. Pure.

A question takes up a sentence only as it stands in the report (but for line breaks), so that nobody
is asked about words that they did not write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from interviewer.assessor.sentences import split
from interviewer.domain import ExamQuestion, Value

SHORTEST, LONGEST = 6, 40  # words of a sentence that is taken up
HEADING_WORDS = 12
_MARKED = re.compile(r"#{1,6}\s+(?P<title>\S.*?)\s*#*\s*\Z")
_NUMBERED = re.compile(
    r"(?:section\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+(?P<title>[A-Z].*)", re.I
)
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_ITEM = re.compile(r"\s*(?:[-*\u2022\u2013]|\d{1,2}[.)]|[a-z][.)])\s+(?P<text>\S.*)")
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{3,})\s*\Z")
_TABLE = re.compile(r"\s*\|")


class Place(Value, frozen=True, kw_only=True):
    """A section: its number, if it can be told, and its heading."""

    number: str = ""
    title: str = ""


class ReportSentence(Value, frozen=True, kw_only=True):
    """One sentence of the report and the section that it stands in."""

    text: str
    place: Place


class Report(Value, frozen=True, kw_only=True):
    """A report in parts. ``words`` counts those of its sentences."""

    places: tuple[Place, ...]
    sentences: tuple[ReportSentence, ...]
    words: int


class _Heading(Value, frozen=True, kw_only=True):
    level: int
    number: str
    title: str


@lru_cache(maxsize=8)
def read_report(text: str) -> Report:
    """The sections and sentences of ``text``; headings as in Markdown, or numbered lines."""
    parts = tuple(_parts(text))
    places = _places([part for part in parts if isinstance(part, _Heading)])
    following = iter(places)
    here = Place()
    sentences: list[ReportSentence] = []
    for part in parts:
        if isinstance(part, _Heading):
            here = next(following)
            continue
        for span in split(part):
            sentences.append(ReportSentence(text=part[span.start : span.end], place=here))
    words = sum(len(sentence.text.split()) for sentence in sentences)
    return Report(places=places, sentences=tuple(sentences), words=words)


def _parts(text: str) -> Iterator[_Heading | str]:
    """Headings, and paragraphs each as one line; tables and code are passed over."""
    gathered: list[str] = []
    fenced = False
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        fence = line.lstrip().startswith("```")
        fenced = fenced != fence
        heading = None if fenced or fence else _heading(line, following, alone=not gathered)
        item = None if heading else _ITEM.match(line)
        apart = fenced or fence or not line.strip() or _RULE.match(line) or _TABLE.match(line)
        if (heading or item or apart) and gathered:
            yield " ".join(gathered)
            gathered = []
        if heading:
            yield heading
        elif not apart:
            gathered.append(" ".join((item["text"] if item else line).split()))
    if gathered:
        yield " ".join(gathered)


def _heading(line: str, following: str, *, alone: bool) -> _Heading | None:
    """The heading that a line is; None for any other line."""
    text = line.strip()
    marked = _MARKED.match(text)
    if marked:
        return _named(marked["title"], level=len(text) - len(text.lstrip("#")))
    short = 0 < len(text.split()) <= HEADING_WORDS
    if alone and short and _UNDERLINE.fullmatch(following.strip()):
        return _named(text, level=1 if "=" in following else 2)
    numbered = _NUMBERED.fullmatch(text)
    says_more = text.endswith((".", ";", ",", "?", "!"))
    if numbered and alone and short and not says_more and not following.strip():
        return _named(text, level=1 + numbered["number"].count("."))
    return None


def _named(title: str, level: int) -> _Heading:
    title = title.strip("*_ ")
    numbered = _NUMBERED.fullmatch(title)
    if numbered:
        return _Heading(level=level, number=numbered["number"], title=numbered["title"])
    return _Heading(level=level, number="", title=title)


def _places(headings: Sequence[_Heading]) -> tuple[Place, ...]:
    """The sections; where the author numbered none of them, they are counted.

    A single heading above all others is the report's title. What stands below a counted section
    belongs to it.
    """
    if any(heading.number for heading in headings):
        return tuple(Place(number=each.number, title=each.title) for each in headings)
    levels = sorted(heading.level for heading in headings)
    top = levels[0] if levels else 1
    if levels.count(top) == 1:
        top = next((level for level in levels if level > top), top)
    count = 0
    places = []
    for each in headings:
        count += each.level == top
        number = str(count) if count and each.level >= top else ""
        places.append(Place(number=number, title=each.title))
    return tuple(places)


def finds(cues: Iterable[str]) -> re.Pattern[str]:
    """What finds any of ``cues`` as whole words, capitals aside."""
    return _finds(tuple(cues))


@lru_cache(maxsize=512)
def _finds(cues: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first, so that "risk register" is not found as "risk" alone.
    words = sorted(cues, key=len, reverse=True)
    alternatives = "|".join(r"\s+".join(map(re.escape, cue.split())) for cue in words)
    return re.compile(rf"\b(?:{alternatives})\b" if words else r"(?!)", re.IGNORECASE)


def sentence_for(
    report: Report,
    question: ExamQuestion,
    taken: Collection[str],
    fits: Callable[[str], bool] = lambda _: True,
) -> ReportSentence | None:
    """The sentence that ``question`` takes up best and is not ``taken``: most cues, else first.

    Args:
        fits: says of a sentence that was found whether it is about the question's theme at all.
    """
    best: tuple[int, ReportSentence] | None = None
    pattern = finds(question.cues)
    for sentence in report.sentences:
        if sentence.text in taken or not _may_be_taken_up(sentence.text):
            continue
        found = len({match.lower() for match in pattern.findall(sentence.text)})
        if found and (best is None or found > best[0]) and fits(sentence.text):
            best = (found, sentence)
    return best[1] if best else None


def _may_be_taken_up(text: str) -> bool:
    words = len(text.split())
    return SHORTEST <= words <= LONGEST and text.rstrip("\"'\u201d\u2019)").endswith((".", "!"))


@lru_cache(maxsize=4096)
def themes_of(sentence: str, cues: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """The themes that a sentence is most about, by place in ``cues`` (those of each theme)."""
    counts = [len({m.lower() for m in _finds(each).findall(sentence)}) for each in cues]
    most = max(counts, default=0)
    return tuple(place for place, count in enumerate(counts) if count == most) if most else ()


def touches(report: Report, questions: Iterable[ExamQuestion]) -> bool:
    """Whether the report has something that one of ``questions`` is about."""
    return any(sentence_for(report, question, ()) for question in questions if question.cues)
