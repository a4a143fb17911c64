"""Numbers that the pages of docs/ name are those that the code goes by, and their examples of Python run."""

import re
from pathlib import Path
from typing import get_args

import pytest

from onrecord import limits
from onrecord.mcp import tools
from onrecord.web import api_answers

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXAMPLES = [
    (page, example)
    for page in ("archive", "search", "export", "reading-room")  # the first makes the archive that the others open
    for example in re.findall(r"^```python\n(.*?)^```$", (DOCS / f"{page}.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
]  # fmt: skip


def most(kind: object) -> int:
    """The largest number that a type takes."""
    (meta,) = get_args(kind)[1:]
    return int(meta.le)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("search", f"**the newest {limits.RANKED:,}** articles"),
        ("search", "A query that takes longer than two seconds is stopped"),
        ("search", f"the newest {limits.READ_FOR_SPEAKERS:,})"),
        ("search", f"newest {limits.READ_FOR_FACETS:,} that hold the words"),
        ("archive", f"where that is more than {limits.INLINE_BYTES // 1000} kB"),
        ("archive", f"transactions of up to {limits.BATCH} captures"),
        ("archive", f"only the newest {limits.RANKED:,} are ranked"),
        ("reading-room", f"(the newest {limits.EXPORTED:,} articles) or as a feed ({limits.FED})"),
        ("reading-room", "a query takes two seconds at most"),
        ("reading-room", f"is paged to {limits.HITS_PAGED:,} hits"),
        ("reading-room", f"a page to be tried has at most {limits.PAGE_BYTES // 1_000_000} MB"),
        ("reading-room", f"{limits.REQUESTS_PER_SECOND:.0f} requests a second from one address, {limits.REQUESTS_AT_ONCE} at once"),
        ("reading-room", "two pages are tried at a time"),
        ("api", f"{limits.REQUESTS_PER_SECOND:.0f} requests a second"),
        ("api", f"`limit` (at most {most(api_answers.Limit)}) and `offset` (at most {most(api_answers.Offset):,})"),
        ("mcp", f"Of the text {tools.CHARACTERS:,} characters at a time"),
    ],
)  # fmt: skip
def test_a_page_names_the_number_that_the_code_goes_by(page: str, words: str) -> None:
    assert words in " ".join((DOCS / f"{page}.md").read_text("utf-8").split())


def test_numbers_that_are_words() -> None:
    assert (limits.QUERY_SECONDS, limits.PAGES_TRIED) == (2.0, 2)


def test_examples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cases").symlink_to(ROOT / "cases")
    monkeypatch.chdir(tmp_path)
    assert {page for page, _ in EXAMPLES} == {"archive", "search", "export", "reading-room"}
    for page, example in EXAMPLES:
        exec(compile(example, f"docs/{page}.md", "exec"), {})  # noqa: S102  # the examples are our own
        if page == "archive":
            said = capsys.readouterr().out
            assert "Port Ellery to build £41m sea wall" in said
            assert "“We cannot ask people to sleep another winter" in said
            assert "True" in said, "a story, and who was first in it"
