"""Words that stand around a name in a byline, by language.

Tables only; `people` reads them. Entries are parted by commas and written in lower case, as
`str.casefold` leaves them. A word belongs here if it does the same work on many sites: nothing
here knows a single publisher.
"""


def merged(*tables: dict[str, str]) -> frozenset[str]:
    """Every entry of ``tables``, whatever its language. A sigma that ends a word is as any other, as `str.casefold` has it.

    >>> sorted(merged({"en": "and, with", "de": "und"}))
    ['and', 'und', 'with']
    """
    rows = (row.replace("ς", "σ") for table in tables for row in table.values())
    return frozenset(entry.strip() for row in rows for entry in row.split(",") if entry.strip())


BY = {
    "en": "by, written by, posted by, published by, story by, article by, text by, words by, report by, reported by, reporting by, review by, opinion by, column by, interview by, recipe by, comment by, analysis by, essay by, compiled by, submitted by, authored by, presented to you by, brought to you by, shared by, updated by, view all posts by, see all posts by, all posts by, more posts by, posts by, this post was written by, this article was written by, this story was written by, guide by, contributed by, guest post by, guest blog by, curated by, as told to, story and photos by, story & photos by, story and photo by, story and photographs by, story and photography by, photos and story by, text and photos by, text and photographs by, words and photos by, words & photos by, words and pictures by, words and images by, words and photographs by, words and photography by, post author",
    "de": "von, beitragsautor, beitrags-autor, erstellt von, geschrieben von, verfasst von, veröffentlicht von, beitrag von, ein beitrag von, gastbeitrag von, ein gastbeitrag von, artikel von, kommentar von, ein kommentar von, analyse von, eine analyse von, kolumne von, eine kolumne von, interview von, ein interview von, bericht von, reportage von, eine reportage von, essay von, ein essay von, text von, rezension von, eine rezension von, eingestellt von, gepostet von",
    "fr": "par, auteur de l’article, auteur/autrice de l’article, écrit par, rédigé par, publié par, propos recueillis par, un article de, article de, analyse de, chronique de, une chronique de, texte de, reportage de, tribune de, de notre, de nos, texte et photos de",
    "es": "por, autor de la entrada, escribe, escriben, escrito por, publicado por, redactado por, texto de, un artículo de, entrevista de, crónica de, de nuestro, de nuestra, de nuestros, texto y foto de, texto y fotos de",
    "it": "di, autore articolo, scritto da, pubblicato da, a cura di, articolo di, testo di, intervista di, postato da, dal nostro, dalla nostra, dai nostri, testo e foto di, testi e foto di",
    "pt": "por, autor do post, autor do artigo, escrito por, publicado por, texto de, reportagem de, postado por, publicada por, texto e foto de, texto e fotos de",
    "ca": "per, escrit per, publicat per",
    "nl": "door, bericht auteur, berichtauteur, geschreven door, gepubliceerd door, geplaatst door, gepost door, van onze",
    "sv": "av, skriven av, text av, publicerad av, upplagd av, inlagd av",
    "no": "av, skrevet av, tekst av, lagt inn av",
    "da": "af, skrevet af, tekst af, indsendt af, sendt af",
    "fi": "kirjoittanut, lähettänyt",
    "pl": "napisał, napisała, autor wpisu, opracował, opracowała, oprac.",
    "cs": "napsal, napsala, vystavil, vystavila",
    "ru": "беседовал, беседовала, подготовил, подготовила, написал, написала, записал, записала, беседу вёл, беседу вела",
    "uk": "підготував, підготувала, розмовляв, розмовляла, записав, записала",
    "tr": "yazan, gönderen",
    "el": "του, της, των, από, από τον, από την, από τη, γράφει ο, γράφει η, γράφουν οι, επιμέλεια, αναρτήθηκε από",
    "ar": "بقلم, كتب, كتبت, إعداد, كتبه",
    "fa": "نوشته, به قلم, توسط, نوشته شده توسط",
    "he": "מאת, כתב, כתבה",
    "hi": "द्वारा, लेखक, रिपोर्ट",
    "id": "oleh, ditulis oleh, laporan, diposting oleh",
    "vi": "bởi, tác giả, người đăng",
    "th": "โดย",
    "ro": "scris de, de către, publicat de",
    "hu": "írta, bejegyezte",
    "hr": "napisao, napisala, objavio, objavila",
    "sr": "пише, пишу, приредио, приредила, piše, pišu, priredio, priredila",
    "ur": "تحریر, از قلم",
    "bn": "লিখেছেন",
    "ko": "작성자, 글쓴이, 기자명",
    "ja": "投稿者, 執筆者",
    "zh": "作者",
    "km": "ដោយ",
    "lo": "ໂດຍ",
    "sw": "imeandikwa na, na mwandishi wetu",
    "af": "geskryf deur",
}
"""What opens a byline, some of it as blog software words it. Needs a name after it, with or without a colon."""

NO_BY = {"it": "per", "lt": "per", "lv": "par"}
"""Of the same words those that are others in a language: "for", "through", "about"."""

OWN_BY = {
    "ro": "de", "sw": "na", "tl": "ni", "fil": "ni", "mt": "minn", "sq": "nga", "cy": "gan", "ga": "le", "uk": "від",
    "ru": "от", "bg": "от", "mk": "од", "af": "deur",
}  # fmt: skip
"""Words that open a byline in one language, and are common words of others: cut off where the page is in that language."""

