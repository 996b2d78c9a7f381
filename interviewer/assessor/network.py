"""The trained network: sentences in, probabilities out. It knows nothing of ratings.

A small sentence encoder (all-MiniLM-L6-v2, fine-tuned and quantised to 8 bits) reads an answer in
one pass. The tokens of each sentence are averaged to a vector, and a linear head a facet says what
the sentence shows; heads over the whole answer say the same of it as a whole. How it was made, and
on what: ``model/README.md``.

The session runs on one thread and one answer at a time, so that the same text always gives the same
numbers, whatever else is read before or beside it. Beside it lies what words alone speak for
(``words.py``), for the kind of turn and the competence.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from interviewer.assessor.words import Floats, WordModel
from interviewer.domain import InterviewerError, Value

MODEL = Path(__file__).parent / "model"
WINDOW = 384  # tokens that are read at once, as in training
CONTEXT = 96  # of these, for what was said before
OVERLAP = 2  # sentences that two parts of a long answer share


class Settings(Value, frozen=True, kw_only=True):
    """What belongs to the weights: ``model/settings.json``.

    ``facets`` and ``whole`` are the labels of each head, in the order of its outputs; "" is
    "nothing". ``temperatures`` divide the logits of an output, so that its probabilities are about
    as often right as they say (Guo et al. 2017); 1 where none is given. ``competences`` are the
    titles of those that it can tell apart, ``data`` the hash of the labelled files that it was
    trained on.
    """

    version: str
    sha256: str
    words_sha256: str
    facets: dict[str, tuple[str, ...]]
    whole: dict[str, tuple[str, ...]]
    acts: tuple[str, ...]
    temperatures: dict[str, float]
    competences: tuple[str, ...]
    data: str


class Part(Value, frozen=True, kw_only=True):
    """What the network says of one part of an answer: all of it, unless it is very long.

    Probabilities. ``facets``: (sentences, labels) of each facet; ``whole``: (labels,) of each whole
    facet; ``levels``: (2, 6), of the levels 0 to 5 by aspect; ``about``: (27,), for each competence
    by itself whether the part is about it; ``sentence_competences``: (sentences, 28), the last for
    none.
    """

    first: int
    facets: dict[str, Floats]
    whole: dict[str, Floats]
    levels: Floats
    about: Floats
    sentence_competences: Floats

    @property
    def count(self) -> int:
        """How many sentences it has."""
        return len(self.sentence_competences)


class Network:
    """The weights, loaded. Made once; reading an answer takes milliseconds."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Load the weights in ``folder``.

        Raises:
            InterviewerError: they are not there, or not those that belong to the settings.
        """
        path = folder / "encoder.onnx"
        try:
            # Heavy, and of no use before the first answer is read.
            import onnxruntime
            from tokenizers import Tokenizer

            self.settings = msgspec.json.decode(
                (folder / "settings.json").read_bytes(), type=Settings
            )
            tokenizer = (folder / "tokenizer.json").read_bytes()
            weights = path.read_bytes()
            words = (folder / "words.npz").read_bytes()
        except (ImportError, OSError, msgspec.MsgspecError) as error:
            raise InterviewerError(
                f"The reader's model in {folder} can't be read: {error}."
            ) from None
        for file, content, sha256 in (
            (path, weights, self.settings.sha256),
            (folder / "words.npz", words, self.settings.words_sha256),
        ):
            if hashlib.sha256(content).hexdigest() != sha256:
                raise InterviewerError(f"{file} is not the file that its settings belong to.")
        arrays = np.load(io.BytesIO(words), allow_pickle=False)
        self.act_words = WordModel(arrays, "acts")
        self.competence_words = WordModel(arrays, "competences")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._first, self._last = (self._tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]"))

    def read(self, sentences: Sequence[str], context: str = "") -> list[Part]:
        """Read an answer of these sentences, after ``context``; several parts when it is long."""
        before = self._tokens(context)[-CONTEXT:]
        told = [self._tokens(sentence) for sentence in sentences]
        room = WINDOW - 2 - len(before) - bool(before)
        return [
            self._part(before, told[start:end], start, room)
            for start, end in windows([len(tokens) for tokens in told], room)
        ]

    def act(self, turn: str, question: str) -> Floats:
        """How likely ``turn``, typed after ``question``, is each kind of turn, as in settings."""
        before = self._tokens(question)[-CONTEXT:]
        tokens = self._tokens(turn)
        room = WINDOW - 2 - len(before) - bool(before)
        if len(tokens) > room:  # wishes come early, or last
            tokens = tokens[: room // 2] + tokens[len(tokens) - room // 2 :]
        found = self._run(before, [tokens], room)
        return _softmax(found["act"][0])

    def logits(self, sentences: Sequence[str], context: str) -> dict[str, Floats]:
        """All outputs for a short text, before any probability is made of them."""
        before = self._tokens(context)[-CONTEXT:]
        room = WINDOW - 2 - len(before) - bool(before)
        return self._run(before, [self._tokens(sentence) for sentence in sentences], room)

    def _tokens(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids if text else []
        return ids

    def _part(self, before: list[int], told: list[list[int]], first: int, room: int) -> Part:
        found = self._run(before, told, room)
        settings = self.settings

        def likely(name: str) -> Floats:
            return _softmax(found[name])

        return Part(
            first=first,
            facets={facet: likely(f"sentence_{facet}") for facet in settings.facets},
            whole={facet: likely(f"whole_{facet}")[0] for facet in settings.whole},
            levels=np.stack(
                [_levels(found[name][0]) for name in ("rate_application", "rate_knowledge")]
            ),
            about=np.asarray(1.0 / (1.0 + np.exp(-found["about"][0])), np.float32),
            sentence_competences=likely("sentence_competence"),
        )

    def _run(self, before: list[int], told: list[list[int]], room: int) -> dict[str, Floats]:
        ids = [self._first, *before, *([self._last] if before else [])]
        answer = [0] * len(ids)
        places: list[tuple[int, int]] = []
        for tokens in told:
            start = len(ids)
            ids += tokens[: max(room - sum(answer), 0)]
            answer += [1] * (len(ids) - start)
            places.append((start, len(ids)))
        ids.append(self._last)
        answer.append(0)
        pool = np.zeros((1, len(told), len(ids)), np.float32)
        for row, (start, end) in enumerate(places):
            pool[0, row, start:end] = 1.0 / max(end - start, 1)
        names = [output.name for output in self._session.get_outputs()]
        given: dict[str, Any] = {
            "ids": np.array([ids], np.int64),
            "mask": np.ones((1, len(ids)), np.int64),
            "answer": np.array([answer], np.float32),
            "pool": pool,
        }
        values = self._session.run(names, given)
        temperatures = self.settings.temperatures
        return {
            name: (value[0] if name.startswith("sentence_") else value) / temperatures.get(name, 1)
            for name, value in zip(names, values, strict=True)
        }


@cache
def network() -> Network:
    """The network that is shipped, loaded when it is first asked for.

    Raises:
        InterviewerError: it can't be loaded.
    """
    return Network()


def windows(lengths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Runs of sentences, from and to, that together cover all and each fit into ``room`` tokens.

    Neighbours share ``OVERLAP`` sentences, so that each is read with what stands around it. A
    sentence longer than the room has a run of its own, and is cut there.
    """
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(lengths):
        end, used = start, 0
        while end < len(lengths) and (used + lengths[end] <= room or end == start):
            used += lengths[end]
            end += 1
        found.append((start, end))
        if end == len(lengths):
            break
        start = max(end - OVERLAP, start + 1)
    return found


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def _levels(logits: Floats) -> Floats:
    """The probabilities of the levels 0 to 5, from five logits of "above level k"."""
    above = np.minimum.accumulate(1.0 / (1.0 + np.exp(-logits)))
    steps = np.concatenate([[1.0], above, [0.0]])
    return np.asarray(steps[:-1] - steps[1:], np.float32)
