"""Pages of the press that is not written in Latin letters: who, when, in what language, and what is the text."""

import re

import pytest

import onrecord
from onrecord.readers.numerals import has_date

# Of a harbour that stays shut, each in the words of its language.
PROSE = {
    "sw": "Bandari ya Kilindini Mpya ilifungwa Jumatatu baada ya kivuko kupoteza nanga karibu na gati la kaskazini. Mkuu wa bandari alisema wapiga mbizi waliipata nanga jioni na meli ya kwanza itaondoka asubuhi. Abiria watarudishiwa pesa zao zote katika muda wa wiki moja.",
    "vi": "Cảng Bến Mía đóng cửa hôm thứ Hai vì một chiếc phà làm mất mỏ neo gần cầu tàu phía bắc. Giám đốc cảng cho biết thợ lặn đã tìm thấy mỏ neo vào buổi tối và chuyến tàu đầu tiên sẽ rời bến vào sáng mai. Hành khách sẽ được hoàn lại toàn bộ tiền vé trong một tuần.",
    "ar": "أغلق ميناء دمنهار أبوابه يوم الاثنين بعد أن فقدت إحدى العبارات مرساتها قرب الرصيف الشمالي. وقال مدير الميناء إن الغواصين وجدوا المرساة مساء، وإن أول سفينة ستبحر في الصباح. وأضاف أن المسافرين سيستعيدون ثمن تذاكرهم كاملا خلال أسبوع.",
    "fa": "بندر نوآباد روز دوشنبه بسته شد، زیرا یک کشتی مسافربری لنگر خود را نزدیک اسکله شمالی گم کرد. مدیر بندر گفت که غواصان لنگر را هنگام غروب پیدا کردند و نخستین کشتی صبح راهی می‌شود. پول بلیت مسافران تا یک هفته دیگر پس داده خواهد شد.",
    "ja": "北沢港は月曜日、フェリーが北岸の近くで錨を失ったため閉鎖された。港の責任者によると、潜水士が夕方に錨を見つけ、翌朝には最初の船が出港する。乗客には一週間以内に運賃が全額払い戻される。市は秋までに桟橋の点検を終える方針だ。",
    "zh": "北沙港周一关闭，因为一艘渡轮在北岸附近丢失了船锚。港口负责人说，潜水员傍晚找到了船锚，第一艘船将于次日早晨出港。乘客将在一周内获得全额退款。市政府表示，码头将在秋天之前完成一次全面检查，费用由港口承担。",
    "ko": "해온항은 월요일 여객선이 북쪽 부두 근처에서 닻을 잃어버리면서 문을 닫았다. 항만 관계자는 잠수부들이 저녁에 닻을 찾았으며 첫 배는 다음 날 아침에 떠난다고 말했다. 승객들은 일주일 안에 요금을 모두 돌려받는다.",
    "kk": "Сырдария айлағы дүйсенбіде жабылды, өйткені паром солтүстік жағалауда зәкірін жоғалтып алды. Айлақ басшысы сүңгуірлер зәкірді кешке тапқанын, алғашқы кеме таңертең жолға шығатынын айтты. Жолаушыларға билет ақшасы бір апта ішінде толық қайтарылады.",
    "sq": "Porti i Lumasit u mbyll të hënën, sepse një traget humbi spirancën pranë bregut verior. Drejtori i portit tha se zhytësit e gjetën spirancën në mbrëmje dhe se anija e parë do të niset në mëngjes. Udhëtarët do të marrin mbrapsht të gjitha paratë brenda një jave.",
    "ru": "Порт Белого Яра закрыли в понедельник: паром потерял якорь у северного причала. Начальник порта сказал, что водолазы нашли якорь вечером и что первое судно выйдет утром. Пассажирам вернут деньги за билеты в течение недели.",
}


def prose(language: str, opening: str = "") -> str:
    """A paragraph a sentence."""
    sentences = re.findall(r"[^.。]+[.。]", PROSE[language])
    return "".join(f"<p>{said}</p>" for said in (opening + sentences[0], *sentences[1:]))


def page(language: str, head: str, tail: str = "", declared: str | None = None) -> onrecord.Record:
    """A page with lines between its headline and its text, and behind it."""
    return onrecord.extract(
        f'<html lang="{declared or language}"><title>{HEADLINE}</title><body><h1>{HEADLINE}</h1>{head}<div>{prose(language)}{tail}</div>'
    )


HEADLINE = "Harbour shut after the storm"