LABELS = {
    "en": "author, authors, author(s), text, words, story, reporter, writer, interview, report, credit, written, recipe, blogger, words and pictures, words and photos, text and photos, story and photos",
    "de": "autor, autorin, autoren, autor:in, autor/in, autorinnen, text, texte, interview, bericht, redaktion, verfasser, verfasserin, protokoll, text und foto, text und fotos, text und bild, text und bilder, text & foto, text & fotos, text & bild, text & bilder, foto und text, fotos und text, bilder und text",
    "fr": "auteur, auteure, autrice, auteurs, texte, textes, rédaction, propos recueillis, texte et photo, texte et photos, textes et photos, texte & photos, photos et texte",
    "es": "autor, autora, autores, texto, textos, redacción, reportaje, texto y foto, texto y fotos, textos y fotos, texto y fotografías",
    "it": "autore, autrice, autori, testo, testi, redazione, testo e foto, testi e foto, testo e immagini",
    "pt": "autor, autora, autores, texto, textos, redação, reportagem, texto e foto, texto e fotos, textos e fotos",
    "nl": "auteur, auteurs, tekst, tekst en foto, tekst en foto's, tekst & foto, tekst & foto's, tekst en beeld, foto's en tekst",
    "sv": "text, författare, skribent, reporter, av, text och bild, text och foto, text & bild, text & foto, foto och text, bild och text",
    "no": "tekst, forfatter, journalist, av, tekst og foto, tekst og bilde, tekst og bilder, tekst & foto, foto og tekst",
    "da": "tekst, forfatter, journalist, skribent, tekst og fotos, tekst & fotos",
    "fi": "teksti, kirjoittaja, toimittaja, teksti ja kuva, teksti ja kuvat",
    "pl": "autor, autorka, autorzy, tekst, opracowanie, oprac., tekst i zdjęcia, tekst i foto, tekst i fot.",
    "cs": "autor, autorka, autoři, text, text a foto, text i foto",
    "hu": "szerző, szerzők, szöveg, szöveg és fotó",
    "hr": "autor, autorica, autori",
    "sl": "avtor, avtorica, avtorji",
    "ru": "автор, авторы, текст, корреспондент, беседовал, беседовала",
    "uk": "автор, авторка, автори, текст",
    "tr": "yazar, haber, yazı, muhabir, metin",
    "el": "συντάκτης, κείμενο, ρεπορτάζ, γράφει",
    "ar": "الكاتب, المؤلف, كتب, بقلم, إعداد, تحرير",
    "fa": "نویسنده, خبرنگار, نویسندگان, گزارش, گزارشگر, تنظیم",
    "he": "כותב, מחבר, מאת",
    "hi": "लेखक, रिपोर्ट, रिपोर्टर, संवाददाता",
    "id": "penulis, reporter, pewarta, laporan",
    "vi": "tác giả, bài",
    "zh": "文, 撰文, 作者, 记者, 記者, 采写, 采访, 撰稿, 採訪, 通讯员, 文字, 原作者, 发布者, 发布人, 發布者",
    "ja": "文, 取材, 執筆, 著者, 筆者, 記者, 取材・文, 文・構成, 構成, 文・写真, 執筆者, 取材・執筆, 撮影・文, 写真・文, 聞き手",
    "ko": "글, 기자, 작성자, 저자, 글쓴이, 글·사진, 취재",
    "bg": "автор, автори, текст",
    "sr": "аутор, аутори, пише, autor, autori, piše",
    "mk": "автор, пишува",
    "kk": "автор, авторы, мәтін",
    "mn": "сэтгүүлч, зохиогч, нийтлэлч, бичсэн",
    "uz": "muallif, mualliflar",
    "az": "müəllif",
    "ka": "ავტორი, ავტორები, ტექსტი",
    "hy": "հեղինակ, հեղինակներ, տեքստը",
    "ur": "تحریر, مصنف, رپورٹ, رپورٹر",
    "bn": "লেখা, লেখক, প্রতিবেদক, প্রতিবেদন",
    "mr": "लेखन",
    "ta": "எழுதியவர், ஆசிரியர், செய்தியாளர்",
    "te": "రచన, రచయిత",
    "kn": "ಲೇಖಕ, ಲೇಖಕರು, ಬರಹ",
    "ml": "ലേഖകൻ, എഴുതിയത്, തയ്യാറാക്കിയത്",
    "gu": "લેખક",
    "pa": "ਲੇਖਕ",
    "si": "ලේඛක",
    "th": "โดย, ผู้เขียน, เรื่อง, รายงาน",
    "km": "ដោយ, អ្នកនិពន្ធ",
    "lo": "ໂດຍ, ຜູ້ຂຽນ",
    "my": "ရေးသားသူ",
    "am": "ጸሐፊ, ጸሃፊ, ዘጋቢ, ጸሓፊ",
    "tl": "may-akda, isinulat ni",
    "sw": "mwandishi, imeandikwa na",
    "af": "skrywer, outeur",
    "ro": "text și foto",
}
"""What opens a byline when a colon follows."""

OF_TEXTS = frozenset(("credit", "interview", "report", "story", "recipe"))
"""Those of them that as often say what a text is, or is about."""

