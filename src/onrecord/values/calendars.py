"""The words dates are written with: months, weekdays, zones, and the small words around them, by language.

Tables, and the questions put to them; the reading is done in ``moments``. In every table a space parts
words and ``_`` stands for a space within one. Words are compared as `fold` leaves them, so a table need not
list capitals or spellings without accents.

The names of months and weekdays follow the Unicode Common Locale Data Repository (CLDR): facts, used under the
terms of the Unicode License v3, © Unicode, Inc. Variants that newspapers use beside them (Jänner, شباط,
setiembre) were added by hand.
"""

import datetime as dt
import functools
import re
import unicodedata

MONTHS: dict[str, str] = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
    "de": "januar jan jänner jän|februar feb feber|märz mär maerz mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv jan|février févr fév|mars|avril avr|mai|juin|juillet juil juill|août|septembre sept|octobre oct|novembre nov|décembre déc",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre sept setiembre set sep|octubre oct|noviembre nov|diciembre dic",
    "it": "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic",
    "pt": "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
    "nl": "januari jan|februari feb|maart mrt maa|april apr|mei|juni jun|juli jul|augustus aug|september sep|oktober okt|november nov|december dec",
    "sv": "januari jan|februari feb|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sep sept|oktober okt|november nov|december dec",
    "no": "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|desember des",
    "da": "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep|oktober okt|november nov|december dec",
    "fi": "tammikuuta tammi tammikuu tammikuun|helmikuuta helmi helmikuu helmikuun|maaliskuuta maalis maaliskuu maaliskuun|huhtikuuta huhti huhtikuu huhtikuun|toukokuuta touko toukokuu toukokuun|kesäkuuta kesä kesäkuu kesäkuun|heinäkuuta heinä heinäkuu heinäkuun|elokuuta elo elokuu elokuun|syyskuuta syys syyskuu syyskuun|lokakuuta loka lokakuu lokakuun|marraskuuta marras marraskuu marraskuun|joulukuuta joulu joulukuu joulukuun",
    "pl": "stycznia sty styczeń|lutego lut luty|marca mar marzec|kwietnia kwi kwiecień|maja maj|czerwca cze czerwiec|lipca lip lipiec|sierpnia sie sierpień|września wrz wrzesień|października paź październik|listopada lis listopad|grudnia gru grudzień",
    "cs": "ledna led leden|února úno únor|března bře březen|dubna dub duben|května kvě květen|června čvn červen|července čvc červenec|srpna srp srpen|září zář|října říj říjen|listopadu lis listopad|prosince pro prosinec",
    "sk": "januára jan január|februára feb február|marca mar marec|apríla apr apríl|mája máj|júna jún|júla júl|augusta aug august|septembra sep september|októbra okt október|novembra nov november|decembra dec december",
    "hu": "január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|szeptember szept szep|október okt|november nov|december dec",
    "ro": "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept|octombrie oct|noiembrie nov|decembrie dec",
    "bg": "януари яну|февруари фев|март|април апр|май|юни|юли|август авг|септември сеп|октомври окт|ноември ное|декември дек",
    "ru": "января янв январь|февраля февр февраль|марта мар март|апреля апр апрель|мая май|июня июн июнь|июля июл июль|августа авг август|сентября сент сентябрь сен|октября окт октябрь|ноября нояб ноябрь ноя|декабря дек декабрь",
    "uk": "січня січ січень|лютого лют лютий|березня бер березень|квітня квіт квітень|травня трав травень|червня черв червень|липня лип липень|серпня серп серпень|вересня вер вересень|жовтня жовт жовтень|листопада лист листопад|грудня груд грудень",
    "be": "студзеня сту студзень|лютага лют люты|сакавіка сак сакавік|красавіка кра красавік|мая май|чэрвеня чэр чэрвень|ліпеня ліп ліпень|жніўня жні жнівень|верасня вер верасень|кастрычніка кас кастрычнік|лістапада ліс лістапад|снежня сне снежань",
    "el": "ιανουαρίου ιαν ιανουάριος|φεβρουαρίου φεβ φεβρουάριος|μαρτίου μαρ μάρτιος μάρ|απριλίου απρ απρίλιος|μαΐου μαΐ μάιος μάι μαι μαϊου|ιουνίου ιουν ιούνιος ιούν|ιουλίου ιουλ ιούλιος ιούλ|αυγούστου αυγ αύγουστος αύγ|σεπτεμβρίου σεπ σεπτέμβριος σεπτ|οκτωβρίου οκτ οκτώβριος|νοεμβρίου νοε νοέμβριος νοέ|δεκεμβρίου δεκ δεκέμβριος",
    "tr": "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara",
    "ar": "يناير كانون_الثاني جانفي|فبراير شباط فيفري فبرير|مارس آذار|أبريل نيسان أفريل|مايو أيار ماي|يونيو حزيران جوان|يوليو تموز جويلية يوليوز يوليه|أغسطس آب أوت غشت|سبتمبر أيلول شتنبر|أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني نونبر|ديسمبر كانون_الأول دجنبر",
    "fa": "ژانویه|فوریه|مارس|آوریل|مه می|ژوئن جون|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر",
    "he": "ינואר ינו בינואר בינו|פברואר פבר בפברואר בפבר|מרץ במרץ|אפריל אפר באפריל באפר|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט אוג באוגוסט באוג|ספטמבר ספט בספטמבר בספט|אוקטובר אוק באוקטובר באוק|נובמבר נוב בנובמבר בנוב|דצמבר דצמ בדצמבר בדצמ",
    "hi": "जनवरी जन|फ़रवरी फ़र|मार्च|अप्रैल|मई|जून|जुलाई जुल|अगस्त अग|सितंबर सित सितम्बर|अक्टूबर अक्टू अक्तूबर|नवंबर नव नवम्बर|दिसंबर दिस दिसम्बर",
    "bn": "জানুয়ারী জানু জানুয়ারি|ফেব্রুয়ারী ফেব ফেব্রুয়ারি|মার্চ|এপ্রিল এপ্রি|মে|জুন|জুলাই জুল|আগস্ট আগ অগাস্ট|সেপ্টেম্বর সেপ|অক্টোবর অক্টো|নভেম্বর নভে|ডিসেম্বর ডিসে",
    "ur": "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    "th": "มกราคม มค|กุมภาพันธ์ กพ|มีนาคม มีค|เมษายน เมย|พฤษภาคม พค|มิถุนายน มิย|กรกฎาคม กค|สิงหาคม สค|กันยายน กย|ตุลาคม ตค|พฤศจิกายน พย|ธันวาคม ธค",
    "vi": "tháng_một tháng_giêng|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai tháng_chạp",
    "id": "januari jan|februari feb pebruari peb|maret mar|april apr|mei|juni jun|juli jul|agustus agu ags agt|september sep|oktober okt|november nov nopember nop|desember des",
    "ms": "januari jan|februari feb|mac|april apr|mei|jun|julai jul|ogos ogo|september sep|oktober okt|november nov|disember dis",
    "tl": "enero ene|pebrero peb|marso mar|abril abr|mayo may|hunyo hun|hulyo hul|agosto ago|setyembre set|oktubre okt|nobyembre nob|disyembre dis",
    "sw": "januari jan|februari feb|machi mac|aprili apr|mei|juni jun|julai jul|agosti ago|septemba sep|oktoba okt|novemba nov|desemba des",
    "ca": "gener gen|febrer febr|març|abril abr|maig|juny|juliol jul|agost ag|setembre set|octubre oct|novembre nov|desembre des",
    "eu": "urtarrila urt urtarrilaren urtarrilak|otsaila ots otsailaren otsailak|martxoa mar martxoaren martxoak|apirila api apirilaren apirilak|maiatza mai maiatzaren maiatzak|ekaina eka ekainaren ekainak|uztaila uzt uztailaren uztailak|abuztua abu abuztuaren abuztuak|iraila ira irailaren irailak|urria urr urriaren urriak|azaroa aza azaroaren azaroak|abendua abe abenduaren abenduak",
    "gl": "xaneiro xan|febreiro feb|marzo mar|abril abr|maio|xuño|xullo xul|agosto ago|setembro set|outubro out|novembro nov|decembro dec",
    "hr": "siječnja sij siječanj|veljače velj veljača|ožujka ožu ožujak|travnja tra travanj|svibnja svi svibanj|lipnja lip lipanj|srpnja srp srpanj|kolovoza kol kolovoz|rujna ruj rujan|listopada lis listopad|studenoga stu studeni studenog|prosinca pro prosinac",
    "sr": "јануар јан јануара januar januara jan|фебруар феб фебруара februar februara feb|март мар марта mart marta mar|април апр априла april aprila apr|мај маја maj maja|јун јуна juni jun juna јуни|јул јула juli jul jula јули|август авг августа avgust avgusta avg|септембар сеп септембра septembar septembra sep|октобар окт октобра oktobar oktobra okt|новембар нов новембра novembar novembra nov|децембар дец децембра decembar decembra dec",
    "sl": "januar jan januarja|februar feb februarja|marec mar marca|april apr aprila|maj maja|junij jun junija|julij jul julija|avgust avg avgusta|september sep septembra|oktober okt oktobra|november nov novembra|december dec decembra",
    "et": "jaanuar jaan|veebruar veebr|märts|aprill apr|mai|juuni|juuli|august aug|september sept|oktoober okt|november nov|detsember dets",
    "lv": "janvāris janv janvārī|februāris febr februārī|marts martā|aprīlis apr aprīlī|maijs maijā|jūnijs jūn jūnijā|jūlijs jūl jūlijā|augusts aug augustā|septembris sept septembrī|oktobris okt oktobrī|novembris nov novembrī|decembris dec decembrī",
    "lt": "sausio saus sausis|vasario vas vasaris|kovo kov kovas|balandžio bal balandis|gegužės geg gegužė|birželio birž birželis|liepos liep liepa|rugpjūčio rugp rugpjūtis|rugsėjo rugs rugsėjis|spalio spal spalis|lapkričio lapkr lapkritis|gruodžio gruod gruodis",
    "is": "janúar jan|febrúar feb|mars mar|apríl apr|maí|júní jún|júlí júl|ágúst ágú|september sep|október okt|nóvember nóv|desember des",
    "ga": "eanáir ean|feabhra feabh|márta|aibreán aib aibreáin|bealtaine beal|meitheamh meith meithimh|iúil|lúnasa lún|meán_fómhair mfómh|deireadh_fómhair dfómh|samhain samh samhna|nollaig noll nollag",
    "cy": "ionawr ion|chwefror chwef chw|mawrth maw|ebrill ebr|mai|mehefin meh|gorffennaf gorff gor|awst|medi|hydref hyd|tachwedd tach|rhagfyr rhag",
    "af": "januarie jan|februarie feb|maart mrt|april apr|mei|junie jun|julie jul|augustus aug|september sep|oktober okt|november nov|desember des",
    "zu": "januwari jan|februwari feb|mashi mas|ephreli eph|meyi mey|juni jun|julayi jul|agasti aga|septhemba sep|okthoba okt|novemba nov|disemba dis",
    "xh": "janyuwari jan|februwari feb|matshi mat|epreli epr|meyi mey|juni jun|julayi jul|agasti aga|septemba sept sep|okthobha okt okthoba|novemba nov|disemba dis",
    "sq": "janar jan|shkurt shk|mars mar|prill pri|maj|qershor qer|korrik korr|gusht gush|shtator sht|tetor tet|nëntor nën|dhjetor dhj",
    "mk": "јануари јан|февруари фев|март мар|април апр|мај|јуни јун|јули јул|август авг|септември сеп|октомври окт|ноември ное|декември дек",
    "az": "yanvar yan|fevral fev|mart mar|aprel apr|may|iyun iyn|iyul iyl|avqust avq|sentyabr sen|oktyabr okt|noyabr noy|dekabr dek",
    "ka": "იანვარი იან იანვრის|თებერვალი თებ თებერვლის|მარტი მარ მარტის|აპრილი აპრ აპრილის|მაისი მაი მაისის|ივნისი ივნ ივნისის|ივლისი ივლ ივლისის|აგვისტო აგვ აგვისტოს|სექტემბერი სექ სექტემბრის|ოქტომბერი ოქტ ოქტომბრის|ნოემბერი ნოე ნოემბრის|დეკემბერი დეკ დეკემბრის",
    "hy": "հունվարի հնվ հունվար|փետրվարի փտվ փետրվար|մարտի մրտ մարտ|ապրիլի ապր ապրիլ|մայիսի մյս մայիս|հունիսի հնս հունիս|հուլիսի հլս հուլիս|օգոստոսի օգս օգոստոս|սեպտեմբերի սեպ սեպտեմբեր|հոկտեմբերի հոկ հոկտեմբեր|նոյեմբերի նոյ նոյեմբեր|դեկտեմբերի դեկ դեկտեմբեր",
    "kk": "қаңтар қаң|ақпан ақп|наурыз нау|сәуір сәу|мамыр мам|маусым мау|шілде шіл|тамыз там|қыркүйек қыр|қазан қаз|қараша қар|желтоқсан жел",
    "uz": "yanvar yan|fevral fev|mart mar|aprel apr|may|iyun iyn|iyul iyl|avgust avg|sentabr sen sentyabr|oktabr okt oktyabr|noyabr noy|dekabr dek",
    "tg": "январ январи|феврал феврали|март марти|апрел апрели|май майи|июн июни|июл июли|август августи|сентябр сентябри|октябр октябри|ноябр ноябри|декабр декабри",
    "ckb": "کانوونی_دووەم|شوبات|ئازار|نیسان|ئایار|حوزەیران|تەمووز|ئاب|ئەیلوول|تشرینی_یەکەم|تشرینی_دووەم|کانوونی_یەکەم",
    "mr": "जानेवारी जाने|फेब्रुवारी फेब्रु|मार्च|एप्रिल एप्रि|मे|जून|जुलै|ऑगस्ट ऑग|सप्टेंबर सप्टें|ऑक्टोबर ऑक्टो|नोव्हेंबर नोव्हें|डिसेंबर डिसें",
    "ne": "जनवरी|फेब्रुअरी|मार्च|अप्रिल|मे|जुन|जुलाई|अगस्ट|सेप्टेम्बर|अक्टोबर|नोभेम्बर|डिसेम्बर",
    "gu": "જાન્યુઆરી જાન્યુ|ફેબ્રુઆરી ફેબ્રુ|માર્ચ|એપ્રિલ એપ્રિ|મે|જૂન|જુલાઈ|ઑગસ્ટ ઑગ ઓગસ્ટ|સપ્ટેમ્બર સપ્ટે|ઑક્ટોબર ઑક્ટો ઓક્ટોબર|નવેમ્બર નવે|ડિસેમ્બર ડિસે",
    "pa": "ਜਨਵਰੀ ਜਨ|ਫ਼ਰਵਰੀ ਫ਼ਰ|ਮਾਰਚ|ਅਪ੍ਰੈਲ|ਮਈ|ਜੂਨ|ਜੁਲਾਈ ਜੁਲਾ|ਅਗਸਤ ਅਗ|ਸਤੰਬਰ ਸਤੰ|ਅਕਤੂਬਰ ਅਕਤੂ|ਨਵੰਬਰ ਨਵੰ|ਦਸੰਬਰ ਦਸੰ",
    "or": "ଜାନୁଆରୀ|ଫେବୃଆରୀ|ମାର୍ଚ୍ଚ|ଅପ୍ରେଲ|ମଇ|ଜୁନ|ଜୁଲାଇ|ଅଗଷ୍ଟ|ସେପ୍ଟେମ୍ବର|ଅକ୍ଟୋବର|ନଭେମ୍ବର|ଡିସେମ୍ବର",
    "ta": "ஜனவரி ஜன|பிப்ரவரி பிப்|மார்ச் மார்|ஏப்ரல் ஏப்|மே|ஜூன்|ஜூலை|ஆகஸ்ட் ஆக ஆகஸ்டு|செப்டம்பர் செப்|அக்டோபர் அக்|நவம்பர் நவ|டிசம்பர் டிச",
    "te": "జనవరి జన|ఫిబ్రవరి ఫిబ్ర|మార్చి|ఏప్రిల్ ఏప్రి|మే|జూన్|జులై జూలై|ఆగస్టు ఆగ|సెప్టెంబర్ సెప్టెం|అక్టోబర్ అక్టో|నవంబర్ నవం|డిసెంబర్ డిసెం",
    "kn": "ಜನವರಿ ಜನ|ಫೆಬ್ರವರಿ ಫೆಬ್ರ|ಮಾರ್ಚ್|ಏಪ್ರಿಲ್ ಏಪ್ರಿ|ಮೇ|ಜೂನ್|ಜುಲೈ|ಆಗಸ್ಟ್ ಆಗ|ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ|ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ|ನವೆಂಬರ್ ನವೆಂ|ಡಿಸೆಂಬರ್ ಡಿಸೆಂ",
    "ml": "ജനുവരി ജനു|ഫെബ്രുവരി ഫെബ്രു|മാർച്ച് മാർ|ഏപ്രിൽ ഏപ്രി|മേയ് മെയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ് ഓഗ ആഗസ്റ്റ്|സെപ്റ്റംബർ സെപ്റ്റം|ഒക്ടോബർ ഒക്ടോ|നവംബർ നവം|ഡിസംബർ ഡിസം",
    "si": "ජනවාරි ජන|පෙබරවාරි පෙබ|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු අගෝ|සැප්තැම්බර් සැප්|ඔක්තෝබර් ඔක්|නොවැම්බර් නොවැ|දෙසැම්බර් දෙසැ",
    "my": "ဇန်နဝါရီ ဇန်နဝါရီလ|ဖေဖော်ဝါရီ ဖေဖော်ဝါရီလ|မတ် မတ်လ|ဧပြီ ဧပြီလ|မေ မေလ|ဇွန် ဇွန်လ|ဇူလိုင် ဇူလိုင်လ|ဩဂုတ် ဩဂုတ်လ သြဂုတ် သြဂုတ်လ|စက်တင်ဘာ စက်တင်ဘာလ|အောက်တိုဘာ အောက်တိုဘာလ|နိုဝင်ဘာ နိုဝင်ဘာလ|ဒီဇင်ဘာ ဒီဇင်ဘာလ",
    "km": "មករា ខែមករា|កុម្ភៈ ខែកុម្ភៈ|មីនា ខែមីនា|មេសា ខែមេសា|ឧសភា ខែឧសភា|មិថុនា ខែមិថុនា|កក្កដា ខែកក្កដា|សីហា ខែសីហា|កញ្ញា ខែកញ្ញា|តុលា ខែតុលា|វិច្ឆិកា ខែវិច្ឆិកា|ធ្នូ ខែធ្នូ",
    "lo": "ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ",
    "am": "ጃንዋሪ|ፌብሩዋሪ ፌብሯሪ|ማርች|ኤፕሪል|ሜይ|ጁን|ጁላይ|ኦገስት|ሴፕቴምበር|ኦክቶበር|ኖቬምበር|ዲሴምበር",
    "zh": "一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月",
}
"""For each language twelve groups, January first: names in full, inflected and short."""

