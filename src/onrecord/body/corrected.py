"""How a correction or an editor's note opens: with a label, or with a sentence on an earlier version of the article.

The labels are also words of articles ("Errata are listed at the back"), so one of them counts with its colon or its date;
alone in a line it is a heading, or a link at a page's foot. An earlier version of something else, such as a bill, is the
article's own matter.
"""

import re
from collections.abc import Iterable

_LABELS = (
    "correction", "corrections", "clarification", "clarifications", "corrections and clarifications",
    "correction and clarification", "corrigendum", "erratum", "errata",
    "korrektur", "berichtigung", "richtigstellung", "klarstellung",
    "correctif", "rectificatif", "rectification", "précision",
    "corrección", "correcciones", "rectificación", "aclaración", "fe de errores", "fe de erratas",
    "correção", "correcção", "retificação", "erramos", "rettifica", "correzione", "errata corrige", "precisazione",
    "correctie", "correcties", "rectificatie", "correcties en aanvullingen",
    "rättelse", "rättelser", "korrigering", "förtydligande", "rettelse", "rettelser", "præcisering", "presisering",
    "oikaisu", "korjaus", "sprostowanie", "korekta", "oprava", "upřesnění", "helyreigazítás", "helyesbítés",
    "rectificare", "erată", "исправление", "поправка", "уточнение", "виправлення", "уточнення", "корекция",
    "διόρθωση", "διευκρίνιση", "düzeltme", "tekzip", "תיקון", "تصحيح", "भूल सुधार", "सुधार", "ralat", "koreksi", "đính chính",
    "訂正", "お詫びと訂正", "おわびと訂正", "更正", "勘误", "勘誤", "정정", "정정보도", "바로잡습니다",
)  # fmt: skip
"""Words that mean a correction where nothing but a date comes before their colon."""

_PHRASES = (
    "editor's note", "editor’s note", "editors' note", "editors’ note", "editors note", "corrections and clarif",
    "this article was amended", "this article was updated", "this article was corrected", "this article has been",
    "this story was corrected", "this story was updated", "this story has been",
    "anmerkung der redaktion", "anm. der redaktion", "anm. d. red", "hinweis der redaktion",
    "in einer früheren version hieß", "in einer früheren version stand", "note de la rédaction",
    "nota de la redacción", "nota da redação", "nota della redazione",
)  # fmt: skip
"""Words that say it whatever follows."""

_EARLIER: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("an earlier version", "a previous version", "earlier versions", "previous versions"),
     ("this article", "this story", "this report", "this post", "this piece", "this page", "this column", "this review",
      "this interview", "this obituary", "this newsletter", "this headline", "this caption", "this item", "this feature",
      "this analysis", "this explainer", "this guide", "this list", "this map", "this chart", "this graphic",
      "this timeline", "this episode", "this podcast", "this video", "this transcript", "this blog", "the article")),
    (("in einer früheren version", "in einer vorherigen version", "in einer ersten version", "in einer früheren fassung",
      "eine frühere version", "eine frühere fassung"),
     ("dieses artikels", "des artikels", "dieses textes", "des textes", "dieses beitrags", "des beitrags",
      "dieser meldung", "der meldung")),
    (("une version antérieure", "une version précédente", "une première version", "dans une version antérieure",
      "dans une version précédente", "dans une première version"),
     ("cet article", "ce texte", "ce papier", "cette dépêche", "l'article", "l’article")),
    (("una versión anterior", "una versión previa", "una primera versión", "en una versión anterior",
      "en una versión previa", "en una primera versión"),
     ("este artículo", "este texto", "esta noticia", "esta información", "esta nota", "este reportaje")),
    (("uma versão anterior", "numa versão anterior", "em uma versão anterior", "em versão anterior"),
     ("deste artigo", "deste texto", "desta reportagem", "desta notícia", "desta matéria")),
    (("una versione precedente", "una precedente versione", "in una versione precedente", "in una precedente versione"),
     ("questo articolo", "questo testo", "questo pezzo", "questa notizia", "dell'articolo", "dell’articolo")),
    (("in een eerdere versie", "in een vorige versie", "een eerdere versie", "een vorige versie"),
     ("dit artikel", "dit bericht", "dit verhaal", "dit stuk", "deze tekst", "het artikel")),
    (("i en tidigare version", "en tidigare version", "i en tidligere version", "en tidligere version",
      "i en tidligere versjon", "en tidligere versjon", "i en tidligere utgave"),
     ("artikel", "artikkel", "texten", "teksten", "nyheten", "nyheden", "denne saken", "av saken")),
    (("jutun aiemm", "artikkelin aiemm", "uutisen aiemm"), ("versio",)),
    (("we wcześniejszej wersji", "w poprzedniej wersji", "w pierwotnej wersji", "wcześniejsza wersja", "poprzednia wersja"),
     ("artykuł", "tekst", "materiał")),
    (("v předchozí verzi", "v původní verzi", "v dřívější verzi", "předchozí verze", "původní verze"), ("článk", "textu", "zpráv")),
    (("в предыдущей версии", "в более ранней версии", "в первоначальной версии", "предыдущая версия"),
     ("стать", "материал", "новост", "заметк")),
    (("у попередній версії", "в попередній версії", "попередня версія"), ("статт", "матеріал", "новин")),
    (("bu haberin", "bu makalenin", "bu yazının", "haberin", "makalenin"), ("önceki versiyon", "önceki sürüm", "önceki hal", "ilk hal")),
    (("この記事の", "本記事の", "記事の"), ("以前の版", "旧版", "以前のバージョン", "初版")),
    (("本文", "本報道", "本报道", "此文"), ("早前版本", "先前版本", "较早版本", "較早版本", "此前版本")),
)  # fmt: skip
"""By language: words for an earlier version, and for this article, which soon follow them."""