CREDITS = {
    "en": "photo, photos, photograph, photographs, photography, photo credit, image, images, picture, pictures, video, illustration, illustrations, graphic, graphics, camera, translation, translator, editing, editor, editors, source, sources, production, producer, design, design by, cover, fact check, music, sound, category, categories, topic, topics, tag, tags, section",
    "de": "foto, fotos, bild, bilder, fotografie, grafik, grafiken, illustration, illustrationen, video, kamera, übersetzung, quelle, quellen, schnitt, produktion, datum, kommentare, anzahl der kommentare",
    "fr": "photo, photos, crédit, crédits, illustration, illustrations, vidéo, traduction, source, infographie, photographie",
    "es": "foto, fotos, fotografía, fotografías, ilustración, ilustraciones, vídeo, video, traducción, fuente, edición, imagen, imágenes",
    "it": "foto, fotografie, illustrazioni, traduzione, fonte, immagine, video",
    "pt": "foto, fotos, fotografia, ilustração, tradução, fonte, edição, imagem, vídeo, crédito",
    "nl": "foto, foto's, beeld, illustratie, vertaling, bron",
    "sv": "foto, bild, illustration, översättning, källa",
    "no": "foto, illustrasjon, oversettelse, kilde, video",
    "da": "foto, fotos, illustration, oversættelse, kilde",
    "fi": "kuva, kuvat, kuvitus, käännös, lähde, valokuvat",
    "pl": "foto, fot., fot, zdjęcie, zdjęcia, ilustracja, tłumaczenie, tłum., źródło, grafika",
    "cs": "foto, překlad, zdroj, ilustrace",
    "hu": "fotó, fotók, kép, fordította, forrás",
    "ro": "foto, sursa, sursă, sursa foto, traducere",
    "hr": "foto, fotografija, fotografije, izvor, prijevod",
    "ru": "фото, иллюстрация, перевод, источник, видео, редактор, просмотров, просмотры, комментариев, комментарии, категория, рубрика, раздел, теги, тэги, метки, рейтинг, добавил, добавила, разместил, разместила, время чтения, просмотрено",
    "uk": "фото, переклад, джерело, відео, ілюстрація, переглядів, перегляди, коментарів, коментарі, категорія, рубрика, розділ, теги, мітки, позначки, рейтинг, редактор, фотограф",
    "tr": "fotoğraf, fotoğraflar, çeviri, kaynak, çeviren, editör, görsel, okunma, okunma sayısı, görüntülenme, görüntüleme, yorum, yorumlar, kategori, etiket, etiketler, fotoğraf altı",
    "el": "φωτογραφία, φωτογραφίες, φωτό, μετάφραση, πηγή, βίντεο, σχόλια, προβολές, κατηγορία, ετικέτες, επιμέλεια κειμένου",
    "ar": "تصوير, ترجمة, المصدر, صورة, مصدر, المشاهدات, مشاهدات, عدد المشاهدات, التعليقات, القسم, التصنيف, الوسوم, كلمات دلالية, عدد القراءات",
    "he": "צילום, תרגום, צילומים, מקור, צפיות, תגובות, תגיות, קטגוריה, עריכה",
    "hi": "फोटो, अनुवाद, स्रोत, फ़ोटो, संपादन, संपादित, श्रेणी, टैग, टैग्स",
    "id": "foto, editor, sumber, dibaca, dilihat, kategori, label, tag, komentar, penyunting, fotografer",
    "zh": "图, 圖, 摄影, 攝影, 编辑, 編輯, 责编, 责任编辑, 責任編輯, 来源, 來源, 翻译, 翻譯, 图片, 圖片, 视频, 校对, 审核, 统筹, 制图, 设计, 图源, 点击, 点击数, 点击量, 浏览, 浏览量, 浏览次数, 阅读, 阅读量, 阅读次数, 查看, 人气, 评论, 评论数, 回复, 字号, 字数, 分类, 栏目, 所属栏目, 标签, 关键词, 来自, 供稿, 点赞, 初审, 复审, 终审, 一审, 二审, 三审, 监制, 值班编辑, 见习编辑, 实习编辑, 值班主任, 點擊, 點閱, 瀏覽, 瀏覽數, 閱讀, 人氣, 評論, 留言, 分類, 標籤, 關鍵字, 核稿編輯, 供圖, 圖源",
    "ja": "写真, 撮影, 翻訳, 編集, 図, 出典, 訳, イラスト, 写真提供, 提供, 監修, カテゴリ, カテゴリー, テーマ, タグ, 閲覧数, コメント, ジャンル, キーワード, 写真・図版",
    "ko": "사진, 번역, 편집, 그래픽, 영상, 출처, 촬영, 조회, 조회수, 추천, 댓글, 분류, 카테고리, 태그, 주제, 사진제공",
    "bg": "снимка, снимки, източник, редактор, прочетена, прочетено, преглеждания, видяна, категория, рубрика, коментари, тагове, етикети, ключови думи",
    "sr": "извор, фотографија, превод, izvor, fotografija, prevod, прегледа, коментара, категорија, рубрика, ознаке, тагови, кључне речи, pregleda, pregledi, komentara, kategorija, rubrika, oznake, tagovi, ključne reči, уредник, urednik",
    "ka": "ფოტო, წყარო, რედაქტორი, ნახვა, ნახვები, კატეგორია, თეგები, კომენტარი",
    "hy": "լուսանկարը, լուսանկար, աղբյուր, աղբյուրը, դիտումներ, դիտում, բաժին, պիտակներ, խմբագիր",
    "kk": "сурет, дереккөз, редактор",
    "uz": "manba, muharrir",
    "fa": "عکس, عکاس, منبع, ترجمه, ویراستار, مترجم, کد خبر, بازدید, تعداد بازدید, نظرات, دیدگاه, دسته, دسته‌بندی, برچسب‌ها, کلیدواژه‌ها, سرویس, دبیر, لینک کوتاه",
    "ur": "تصویر, بشکریہ, ماخذ, ترجمہ, زمرہ, ٹیگز, ترمیم",
    "bn": "ছবি, সূত্র, সম্পাদনা, অনুবাদ, পঠিত, বিভাগ, ট্যাগ, মন্তব্য",
    "ta": "படம், புகைப்படம், மூலம், பிரிவு, குறிச்சொற்கள்",
    "th": "ภาพ, แปล, ที่มา, เรียบเรียง, บรรณาธิการ, อ่าน, เข้าชม, จำนวนผู้เข้าชม, หมวดหมู่, หมวด, แท็ก, ช่างภาพ",
    "vi": "ảnh, nguồn, dịch, biên tập, lượt xem, bình luận, chuyên mục, từ khóa, thẻ, ảnh bìa, hình ảnh",
    "am": "ፎቶ, ምንጭ, ምድብ, አርታኢ, አዘጋጅ",
    "sw": "picha, chanzo, mhariri, mpiga picha",
    "af": "foto, foto's, bron, kategorie",
    "tl": "larawan, kuha ni, kuha",
}
"""Work that is not the writing. With a colon after it, all up to the next break is set aside."""

CREDIT_PHRASES = {
    "en": "photo by, photos by, photograph by, photographs by, photography by, pictures by, image by, images by, illustration by, illustrations by, illustrated by, video by, graphics by, graphic by, translated by, translated from, translation by, edited by, editing by, fact checked by, fact-checked by, researched by, reviewed by, medically reviewed by, verified by, checked by, produced by, sponsored by, presented by, powered by, with reporting from, with reporting by, with additional reporting, additional reporting by, with contributions from, with contributions by, contributions by, contributed reporting, designed by, written for, introducing, special to, special for",
    "de": "foto von, fotos von, bilder von, bild von, illustration von, illustrationen von, übersetzt von, aus dem englischen von, übersetzung von, übersetzung aus dem, grafik von, unter mitarbeit von, redigiert von, bearbeitet von, video von",
    "fr": "photo de, photos de, photos par, traduit par, traduit de, traduction de, traduction par, illustration de, illustrations de, avec la collaboration de, édité par",
    "es": "foto de, fotos de, fotografías de, traducido por, traducción de, ilustración de, ilustraciones de, editado por, con la colaboración de",
    "it": "foto di, fotografie di, traduzione di, tradotto da, illustrazioni di, ha collaborato",
    "pt": "foto de, fotos de, traduzido por, tradução de, ilustração de, editado por",
    "nl": "foto's van, vertaald door, vertaling van, foto door, foto, foto's",
    "sv": "översatt av, foto av, foto",
    "no": "oversatt av, foto av, foto",
    "da": "oversat af, foto af, foto, fotos",
    "pl": "fot.",
    "fi": "kuva, kuvat",
}
"""As CREDITS, but without a colon."""