_SOLAR_MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
"""The months of the Solar Hijri calendar, from the spring equinox on, as written in Persian."""

_SOLAR_LENGTHS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29)
"""Days in each; the last has one more in a leap year."""
SOLAR_YEARS = range(1300, 1501)
"""Years (1921 to 2122) that are read as Solar Hijri: by the month's name, in a Persian page, or in Persian digits."""
_ETHIOPIC_MONTHS = (
    "መስከረም|ጥቅምት|ኅዳር ህዳር|ታኅሣሥ ታህሳስ ታኅሳስ|ጥር|የካቲት|መጋቢት|ሚያዝያ ሚያዚያ|ግንቦት|ሰኔ|ሐምሌ ሀምሌ|ነሐሴ ነሀሴ ነሃሴ|ጳጉሜን ጳጉሜ"
)
"""The months of the Ethiopian calendar, from September on: twelve of thirty days, and one of five or six."""
_ETHIOPIC_EPOCH = 2796
"""The day on which its year 1 began, as Python counts days (29 August 8, Julian)."""
BUDDHIST_YEARS = range(2400, 2601)
"""Years that are read as of the Buddhist era, in which Thailand counts."""
BUDDHIST_AHEAD = 543
ERAS: dict[str, int] = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911, "中華民國": 1911, "中華民国": 1911,
}  # fmt: skip
"""What to add to a year counted from an emperor's accession, or from the founding of the Republic of China."""

