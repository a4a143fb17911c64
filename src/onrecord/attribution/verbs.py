"""Verbs of speech by language, in the forms news uses beside quotation marks."""

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "said says say told tells added adds asked asks replied replies wrote writes explained explains insisted insists claimed claims argued argues warned warns noted notes recalled recalls continued continues "
        "declared declares announced announces joked jokes admitted admits concluded concludes complained complains stated states tweeted responded responds shouted shouts described describes called calls commented comments remarked observed observes stressed stresses testified conceded acknowledged acknowledges",
        "de": "sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint fragte fragt antwortete antwortet schrieb schreibt forderte fordert warnte warnt kritisierte kritisiert teilte berichtete berichtet erzählte erzählt ergänzte ergänzt nannte nennt sprach spricht "
        "fügte rief kündigte gab entgegnete widersprach so kommentierte lobte behauptete behauptet versicherte erinnert erinnerte mahnte äußerte urteilte hieß heißt verkündete räumte "
        "klagte klagt lachte lacht scherzte scherzt entgegnet beteuerte beteuert versprach verspricht schilderte schildert bestätigte bestätigt beklagte beklagt resümierte resümiert sprachen riet rät",
        "fr": "a-t-il a-t-elle déclaré déclare affirmé affirme expliqué explique dit précisé précise estimé estime assuré assure ajouté ajoute ajoute-t-il ajoute-t-elle raconté raconte souligné souligne indiqué indique répondu répond lancé lance écrit confié confie regretté regrette "
        "soupire soupiré jugé juge commenté commente insisté insiste rappelé rappelle reconnu reconnaît poursuivi poursuit conclu conclut martelé prévenu prévient résume résumé réplique répliqué accuse accusé plaide dénonce dénoncé interroge écrié tranché confirme confirmé annoncé annonce promis "
        "tonne tonné ironise ironisé nuance nuancé promet soutient soutenu témoigne témoigné tempère déplore déploré avertit averti répète répété réclame réclamé sourit",
        "es": "dijo dice afirmó afirma aseguró asegura explicó explica señaló señala añadió añade declaró declara indicó indica manifestó manifiesta comentó comenta contó cuenta recordó recuerda subrayó subraya advirtió advierte respondió responde preguntó escribió escribe "
        "insistió insiste lamentó lamenta bromeó bromea apuntó apunta agregó agrega sostuvo sostiene expresó reconoció reconoce denunció denuncia llamó destacó destaca confesó confiesa contestó contesta matizó matiza replicó replica admitió admite gritó anunció reiteró prometió "
        "pidió pide exigió exige reclamó reclama opinó opina alertó alerta celebró celebra defendió defiende sentenció sentencia argumentó argumenta zanjó criticó critica reprochó relató relata precisó precisa consideró considera criticaron aseguraron afirmaron dijeron quejó queja avisó",
        "it": "ha detto dice disse detto spiegato spiega dichiarato dichiara affermato afferma aggiunto aggiunge sottolineato sottolinea commentato commenta scritto scrive ricordato ricorda risposto risponde racconta raccontato avverte avvertito assicura assicurato replica replicato promette attacca ammette conclude concluso osserva "
        "lamenta lamentato scherza scherzato confessa confessato denuncia denunciato chiede chiesto annuncia annunciato ribadisce ribadito precisa precisato sostiene sostenuto spiegano chiarisce chiarito chiosa",
        "pt": "disse diz afirmou afirma explicou explica declarou declara acrescentou acrescenta contou conta escreveu escreve destacou destaca ressaltou lembrou lembra respondeu responde comentou comenta alertou alerta avisou garantiu garante rebateu rebate prometeu promete admitiu sublinhou sublinha referiu "
        "contaram criticou critica lamentou lamenta pediu pede defendeu defende reforçou reforça argumentou argumenta anunciou anuncia completou completa reconheceu reconhece brincou confessou confessa perguntou pergunta",
        "nl": "zei zegt zeiden vertelde vertelt schreef schrijft verklaarde verklaart antwoordde antwoordt vroeg vraagt aldus stelde stelt liet waarschuwde waarschuwt noemde noemt benadrukt benadrukte vindt vond reageerde reageert "
        "klaagt klaagde lacht lachte herinnert herinnerde voegt vertelden verzucht verzuchtte meent meende erkent erkende belooft beloofde",
        "sv": "sa sade säger berättar berättade skriver skrev förklarar förklarade svarar svarade menar menade frågar frågade uppger uppgav kommenterar konstaterar "
        "konstaterade tycker tyckte hävdar hävdade betonar betonade tillägger lovar lovade suckar skämtar medger medgav kommenterade uttalar",
        "da": "sagde siger fortæller fortalte skriver skrev forklarer forklarede svarer svarede mener mente spørger spurgte lyder oplyser udtaler udtalte understreger "
        "konstaterer tilføjer tilføjede kalder kaldte lover lovede griner erkender erkendte påpeger understregede kommenterer forsikrer",
        "no": "sa sier forteller fortalte skriver skrev forklarer forklarte svarer svarte mener mente spør spurte opplyser uttaler uttalte understreker "
        "konstaterer tilføyer kaller kalte lover lovte ler erkjenner innrømmer påpeker understreket kommenterer",
        "fi": "sanoi sanoo kertoi kertoo totesi toteaa kirjoitti kirjoittaa vastasi vastaa kysyi kysyy selitti selittää korosti korostaa arvioi arvelee mukaan",
        "pl": "powiedział powiedziała mówi mówił mówiła dodał dodała dodaje stwierdził stwierdziła podkreślił podkreśliła podkreśla napisał napisała wyjaśnił wyjaśniła wyjaśnia zapytał zapytała odpowiedział odpowiedziała oświadczył oświadczyła zaznaczył przyznał przyznała ocenił twierdzi "
        "tłumaczy tłumaczył tłumaczyła zapewnił zapewniła zapewnia uważa cieszy śmieje ocenia oceniła stwierdza zaznaczyła zaznacza dodają mówią wspomina wspominał wspominała żartuje żartował żartowała przyznaje apeluje apelował apelowała pisze relacjonuje ostrzega ostrzegł ostrzegła komentuje skomentował skomentowała opowiada opowiadał opowiadała",
        "cs": "řekl řekla říká uvedl uvedla dodal dodala prohlásil prohlásila napsal napsala vysvětlil vysvětlila odpověděl odpověděla zeptal zeptala upozornil upozornila tvrdí sdělil sdělila slíbil slíbila míní "
        "vzpomíná vzpomínal vzpomínala popsal popsala popisuje dodává uvádí myslí vysvětluje upozorňuje připustil připustila přiznal přiznala varoval varovala poznamenal poznamenala potvrdil potvrdila ujistil ujistila zdůraznil zdůraznila žertoval žertovala směje komentoval komentovala",
        "ru": "сказал сказала сказали говорит заявил заявила заявили отметил отметила добавил добавила подчеркнул подчеркнула сообщил сообщила рассказал рассказала пояснил пояснила написал написала спросил спросила ответил ответила считает объяснил объяснила уточнил уточнила пообещал пообещала "
        "вспоминает вспоминал вспоминала признался призналась признаёт признает подтвердил подтвердила предупредил предупредила напомнил напомнила пишет рассказывает объясняет уверен уверена шутит пошутил пошутила смеётся смеется улыбается возразил возразила констатировал добавляет утверждает утверждал утверждала заверил заверила отмечает подчеркивает",
        "uk": "сказав сказала сказали каже заявив заявила заявили зазначив зазначила додав додала підкреслив підкреслила повідомив повідомила розповів розповіла пояснив пояснила написав написала запитав запитала відповів відповіла вважає наголосив наголосила "
        "пообіцяв пообіцяла пригадує згадує пожартував пожартувала сміється жартує зізнався зізналася визнає підтвердив підтвердила попередив попередила нагадав нагадала пише розповідає пояснює стверджує запевнив запевнила зауважив зауважила додає зазначає наголошує",
        "tr": "dedi diyen diyor söyledi belirtti ifade açıkladı ekledi vurguladı yazdı sordu konuştu anlattı kaydetti aktardı "
        "ifadesini açıklamasını değerlendirmesinde sözleriyle vurgulayan belirten söyleyen açıklayan dile savundu uyardı cevapladı yanıtladı sürdürdü",
        "hu": "mondta mondja közölte írta hozzátette kijelentette hangsúlyozta kérdezte válaszolta elmondta nyilatkozta fogalmazott magyarázta "
        "mondták tette sóhajtotta kiáltotta panaszolta emlékeztetett emlékezett ígérte véli vélte szögezte hozzáteszi",
        "ro": "spus spune declarat declară afirmat afirmă adăugat adaugă explicat explică scris scrie precizat precizează subliniat transmis menționat "
        "susține susținut avertizat avertizează povestit povestește recunoscut recunoaște promis promite",
        "el": "είπε λέει δήλωσε τόνισε πρόσθεσε ανέφερε σημείωσε εξήγησε έγραψε υποστήριξε απάντησε "
        "υπογράμμισε απαντά γράφει εξηγεί τονίζει υποστηρίζει προσθέτει κατήγγειλε καταγγέλλει ζήτησε υποσχέθηκε παραδέχθηκε σχολίασε διευκρίνισε",
        "zh": "说 說 表示 称 稱 指出 强调 強調 认为 認為 问 問 回答 写道 寫道 补充 補充 批评 批評 回应 回應 告诉 告訴 "
        "告诉记者 告訴記者 介绍 介紹 坦言 透露 解释 解釋 笑道 感叹 感嘆 直言",
        "ja": "述べた 話した 語った 言った 説明した 強調した 指摘した 答えた 述べ 話す 語る "
        "述べている 話している 語っている と話す 振り返る 振り返った 強調する 指摘する 訴えた 訴える 笑った 笑う 明かした 明かす 答える 説明する コメントした",
        "ko": "말했다 밝혔다 전했다 강조했다 설명했다 덧붙였다 지적했다 주장했다 "
        "말하고 말한 전하며 웃었다 반박했다 비판했다 호소했다 털어놨다 답했다 물었다 당부했다 약속했다 회상했다 평가했다 했다",
        "ar": "قال قالت وقال وقالت صرح صرحت وأضاف أضاف أضافت وأضافت أكد أكدت وأكد أوضح أوضحت وأوضح "
        "ذكر ذكرت وذكر وذكرت شدد شددت وشدد وشددت أعلن أعلنت وأعلن قالوا كتب كتبت وكتب وكتبت تابع تابعت وتابع وتابعت أشار أشارت وأشار وأشارت",
        "he": "אמר אמרה אומר אומרת הוסיף הוסיפה ציין ציינה הסביר הסבירה טען טענה כתב כתבה הדגיש הדגישה "
        "הודיע הודיעה הגיב הגיבה סיפר סיפרה השיב השיבה אמרו טוען טוענת מסביר מסבירה מספר מספרת",
        "hi": "कहा बताया बोले कहते "
        "बोलीं बोला बोली पूछा लिखा बताते कहती कहता",
    }
)  # fmt: skip