AND = {
    "en": "and, with, &, +, as told to",
    "de": "und, mit, sowie",
    "fr": "et, avec",
    "es": "y",
    "it": "e, ed",
    "ca": "i",
    "nl": "en, met",
    "sv": "och, med",
    "no": "og",
    "fi": "ja, sekä",
    "pl": "i, oraz",
    "cs": "a",
    "ga": "agus",
    "ru": "и",
    "uk": "та, і, й",
    "tr": "ve, ile",
    "el": "και",
    "ar": "و",
    "he": "ו",
    "hi": "और, एवं",
    "id": "dan",
    "vi": "và",
    "th": "และ",
    "ro": "și, şi",
    "hu": "és",
    "zh": "和, 与, 與, 及",
    "ja": "と",
    "ko": "및, 와, 과",
    "bg": "и",
    "sr": "i, и",
    "ka": "და",
    "hy": "եւ",
    "kk": "және",
    "uz": "va",
    "ur": "اور",
    "bn": "ও, এবং",
    "mr": "आणि",
    "ta": "மற்றும்",
    "km": "និង",
    "lo": "ແລະ",
    "my": "နှင့်",
    "am": "እና",
}
"""What joins two names, a space on either side."""

NO_AND = merged(
    {
        "ar": "وليد, وائل, وسام, وسيم, وفاء, وفيق, وجدي, وجيه, وحيد, وديع, وداد, وردة, وهيب, وهبة, وهبي, وعد, ولاء, ولد, وصفي, وصال, واصف, واثق, وضاح, ونيس, وطفة, ولي, والي, وهدان, وهاب, وافي, واكد, ورداني, وردي, وجدان, وحيدة, وحدت, وثيق, وسن",
        "he": "ויקטור, ורד, ורדה, ויקי, ויטלי, ולדימיר, ולרי, ואדים, ויויאן, ונסה, ויולט, וולף, ויליאם, וייס, ויס, וייסמן, וינר, ויינר, ויצמן, וקנין, וגנר, וולך, ורדי, וזאן, ואנונו",
    }
)
"""Names, and parts of names, that begin with the letter that elsewhere joins the name behind it to the one before."""

TITLES = {
    "en": "reporter, reporters, correspondent, correspondents, journalist, editor, editors, writer, writers, columnist, columnists, contributor, contributors, author, authors, photographer, producer, anchor, blogger, freelancer, critic, analyst, director, executive, ceo, cto, cfo, cmo, coo, founder, co-founder, cofounder, publisher, presenter, commentator, researcher, lecturer, dietitian, expert, specialist, strategist, consultant, manager, president, intern, reviewer, host, fellow, educator, blogger-in-chief, editor-in-chief, copywriter, editor-at-large, videographer, meteorologist, historian, economist, astrologer, gardener, coordinator, advisor, counsel, partner, secretary, treasurer, scholar, spokesperson, spokesman, spokeswoman, gardener, professor of, webmaster, gastautorin, guest, engineer, developer, designer, marketer, maintainer, attorney, lawyer, nutritionist, therapist, veterinarian, scientist, architect, instructor",
    "de": "korrespondenten, mitarbeiter, mitarbeiterin, redakteur, redakteurin, redakteure, chefredakteur, chefredakteurin, chefreporter, chefreporterin, reporter, reporterin, korrespondent, korrespondentin, auslandskorrespondent, auslandskorrespondentin, journalist, journalistin, autor, autorin, autoren, kolumnist, kolumnistin, volontär, volontärin, ressortleiter, ressortleiterin, herausgeber, herausgeberin, fotograf, fotografin, moderator, moderatorin, leiter, leiterin, experte, expertin, gastautor, freier, freie, praktikant, praktikantin, politikredakteur, politikredakteurin, sportredakteur, sportredakteurin, wirtschaftsredakteur, wirtschaftsredakteurin, kommentator, geschäftsführer, geschäftsführerin, pressesprecher, pressesprecherin, stellvertretender, stellvertretende, sprecher, sprecherin",
    "fr": "journaliste, journalistes, rédacteur, rédactrice, reporter, correspondant, correspondante, correspondants, chroniqueur, chroniqueuse, éditorialiste, envoyé, envoyée, envoyés, envoyées, auteur, autrice, photographe, pigiste, directeur, directrice, grand reporter",
    "es": "periodista, redactor, redactora, reportero, reportera, corresponsal, corresponsales, columnista, editor, editora, autor, autora, enviado, enviada, fotógrafo, fotógrafa, director, directora, colaborador, colaboradora, jefe de redacción, analista",
    "it": "giornalista, redattore, redattrice, inviato, inviata, corrispondente, direttore, direttrice, editorialista, autore, autrice, caporedattore, fotografo, cronista",
    "pt": "jornalista, repórter, redator, redatora, correspondente, colunista, editor, editora, autor, autora, enviado, enviada, jornalistas, diretor, diretora, estagiário, estagiária",
    "nl": "verslaggever, verslaggeefster, redacteur, correspondent, journalist, columnist, hoofdredacteur, auteur, fotograaf, politiek",
    "sv": "reporter, journalist, korrespondent, redaktör, chefredaktör, krönikör, skribent, utrikeskorrespondent, ledarskribent, fotograf",
    "no": "journalist, reporter, redaktør, korrespondent, kommentator, nyhetsreporter, fotograf, utenriksjournalist, sjefredaktør",
    "da": "journalist, reporter, redaktør, korrespondent, kommentator, chefredaktør, fotograf, skribent, udlandskorrespondent",
    "fi": "toimittaja, päätoimittaja, kirjeenvaihtaja, kolumnisti, erikoistoimittaja, uutispäällikkö, valokuvaaja",
    "pl": "dziennikarz, dziennikarka, reporter, reporterka, korespondent, korespondentka, redaktor, redaktorka, publicysta, publicystka, felietonista",
    "cs": "redaktor, redaktorka, reportér, reportérka, novinář, novinářka, komentátor, komentátorka, zpravodaj, zpravodajka, šéfredaktor, šéfredaktorka",
    "ru": "корреспондент, обозреватель, журналист, журналистка, редактор, репортёр, репортер, спецкор, собкор, автор, колумнист, шеф-редактор, корр.",
    "uk": "кореспондент, кореспондентка, журналіст, журналістка, редактор, редакторка, оглядач, оглядачка, автор, авторка, репортер",
    "tr": "muhabir, muhabiri, gazeteci, yazar, yazarı, editör, editörü, temsilcisi, köşe",
    "el": "δημοσιογράφος, ανταποκριτής, ανταποκρίτρια, συντάκτης, συντάκτρια, ρεπόρτερ, αρθρογράφος, διευθυντής, διευθύντρια",
    "ar": "مراسل, مراسلة, صحفي, صحفية, صحافي, صحافية, محرر, محررة, كاتب, كاتبة, الكاتب, الصحفي",
    "fa": "خبرنگار, نویسنده, روزنامه‌نگار",
    "he": "כתב, כתבת, עיתונאי, עיתונאית, עורך, עורכת, פרשן, פרשנית",
    "hi": "संवाददाता, पत्रकार, संपादक, रिपोर्टर, लेखक",
    "id": "wartawan, jurnalis, kontributor, penulis, pewarta",
    "ko": "글, 사진, 기자, 특파원, 선임기자, 논설위원, 인턴기자, 전문기자, 대기자, 객원기자, 편집위원, 칼럼니스트, 앵커, 수습기자, 기자단, 인턴, 선임, 논설실장, 편집장",
    "zh": "记者, 記者, 特派员, 特派員, 通讯员, 通訊員, 本报记者, 本報記者, 编辑, 編輯, 实习生, 主笔, 主筆, 评论员, 評論員",
    "ja": "記者, 特派員, 編集委員, 論説委員, 支局長, 編集長, 解説委員, 編集者, 客員編集委員, ライター, ジャーナリスト",
    "bg": "кореспондент, журналист, репортер",
    "mn": "сэтгүүлч, сурвалжлагч",
    "ur": "نامہ نگار, صحافی, رپورٹر",
    "bn": "প্রতিবেদক, প্রতিনিধি, সাংবাদিক, সম্পাদক",
    "mr": "वार्ताहर, प्रतिनिधी, पत्रकार",
    "th": "ผู้สื่อข่าว, นักข่าว",
    "vi": "phóng viên, nhà báo, pv, biên tập viên",
    "hu": "újságíró, szerkesztő, főszerkesztő, tudósító, riporter, munkatárs, főmunkatárs, fotóriporter",
    "ro": "redactor, redactor-șef, jurnalist, jurnalistă, reporter, corespondent, corespondentă, fotoreporter",
}
"""The word of a job title that makes it one."""