ROMAN = {
    name: number
    for number, name in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
}
"""Months as Central and Eastern Europe writes them between numbers: ``12.IV.2004``."""

WEEKDAYS: dict[str, str] = {
    "en": "monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun tues weds thur thurs",
    "de": "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so",
    "fr": "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim",
    "es": "lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom",
    "it": "lunedì lun martedì mar mercoledì mer giovedì gio venerdì ven sabato sab domenica dom",
    "pt": "segunda-feira seg terça-feira ter quarta-feira qua quinta-feira qui sexta-feira sex sábado sáb domingo dom segunda terça quarta quinta sexta",
    "nl": "maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo",
    "sv": "måndag mån tisdag tis onsdag ons torsdag tors fredag fre lördag lör söndag sön",
    "no": "mandag man tirsdag tir onsdag ons torsdag tor fredag fre lørdag lør søndag søn",
    "da": "mandag man tirsdag tirs onsdag ons torsdag tors fredag fre lørdag lør søndag søn",
    "fi": "maanantaina ma maanantai tiistaina ti tiistai keskiviikkona ke keskiviikko torstaina to torstai perjantaina pe perjantai lauantaina la lauantai sunnuntai su sunnuntaina",
    "pl": "poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz pn",
    "cs": "pondělí po úterý út středa st čtvrtek čt pátek pá sobota so neděle ne",
    "sk": "pondelok po utorok ut streda st štvrtok št piatok pi sobota so nedeľa ne",
    "hu": "hétfő kedd szerda sze csütörtök cs péntek szombat szo vasárnap",
    "ro": "luni lun marți mar miercuri mie joi vineri vin sâmbătă sâm duminică dum",
    "bg": "понеделник пн вторник вт сряда ср четвъртък чт петък пт събота сб неделя нд",
    "ru": "понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс среду пятницу субботу",
    "uk": "понеділок пн вівторок вт середа ср четвер чт п_ятниця пт субота сб неділя нд",
    "be": "панядзелак пн аўторак аў серада ср чацвер чц пятніца пт субота сб нядзеля нд",
    "el": "δευτέρα δευ τρίτη τρί τετάρτη τετ πέμπτη πέμ παρασκευή παρ σάββατο σάβ κυριακή κυρ",
    "tr": "pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الإثنين",
    "fa": "دوشنبه سه_شنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شنبه یکشنبه یک‌شنبه سهشنبه",
    "he": "יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי יום_שבת שבת יום_ראשון יום_ב יום_ג יום_ד יום_ה יום_ו יום_א",
    "hi": "सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु शुक्रवार शुक्र शनिवार शनि रविवार रवि",
    "bn": "সোমবার সোম মঙ্গলবার মঙ্গল বুধবার বুধ বৃহস্পতিবার বৃহস্পতি শুক্রবার শুক্র শনিবার শনি রবিবার রবি রোববার",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "th": "วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่ วันที่",
    "vi": "thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy chủ_nhật thứ",
    "id": "senin sen selasa sel rabu rab kamis kam jumat jum sabtu sab minggu min",
    "ms": "isnin isn selasa sel rabu rab khamis kha jumaat jum sabtu sab ahad ahd",
    "sw": "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "eu": "astelehena al asteartea ar asteazkena az osteguna og ostirala or larunbata lr igandea ig",
    "gl": "luns martes mar mércores mér xoves xov venres ven sábado sáb domingo dom",
    "hr": "ponedjeljak pon utorak uto srijeda sri četvrtak čet petak pet subota sub nedjelja ned",
    "sr": "понедељак пон уторак уто среда сре четвртак чет петак пет субота суб недеља нед ponedeljak utorak četvrtak nedelja",
    "sl": "ponedeljek pon torek tor sreda sre četrtek čet petek pet sobota sob nedelja ned",
    "et": "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
    "lv": "pirmdiena pirmd otrdiena otrd trešdiena trešd ceturtdiena ceturtd piektdiena piektd sestdiena sestd svētdiena svētd",
    "lt": "pirmadienis pr antradienis an trečiadienis tr ketvirtadienis kt penktadienis pn šeštadienis št sekmadienis sk",
    "is": "mánudagur mán þriðjudagur þri miðvikudagur mið fimmtudagur fim föstudagur fös laugardagur lau sunnudagur sun",
    "ga": "dé_luain luan dé_máirt máirt dé_céadaoin céad déardaoin déar dé_haoine aoine dé_sathairn sath dé_domhnaigh domh",
    "cy": "dydd_llun llun dydd_mawrth maw dydd_mercher mer dydd_iau iau dydd_gwener gwen gwe dydd_sadwrn sad dydd_sul sul",
    "af": "maandag ma dinsdag di woensdag wo donderdag do vrydag vr saterdag sa sondag so",
    "zu": "umsombuluko mso ulwesibili bil ulwesithathu tha ulwesine sin ulwesihlanu hla umgqibelo mgq isonto son",
    "xh": "mvulo mvu lwesibini lwesb bin lwesithathu tha lwesine sin lwesihlanu hla mgqibelo mgq cawe caw",
    "sq": "e_hënë hën e_martë mar e_mërkurë mër e_enjte enj e_premte pre e_shtunë sht e_diel die",
    "mk": "понеделник пон вторник вто среда сре четврток чет петок пет сабота саб недела нед",
    "az": "bazar_ertəsi b.e çərşənbə_axşamı ç.a çərşənbə cümə_axşamı c.a cümə şənbə bazar",
    "ka": "ორშაბათი ორშ სამშაბათი სამ ოთხშაბათი ოთხ ხუთშაბათი ხუთ პარასკევი პარ შაბათი შაბ კვირა კვი",
    "hy": "երկուշաբթի երկ երեքշաբթի երք չորեքշաբթի չրք հինգշաբթի հնգ ուրբաթ ուր շաբաթ շբթ կիրակի կիր",
    "kk": "дүйсенбі дс сейсенбі сс сәрсенбі ср бейсенбі бс жұма жм сенбі сб жексенбі жс",
    "tl": "lunes martes miyerkules huwebes biyernes sabado linggo",
    "uz": "dushanba seshanba chorshanba payshanba shanba yakshanba",
    "ky": "дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби",
    "tg": "сешанбе чоршанбе панҷшанбе ҷумъа шанбе якшанбе",
    "mr": "सोमवार मंगळवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "ne": "सोमबार मङ्गलबार बुधबार बिहिबार शुक्रबार शनिबार आइतबार",
    "gu": "સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર રવિવાર",
    "pa": "ਸੋਮਵਾਰ ਮੰਗਲਵਾਰ ਬੁੱਧਵਾਰ ਵੀਰਵਾਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ਨਿੱਚਰਵਾਰ ਐਤਵਾਰ",
    "ta": "திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு திங்கட்கிழமை செவ்வாய்க்கிழமை புதன்கிழமை வியாழக்கிழமை வெள்ளிக்கிழமை சனிக்கிழமை ஞாயிற்றுக்கிழமை",
    "te": "సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం",
    "kn": "ಸೋಮವಾರ ಮಂಗಳವಾರ ಬುಧವಾರ ಗುರುವಾರ ಶುಕ್ರವಾರ ಶನಿವಾರ ಭಾನುವಾರ",
    "ml": "തിങ്കളാഴ്ച ചൊവ്വാഴ്ച ബുധനാഴ്ച വ്യാഴാഴ്ച വെള്ളിയാഴ്ച ശനിയാഴ്ച ഞായറാഴ്ച",
    "my": "တနင်္လာ အင်္ဂါ ဗုဒ္ဓဟူး ကြာသပတေး သောကြာ စနေ တနင်္ဂနွေ",
    "km": "ចន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ សុក្រ សៅរ៍ អាទិត្យ ថ្ងៃចន្ទ ថ្ងៃអង្គារ ថ្ងៃពុធ ថ្ងៃព្រហស្បតិ៍ ថ្ងៃសុក្រ ថ្ងៃសៅរ៍ ថ្ងៃអាទិត្យ",
    "lo": "ວັນຈັນ ວັນອັງຄານ ວັນພຸດ ວັນພະຫັດ ວັນສຸກ ວັນເສົາ ວັນອາທິດ",
    "am": "ሰኞ ማክሰኞ ረቡዕ ሐሙስ ዓርብ ቅዳሜ እሑድ",
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 火 水 木 金 土",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일 화 수 목 금 토",
}
"""For each language every name of a day of the week. Which day it names is never used."""