@pytest.mark.parametrize(
    ("language", "head", "author"),
    [
        ("ar", "<p>5 مايو 2024 | الكاتب: سلمى الحوراني</p>", "سلمى الحوراني"),
        ("ar", "<p><b>الرياض - فهد العلي</b> 5 مايو 2024</p>", None),
        ("kk", "<div><span>2024 ж. 05 мамыр, 15:42</span><span>Авторы: Айгүл Серікова</span></div>", "Айгүл Серікова"),
        ("zh", "<p>2024-05-05 15:42 来源：北沙网 作者：周敏 编辑：何欣</p>", "周敏"),
        ("zh", "<dl><dt>發布日期</dt><dd>113年5月5日</dd><dt>撰稿</dt><dd>黃淑芬</dd></dl>", "黃淑芬"),
        ("ja", "<dl><dt>発行日</dt><dd>令和6年5月5日</dd><dt>執筆者</dt><dd>佐々木葵</dd></dl>", "佐々木葵"),
        ("sw", "<p>5 Mei 2024</p><p class=author>Na Juma Hassan</p>", "Juma Hassan"),
        ("zh", "<p>来源：北沙网 作者：周敏 2024-05-05 15:42</p>", "周敏"),
        ("ko", "<div><div>작성자 <b>나은채</b><br>댓글 2건 조회 341회 작성일 24-05-05 16:20</div></div>", "나은채"),
        ("ru", "<p>5 мая 2024</p><p class=author>От</p><p class=author>Ива Ружева</p>", "Ива Ружева"),
        ("kk", "<div><span>Сэтгүүлч Б.Болормаа</span> <span>2024 оны 5 сарын 5</span></div>", "Б.Болормаа"),
        ("ko", "<div><span>이서연 기자</span><span>입력 2024-05-05 15:42:07</span></div>", "이서연"),
    ],
)  # fmt: skip
def test_a_line_with_a_date_names_who_wrote_it_behind_a_label(
    language: str, head: str, author: str | None
) -> None:
    record = page(language, head)
    if author:
        assert [a.name for a in record.author] == [author]
    assert record.date_published
    assert record.date_published.value.startswith("2024-05-05")
    assert (record.article_body or "").startswith(PROSE[language][:20])


@pytest.mark.parametrize(
    ("language", "tail", "author"),
    [
        ("ja", "<p>（山田 健一）</p>", "山田 健一"),
        ("ja", "<p>【高橋真理】</p>", "高橋真理"),
        ("ja", "<p>文・写真：小林めぐみ</p>", "小林めぐみ"),
        ("ko", "<p>김민수 기자 minsu@haeon.example</p><p>저작권자 © 해온일보 무단전재 및 재배포 금지</p>", "김민수"),
        ("ru", "<p>Текст: Мария Лебедева<br>Фото: Сергей Курочкин</p>", "Мария Лебедева"),
        ("vi", "<p style='text-align:right'><strong>TRẦN MAI - HỮU LỘC</strong></p>", "Trần Mai; Hữu Lộc"),
        ("sq", "<p><strong>Anna Kowalska</strong></p>", "Anna Kowalska"),
        ("vi", "<p><strong>Tin Liên Quan</strong></p>", None),
        ("ja", "<p>（未完待続）</p>", None),
        ("ja", "<p>（共同通信社）</p>", None),
        ("ja", "<p>（敬称略）</p>", None),
        ("ja", "<p>【山田太郎】は港の責任者で、二十年前からここで働いている。</p>", None),
        ("ko", "<p>박선영 기자는 바다를 좋아한다.</p>", None),
    ],
)  # fmt: skip
def test_a_text_may_be_signed_at_its_end(language: str, tail: str, author: str | None) -> None:
    record = page(language, "", tail)
    assert "; ".join(a.name for a in record.author) == (author or "")
    if author:
        assert (record.article_body or "").endswith(PROSE[language][-10:])


