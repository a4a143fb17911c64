"""Languages told from function words alone, and left to the identifier where these do not settle it."""

import pytest
from turbohtml import detect

from onrecord.values.languages import identify, parse_language

TEXTS = {
    "en": "The harbour was closed on Monday, and it is not known when the ferries that serve the islands will be back at the quay. ",
    "de": "Der Hafen ist seit Montag geschlossen, und es ist nicht bekannt, wann die Fähren zu den Inseln wieder von dem Kai ablegen. ",
    "fr": "Le port est fermé depuis lundi, et il est impossible de dire quand les bateaux qui vont sur les îles seront de retour au quai. ",
    "es": "El puerto está cerrado desde el lunes, y no se sabe cuándo los barcos que van a las islas estarán de vuelta en el muelle. ",
    "it": "Il porto è chiuso da lunedì e non si sa quando i traghetti che vanno alle isole torneranno alla banchina della città con i turisti. ",
    "pt": "O porto está fechado desde segunda-feira e não se sabe quando os barcos que vão para as ilhas estarão de volta ao cais da cidade. ",
    "nl": "De haven is sinds maandag gesloten en het is niet bekend wanneer de veerboten naar de eilanden weer van de kade zullen vertrekken. ",
    "sv": "Hamnen har varit stängd sedan i måndags och ingen vet när färjorna till öarna kommer att gå från kajen igen i den här staden. ",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_in_its_language(language: str) -> None:
    assert identify(TEXTS[language] * 3) == language


@pytest.mark.parametrize("language", ["de", "en", "fr", "it", "nl"])
def test_function_words_settle_it_without_the_identifier(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("onrecord.values.languages.detect.detect_language")
    assert identify(TEXTS[language] * 3) == language


def test_words_of_two_languages_are_left_to_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing, asked = detect.detect_language(""), []

    def none(sample: str) -> detect.LanguageMatch:
        asked.append(sample)
        return nothing

    monkeypatch.setattr("onrecord.values.languages.detect.detect_language", none)
    assert identify("the of and to in der die das und den " * 9) is None
    assert asked


@pytest.mark.parametrize("raw", ["und", "mul", "zxx", "mis", "xx", "UND", "mul-Latn"])
def test_codes_that_stand_for_no_language_name_none(raw: str) -> None:
    assert parse_language(raw) is None