BEFORE_NOON = (
    "am a._m ante_meridiem vorm vormittags morgens de_la_mañana da_manhã del_mattino du_matin dop dopoledne rano "
    "dopołudnia πμ π.μ ΠΜ πριν_το_μεσημέρι öö ق.ظ ص صباحا صبح قبل_از_ظهر पूर्वाह्न सुबह সকাল முற்பகல் "
    "sáng pagi asubuhi 上午 凌晨 早上 清晨 午前 오전 새벽 пр.об утра ранку सकाळी לפנה״צ"
)
AFTER_NOON = (
    "pm p._m post_meridiem nachm nachmittags abends de_la_tarde da_tarde del_pomeriggio de_l'après-midi odp odpoledne "
    "popołudniu μμ μ.μ μετά_το_μεσημέρι ös ب.ظ م مساء بعدازظهر بعد_از_ظهر عصر अपराह्न शाम বিকাল বিকেল பிற்பகல் "
    "chiều tối petang jioni 下午 傍晚 中午 午後 오후 сл.об вечера дня вечора अपराह्ण אחה״צ"
)
"""Words for the two halves of a 12-hour day. "Night" (noche, 晚上, रात) is in neither: it has both."""

LOCAL_NOON: dict[str, tuple[str, str]] = {
    "sv": ("fm", "em"), "fi": ("ap", "ip"), "sq": ("pd", "md"), "af": ("vm", "nm"),
    "vi": ("sa", "ch"), "ms": ("pg", "ptg"), "hu": ("de", "du"), "is": ("fh", "eh"),
}  # fmt: skip
"""The same, for short words that mean something else in other languages: before noon, after noon."""

