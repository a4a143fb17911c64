"""Shadow trees that a page carries in its mark-up, made plain for the parser: their words are on the page as any other."""

import re

import turbohtml
from turbohtml import Document


def tree_of(text: str) -> Document:
    """The tree of a page with its shadow trees in it, each element where it stands in ``text``."""
    tree = _parsed(text)
    # Few pages have one. The parser keeps where elements of one tag stand: to ask it costs next to nothing.
    drawn = any(template.attr(_DECLARED) is not None for template in tree.select("template"))
    return _parsed(opened(text)) if drawn else tree


def _parsed(text: str) -> Document:
    return turbohtml.parse(text, positions=False, source_locations=True, allow_declarative_shadow_roots=False)


_TAG = re.compile(
    r"""<(/?)template(?=[\s/>])((?:[^>"']++|"[^"]{0,2000}+"|'[^']{0,2000}+'|["'])*+)>?""", re.IGNORECASE
)
_DECLARED = "shadowrootmode"
_DRAWN = re.compile(rf"(?<![\w-]){_DECLARED}(?![\w-])", re.IGNORECASE)
_PLAIN = "x-shadow"
"""An element that means nothing, with as many letters: all that follows stays where it is."""


def opened(text: str) -> str:
    """``text`` with the templates that browsers draw (``shadowrootmode``) as plain elements; nothing in it moves.

    >>> opened('<p><template shadowrootmode=open>a</template><template>b</template>')
    '<p><x-shadow shadowrootmode=open>a</x-shadow><template>b</template>'
    >>> opened("<template title='a > b' shadowrootmode>a</template>")
    "<x-shadow title='a > b' shadowrootmode>a</x-shadow>"
    >>> opened("<template data-shadowrootmode=open><template-card shadowrootmode></template>")
    '<template data-shadowrootmode=open><template-card shadowrootmode></template>'
    """
    drawn: list[bool] = []
    pieces: list[str] = []
    done = 0
    for tag in _TAG.finditer(text):
        closes, attributes = tag.groups()
        if not closes:
            drawn.append(_DRAWN.search(attributes) is not None)
        if drawn[-1] if not closes else drawn and drawn.pop():
            start = tag.start() + len("<" + closes)
            pieces += (text[done:start], _PLAIN)
            done = start + len(_PLAIN)
    return "".join((*pieces, text[done:]))