_CHANGED: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("dieser artikel wurde", "dieser text wurde", "dieser beitrag wurde", "diese meldung wurde", "wir haben diesen artikel", "wir haben diesen text", "wir haben diesen beitrag"),
     ("korrigiert", "geändert", "berichtigt", "ergänzt", "aktualisiert")),
    (("cet article a été", "cette dépêche a été"), ("corrigé", "modifié", "rectifié", "actualisé", "mis à jour")),
    (("este artículo ha sido", "esta noticia ha sido", "esta información ha sido", "este artículo fue"),
     ("corregid", "modificad", "actualizad", "rectificad")),
    (("este artigo foi", "esta notícia foi", "esta reportagem foi", "esta matéria foi"),
     ("corrigid", "alterad", "atualizad", "actualizad")),
    (("questo articolo è stato", "questo pezzo è stato"), ("corretto", "modificato", "aggiornato")),
    (("aquest article s’ha", "aquest article s'ha", "aquest article ha estat", "aquesta notícia ha estat"),
     ("corregi", "modifica", "actualitza")),
    (("dit artikel is", "dit bericht is"), ("aangepast", "gecorrigeerd", "gewijzigd", "bijgewerkt")),
    (("artikeln har", "den här artikeln har"), ("rättats", "korrigerats", "uppdaterats", "ändrats")),
    (("artiklen er", "denne artikel er", "artikkelen er", "artikkelen ble", "denne artikkelen er", "denne artikkelen ble"),
     ("rettet", "korrigert", "korrigeret", "oppdatert", "opdateret", "endret", "ændret")),
    (("juttua", "artikkelia", "uutista"), ("korjattu", "päivitetty", "täydennetty", "muokattu")),
    (("tekst został",), ("poprawion",)),
    (("ce texte a été", "l'article a été", "l’article a été"), ("corrigé", "rectifié")),
    (("este texto ha sido",), ("corregid", "rectificad")),
    (("este texto foi",), ("corrigid",)),
    (("questo testo è stato",), ("corretto",)),
    (("artykuł został",), ("poprawion", "zaktualizowan", "uzupełnion")),
    (("článek jsme", "článek byl", "text jsme"),
     ("opravil", "upravil", "aktualizoval", "doplnil", "opraven", "aktualizován")),
    (("cikkünket", "írásunkat"), ("frissít", "javít", "módosít", "helyesbít")),
    (("ovaj članak je", "članak je"), ("ispravljen", "ažuriran", "dopunjen")),
)  # fmt: skip
"""By language: words for this article, and that it was changed, which soon follow them."""

_NOTES = (
    "hinweis", "anmerkung", "transparenzhinweis", "note", "ndlr", "nota", "actualización", "update", "mise à jour",
    "aktualisierung", "aktualizacja", "opmerking",
)  # fmt: skip
"""Words of notes of any kind; before such a sentence they announce it."""

_REASONS = (
    "due to", "because of", "owing to", "aufgrund", "wegen", "en raison d", "à la suite d", "suite à", "por un error",
    "debido a", "por um erro", "devido a", "per un errore", "a causa di", "door een fout", "vanwege", "på grund av",
    "på grund af", "på grunn av", "из-за", "через помилку",
)  # fmt: skip
"""Words that may open such a sentence with the reason."""

_SENTENCES = (*_EARLIER, *_CHANGED)

BEGINNINGS = (
    *_LABELS,
    *_PHRASES,
    *_NOTES,
    *_REASONS,
    *(opening for openings, _ in _SENTENCES for opening in openings),
)
"""One of these opens every text that `CORRECTED` matches, behind its marks."""


def _any(words: Iterable[str]) -> str:
    return _either(map(re.escape, words))


def _either(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


_DATE = r"[\s,(]{1,2}[^.:：!?\n]{0,30}\d(?:[^.:：!?\n]|(?<=\d)\.){0,15}(?:[:：–—]|\Z)"
_LABEL = rf"{_any(_LABELS)}(?:\s?[:：(（)）\]】〕–—]|\s-\s|{_DATE})"
_VERSION = _either(
    rf"{_any(first)}(?:[^.:!?\n]|(?<=\d)[.:]){{0,40}}?(?<![a-zà-ÿ]){_any(then)}" for first, then in _SENTENCES
)
_SENTENCE = rf"(?:{_any(_NOTES)}[^.:!?\n]{{0,20}}[:：]\s)?(?:{_any(_REASONS)}[^.:!?\n]{{0,80}}?\s)?{_VERSION}"

CORRECTED = re.compile(r"\W{0,3}" + _either((_any(_PHRASES), _LABEL, _SENTENCE)), re.IGNORECASE)
"""Matches the first words of a correction or an editor's note."""