ONLY_BEHIND_THE_TIME = "م ص"
"""Of those, the ones never put before a time: م behind a year says "of our era"."""

LITTLE_WORDS = (
    "ב of de del do da di de_l de_la d the on le la el den der des dem vom von am em il dne dnia dňa ngày năm año "
    "an ano anno year jaar år г год года году р року рік ж жылғы жылы թ թվականի წ წელი წლის წელს ili ci_il ci cü cı ci_ildə "
    "gada gadā m metų dieną ko eko e ren god godine g leta l roku r lapja in no na mwaka tahun tanggal tgl pada "
    "พศ ศ พ.ศ พ.ศ. ปี คศ ค.ศ के को का की سنة عام لعام في من سال och og za ve den. 於 于 έτους του την ה של la_data tarehe "
    "yil жыл соли ទី ថ្ងៃទី ឆ្នាំ ခုနှစ် ရက် ቀን ዓ.ም ວັນທີ "
    "y a mí mhí mí_na mhí_na i tarihinde tarihli"
)
"""Words that may stand inside a date: "10 *de* febrero *de* 2022", "2022 *m.* vasario 10 *d.*"."""

BEFORE_A_TIME = (
    "at um gegen à a á as ás às en a_las a_la a_les alle ore ora klo kl klokken klockan kello o ob u v w в о у ὥρα ώρα στις στη saat saati saatı zaman "
    "godz godzina hod lúc pukul jam saa kell plkst val om la_ora time zeit heure hora horas uhrzeit بساعت الساعة "
    "ساعة ساعت בשעה שעה समय সময় को เวลา 時間 시각 по ժամը סעה vid at_the"
)
"""Words that announce a time: "10. Februar 2022 *um* 9.13"."""

