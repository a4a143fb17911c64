"""Folds that keep whole groups of pages on one side: hosts, domains and publishers, across the kinds of pages."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

__all__ = ["FOLDS", "folds_of"]

FOLDS = 4
_SECOND = frozenset(("co", "com", "org", "net", "ac", "gov", "edu", "gob", "or", "ne", "go"))
_NO_GROUP = frozenset(("", "web.archive.org"))


def folds_of(truths: Sequence[dict[str, Any]]) -> list[int]:
    """The fold of each page; two pages that share a domain, a publisher or a group are in one."""
    group = list(range(len(truths)))

    def find(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    seen: dict[str, int] = {}
    for n, truth in enumerate(truths):
        for name in _names(truth):
            group[find(n)] = find(seen.setdefault(name, n))
    members: dict[int, list[int]] = {}
    for n in range(len(truths)):
        members.setdefault(find(n), []).append(n)
    # By a digest of their names, so that a page more moves no other; large groups first, to the smallest fold.
    order = sorted(
        members.values(), key=lambda m: (-len(m) if len(m) > _LARGE else 0, _digest(truths[m[0]]["id"]))
    )
    fold = [0] * len(truths)
    sizes = dict.fromkeys([(k, f) for k in ("news", "article", "snippet") for f in range(FOLDS)], 0)
    for pages in order:
        kind = truths[pages[0]]["kind"]
        chosen = min(range(FOLDS), key=lambda f: sizes[kind, f])
        for n in pages:
            fold[n] = chosen
            sizes[truths[n]["kind"], chosen] += 1
    return fold


_LARGE = 8


def _names(truth: dict[str, Any]) -> Iterator[str]:
    """What a page shares with others of its group: the host's domain, the publisher's name without its ending."""
    group = truth.get("group") or ""
    if "." in group and group not in _NO_GROUP:
        yield f"domain {_domain(group)}"
    elif group not in _NO_GROUP:
        yield f"publisher {group.lower()}"
    url = truth.get("url") or ""
    if url.startswith("hard::"):
        host = re.split(r"[-_/]", url[6:], maxsplit=1)[0].removesuffix(".html").split("/")[0]
    elif "web.archive.org/" in url:
        found = re.search(r"/web/\d+[a-z_]*/(?:https?:/*)?([^/:?]+)", url)
        host = found[1] if found else ""
    else:
        host = urlsplit(url).hostname or ""
    if "." in host:
        domain = _domain(host)
        yield f"domain {domain}"
        yield f"publisher {re.sub(r'[^a-z0-9]', '', domain.partition('.')[0])}"


def _domain(host: str) -> str:
    parts = host.lower().removeprefix("www.").split(".")
    if len(parts) > 2 and parts[-2] in _SECOND:
        return ".".join(parts[-3:])
    return ".".join(parts[-2:])


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