TITLE_MODIFIERS = {
    "en": "chief, senior, sr, junior, staff, own, deputy, assistant, associate, managing, executive, lead, principal, special, foreign, political, politics, economics, business, science, health, sports, sport, technology, tech, environment, education, crime, legal, defence, defense, diplomatic, national, international, local, city, culture, arts, entertainment, travel, food, fashion, lifestyle, news, features, feature, breaking, digital, online, web, data, investigative, investigations, freelance, contributing, guest, global, world, europe, european, africa, asia, content, marketing, editorial, opinion, security, money, finance, financial, personal, market, markets, media, social, religion, royal, weather, video, audience, night, home, general, assignment, head, vice, co, north, south, east, west, regional, climate, energy, transport, consumer, parliamentary, westminster, hub, of, shipping, garden, master, professional, reporting, medical, law, courts, community, product, customer, software, shopping, racing, technical, seo, autos, former, privacy, operations, trends, life, our, research, football, cricket, soccer, space, nonresident, non-resident, visiting, distinguished, adjunct, development, core",
    "de": "unser, unsere, unserem, unseren, unserer, politischer, politische, freier, freie, leitender, leitende, stellvertretender, stellvertretende, politik, wirtschaft, kultur, sport, wissenschaft, lokales, online, ressort",
    "fr": "notre, grand, grande, spécial, spéciale, en, chef, politique, économique, rédaction",
    "es": "nuestro, nuestra, especial, jefe, jefa, político, política, de, económico",
    "it": "politico, politica, capo, esteri, dal, dalla, nostro, nostra",
    "pt": "nosso, nossa, especial, chefe, político, política",
    "nl": "onze, politiek, chef, economie, sport, buitenland",
    "pl": "specjalny, specjalna",
    "ru": "специальный, собственный, политический, военный, старший, главный, спортивный",
    "uk": "спеціальний, спеціальна, політичний, головний",
    "tr": "özel, spor, kıdemli",
    "el": "πολιτικός, διπλωματικός",
    "ko": "선임, 전문, 인턴, 객원",
    "hi": "विशेष, वरिष्ठ",
    "bn": "নিজস্ব, বিশেষ, জেলা, জ্যেষ্ঠ, উপজেলা",
}
"""Words that stand beside a job title and are part of it; alone they are not one."""

TITLE_ENDINGS: tuple[str, ...] = (
    "redakteur", "redakteurin", "redakteure", "redakteuren", "reporter", "reporterin", "reporters", "reportern", "korrespondent", "korrespondentin", "korrespondenten",
    "journalist", "journalistin", "journalisten", "kolumnist", "kolumnistin", "kommentator", "kommentatorin", "mitarbeiter", "mitarbeiterin", "experte", "expertin",
    "chefin", "ressortchef", "volontär", "volontärin", "redacteur", "verslaggever", "verslaggeefster", "redaktör", "redaktør", "skribent", "toimittaja",
)  # fmt: skip
"""Endings of a word that make it a job title, for languages that write compounds as one word."""

DESKS = {
    "en": "team, staff, desk, newsroom, newsdesk, editors, editorial, news, reporters, writers, correspondents, contributors, admin, bureau, service, services, report, reports, crew, press, media, communications",
    "de": "redaktion, newsdesk, newsroom, team, webteam, pressestelle, onlineredaktion, nachrichtenredaktion, zentralredaktion, sportredaktion, pressemitteilung, agenturen",
    "fr": "rédaction, redaction, équipe, service",
    "es": "redacción, redaccion, equipo, noticias",
    "it": "redazione, staff",
    "pt": "redação, redacao, equipe, equipa, notícias",
    "nl": "redactie",
    "sv": "redaktionen, nyheter",
    "no": "redaksjonen, nyheter",
    "da": "redaktionen, nyheder",
    "fi": "toimitus, uutiset",
    "pl": "redakcja",
    "cs": "redakce",
    "hu": "szerkesztőség",
    "ro": "redacția, redacţia",
    "hr": "redakcija",
    "ca": "redacció",
    "ru": "редакция",
    "uk": "редакція",
    "tr": "haber, merkezi, haberleri, masası, servisi",
    "el": "σύνταξη, συντακτική, ομάδα",
    "ar": "تحرير, التحرير, فريق",
    "he": "מערכת",
    "hi": "डेस्क, टीम",
    "id": "redaksi",
    "zh": "编辑部, 編輯部, 本报讯, 综合报道, 综合",
    "ja": "編集部, デスク",
    "ko": "편집국, 편집부, 온라인뉴스팀, 뉴스팀, 디지털뉴스팀",
    "ur": "ویب ڈیسک, نیوز ڈیسک, ڈیسک",
    "bn": "ডেস্ক",
    "fa": "تحریریه, گروه خبر",
    "th": "กองบรรณาธิการ, ทีมข่าว",
    "vi": "tòa soạn, nhóm pv, tổng hợp",
}
"""A group within a publisher. With a name of its own an organisation ("Example Editorial Team"), alone nobody."""