AFTER_A_TIME = (
    "uhr h hs hrs hr hours uur hod hodin órakor ч час часа часов น นาฬิกา ur heures heure horas "
    "बजे টা মিনিট بجے u.hr klst "
)
"""Words that follow a time and make a bare hour one: "9 *Uhr*"."""

ORDINALS = (
    "st nd rd th er re e ère eme ème o a ª º ° te ter ten de a. en án én ik i ci cı cu cü го е й є а ος η ή η. ní ú inci dne "
    "ed ste aig"
)
"""Endings written onto the number of a day or a year: "1st", "1er", "10th"."""

MONTH_MARKERS = "tháng thg"
"""Words that make the number behind them a month: "10 tháng 2 năm 2022"."""

UNITS: dict[str, str] = {
    "y": "年 년 оны",
    "m": "月 월 сарын",
    "j": "日 일 号 號",
    "h": "時 时 点 點 시",
    "i": "分 분 phút",
    "s": "秒 초",
}
"""Signs that follow a number and say what it counts: year, month, day, hour, minute, second."""

LABELS = (
    "published publish posted post updated update last modified created date dated first originally original as issued released written "
    "edited release time revised reviewed publication uploaded added printed filed timestamp "
    "stand veröffentlicht aktualisiert aktualisierung erstellt letzte letztes letzter zuletzt geändert bearbeitet "
    "erschienen publiziert datum geschrieben editiert gepostet eingestellt vom am veröffentlichung artikel "
    "publié publiée publie le mis mise à jour modifié modifiée actualisé créé écrit rédigé date_de paru dernière mise_à_jour "
    "publicado publicada actualizado actualizada última ultima actualización creado fecha el publicación modificado editado "
    "pubblicato pubblicata aggiornato aggiornata ultimo aggiornamento il modifica creato data "
    "atualizado atualizada atualização em publicação criado última_atualização "
    "gepubliceerd bijgewerkt geplaatst laatst laatste gewijzigd aangepast op publicatie gepubliceerd_op "
    "publicerad publicerat uppdaterad uppdaterat senast skapad ändrad publisert oppdatert sist endret udgivet opdateret "
    "offentliggjort sidst oprettet skrevet "
    "julkaistu päivitetty muokattu viimeksi "
    "opublikowano aktualizacja zaktualizowano dodano data_publikacji publikacja utworzono ostatnia modyfikacja "
    "publikováno publikované aktualizováno aktualizované aktualizace vydáno vydané zveřejněno zverejnené naposledy upraveno "
    "megjelent frissítve publikálva közzétéve módosítva utolsó frissítés dátum "
    "publicat actualizat actualizată publicată ultima_actualizare "
    "публикувано публикувана обновено обновена последна актуализация дата "
    "опубликовано опубликована обновлено обновлена дата_публикации последнее обновление изменено создано "
    "опубліковано оновлено останнє оновлення створено "
    "δημοσιεύτηκε δημοσιεύθηκε ενημερώθηκε δημοσίευση τελευταία ενημέρωση ημερομηνία "
    "yayınlanma yayınlandı güncelleme güncellenme güncellendi tarihi tarih yayın son giriş oluşturulma eklenme "
    "نشر نشرت تاريخ آخر تحديث بتاريخ تم النشر التحديث يوم تاریخ انتشار بروزرسانی به‌روزرسانی منتشر شده آخرین روز شائع اپ_ڈیٹ اشاعت "
    "פורסם עודכן תאריך עדכון אחרון פורסמה "
    "प्रकाशित अपडेटेड अपडेट प्रकाशन तिथि तारीख अंतिम প্রকাশ প্রকাশিত আপডেট হালনাগাদ তারিখ সর্বশেষ "
    "เผยแพร่ อัปเดต อัพเดท อัพเดต ปรับปรุง ล่าสุด เมื่อ วันที่ "
    "cập nhật đăng xuất bản lần cuối diterbitkan diperbarui dipublikasikan terakhir tayang diterbitkan_pada dikemaskini diupdate rilis "
    "发布 发布时间 发布于 发表 发表于 发表时间 更新 更新时间 更新于 最后更新 日期 时间 發布 發布時間 發表 更新時間 發布日期 最後更新 "
    "公開 公開日 更新日 更新日時 投稿日 配信 掲載 掲載日 公開日時 最終更新 最終更新日 発表 작성 입력 수정 승인 등록 게시 기사입력 최종수정 발행 업데이트 날짜 입력일 등록일 "
    "imechapishwa ilichapishwa imesasishwa publicat_el actualitzat darrera argitaratua eguneratua actualizado_o "
    "objavljeno ažurirano zadnja izmjena objavljen posodobljeno zadnja_sprememba objavljena "
    "avaldatud uuendatud publicēts atjaunots paskelbta atnaujinta birt uppfært foilsithe cyhoeddwyd diweddarwyd gepubliseer opgedateer "
    "வெளியிடப்பட்டது புதுப்பிக்கப்பட்டது பதிவு ప్రచురణ ಪ್ರಕಟಣೆ പ്രസിദ്ധീകരിച്ചത് પ્રકાશિત ਪ੍ਰਕਾਸ਼ਿਤ публикувана обновена ажурирано измењено izmenjeno izmijenjeno chop_etilgan нийтэлсэн "
    "publikuar përditësuar објавено ажурирано објављено dərc yeniləndi გამოქვეყნდა განახლდა հրապարակվել жарияланды жаңартылды inilathala"
)
"""Words that introduce a date and are no part of it."""

ZONES: dict[str, int] = {
    "Z": 0, "GMT": 0, "UTC": 0, "UT": 0, "WET": 0, "WEZ": 0,
    "BST": 60, "CET": 60, "MEZ": 60, "WEST": 60, "WAT": 60, "MET": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "OEZ": 120, "CAT": 120, "SAST": 120, "MEST": 120,
    "EEST": 180, "OESZ": 180, "MSK": 180, "МСК": 180, "EAT": 180, "TRT": 180, "TSI": 180, "GST": 240,
    "PKT": 300, "WIB": 420, "ICT": 420,
    "WITA": 480, "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "MYT": 480,
    "WIT": 540, "JST": 540, "KST": 540, "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EDT": -240, "EST": -300, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600, "BRT": -180, "NST": -210, "NDT": -150,
}  # fmt: skip
"""Abbreviations that mean one offset, in minutes east of UTC, by the custom of news."""

