"""The tools onrecord is measured against, run in an environment of their own (.peers).

    .peers/bin/python bench/peers.py versions
    .peers/bin/python bench/peers.py TOOL < PATHS

The first prints a JSON object, tool to version; the second one JSON string a line, the text that TOOL reads from each
page: for each line ``[path, url]`` on stdin, a page packed with gzip. A tool that fails on a page gives an empty text.
"""

import gzip
import importlib.metadata
import json
import logging
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

from command import run_command

PACKAGES = {
    "trafilatura": "trafilatura",
    "trafilatura-precision": "trafilatura",
    "readability-lxml": "readability-lxml",
    "newspaper4k": "newspaper4k",
    "resiliparse": "resiliparse",
    "turbohtml-article": "turbohtml",
}


def main() -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    if sys.argv[1] == "versions":
        print(json.dumps({tool: importlib.metadata.version(name) for tool, name in PACKAGES.items()}))
        return
    read = READERS[sys.argv[1]]
    for line in sys.stdin:
        path, url = json.loads(line)
        print(json.dumps(_text(read, gzip.decompress(Path(path).read_bytes()), url)), flush=True)


Reader = Callable[[bytes, str | None], str | None]


def _text(read: Reader, data: bytes, url: str | None) -> str:
    try:
        return read(data, url) or ""
    except Exception:  # noqa: BLE001  # whatever a peer fails with, it has no text for this page
        return ""


def _decoded(data: bytes) -> str:
    """The page as text, for the tools that take no bytes: as trafilatura decodes it, which does that well."""
    from trafilatura.utils import decode_file

    return str(decode_file(data))


def _trafilatura(data: bytes, url: str | None) -> str | None:
    import trafilatura

    text: str | None = trafilatura.extract(data, url=url, include_comments=False)
    return text


def _precise(data: bytes, url: str | None) -> str | None:
    import trafilatura

    text: str | None = trafilatura.extract(data, url=url, include_comments=False, favor_precision=True)
    return text


def _readability(data: bytes, _url: str | None) -> str:
    import lxml.html
    import readability

    tree = lxml.html.fromstring(readability.Document(_decoded(data)).summary())
    for element in tree.iter("p", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "br", "pre"):
        element.tail = "\n\n" + (element.tail or "")
    return str(tree.text_content())


def _newspaper(data: bytes, url: str | None) -> str:
    import newspaper

    # It would fetch pictures to learn their sizes, which changes no text.
    article = newspaper.Article(url or "https://news.example/", fetch_images=False)
    article.download(input_html=_decoded(data))
    article.parse()
    return str(article.text)


def _resiliparse(data: bytes, _url: str | None) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(_decoded(data), main_content=True))


def _turbohtml(data: bytes, _url: str | None) -> str:
    import turbohtml

    found = turbohtml.parse(_decoded(data)).article()
    return str(found.text) if found is not None else ""


READERS: dict[str, Reader] = {
    "trafilatura": _trafilatura,
    "trafilatura-precision": _precise,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "resiliparse": _resiliparse,
    "turbohtml-article": _turbohtml,
}

if __name__ == "__main__":
    run_command(main)