ORGANISATIONS = {
    "en": "university, college, institute, center, centre, foundation, association, society, council, committee, department, ministry, agency, agencies, company, corporation, group, network, services, solutions, inc, ltd, llc, plc, corp, pc, co., times, post, herald, gazette, tribune, chronicle, journal, observer, guardian, telegraph, magazine, newspaper, radio, television, tv, studio, studios, labs, marketing, insurance, bank, partners, consulting, agency, school, church, club, union, federation, institution, hospital, clinic, care, dental, online, blog, daily, weekly, review, press, project, initiative, alliance, international, global, broadcasting, library, museum, store, shop, party, government, today, bureau, programme, program, board, authority, sponsored",
    "de": "gmbh, ag, kg, ev, e.v., verein, verband, stiftung, verlag, zeitung, magazin, bundesministerium, ministerium, universität, hochschule, institut, zentrum, gesellschaft, bund, rundfunk, nachrichten, tageblatt, anzeiger, kurier, polizei, presse, amt, stadt, kammer, partei, gewerkschaft, abteilung, netzwerk, agentur",
    "fr": "sarl, sa, université, institut, fondation, association, ministère, journal, chaîne, collectif, société, agence",
    "es": "universidad, instituto, fundación, asociación, ministerio, diario, periódico, agencia, grupo, revista, gobierno",
    "it": "srl, spa, università, istituto, fondazione, associazione, ministero, giornale, gruppo, rivista, agenzia",
    "pt": "universidade, instituto, fundação, associação, ministério, jornal, agência, revista, governo",
    "nl": "bv, universiteit, stichting, vereniging, krant, nieuws",
    "sv": "ab, universitet, universitetet, stiftelsen, tidningen",
    "no": "universitetet, avisen, stiftelsen, aps",
    "fi": "oy, oyj, yliopisto, säätiö, sanomat",
    "pl": "uniwersytet, instytut, fundacja, gazeta, ministerstwo",
    "cs": "univerzita, ústav, nadace, ministerstvo, noviny",
    "ru": "ооо, университет, институт, фонд, газета, новости, агентство, министерство",
    "uk": "тов, університет, інститут, фонд, газета, новини, агентство, міністерство",
    "tr": "ajansı, üniversitesi, gazetesi, derneği, vakfı, bakanlığı",
    "el": "πανεπιστήμιο, ινστιτούτο, ίδρυμα, εφημερίδα, πρακτορείο",
    "ar": "جامعة, وكالة, صحيفة, جريدة, قناة, وزارة, معهد",
    "he": "אוניברסיטת, מכון, עיתון, חדשות",
    "hi": "दैनिक, समाचार, न्यूज़, न्यूज, विश्वविद्यालय, टाइम्स",
    "acronyms": "bbc, cnn, npr, pbs, nbc, cbs, abc, itv, ard, zdf, ndr, mdr, wdr, swr, rbb, orf, srf, rtl, rts, rai, rtve, nos, svt, nrk, yle, nhk, kbs, mbc, sbs, cbc, nato, nasa, who, un, eu, dw, msn",
}
"""Words that make a name an organisation's."""

ORGANISATION_ENDINGS: tuple[str, ...] = (
    "redaktion", "zeitung", "verlag", "verband", "verein", "stiftung", "ministerium", "newsroom", "nachrichten", "webteam", "news24", "gmbh", "magazin",
    "新闻", "新聞", "日报", "日報", "晚报", "时报", "時報", "通信", "编辑部", "編輯部", "編集部", "电视台", "電視台", "新闻网", "報社", "デジタル", "ニュース", "現代", "放送",
    "뉴스", "신문", "일보", "방송", "편집국", "뉴스팀", "취재팀",
)  # fmt: skip
"""Endings of a word that do the same, for languages that write compounds as one word."""

NOBODY = {
    "accounts": "admin, admin1, administrator, editor, editors, editor in chief, staff, webmaster, guest, author, user, root, desk, newsroom, newsdesk, team, web, website, online, owner, moderator, writer, contributor, blogger, reporter, system, test, default, superuser, super user, sysadmin, site admin, site administrator, web admin, guest author, guest writer, guest contributor, contact, info, me, you",
    "unknown": "unknown, anonymous, n/a, na, none, null, undefined, nan, false, true, nil, no author, various, several, unbekannt, anonym, anonyme, anónimo, anonimo, inconnu, desconocido, neznámý, неизвестно, name, names, unbenannt, untitled, not available, no-author, -",
    "page": "home, about, contact, more, login, search, subscribe, newsletter, share, shares, comments, comment, kommentare, advertisement, advertorial, sponsored, website, impressum, advertiser, affiliate, disclosure, paid, fact, fact-checked, profile, archive, archives, email, e-mail, mail, facebook, twitter, instagram, linkedin, bio, print, article, story, text, follow, date, updated, published, posted, edited, edit, artikel, articles, posts, beiträge, modified, last, written, created, reviewed, verified, checked, photo, photos, video, image, foto, fotos, bild, 有料会員限定記事, 会員限定記事, 有料会員限定, 会員限定, 有料記事, 有料, 無料, 原创, 转载, 原創, 다른기사, 다른기사보기, 기사더보기, 더보기, 보기, 구독, 기자명, related, topic, topics",
    "time": "today, yesterday, read, min, mins, minute, minutes, hours, ago, uhr, stand, veröffentlicht, aktualisiert, publiziert, geändert, datum, lesezeit, heute, gestern, publié, mis à jour, publicado, actualizado, atualizado, pubblicato, aggiornato, gepubliceerd, bijgewerkt, publicerad, uppdaterad, publisert, oppdatert, opublikowano, publikováno, опубликовано, обновлено, lecture, lectura, leitura, lettura, le, el, am, um, on, at, à, vor, il y a, hace, est, edt, pst, pdt, gmt, utc, cet, cest, pm, ist, ዓ.ም, هـ, م, น, شده در, منتشر شده در",
    "days": "monday, tuesday, wednesday, thursday, friday, saturday, sunday, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lunes, martes, miércoles, jueves, viernes, sábado, domingo, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag, mandag, tirsdag, lørdag, søndag, poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela, понедельник, вторник, среда, четверг, пятница, суббота, воскресенье",
    "sections": "gesellschaft, panorama, wissen, meinung, société, politique, économie, opinions, sociedad, política, economía, cultura, deportes, opinión, sociedade, economia, desporto, esporte, società, cronaca, politica, esteri, binnenland, buitenland, inrikes, utrikes, ekonomi, społeczeństwo, polityka, gospodarka, kraj, świat, domácí, zahraničí, общество, политика, экономика, бизнес, спорт, культура, происшествия, наука, новости, в мире, суспільство, політика, економіка, культура, події, gündem, siyaset, ekonomi, spor, dünya, κοινωνία, πολιτική, οικονομία, κόσμος, πολιτισμός, αθλητισμός, سياسة, اقتصاد, رياضة, 社会, 政治, 经济, 經濟, 経済, スポーツ, 사회, 정치, 경제, 스포츠",
    "filler": "the, über, den, da, do, from, wire, wires, newswires, nachrichtenagenturen, agenturmaterial, agenturmeldungen, وكالات, ووكالات, הסוכנויות, about, our, a, an, die, der, das, unsere, la, les, los, las, lo, il, o, os, de, del, du, des, von, by, for, and, und, mit, agenturen, agencies, agencias, agences, agenzie, agências, agencje, агентства, ajanslar, 本报, 本報, 本社, 本刊, 文, 图, 文图, 圖, 撰文, 글",
}
"""What is never an author: a piece made of nothing but these, titles and desks names nobody."""