_ACCORDING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "according to", "de": "laut|nach Angaben von|nach den Worten von|zufolge", "fr": "selon|d[’']après|pour", "es": "según|para", "it": "secondo|per",
        "pt": "segundo|de acordo com", "nl": "volgens", "sv": "enligt", "da": "ifølge", "no": "ifølge", "pl": "według|zdaniem", "cs": "podle",
        "ru": "по словам|по мнению", "uk": "за словами|на думку", "ro": "potrivit|conform", "el": "σύμφωνα με",
    }
)  # fmt: skip

INVERTED: Final = re.compile(r"(?P<verb>[^\W\d_]+)-(?:t-)?(?P<subject>ils?|elles?|on)\b", re.IGNORECASE)
"""A French verb with its pronoun behind it: whatever verb that is, beside a quotation it says who speaks."""

_UNSPACED: Final = frozenset({"zh", "ja", "ko"})


@functools.cache
def speech_verbs(language: str) -> re.Pattern[str]:
    """Finds a verb of speech; of a language that is not listed, those of all that part their words by spaces."""
    words = (
        _VERBS[language]
        if language in _VERBS
        else " ".join(w for key, w in _VERBS.items() if key not in _UNSPACED)
    )
    forms = "|".join(sorted({re.escape(word) for word in words.split()}, key=len, reverse=True))
    if language in _UNSPACED:
        return re.compile(forms)
    and_ = "[وف]?" if language == "ar" else ""  # written in one word with what follows
    return re.compile(rf"(?<![\w-]){and_}(?:{forms})(?![\w-])", re.IGNORECASE)


def is_speech_verb(word: str, language: str) -> bool:
    """Whether a word by itself is a verb of speech."""
    return speech_verbs(language).fullmatch(word) is not None


@functools.cache
def according_to(language: str) -> re.Pattern[str] | None:
    """Finds what says "according to" before the one who speaks; None where the language has no entry."""
    words = _ACCORDING.get(language)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