@pytest.mark.parametrize(
    ("language", "opening", "authors", "dateline", "agency"),
    [
        ("zh", "本报海陵5月5日电 （记者王晓明）", ["王晓明"], None, None),
        ("zh", "新华社海陵5月5日电（记者刘洋、孙洁）", ["刘洋", "孙洁"], "海陵", "Xinhua"),
        ("ja", "【ワシントン＝田中太郎】", ["田中太郎"], "ワシントン", None),
        ("ko", "(서울=연합뉴스) 김민수 기자 = ", ["김민수"], "서울", "Yonhap"),
        ("ko", "[해온일보 김민수 기자] ", ["김민수"], None, None),
        ("zh", "（本报记者 周敏 通讯员 何欣）", ["周敏", "何欣"], None, None),
        ("zh", "（图片来自网络）", [], None, None),
        ("zh", "（记者在现场看到的画面）", [], None, None),
    ],
)
def test_reporters_and_agencies_in_a_dateline(
    language: str, opening: str, authors: list[str], dateline: str | None, agency: str | None
) -> None:
    record = onrecord.extract(
        f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><article>{prose(language, opening)}</article>"
    )
    assert [a.name for a in record.author] == authors
    assert (record.dateline, record.credited_agency) == (dateline, agency)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("kk", "kk", "kk"),  # the identifier takes it for Macedonian
        ("sq", "sq", "sq"),  # and this for Italian
        ("ru", "kk", "ru"),
        ("vi", "vn", "vi"),
        ("ru", "sq-AL", "ru"),
        ("ja", "en", "ja"),
    ],
)
def test_a_language_that_no_text_is_told_to_be_in_is_believed(
    text: str, declared: str, language: str
) -> None:
    record = page(text, "", declared=declared)
    assert record.in_language == language


@pytest.mark.parametrize(
    "tail",
    [
        "<p style='text-align:right'>Stadt Harrow Bay</p>",
        "<p>William <b>Roe</b></p>",
        "<p>Story: The Old Wall</p>",
        "<p>Text: Ann Roe</p><p>More on the sea wall next week in this paper</p>",
        "<p>Author: William Roe</p><p>Publisher: Pengo Books</p><p>Price: 20 pounds</p>",
    ],
)
def test_what_only_looks_like_a_signature_stays(tail: str) -> None:
    record = page("sw", "", tail)
    assert (record.article_body or "").endswith(re.sub("<[^>]+>", "", tail[tail.rindex("<p") :]))


def test_a_word_that_opens_bylines_in_one_language_is_cut_off_there() -> None:
    for language, author in (("ro", "Oana Munteanu"), ("fr", "de Oana Munteanu")):
        page = f"<html lang={language}><h1>{HEADLINE}</h1><p class=byline>de Oana Munteanu</p><p>Apa</p>"
        assert [a.name for a in onrecord.extract(page).author] == [author]


def test_the_parts_of_a_word_are_no_words() -> None:
    for word in ("<span>ال</span>كتاب", "<span>हि</span>मालय", "বাং<mark>লাদেশ</mark>"):
        plain = re.sub("<[^>]+>", "", word)
        assert onrecord.extract(f"<h1>{word}</h1><p>…").headline == plain


def test_words_of_another_language_outweigh_such_a_declaration() -> None:
    english = "<p>" + "The harbour was closed all day and nobody in the town could say for how long. " * 8
    assert onrecord.extract(f"<html lang=is><h1>Harbour closed</h1>{english}").in_language == "en"


@pytest.mark.parametrize("day", ["۱۴۰۳/۰۲/۱۶ | ساعت ۱۵:۴۲", "1403/02/16 | ساعت 15:42"])
def test_a_persian_day_in_numbers(day: str) -> None:
    record = page("fa", f"<p>{day}</p>")
    assert record.date_published
    assert record.date_published.value == "2024-05-05T15:42:00"


def test_how_a_word_is_said_is_not_read() -> None:
    ruby = "<ruby>北沢港<rp>(</rp><rt>きたざわこう</rt><rp>)</rp></ruby>"
    told = prose("ja").replace("北沢港", ruby)
    record = onrecord.extract(f"<title>港</title><h1>{ruby}は閉鎖</h1><article>{told}</article>")
    assert record.headline == "北沢港は閉鎖"
    assert (record.article_body or "").replace("\n\n", "") == PROSE["ja"]
    assert record.blocks[0].place.start is not None


@pytest.mark.parametrize("line", ["令和6年5月5日", "5 พ.ค. 67 | 15:42 น."])
def test_a_line_holds_a_date_though_no_four_digits_stand_in_a_row(line: str) -> None:
    assert has_date(line)


def test_words_of_two_elements_are_two() -> None:
    head = (
        "<div><a href='/writers/12'>ليلى الحمداني</a><span>كاتبة وباحثة</span><time>5 مايو 2024</time></div>"
    )
    assert [a.name for a in page("ar", head).author] == ["ليلى الحمداني"]


