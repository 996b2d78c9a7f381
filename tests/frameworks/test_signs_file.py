"""The words by which KSBs are recognised are data: read as written, and slips in them are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interviewer.domain import Framework, Sign
from interviewer.framework.loader import load_signs

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder

SIGNS = """\
signs:
  - ksb: S1
    says: [stacked, "put ... up"]
    with:
      - [brick*, wall]
      - ["hadn't", 50%]
"""


def test_the_file_is_read_as_written(linked: Folder) -> None:
    """One value for each sign."""
    linked.write("std/signs.yaml", SIGNS)
    assert linked.told() == []
    assert load_signs(linked.root, "std") == (
        Sign(
            ksb="S1",
            says=("stacked", "put ... up"),
            beside=(("brick*", "wall"), ("hadn't", "50%")),
        ),
    )


def test_a_framework_need_not_have_it(linked: Folder) -> None:
    """Then KSBs are heard only where they were asked about."""
    assert load_signs(linked.root, "std") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ksb: S1", "ksb: S2", "std/signs.yaml:2:10: there is no KSB S2"),
        ("stacked,", "stacked, stacked,", "the phrase stacked is given twice"),
        ("[brick*, wall]", "[]", ":5:"),
        ("brick*", "b*rick", ":5:"),
        ("stacked", "Stacked", ":3:"),
        ("says", "say", 'did you mean "says"'),
    ],
)
def test_a_slip_is_told(linked: Folder, old: str, new: str, said: str) -> None:
    """With its place."""
    linked.write("std/signs.yaml", SIGNS.replace(old, new))
    assert any(said in told for told in linked.told()), linked.told()


def test_each_ksb_of_the_standard_can_be_recognised(standard: Framework) -> None:
    """Wherever it appears; each has one sign, in the order of the standard."""
    from tests.frameworks.conftest import FRAMEWORKS

    signs = load_signs(FRAMEWORKS, "st0310-1.4")
    assert [sign.ksb for sign in signs] == [ksb.id for ksb in standard.ksbs]