SENTENCE_WORDS = {
    "en": "is, are, was, were, has, have, says, said, view, click, read, about, your, you, we, my, this, that, how, why, what, here, see, learn, buy, follow, sign, get, please, into, archive, policies, guidelines, required, not, who, covers, writes, lives, works, joined, can, all, latest, posts, licensed, certified, registered, accredited",
    "de": "ist, sind, war, hat, sagt, schreibt, dein, ihr, ihre, ihren, wir, ich, hier, mehr, lesen, zeige, alle, beiträge, seit, arbeitet, wie, warum, nicht, noch, bitte",
    "fr": "est, sont, a, dit, nous, vous, votre, plus, voir, lire, tous, pour",
    "es": "es, fue, dice, más, leer, todos, nosotros, que",
    "pt": "é, são, foi, diz, mais, leia, ver, você",
    "it": "è, sono, più, leggi, tutti, che",
    "nl": "is, zijn, heeft, lees, meer, alle, over",
}
"""Words no name holds, in lower case; two words or more with one of them are a sentence."""

TAILS = merged(
    {
        "en": "updated, published, modified, says, posts",
        "de": "aktualisiert, veröffentlicht, sagt, schreibt",
        "fr": "publié, modifié",
        "es": "actualizado, publicado",
        "pt": "atualizado, publicado",
        "it": "aggiornato, pubblicato",
        "nl": "gepubliceerd, bijgewerkt",
    }
)
"""Words that end a name when they stand behind it: what follows is about the page."""

BUTTONS = merged(
    {
        "en": "share, follow, tweet, comment, comments, subscribe, reply, leave, suggest, print, listen, permalink",
        "de": "teilen, folgen, kommentare, kommentieren, abonnieren, antworten, drucken",
        "fr": "partager, suivre, commenter, commentaires, commentaire, répondre, réagir",
        "es": "compartir, seguir, comentar, comentarios, suscribirse, responder",
        "pt": "compartilhar, compartilhe, partilhar, seguir, siga, comentar, comentários",
        "it": "condividi, commenta, commenti, iscriviti, rispondi",
        "nl": "volgen, reageren, reacties, abonneren",
    }
)
"""What a reader can do, as buttons say: such words end a name as `TAILS` do, and a piece that opens with one names nobody."""

BIO_VERBS = "who|is|was|ist|war|est|es|é|è|är|er|on|jest|je|является|has|joined|writes|covers|works|lives|hat|arbeitet|schreibt|leitet|studierte|berichtet"
"""What opens "Jane Doe is a reporter", "Jane Doe who lives here"; what stands before is the name."""

BIO_WORDS = frozenset(BIO_VERBS.split("|"))
"""Each of these."""

PARTICLES = merged(
    {
        "any": "van, von, der, den, de, da, do, dos, das, du, la, le, les, los, las, lo, del, della, dei, degli, di, dal, al, el, bin, ibn, bint, abu, ben, ter, ten, te, zu, zum, zur, af, av, vom, het, 't, 'n, y, e, i, und, san, st, st., a, v, v., d., v.d., vd, d', d’, ap, mac, mc, dela, delle, vander, op, in"
    }
)
"""Parts of a surname often in lower case."""

SURE_PARTICLES = frozenset(("van", "von", "der", "den", "de", "la", "di", "da", "dos", "bin", "al", "el"))
"""Those of them that in a line of capitalised words stand for no other word: not "zu", "y" or "a"."""

HONORIFICS = merged(
    {
        "any": "dr, prof, professor, mr, mrs, ms, miss, sir, dame, lord, lady, rev, pr, dra, ing, dipl-ing, mag, herr, frau, mme, md"
    }
)
"""Kept as part of the name; never a name by themselves."""

CREDENTIALS = merged(
    {
        "any": "jr, sr, jun, sen, ii, iii, iv, phd, md, do, dds, dmd, dvm, vmd, jd, llm, llb, mba, ma, ms, msc, mph, mpa, med, edd, psyd, rn, bsn, msn, np, fnp, dnp, rd, rdn, ld, ldn, cpa, cfa, cfp, cepf, esq, ba, bs, bsc, pmp, cissp, dpt, pt, lcsw, lmft, lpc, facs, faclm, fand, frcp, frcs, mw, ea, aprn, pa-c, pharmd, cscs, cpt, obe, mbe, cbe, kbe, qc, kc, mp, mep, facp, faap, dacvb, dabom, foma, fomd, cipp, psp, cpp, csp, shrm-cp, sphr, e-ryt, ryt, dr, scd, dphil, lvt, vts, drph, fache, facog, mlis, mfa, aicp, leed, ap-c, faia, aia, pe, cga, ca, acca, ccim, chfc, clu, ricp, cltc"
    }
)
"""Letters after a name, without full stops. They stay with it."""

INVARIABLE = merged({"any": "md, phd, mba, jd, cpa, cfa, rn, rd, dds, dvm, mph, esq, ii, iii, iv"})
"""Credentials that may stand without a comma and must not be put into title case."""

