"""Languages as TeX's packages babel and polyglossia name them, which is what biblatex's ``langid`` holds."""

from collections.abc import Mapping
from types import MappingProxyType

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en": "english", "en-us": "american", "en-gb": "british", "en-au": "australian", "en-ca": "canadian", "en-nz": "newzealand",
        "de": "ngerman", "de-at": "naustrian", "de-ch": "nswissgerman", "fr": "french", "es": "spanish", "it": "italian",
        "pt": "portuguese", "pt-br": "brazilian", "nl": "dutch", "af": "afrikaans", "sv": "swedish", "da": "danish", "no": "norsk",
        "nb": "norsk", "nn": "nynorsk", "fi": "finnish", "is": "icelandic", "pl": "polish", "cs": "czech", "sk": "slovak",
        "hu": "hungarian", "ro": "romanian", "bg": "bulgarian", "ru": "russian", "uk": "ukrainian", "be": "belarusian", "el": "greek",
        "tr": "turkish", "hr": "croatian", "sr": "serbian", "bs": "bosnian", "mk": "macedonian", "sl": "slovene", "et": "estonian",
        "lv": "latvian", "lt": "lithuanian", "sq": "albanian", "ca": "catalan", "eu": "basque", "gl": "galician", "cy": "welsh",
        "ga": "irish", "gd": "scottish", "la": "latin", "ar": "arabic", "he": "hebrew", "fa": "persian", "hi": "hindi", "bn": "bengali",
        "ta": "tamil", "te": "telugu", "mr": "marathi", "zh": "chinese", "ja": "japanese", "ko": "korean", "vi": "vietnamese",
        "th": "thai", "id": "indonesian", "ms": "malay", "ka": "georgian", "hy": "armenian", "az": "azerbaijani", "kk": "kazakh",
    }
)  # fmt: skip


def babel_name(tag: str | None) -> str | None:
    """The name of a BCP 47 tag's language, of the region's where it has one of its own; None where there is none.

    >>> babel_name("en-GB"), babel_name("de"), babel_name("fr-CD"), babel_name("tlh")
    ('british', 'ngerman', 'french', None)
    """
    parts = (tag or "").casefold().split("-")
    return _NAMES.get("-".join((parts[0], parts[-1]))) or _NAMES.get(parts[0])