SEASONAL_ZONES: dict[str, int] = {
    "ET": -300, "CT": -360, "MT": -420, "PT": -480,
    "EASTERN_TIME": -300, "CENTRAL_TIME": -360, "MOUNTAIN_TIME": -420, "PACIFIC_TIME": -480,
}  # fmt: skip
"""American names that cover both halves of the year: the offset in winter; in summer an hour more."""

_NAMED_ZONES: dict[str, str] = {
    "eastern_time": "ET", "central_time": "CT", "mountain_time": "MT", "pacific_time": "PT",
    "eastern_standard_time": "EST", "eastern_daylight_time": "EDT", "central_daylight_time": "CDT",
    "mountain_standard_time": "MST", "mountain_daylight_time": "MDT", "pacific_standard_time": "PST",
    "pacific_daylight_time": "PDT", "greenwich_mean_time": "GMT", "coordinated_universal_time": "UTC",
    "british_summer_time": "BST", "central_european_time": "CET", "central_european_summer_time": "CEST",
    "mitteleuropäische_zeit": "MEZ", "mitteleuropäische_sommerzeit": "MESZ",
    "gmt": "GMT", "utc": "UTC", "мск": "MSK", "bdst": "",
}  # fmt: skip
"""Zones that are read in any case of letters, and those of several words. "" is a zone we cannot tell."""

