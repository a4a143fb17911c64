"""What papers say of themselves below a text, and news that has the same words."""

import pytest

from onrecord.body.appeals import asks, is_for_press, says_how_made, says_whose


@pytest.mark.parametrize(
    "text",
    [
        "Support us: our journalism is free for all.",
        "Want more of the harbour? Follow me on Instagram for a lamp a day.",
        "Unterstützen Sie unsere Redaktion mit einer Spende!",
        "Artikel teilen",
        "Vous aimez nos récits ? Soutenez le journal par un don.",
        "Suscríbete a nuestro boletín y recibe las noticias del puerto.",
        "Ti è piaciuto l’articolo? Iscriviti alla newsletter.",
        "Gostou do artigo? Assine o nosso jornal.",
        "Vond je dit artikel goed? Schrijf je in voor onze nieuwsbrief.",
        "Prenumerera på vårt nyhetsbrev och få nyheterna till din inkorg.",
        "Tilaa uutiskirje sähköpostiisi.",
        "Zapisz się na nasz newsletter i czytaj go codziennie.",
        "Přihlaste se k odběru našeho newsletteru.",
        "Abonează-te la newsletter, e gratuit.",
        "Iratkozz fel a hírlevélre, támogasd az újságírást!",
        "Понравился материал? Поддержите редакцию и подпишитесь на рассылку.",
        "Сподобалась стаття? Підпишіться на розсилку.",
        "Абонирайте се за нашия бюлетин, новините са във вашата поща.",
        "Στηρίξτε τη δημοσιογραφία μας, γίνετε μέλος.",
        "Haberlerimizi beğendiyseniz bültenimize abone olun.",
        "هل أعجبك المقال؟ شارك مع أصدقائك.",
        "הכתבה מצאה חן בעיניכם? הירשמו לניוזלטר.",
        "आपको यह लेख पसंद आया? हमें सहयोग दें।",
        "この記事をシェアする、またはメールでご登録ください。",
        "喜欢本文？请订阅我们的周报。",
        "기사가 마음에 드셨다면 구독하세요.",
    ],
)
def test_what_readers_are_asked_for(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our reporting shows that the minister received a donation of 20,000 euros from the firm in March.",
        "Last year the newspaper told us that it would stop, and that all members would receive a contribution.",
        "Did you sign up on Facebook and then use it for a week? Delete what you do not need.",
        "Nach unseren Recherchen flossen die Spenden auf ein Konto in Orrin.",
        "Die Zeitung will jetzt 200 Mitglieder der Gewerkschaft entlassen.",
        "Selon nos informations, le maire souhaite faire connaître sa décision lundi.",
        "El periodista recibió amenazas por su trabajo.",
        "Il giornale ci ha detto che il sindaco ha ricevuto gratis il biglietto.",
        "O jornalista recebeu três cartas quando saía da sua casa.",
        "De krant schrijft dat je in de zomer beter thuisblijft.",
        "Tidningen skriver att vi får bidrag av staten.",
        "Lehti kirjoitti, että me tilaamme ruokaa netistä.",
        "Dziennikarz opisał kwotę, jaką nasz rząd wydał na tekst ustawy.",
        "Redakce podpořila náš klub částkou milion korun.",
        "Журналист рассказал нам, что подписал контракт с клубом.",
        "Газета написала, що ми підтримуємо президента.",
        "Вестникът съобщи, че ние подкрепяме правителството.",
        "Η εφημερίδα έγραψε ότι μας στηρίζουν οι πολίτες.",
        "Haberlere göre hükümet bize destek verecek.",
        "وقال الوزير إن الصحافة تدعم السلام، كما شارك معنا في المؤتمر.",
        "שר האוצר אמר לנו כי הכתבה על המנוי אינה נכונה.",
        "आम आदमी पार्टी (आप) के सदस्य ने समाचार एजेंसी से मैदान में बात की।",
        "ニュースによると、政府は難民を支援しています。",
        "报道说，我们支持和平，欢迎各国媒体的邀请。",
        "뉴스에 따르면 정부는 무료 접종을 실시한다고 합니다.",
    ],
)
def test_news_of_papers_gifts_and_members_asks_nobody(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "This report was produced by the National Audit Office in May, the minister said.",
        "The views expressed in the letter were known to the town.",
        "Cet article de la loi vise l’intelligence artificielle.",
        "L’articolo 4 della legge sull’intelligenza artificiale entra in vigore lunedì.",
        "Dit artikel van de wet over kunstmatige intelligentie geldt vanaf morgen, met steun van de oppositie.",
        "Tekst ustawy o sztucznej inteligencji trafił do Sejmu.",
        "Текст закона об использовании искусственного интеллекта внесли в Думу.",
        "قال الخبراء في التقرير إن الذكاء الاصطناعي خطر.",
        "本文作者认为人工智能将改变教育。",
        "The court held that such works could not be reproduced without the author's consent.",
        "La ordenanza dice que está prohibida la reproducción de aves.",
        "版权所有者起诉了平台，该平台不得转载其文章。",
        "기자는 무단 전재 혐의로 기소됐다.",
    ],
)
def test_news_of_machines_and_rights_is_no_note(text: str) -> None:
    assert not says_how_made(text)
    assert not says_whose(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pressestelle Hafenamt, Telefon 0555 102030", True),
        ("Press contact: Ida Holm, ida@harbour.example.", True),
        ("Hinweise nimmt die Pressestelle unter 0555/10203040 entgegen.", False),
        ("Police asked witnesses in a press release on Monday to call 0555 1020 304.", False),
    ],
)
def test_whom_the_press_may_ask_stands_in_no_sentence_of_news(text: str, told: bool) -> None:  # noqa: FBT001
    assert is_for_press(text) is told