@pytest.mark.parametrize(
    ("head", "published", "modified"),
    [
        ("<div>Публикувана: 5 май 2024, 15:42 ч. Обновена: 5 май 2024, 18:10 ч.</div>", "2024-05-05T15:42:00", "2024-05-05T18:10:00"),
        ("<div>ned, 05. maj 2024. 15:42 / Izmenjeno: ned, 05. maj 2024. 18:10</div>", "2024-05-05T15:42:00", "2024-05-05T18:10:00"),
        ("<div><span>شائع</span> <span>05 مئ 2024</span> <span>03:42pm</span></div>", "2024-05-05T15:42:00", None),
    ],
)  # fmt: skip
def test_published_and_modified(head: str, published: str, modified: str | None) -> None:
    record = page("ru", head)
    assert record.date_published
    assert record.date_published.value == published
    assert (record.date_modified.value if record.date_modified else None) == modified


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("湊新聞オンライン｜廃校の体育館が町の手作り水族館に", "<h2>廃校の体育館が町の手作り水族館に　</h2>"),
        ("صحيفة الواحة : أمانة النخيل تطلق مشروع الإنارة", "<b>أمانة النخيل تطلق مشروع الإنارة</b><br>"),
        ("Quell Times - The harbour is shut for a day", "<font size=5>The harbour is shut for a day</font>"),
        ("«Я слышу, как растёт трава» | Север", "<h1>«Я слышу, как растёт трава»</h1>"),
    ],
)
def test_the_headline_is_the_line_that_is_most_of_the_title(title: str, heading: str) -> None:
    record = onrecord.extract(f"<title>{title}</title><p>Home</p>{heading}{prose('ru')}")
    assert record.headline == re.sub("<[^>]+>|　", "", heading)