LOCAL_ZONES: dict[str, tuple[tuple[frozenset[str], int], ...]] = {
    "CST": ((frozenset({"US", "CA", "en"}), -360), (frozenset({"CN", "TW", "zh"}), 480)),
    "IST": (
        (frozenset({"IN"}), 330),
        (frozenset({"IE"}), 60),
        (frozenset({"IL"}), 120),
        (frozenset({"hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "or", "as"}), 330),
        (frozenset({"ga"}), 60),
        (frozenset({"he"}), 120),
    ),
}
"""Abbreviations that mean one thing here and another there: the first row with the country or language holds."""

_NOT_THERE: dict[str, frozenset[str]] = {
    "BST": frozenset({"BD"}),
    "EST": frozenset({"AU"}),
    "EDT": frozenset({"AU"}),
    "MST": frozenset({"MY", "MM"}),
    "PST": frozenset({"PK", "PH"}),
    "GST": frozenset({"GS", "GU"}),
}
"""Countries in which an abbreviation of `ZONES` means something else."""

_DAY_FIRST_COUNTRIES = (
    "AE AL AM AR AT AU AZ BA BB BD BE BG BH BN BO BR BW BY CH CL CM CO CR CU CY CZ DE DK DO DZ EC EE "
    "EG ES ET FI FJ FR GB GE GH GR GT HK HN HR ID IE IL IN IQ IS IT JM JO KE KW KZ LB LK LU LV LY MA "
    "MD ME MK MT MU MX MY MZ NG NI NL NO NZ OM PE PG PK PL PT PY QA RO RS RU RW SA SE SG SI SK SN SV "
    "SY TH TN TR TT TZ UA UG UK UY UZ VE VN XK YE ZA ZM ZW AO"
)
_MONTH_FIRST_COUNTRIES = "US PH PR GU FM"
DAY_FIRST_LANGUAGES = (
    "de fr es it pt nl no da fi pl cs sk ro bg ru uk be el tr ar fa he hi bn ur th vi id ms sw ca gl "
    "hr sr sl et lv is ga cy af sq mk az ka hy kk sv "
    "uz tg ckb mr ne gu pa or ta te kn ml my km lo am"
)
YEAR_FIRST_LANGUAGES = "zh ja ko hu lt"
"""Who writes numeric dates in which order, by custom (CLDR's short formats). English is in none of them."""
_DAY_FIRST = frozenset(_DAY_FIRST_COUNTRIES.split())
_MONTH_FIRST = frozenset(_MONTH_FIRST_COUNTRIES.split())
_DAY_FIRST_LANGUAGES = frozenset(DAY_FIRST_LANGUAGES.split())
_YEAR_FIRST_LANGUAGES = frozenset(YEAR_FIRST_LANGUAGES.split())
_SAME_LANGUAGE = {
    "nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "fil": "tl", "iw": "he", "in": "id", "mo": "ro",
}  # fmt: skip

_FOLDED_AWAY = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u093c\u09bc\u00ad\u200b-\u200f\u2060\ufeff.'’ʼ״׳\"॰]"
)
_ALIKE = str.maketrans("łøđıəёيىكة–", "lodieеییکه-")


def fold(word: str) -> str:
    """``word`` as the tables compare it: small letters, no accents, no dots, one shape of like letters.

    >>> fold("Févr.") == fold("FEVR")
    True
    """
    if word.isascii():
        return word.lower().replace(".", "").replace("'", "")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return unicodedata.normalize("NFC", _FOLDED_AWAY.sub("", plain)).translate(_ALIKE)


@functools.cache
def words(table: str) -> frozenset[str]:
    """The folded words of one of the tables above; a space within a word is ``_``."""
    return frozenset(fold(word) for word in table.split())


OTHER_MONTHS = {"solar": _SOLAR_MONTHS, "ethiopic": _ETHIOPIC_MONTHS}


@functools.cache
def month_words() -> dict[str, dict[str, int]]:
    """Folded word, then language, then the month's number. Months of other calendars have those for a language."""
    found: dict[str, dict[str, int]] = {}
    for language, row in (*MONTHS.items(), *OTHER_MONTHS.items()):
        for number, names in enumerate(row.split("|"), start=1):
            for name in names.split():
                found.setdefault(fold(name), {})[language] = number
    return found


@functools.cache
def weekday_words() -> frozenset[str]:
    """Every folded name of a weekday, in any language."""
    return frozenset().union(*map(words, WEEKDAYS.values()))


@functools.cache
def zone_words() -> dict[str, str]:
    """Folded name of a zone to its abbreviation, for those read in any case of letters."""
    return {fold(name): short for name, short in _NAMED_ZONES.items()}


@functools.cache
def phrase_starts() -> frozenset[str]:
    """The first words of all names of several words, so that few phrases are ever looked for."""
    singles = (
        *MONTHS.values(),
        *WEEKDAYS.values(),
        *_NAMED_ZONES,
        BEFORE_NOON,
        AFTER_NOON,
        LITTLE_WORDS,
        BEFORE_A_TIME,
        LABELS,
    )
    return frozenset(
        fold(name.split("_")[0])
        for table in singles
        for name in re.split(r"[ |]", table)
        if "_" in name.strip("_")
    )


def month_of(word: str, language: str | None) -> tuple[int, str] | None:
    """The number of the month ``word`` names, and its calendar, "" being ours; None where it names none or several.

    In its own language a word means what it means there; elsewhere all languages that know it must agree.

    >>> month_of("listopada", "hr"), month_of("listopada", "pl"), month_of("listopada", None)
    ((10, ''), (11, ''), None)
    """
    known = month_words().get(fold(word))
    if known is None:
        return None
    if language in known:
        return known[language], ""
    numbers = set(known.values())
    calendar = next((name for name in OTHER_MONTHS if name in known), "")
    return (numbers.pop(), calendar) if len(numbers) == 1 else None


@functools.lru_cache(maxsize=64)  # pure; asked for each date of a page
def primary(language: str | None, country: str | None) -> tuple[str | None, str | None]:
    """A language tag and a country as the tables know them: ``("en-GB", None)`` is ``("en", "GB")``."""
    parts = re.split("[-_]", language.strip()) if language else [""]
    region = next((part for part in parts[1:] if len(part) == len("GB") and part.isalpha()), None)
    tongue = parts[0].lower()
    place = (country or region or "").strip().upper()
    return _SAME_LANGUAGE.get(tongue, tongue) or None, place or None


def day_order(language: str | None, country: str | None, separator: str) -> str | None:
    """The customary order of a numeric date with the year last, ``dmy`` or ``mdy``; None where it cannot be told.

    English without a country is undecided, and so are languages that put the year first: none of them has a
    custom for 03/04/2022. No locale of CLDR has month, dot, day: so dots are day-first where nothing is known,
    and undecided in American English, a tag that German sites often leave as their software set it.

    >>> day_order("en", "US", "/"), day_order("en", "GB", "/"), day_order("en", None, "/")
    ('mdy', 'dmy', None)
    """
    if language is None and country is None:
        return "dmy" if separator == "." else None
    if language in _DAY_FIRST_LANGUAGES:
        return None if country in _MONTH_FIRST else "dmy"
    if language not in {"en", "tl", "zu", "xh", None}:
        return None
    if country in _MONTH_FIRST or (language == "tl" and country is None):
        return None if separator == "." else "mdy"
    return "dmy" if country in _DAY_FIRST else None


def year_first(language: str | None) -> bool:
    """Whether a date of three two-digit numbers starts with the year in this language."""
    return language in _YEAR_FIRST_LANGUAGES


def half_of_day(word: str, language: str | None) -> str | None:
    """``am`` or ``pm`` where ``word`` says which half of the day it is; None otherwise. German "am" does not."""
    folded = fold("_".join(word.split()))
    before, after = LOCAL_NOON.get(language or "", ("", ""))
    if folded == before or (folded in words(BEFORE_NOON) and (folded, language) != ("am", "de")):
        return "am"
    return "pm" if folded == after or folded in words(AFTER_NOON) else None


def _solar_leap(year: int) -> bool:
    return (year * 8 + 29) % 33 in range(8)


def solar_to_gregorian(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a Solar Hijri date of 1300 to 1500; None where that month has no such day.

    Leap years follow the 33-year cycle, which agrees with the Iranian calendar until 1472 (2093).

    >>> solar_to_gregorian(1403, 1, 1), solar_to_gregorian(1404, 12, 30)
    (datetime.date(2024, 3, 20), None)
    """
    if year not in SOLAR_YEARS or not 1 <= month <= len(_SOLAR_LENGTHS):
        return None
    length = _SOLAR_LENGTHS[month - 1] + (month == len(_SOLAR_LENGTHS) and _solar_leap(year))
    if not 1 <= day <= length:
        return None
    before = sum(365 + _solar_leap(past) for past in range(SOLAR_YEARS.start, year))
    within = sum(_SOLAR_LENGTHS[: month - 1]) + day - 1
    return dt.date(1921, 3, 21) + dt.timedelta(days=before + within)


def ethiopic_to_gregorian(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of an Ethiopian date; None where that month has no such day.

    >>> ethiopic_to_gregorian(2016, 1, 1), ethiopic_to_gregorian(2016, 13, 6)
    (datetime.date(2023, 9, 12), None)
    """
    length = 30 if month <= 12 else 5 + (year % 4 == 3)  # noqa: PLR2004 (the thirteenth month)
    if not (1000 < year < 3000 and 1 <= month <= 13 and 1 <= day <= length):  # noqa: PLR2004 (years of four digits)
        return None
    before = 365 * (year - 1) + year // 4
    return dt.date.fromordinal(_ETHIOPIC_EPOCH + before + 30 * (month - 1) + day - 1)


def zone_offset(name: str, wall: dt.datetime, language: str | None, country: str | None) -> int | None:
    """Minutes east of UTC that the zone ``name`` means at the wall clock ``wall``; None where it cannot be told.

    >>> zone_offset("ET", dt.datetime(2022, 2, 10, 9), "en", None), zone_offset("IST", dt.datetime(2022, 2, 10, 9), "en", None)
    (-300, None)
    """
    for places, offset in LOCAL_ZONES.get(name, ()):
        if (country or language) in places or (
            country is not None and language != "en" and language in places
        ):
            return offset
    if country in _NOT_THERE.get(name, ()):
        return None
    if name in SEASONAL_ZONES:
        summer = _us_summer_time(wall)
        return None if summer is None else SEASONAL_ZONES[name] + 60 * summer
    return ZONES.get(name)


def _us_summer_time(wall: dt.datetime) -> bool | None:
    """Whether daylight time is kept in the United States at this wall clock; None in the two doubtful hours.

    From the second Sunday of March to the first of November, 2 a.m., since 2007 (Energy Policy Act of 2005);
    from the first of April to the last of October, 1987 to 2006. Earlier years: None.
    """
    year = wall.year
    if year in range(1987):
        return None
    if year in range(1987, 2007):
        start, end = _sunday(year, 4, 1), _sunday(year, 10, 25)
    else:
        start, end = _sunday(year, 3, 8), _sunday(year, 11, 1)
    begins = start + dt.timedelta(hours=2)
    ends = end + dt.timedelta(hours=2)
    hour = dt.timedelta(hours=1)
    if begins <= wall < begins + hour or ends - hour <= wall < ends:
        return None
    return begins <= wall < ends


def _sunday(year: int, month: int, from_day: int) -> dt.datetime:
    """The first Sunday of that month on or after ``from_day``, at midnight."""
    day = dt.datetime(year, month, from_day)  # noqa: DTZ001 - a wall clock
    return day + dt.timedelta(days=6 - day.weekday())