PLACES = {
    "capitals": "washington, london, paris, berlin, madrid, rome, roma, rom, vienna, wien, brussels, brüssel, bruxelles, bruselas, brussel, moscow, moskau, moscou, moscú, mosca, москва, москве, kyiv, kiev, kiew, київ, київі, києві, киев, киеве, warsaw, warszawa, warszawie, prague, prag, praha, praze, budapest, bucharest, bukarest, athens, athen, αθήνα, ankara, jerusalem, cairo, kairo, beirut, baghdad, damascus, tehran, riyadh, doha, beijing, peking, pekín, pékin, tokyo, tokio, seoul, new delhi, delhi, islamabad, kabul, canberra, ottawa, mexico city, brasília, buenos aires, santiago, bogotá, lima, caracas, havana, la habana, lisbon, lisboa, dublin, oslo, stockholm, copenhagen, kopenhagen, københavn, helsinki, reykjavik, tallinn, riga, vilnius, minsk, bern, amsterdam, the hague, den haag, luxembourg, luxemburg, belgrade, belgrad, zagreb, sarajevo, sofia, tirana, nairobi, lagos, abuja, pretoria, johannesburg, cape town, addis ababa, tunis, algiers, rabat, jakarta, manila, bangkok, hanoi, kuala lumpur, singapore, singapur, taipei, hong kong, pyongyang, tel aviv, dubai, abu dhabi, quito, la paz, montevideo, asunción, san josé, managua, panamá",
    "cities": "new york, los angeles, chicago, san francisco, boston, miami, seattle, houston, dallas, atlanta, philadelphia, detroit, denver, toronto, montreal, montréal, vancouver, sydney, melbourne, brisbane, perth, auckland, wellington, shanghai, mumbai, kolkata, chennai, bengaluru, bangalore, hyderabad, karachi, lahore, dhaka, istanbul, i̇stanbul, izmir, hamburg, münchen, munich, köln, cologne, frankfurt, stuttgart, düsseldorf, leipzig, dresden, hannover, bremen, nürnberg, zürich, zurich, genf, genève, geneva, ginebra, basel, lausanne, salzburg, graz, lyon, marseille, toulouse, bordeaux, strasbourg, nantes, barcelona, sevilla, valencia, bilbao, milano, milan, mailand, torino, napoli, palermo, firenze, bologna, venezia, porto, são paulo, sao paulo, rio de janeiro, medellín, guadalajara, monterrey, edinburgh, glasgow, manchester, birmingham, liverpool, cardiff, belfast, rotterdam, antwerpen, göteborg, malmö, bergen, aarhus, kraków, gdańsk, brno, санкт-петербург, петербург, londres, londra, nueva york, parigi, berlino, berlín, berlim, londyn, londynie, парижа, париже, лондоне, берлине, вашингтоне",
    "countries": "germany, deutschland, france, frankreich, spain, españa, italy, italia, italien, uk, usa, us, u.s., united states, united kingdom, england, scotland, wales, ireland, canada, australia, austria, österreich, switzerland, schweiz, suisse, india, china, japan, russia, ukraine, poland, brazil, brasil, mexico, méxico, argentina, chile, israel, turkey, south africa, d.c., dc",
    "zh": "北京, 上海, 台北, 東京, 东京, 大阪, 香港, 广州, 深圳, 华盛顿, 伦敦, 巴黎, 莫斯科, 首尔, ソウル, 北京, ワシントン, ロンドン, パリ, モスクワ, ニューヨーク, 名古屋, 福岡, 札幌",
    "hi": "दिल्ली, नई दिल्ली, मुंबई, लखनऊ, पटना, भोपाल, जयपुर, कोलकाता",
    "ko": "서울, 부산, 대구, 인천, 광주, 대전, 워싱턴, 도쿄, 베이징, 뉴욕, 런던, 파리, 세종, 제주, 모스크바",
}
"""Capitals, large cities and a few countries, where datelines and correspondents are."""

PLACE_PREPOSITIONS = {
    "sure": "in, aus, from, at, of, à, em, для, для, для, for, für, fuer, pour, para, w, we, из, im, bei, près, près de, via, desde, zu gast",
    "only before a known place": "en, a, i, da, di, z, ze, v, в, у, з, i̇n, fra, från",
}
"""What stands between a name and where its bearer is or for whom they write."""

GIVEN_NAMES = merged(
    {
        "any": "anna, maria, james, john, robert, michael, william, david, richard, joseph, thomas, charles, mary, patricia, jennifer, linda, elizabeth, barbara, susan, jessica, sarah, karen, lisa, nancy, sandra, emily, michelle, laura, peter, paul, mark, george, kevin, brian, edward, ronald, anthony, jason, matthew, gary, timothy, jose, josé, juan, carlos, luis, miguel, antonio, francisco, pedro, manuel, ana, carmen, lucia, lucía, marta, pablo, jorge, diego, sofia, sofía, elena, isabel, jean, pierre, marie, michel, jacques, philippe, nicolas, julie, sophie, claire, camille, julien, antoine, françois, hans, klaus, jürgen, wolfgang, stefan, andreas, christian, martin, jan, julia, sabine, petra, monika, katrin, lena, lea, jana, karl, giovanni, marco, luca, giuseppe, francesca, giulia, paolo, andrea, mario, chiara, joão, lars, erik, anders, nils, kari, ole, jane, emma, olivia, ava, kim, katerina, kate, alice, simon, daniel, alex, max, tim, tom, ben, sam, jack, joe, steve, chris, nick, adam, ryan, eric, amy, rachel, rebecca, hannah, helen, ruth, grace"
    }
)
"""First names so common that a lone one is a person, not a town or a state: "Maria, Katerina" is two people, "Doe, Jane" one."""

MONTHS = "jan(?:uary|uar|vier|v|uari|uary)?|feb(?:ruary|ruar|ruari)?|f[ée]v(?:rier|ereiro)?|m[aä]r(?:ch|z|s|zo)?|m[äa]rz|mars|marzo|março|maart|apr(?:il|ile)?|avr(?:il)?|abril|abr|may|mai|maj|mayo|maio|maggio|mei|june?|juni|juin|junio|junho|giugno|july?|juli|juillet|julio|julho|luglio|aug(?:ust|ustus|usti)?|août|aout|agosto|ago|sep(?:t|tember|tembre|tiembre)?|setembro|settembre|oct(?:ober|obre|ubre)?|o[kt]t(?:ober|obre)?|outubro|okt|nov(?:ember|embre|iembre|embro)?|de[czs](?:ember|embre|iembre)?|dicembre|diciembre|dezembro|d[ée]c(?:embre)?|dic|gennaio|febbraio|enero|febrero|janeiro|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
"""Names of months and their short forms, as a regular expression. Only read beside a number: April is a first name too."""