@pytest.mark.parametrize(
    "line",
    [
        "<p>5 May 2024, 15:42 | Author: Jane Doe</p>",
        "<p><span>5 May 2024</span><span>Author: Jane Doe</span></p>",
        "<p>Photo: Al Bee | Text: Jane Doe | 5 May 2024</p>",
        "<dl><dt>Published</dt><dd>5 May 2024</dd><dt>Author</dt><dd>Jane Doe</dd></dl>",
    ],
)
def test_labels_in_latin_letters_too(line: str) -> None:
    english = "".join(
        f"<p>{'The harbour was closed all day and nobody could say for how long. ' * n}" for n in (3, 4, 5)
    )
    record = onrecord.extract(f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{line}{english}")
    assert [a.name for a in record.author] == ["Jane Doe"]
    assert (record.article_body or "").startswith("The harbour was closed")


def test_headline_byline_and_date_parted_by_line_breaks_alone_are_no_text() -> None:
    head = "<font size=5><b>The harbour is shut for a day</b></font><br><font>By Ida Kroll</font><br><font>5 May 2004</font>"
    told = prose("ru").replace("<p>", "<br><br>").replace("</p>", "")
    record = onrecord.extract(
        f"<title>Quell Times - The harbour is shut for a day</title><td>{head}{told}</td>"
    )
    assert [a.name for a in record.author] == ["Ida Kroll"]
    assert record.date_published
    assert record.date_published.value == "2004-05-05"
    assert (record.article_body or "").startswith(PROSE["ru"][:20])


def test_where_a_line_may_end_is_no_letter_of_a_headline() -> None:
    record = onrecord.extract(f"<h1>Er&shy;inne&shy;rung im Hafen</h1>{prose('ru')}")
    assert record.headline == "Erinnerung im Hafen"


@pytest.mark.parametrize(
    ("language", "heading"),
    [("ko", "댓글목록"), ("ru", "Комментарии (1)"), ("zh", "已有 1 条评论"), ("ar", "تعليقات القراء")],
)
def test_when_somebody_commented_is_not_when_it_was_published(language: str, heading: str) -> None:
    comment = f"<section><h2>{heading}</h2><p>Ida</p><time datetime='2024-05-06T18:02:00'></time></section>"
    told = page(language, "<p>2024-05-05</p>", comment).date_published
    assert told
    assert told.value == "2024-05-05"
    foot = page(language, "", f"{comment}<p><time datetime='2024-05-05T09:00:00'></time></p>")
    assert foot.date_published
    assert foot.date_published.value == "2024-05-05T09:00:00"


def test_the_day_of_who_reads_is_not_when_it_was_published() -> None:
    record = onrecord.extract(
        f'<html lang=fa><title>{HEADLINE}</title><p>امروز: یکشنبه ۲۴ دی ۱۴۰۲</p><div class="news_nav"><a href=/a>یزد</a>'
        f"<div>تاریخ انتشار: ۱۹ دی ۱۴۰۲ - ۰۸:۵۲</div></div><h1>{HEADLINE}</h1>{prose('fa')}"
    )
    assert record.date_published
    assert record.date_published.value == "2024-01-09T08:52:00"


def test_the_lines_of_others_behind_a_short_text_are_read_last() -> None:
    others = (
        "<div><p>20.09.2022 <a href=/1>Мост откроют</a></p><p>19.09.2022 <a href=/2>Пекарня</a></p></div>"
    )
    record = onrecord.extract(
        f"<html lang=zh><title>{HEADLINE}</title><span>21.09.2022 11:40</span><h1>{HEADLINE}</h1>{prose('zh')}{others}"
    )
    assert record.date_published
    assert record.date_published.value == "2022-09-21T11:40:00"


def test_a_line_on_whose_the_page_is_names_nobody() -> None:
    assert page("ru", "", "<p>Copyright Harl © 2025 | Сайт</p>").author == ()


@pytest.mark.parametrize(
    ("language", "head"),
    [
        (
            "zh",
            "<ul><li>作者: <a href=/author/3/ rel=author>石敢当</a></li><li>时间: 2023-11-05</li><li>分类: 旧物</li><li>字数: 612</li></ul>",
        ),
        (
            "zh",
            "<div><small>时间:</small>2019-06-12 09:47<small>来源:</small>晚报 <small>作者:</small>冯一舟 <small>点击:</small>12次</div>",
        ),
    ],
)
def test_lines_on_the_text_are_none_of_it(language: str, head: str) -> None:
    assert page(language, head).article_body == page(language, "").article_body


@pytest.mark.parametrize(
    ("language", "tail"),
    [
        ("zh", "<p>《北沙日报》（2022年04月08日 03 版）</p>"),
        ("zh", "<p>渡轮停在北岸。 何定山 摄</p>"),
        ("fa", "<p>انتهای پیام/</p>"),
        ("ru", "<p>Подписывайтесь на наш канал в Telegram!</p>"),
        ("zh", "<p>订阅我们的电子报，每天早上收到要闻。</p>"),
        ("ko", "<p>/나도란 기자 doran@haeon.example</p>"),
    ],
)
def test_what_papers_end_their_texts_with_is_none_of_them(language: str, tail: str) -> None:
    assert page(language, "", tail).article_body == page(language, "").article_body


@pytest.mark.parametrize(
    ("language", "tail"),
    [
        ("ru", "<p>Following the ruling, Google said that it would appeal.</p>"),
        ("ru", "<p>Follow the coastline and you will be happy.</p>"),
        ("ru", "<p>Подписание договора с Google отложено до мая.</p>"),
    ],
)
def test_last_sentences_that_name_a_channel_are_of_the_text(language: str, tail: str) -> None:
    assert (page(language, "", tail).article_body or "").endswith(tail[3:-4])


def test_a_name_in_bold_at_the_right_edge_signs_the_text() -> None:
    record = page("vi", "", "<p style='text-align:right'><strong>Hoài Thương</strong></p>")
    assert [a.name for a in record.author] == ["Hoài Thương"]
    assert record.article_body == page("vi", "").article_body


def test_the_section_of_an_address_reads_as_the_link_to_it_in_another_script() -> None:
    record = onrecord.extract(
        f'<nav><a href="/">Главная</a> <a href="/news/society/">Общество</a></nav><h1>{HEADLINE}</h1>{prose("ru")}',
        url="https://press.example/news/society/harbour/",
    )
    assert record.article_section == ("Общество",)


@pytest.mark.parametrize(
    ("title", "home"),
    [
        (f"{HEADLINE}北岸封闭-北沙村志", "<a href='/'>北沙村志</a>"),
        (HEADLINE, "<div class=logo><a href='/'><img src=a alt='北沙村志'></a></div>"),
    ],
)
def test_the_name_of_a_site_that_no_host_spells(title: str, home: str) -> None:
    record = onrecord.extract(
        f"<title>{title}</title>{home}<h1>{HEADLINE}</h1>{prose('zh')}", url="https://beisha.example/1"
    )
    assert record.publisher
    assert record.publisher.name == "北沙村志"


def test_short_tags_behind_a_label_are_keywords() -> None:
    tags = "<div class=tags>Ключевые слова: <a href=/tag/1>паром</a>, <a href=/tag/2>порт</a></div>"
    assert page("ru", "", tags).keywords == ("паром", "порт")


def test_a_persian_blog_says_who_wrote_it_behind_the_time() -> None:
    line = "<p>نوشته شده در شنبه ۱۱ آذر ۱۴۰۲ ساعت 18:24 توسط نگار یزدانی</p>"
    assert [a.name for a in page("fa", line).author] == ["نگار یزدانی"]
