"""Word lists: class-name words for each family of hints, and the few markers in prose that say what a block is.

A class name is cut at anything but letters and where a capital follows a small letter: ``article__body``,
``articleBody`` and ``article-body`` are the words article, body. Matched in lower case. Names are English on most
sites of any language; where they are not, the word for the same thing in other languages stands beside it.
"""

import re

from onrecord.body.corrected import BEGINNINGS

FAMILIES: dict[str, tuple[str, ...]] = {
    "comment": ("comment(?!ary|ator|ed)", "kommentar", "comentario", "commentaire", "disqus", "reaktion",
                "leserbrief", "replies", "respond$", "discuss", "livefyre"),
    "related": ("related", "recommend", "teaser", "readmore", "seealso", "alsolike", "mostread", "mostpop", "popular",
                "trending", "outbrain", "taboola", "recirc", "mehrzum", "verwandt", "weiterlesen", "relacionad",
                "similar", "upnext", "morefrom", "morestories", "latest", "linkbox", "crosslink", "weiterfuhrend",
                "suggest", "plista", "headlines$", "onward"),
    "footer": ("footer", "copyright", "disclaimer", "colophon", "imprint", "impressum"),
    "nav": ("navbar", "navigation", "breadcrumb", "pagination", "^pager", "^menu", "menu$", "skiplink", "masthead",
            "tableofcontents", "brotkrume", "sitemap", "topbar"),
    "caption": ("caption", "bildunterschrift", "bildtext", "legende$", "credit", "photographer", "copyrightholder",
                "imagetext", "bildquelle", "piedefoto"),
    "byline": ("byline", "^author", "author$", "authors$", "autor", "writer", "auteur", "dateline", "reporter",
               "journalist",
               "redakteur", "redacteur", "verfasser", "scrittore"),
    "newsletter": ("newsletter", "subscri", "signup", "paywall", "abonn", "registration", "optin$", "mailchimp", "mailpoet",
                   "donat", "spenden", "membership", "piano$", "regwall", "suscri", "login"),
    "ad": ("advert", "anzeige", "sponsor", "promo(?!ted)", "werbung", "publicidad", "affiliate", "commercial", "adslot",
           "adsense", "googlead", "adunit", "adcontainer", "adwrap"),
    "share": ("^share", "share$", "sharing", "sharedaddy", "social", "teilen$", "addtoany", "addthis", "follow",
              "facebook", "twitter", "whatsapp", "print$", "shariff", "bookmark"),
    "bio": ("authorbio", "authorbox", "aboutauthor", "authorinfo", "biograph", "authorcard", "contributor"),
    "tags": ("^tags", "taglist", "tagcloud", "keyword", "schlagw", "categor", "^topics", "kategorie", "rubrik"),
    "date": ("timestamp", "pubdate", "publishdate", "published", "datetime", "^updated", "readingtime", "lesezeit",
             "postmeta", "entrymeta", "articlemeta", "lastupdate", "modified", "^posted", "tarih"),
    "lead": ("standfirst", "subtitle", "subhead$", "subheadline", "vorspann", "chapo", "entradilla", "^intro", "articleintro",
             "articlelead", "leadtext", "introtext", "bajada", "copete", "sottotitolo", "occhiello", "ingress", "manchet",
             "untertitel", "articledek", "underrubrik", "preamble", "strapline", "einleitung", "zajawka"),
    "correction": ("correction", "editorsnote", "editornote", "korrektur", "erratum", "rectif"),
    "live": ("liveblog", "livepost", "liveentry", "liveupdate", "liveticker"),
    "sidebar": ("sidebar", "^widget", "^aside", "sidecol", "rightcol", "leftcol", "seitenleiste", "toolbar"),
    "hidden": ("cookie", "consent", "popup", "modal", "overlay", "lightbox", "gdpr", "tooltip", "dropdown", "noscript"),
    "body": ("articlebody", "storybody", "articletext", "articlecontent", "entrycontent", "postcontent", "postbody",
             "storycontent", "articulo", "mainbody", "bodytext", "bodycopy", "storytext", "artikeltext", "richtext",
             "fliesstext"),
    "title": ("headline$", "^title", "titel$", "articletitle", "entrytitle", "posttitle", "kicker", "overline", "dachzeile"),
    "figure": ("figure", "gallery", "slideshow", "carousel", "slider", "^video", "player", "bildergalerie", "infobox"),
    "box": ("infobox", "factbox", "faktabox", "^fakta", "kasten$", "textbox", "sidebox", "accordion", "callout", "keypoint",
            "takeaway", "embed", "externalcontent", "faqs$", "inforuta", "destacado", "encadre", "recuadro", "riquadro"),
    "unseen": ("visuallyhidden", "screenreader", "sronly", "hidetext", "assistive"),
}  # fmt: skip
"""Family → regular expressions searched in one word of five letters or more."""

