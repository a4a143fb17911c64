"""Lines that say themselves what they are: ``HEADLINE: …``, ``Quelle: …``, ``HD …``, ``Subject: …``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from onrecord import limits
from onrecord.readers.flattened.lines import Line
from onrecord.scripts import ENDS

BODY: Final = "article_body"
END: Final = "end"
"""What is no field of a record: it ends the text, or tells of an export."""

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "headline": (
            "headline|title|titel|überschrift|schlagzeile|titre|título|titulo|titolo|titular|rubrik|overskrift|kop|tytuł|"
            "nagłówek|заголовок|название|başlık|标题|標題|題名|見出し|タイトル|제목|العنوان|כותרת|शीर्षक|τίτλος|titulek|cím|otsikko|عنوان|تیتر|judul|tiêu đề|หัวข้อข่าว|พาดหัว|শিরোনাম|naslov|наслов|titulok|titlu|títol|pealkiri|virsraksts|antraštė|заглавие"
        ),
        "alternative_headline": "subtitle|subheadline|highlight|utl.|untertitel|unterzeile|sous-titre|subtítulo|sottotitolo|副标题|副標題|副題|부제",
        "author": (
            "byline|by|author|author/byline|authors|author(s)|autor|autoren|autorin|autor(en)|verfasser|auteur|auteurs|auteur(s)|autore|autori|"
            "autora|autores|von|door|av|forfatter|författare|skribent|autorzy|автор|авторы|yazar|作者|记者|記者|筆者|執筆者|기자|글|"
            "الكاتب|بقلم|מאת|लेखक|συντάκτης|kirjoittaja|szerző|نویسنده|خبرنگار|기고자|기자명|penulis|tác giả|ผู้เขียน|লেখক|аутор|autors|autorius|avtor|مصنف"
        ),
        "publisher": (
            "source|source name|publication|publication name|publication title|publication info|newspaper|publisher|quelle|medium|zeitung|publikation|nom de la source|source du document|journal|"
            "fuente|periódico|publicación|fonte|testata|jornal|bron|krant|källa|tidning|kilde|avis|źródło|gazeta|источник|издание|"
            "kaynak|gazete|来源|來源|出处|报纸|媒体|媒體|出典|媒体名|紙名|신문|신문사|언론사|매체|출처|المصدر|الصحيفة|מקור|स्रोत|πηγή|lähde|منبع|روزنامه|sumber|nguồn|แหล่งข่าว|সূত্র|джерело|видання|извор|izvor|zdroj|forrás|sursă|allikas|avots|šaltinis|vir|източник|ماخذ"
        ),
        "date_published": (
            "date|published|publication date|date published|pubdate|posted|datum|erscheinungsdatum|veröffentlicht|date de publication|"
            "publié le|fecha|fecha de publicación|publicado|data|data di pubblicazione|data de publicação|publicerad|publicerat|dato|"
            "udgivet|publisert|data publikacji|opublikowano|дата|дата публикации|опубликовано|tarih|yayın tarihi|日期|发布时间|發布時間|"
            "发表日期|刊登日期|日付|掲載日|発行日|公開日|날짜|게재일|입력|발행일|التاريخ|تاريخ النشر|תאריך|दिनांक|ημερομηνία|تاریخ|تاریخ انتشار|일자|tanggal|ngày|วันที่|তারিখ|päivämäärä|dátum|dată|kuupäev|datums|sent|gesendet|skickat|wysłano|odesláno|lähetetty|elküldve|надіслано|gönderildi|στάλθηκε|تاريخ الإرسال|נשלח|发送时间|傳送時間|送信日時|보낸 날짜|"
            "envoyé|enviado|inviato|verzonden|отправлено"
        ),
        "date_modified": (
            "updated|last updated|modified|last modified|date modified|aktualisiert|geändert|mis à jour|mise à jour|actualizado|"
            "aggiornato|atualizado|bijgewerkt|uppdaterad|opdateret|oppdatert|zaktualizowano|обновлено|güncelleme|更新|更新时间|更新日|수정"
        ),
        "article_section": (
            "section|ressort|rubriek|rubrique|sección|seção|sezione|sectie|sektion|dział|рубрика|раздел|bölüm|栏目|欄目|"
            "ジャンル|섹션|분야|القسم|מדור|rubrika|rovat|osasto|secțiune|secció|κατηγορία|ενότητα|بخش|अनुभाग|श्रेणी|หมวด|chuyên mục|বিভাগ|category|kategorie|catégorie|categoría|categoria"
        ),
        "dateline": "dateline|ortsmarke|lieu|lugar|luogo|место|发稿地|地点",
        "in_language": "language|language of publication|sprache|langue|idioma|lingua|língua|taal|språk|sprog|język|язык|dil|语言|語言|言語|언어|اللغة|שפה",
        "keywords": "keywords|keyword|schlagwörter|schlagworte|stichworte|mots-clés|palabras clave|palavras-chave|parole chiave|trefwoorden|nyckelord|słowa kluczowe|ключевые слова|anahtar kelimeler|关键词|關鍵詞|キーワード|키워드|tags",
        "url": "url|web address|webadresse|adresse|link|weblink|permalink|source url|printed from|gedruckt von|lien|enlace|网址|網址|原文链接|链接|주소",
        "description": "abstract|summary|zusammenfassung|kurzfassung|vorspann|résumé|resumen|resumo|sommario|samenvatting|streszczenie|аннотация|özet|摘要|要約|概要|요약|الملخص",
        "copyright": "copyright|©|urheberrecht",
        BODY: "body|text|full text|article text|fulltext|volltext|artikeltext|texte|texte intégral|texto|texto completo|testo|tekst|treść|текст|metin|正文|全文|本文|본문|内容|المتن|النص|نص المقال|טקסט|متن|isi|nội dung|เนื้อหา|মূল পাঠ|पाठ|κείμενο|teksti|szöveg|tekstas|teksts|besedilo",
        END: (
            "length|länge|umfang|caption|bildunterschrift|légende|record number|record|eds|first page|publication year|country of publication|place of publication|publication subject|source type|document url|proquest document id|issue|volume|links|location|people|number of pages|type de source|périodicité|couverture géographique|provenance|dauerhafte adresse des dokuments|update|date-chargement|date de chargement|fecha de carga|longueur|longitud|extensión|tamanho|lunghezza|lengte|längd|længde|długość|объем|uzunluk|字数|字數|文字数|"
            "분량|글자수|word count|words|wörter|load-date|load date|publication-type|publication type|document-type|document type|"
            "journal code|journal-code|graphic|grafik|bild|notes|classification|klassifizierung|subject|company|organization|person|geographic|"
            "industry|ticker|page|pages|seite|seiten|pagina|página|p.|edition|ausgabe|édition|edición|edizione|issn|doi|accession number|"
            "dokumentnummer|document number|document id|dokument|database|datenbank|rights|rechtehinweis|版号|版|版面|版次|面名|面|edition name|load|номер|полоса|сторінка|страница|الصفحة|صفحه|עמוד|पृष्ठ|পৃষ্ঠা|면|지면|ページ|halaman|trang|หน้า"
        ),
    }
)
_TABLE: Mapping[str, str] = MappingProxyType(
    {word.casefold(): field for field, words in _WORDS.items() for word in words.split("|")}
)
_MAIL: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(["subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "ämne", "emne", "assunto", "temat", "тема", "konu", "件名", "主题", "主題", "제목", "الموضوع", "נושא", "předmět", "aihe", "tárgy", "θέμα", "موضوع", "विषय", "主旨", "เรื่อง", "chủ đề", "tiêu đề", "perihal", "predmet", "subiect"], "headline"),
        **dict.fromkeys(["from", "von", "de", "da", "van", "från", "fra", "od", "от", "gönderen", "差出人", "发件人", "寄件者", "보낸사람", "من", "מאת", "보낸 사람", "lähettäjä", "feladó", "kimden", "від", "από", "از", "प्रेषक", "寄件人", "จาก", "từ", "dari", "de la"], "from"),
        **dict.fromkeys(["to", "an", "à", "para", "a", "aan", "till", "til", "do", "кому", "kime", "宛先", "收件人", "받는사람", "إلى", "אל", "받는 사람", "vastaanottaja", "címzett", "komu", "προς", "به", "प्रति", "收件者", "ถึง", "đến", "kepada", "cc", "reply-to"], END),
    }
)  # fmt: skip
"""What the same words mean in the head of a mail."""
_CODES: Mapping[str, str] = MappingProxyType(
    {
        "HD": "headline", "BY": "author", "PD": "date_published", "SN": "publisher", "SE": "article_section", "LA": "in_language",
        "LP": BODY, "TD": BODY, "CY": "copyright", "CR": "credited_agency",
        **dict.fromkeys(["WC", "ET", "SC", "ED", "PG", "CLM", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "VOL", "ART", "CX"], END),
    }
)  # fmt: skip
"""Two capitals before what they name, as one large press archive writes them."""

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：\n]{0,28}?|©)\s*[:：]\s*")
_DRESSED = re.compile(
    r"(?:[-*•]\s+(?=\*\*|__))?(?P<bold>\*\*|__)?(?P<bracket>【)?(?P<label>[^\W\d_][^:：\n】]{0,28}?|©)\s*"
    r"(?(bracket)】[:：]?|(?:\*\*|__)?(?:[:：]|\t)\s*(?(bold)(?:\*\*|__)?))\s*"
)
"""A label before a tab, bold in Markdown, as in a list it has to be, or between brackets, as in China and Japan: above the
text alone, for in it such words head tables and paragraphs."""
_CODE = re.compile(r"([A-Z]{2,3})(?:[ \t]+|$)")


_HEADS = frozenset(("graphic", "grafik", "classification", "klassifizierung", "load-date"))
"""Labels that may stand alone over what they name, behind the text."""


class Labelled(NamedTuple):
    """A labelled line: the field its label means, and what stands behind the label, which may be nothing."""

    field: str
    label: str
    value: Line


def labelled(line: Line, *, mail: bool = False, codes: bool = False) -> Labelled | None:
    """What a line's label says; None where it has none that is known."""
    if codes:
        found = _CODE.match(line.text)
        field = _CODES.get(found[1]) if found else None
        return Labelled(field, found[1], line.part(found.end(), len(line.text))) if found and field else None
    found = None if line.below else _DRESSED.match(line.text)
    found = found or _LABEL.match(line.text)
    if found is None:
        bare = line.text.casefold()
        field = _TABLE.get(bare) if len(bare) <= 20 and not line.text.islower() else None
        told = field == BODY or (line.gap and bare in _HEADS)
        return Labelled(field, bare, line.part(len(line.text), len(line.text))) if field and told else None
    label = " ".join(found["label"].casefold().split())
    field = (_MAIL.get(label) if mail else None) or _TABLE.get(label)
    return Labelled(field, label, line.part(found.end(), len(line.text))) if field else None


def is_unknown(line: Line) -> bool:
    """Whether a line is set as a labelled one, with a few words and no sentence behind what may be its label."""
    found = _LABEL.match(line.text) if len(line.text) <= _SHORT else None
    return found is not None and found.end() < len(line.text) and line.text[-1] not in ENDS


_SHORT = 90
"""Code points of the longest line whose label may be unknown."""
_BETWEEN = re.compile(r"\s+[|·•]\s+|\s{3,}")
_LONGEST = 300
"""Code points of the longest line in which several labels are looked for."""


def each_label(line: Line) -> Iterator[Line]:
    """A line in as many parts as labels stand in it, ``Author: Ida Kroll | Page: A3``; else as it is."""
    ends = [m.span() for m in _BETWEEN.finditer(line.text)] if len(line.text) <= _LONGEST else []
    if not ends:
        yield line
        return
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(line.text)]
    parts = [line.part(start, stop) for start, stop in zip(starts, stops, strict=True)]
    if not all(map(labelled, parts)):
        yield line
        return
    yield parts[0]
    yield from (part._replace(beside=True) for part in parts[1:])


def shares(lines: Sequence[Line], *, codes: bool) -> set[str]:
    """The different labels among lines."""
    return {told.label for line in lines if (told := labelled(line, codes=codes))}


_ENOUGH = 3
"""Different labels that show an export."""
_TELLING = frozenset(
    ("headline", "author", "publisher", "date_published", "article_section", "dateline", END, BODY)
)


def is_export(lines: Sequence[Line]) -> bool:
    """Whether labels of some kinds stand among the lines, more of them than in a text that a person wrote."""
    told = [t for line in lines[: limits.LABELS] if (t := labelled(line)) and t.field in _TELLING]
    kinds = {t.label for t in told if t.value.text or t.field == BODY}
    return len(kinds) >= _ENOUGH or has_codes(lines)


def is_mail(lines: Sequence[Line]) -> bool:
    """Whether a mail's head opens the lines."""
    told = {t.label: t.field for line in lines[:_HEAD] if (t := labelled(line, mail=True))}
    return "from" in told.values() and any(_MAIL.get(label) == "headline" for label in told)


_HEAD = 12
"""Lines of a mail's head."""


def has_codes(lines: Sequence[Line]) -> bool:
    """Whether articles are labelled with an archive's two capitals."""
    return len(shares(lines[: limits.LABELS], codes=True)) > _ENOUGH