WHOLE: dict[str, tuple[str, ...]] = {
    "ad": ("ad", "ads", "adv", "dfp", "banner", "billboard", "gpt"),
    "nav": ("nav", "toc", "crumbs", "menu", "pager"),
    "bio": ("bio", "vcard"),
    "tags": ("tags", "topics"),
    "date": ("date", "time", "datum", "fecha", "meta", "postdate"),
    "lead": ("dek", "deck", "lede", "chapeau", "lead", "sapo", "intro", "excerpt", "abstract", "summary", "sommario",
             "teasertext", "spoiler"),
    "share": ("share", "social", "tools", "print", "teilen"),
    "related": ("more", "also", "mehr", "next", "prev", "previous", "lire", "leia"),
    "sidebar": ("aside", "rail", "widget"),
    "byline": ("author", "byline", "autor"),
    "comment": ("comment", "comments", "reply", "forum"),
    "footer": ("foot", "footer", "legal"),
    "body": ("prose",),
    "caption": ("legend", "wp-caption"),
    "figure": ("image", "photo"),
    "box": ("box", "fact", "facts", "embed", "faq", "widget"),
}  # fmt: skip
"""Family → words that count only when they stand alone."""

PAIRS: dict[str, tuple[str, ...]] = {
    "body": ("article-body", "story-body", "article-text", "article-content", "entry-content", "post-content", "post-body",
             "body-text", "story-content", "body-copy", "artikel-text", "rich-text", "article-main", "text-body"),
    "bio": ("author-bio", "author-box", "about-author", "the-author", "author-info", "author-card", "author-description",
            "autor-box", "author-profile", "author-about"),
    "related": ("read-more", "see-also", "more-from", "most-read", "also-read", "link-box", "up-next", "read-next",
                "you-may", "mehr-zum", "read-also", "more-on", "lees-ook", "les-ogsa"),
    "lead": ("sub-title", "sub-headline", "article-lead", "article-intro", "article-summary", "stand-first", "text-intro",
             "lead-text", "teaser-text", "article-teaser", "article-subtitle", "article-excerpt"),
    "byline": ("reader-credits",),
    "date": ("entry-meta", "post-meta", "article-meta", "reading-time", "entry-date", "post-date"),
    "unseen": ("sr-only", "visually-hidden", "screen-reader"),
    "comment": ("leave-reply", "user-comments"),
    "correction": ("editors-note", "editor-note"),
    "live": ("live-blog", "live-post", "live-entry", "live-update"),
    "newsletter": ("sign-up", "opt-in", "pay-wall"),
    "nav": ("post-navigation", "skip-link", "table-of"),
    "box": ("external-content", "fact-box", "info-box", "key-points", "key-takeaways"),
    "title": ("entry-title", "post-title", "article-title", "page-title"),
}  # fmt: skip
"""Family → two words that mean it side by side."""

_ALSO = (
    "read also", "read more", "read next", "also read", "see also", "more:", "related:", "related stories",
    "related articles", "related posts", "related content", "recommended", "you may also", "you might also",
    "lesen sie", "mehr zum thema", "mehr dazu", "auch interessant", "siehe auch", "lire aussi", "à lire", "a lire",
    "voir aussi", "lea también", "lee también", "te puede interesar", "le puede interesar", "leia também", "leia mais",
    "veja também", "leggi anche", "lees ook", "les også", "læs også", "läs också", "les mer", "läs mer", "lue myös",
    "czytaj także", "czytaj też", "czytaj więcej", "zobacz także", "zobacz też", "čtěte", "přečtěte", "citește și",
    "читайте также", "читайте також", "прочетете", "ayrıca", "اقرأ أيضا", "यह भी पढ़ें", "ये भी पढ़ें", "baca juga", "関連記事",
    "相关阅读", "延伸阅读", "相關新聞", "관련기사",
)  # fmt: skip
"""Words that open a block which points to other articles."""

OPENINGS = frozenset(phrase[:3] for phrase in _ALSO + BEGINNINGS)
"""The first three letters of every phrase that tells of a block, to pass by other blocks at no cost."""
FURTHER = frozenset(phrase[:6] for phrase in _ALSO + BEGINNINGS)
"""The first six, or all where there are fewer: "Dieser artikel" is told from "Die Stadt" before any pattern is tried."""

ALSO = re.compile(r"\W{0,3}(?:" + "|".join(map(re.escape, _ALSO)) + ")", re.IGNORECASE)
