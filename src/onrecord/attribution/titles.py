"""Nouns for what a person is: offices, ranks, trades; alone, in compounds, and for groups."""

import functools
import re
from itertools import groupby
from typing import Final

from onrecord.values.forenames import Gender
from onrecord.values.wordlists import listed

_ENGLISH: Final = """
cllr academic activist actor actress adjutant administrator admiral adviser advisor advocate aide agent agriculturalist aldermen alderman ally ambassador
analyst anchor announcer apprentice archaeologist archbishop architect archivist artist assemblyman assemblywoman assessor assistant associate astronaut
astronomer athlete attorney attaché aunt author baker banker barber baron baroness barrister biographer biologist bishop blogger bodyguard boss botanist boy
bricklayer brigadier broadcaster broker brother builder businessman businesswoman butcher campaigner candidate captain cardinal caretaker carpenter cashier
caster chair chairman chairperson chairwoman champion chancellor chaplain chef chemist chief cleaner clergyman clerk climatologist climber coach coauthor
co-author co-chair co-director co-founder cofounder co-owner co-pilot collector colleague colonel columnist comedian commander commentator commissioner
comptroller composer conductor congressman congresswoman constable consul consultant contractor controller convener coordinator co-ordinator coroner
correspondent councillor councilman councilwoman councilor counsel counsellor counselor counterpart cousin creator critic curator customer cyclist dancer daughter deacon
dealer dean deckhand defender delegate demonstrator dentist deputy designer detective developer diplomat director dispatcher doctor driver duchess duke
ecologist economist editor editor-in-chief electrician emeritus emperor employee engineer entrepreneur envoy epidemiologist executive explorer expert farmer father
fellow fighter filmmaker financier firefighter fisherman footballer forecaster foreman forester forward founder friend gardener general geographer geologist girl girlfriend glaciologist goalkeeper
governor granddaughter grandfather grandmother grandson grocer guard guide guitarist hacker harbourmaster head headmaster headmistress headteacher historian host housewife hunter husband hydrologist illustrator imam
inspector instructor insurer interpreter inventor investigator investor islander janitor jeweller journalist judge juror justice keeper king labourer landlady landlord landowner lawmaker lawyer leader
lecturer legislator librarian lifeguard lieutenant lobbyist luthier magistrate maid major maker manager marshal master mathematician mayor mechanic mediator member merchant meteorologist
midfielder midwife minister model moderator mother mp mep musician naturalist negotiator neighbour neighbor nephew neurologist neuroscientist niece novelist nurse nutritionist observer
oceanographer officer official ombudsman operator organiser organizer owner painter parent pastor patient pathologist patriarch pensioner performer pharmacist philosopher photographer
physician physicist pianist pilot plaintiff planner player plumber poet policeman policewoman politician pollster pope postmaster premier presenter president priest prince princess principal
producer professor programmer prosecutor protester psychiatrist psychologist publisher pundit pupil qc queen rabbi rancher ranger reader receptionist rector referee refugee regent registrar reporter representative researcher
resident restaurateur retiree reverend rider runner sailor salesman scholar scientist sculptor secretary senator sergeant servant sheikh sheriff shopkeeper singer sister skipper
sociologist soldier solicitor solicitor-general son speaker specialist spokesman spokesperson spokeswoman staffer statistician stepfather stepmother steward strategist striker student superintendent supervisor
nominee narrator rival opponent mogul tycoon billionaire hopeful contender incumbent frontrunner insider source questioner informant woman man teenager pupil poster commenter subscriber caller listener viewer motorist hiker diver miner passer-by bystander onlooker broker boss-in-chief
democrat republican separatist spokespeople lobbyist megadonor donor fundraiser speechwriter ex-wife ex-husband ex-president vicepresident rep sen gov gen lt col sgt capt adm pres
supporter surgeon surveyor survivor swimmer tailor teacher teammate technician technologist tenant therapist tourist toxicologist trader trainer translator treasurer trustee tutor undersecretary uncle user
veteran veterinarian vet vicar vice-chair vice-chairman vice-president victim viceroy villager violinist virologist volunteer voter waiter waitress warden whistleblower widow widower wife winger witness worker writer zoologist
ceo cfo coo cto mla backbencher drummer elder practitioner rapper restorer soloist founder-director winemaker beekeeper bookseller shepherd shepherdess goalkeeper defector detainee operative smuggler gunman suspect defendant passenger shopper commuter
"""
_OTHERS: Final = """
minister ministerin präsident präsidentin kanzler kanzlerin vorsitzende vorsitzender sprecher sprecherin leiter leiterin chef chefin direktor direktorin meister meisterin
anwalt anwältin richter richterin trainer trainerin kapitän experte expertin forscher forscherin biologe biologin imker imkerin ingenieur ingenieurin arzt ärztin professor professorin führer führerin
lehrer lehrerin schüler schülerin student studentin autor autorin wirt wirtin bauer bäuerin landwirt landwirtin beauftragte beauftragter abgeordnete abgeordneter senator senatorin rat rätin sekretär sekretärin könig königin papst bischof
inhaber inhaberin gründer gründerin ökonom ökonomin analyst analystin historiker historikerin polizist polizistin zeuge zeugin nachbar nachbarin mutter vater bruder schwester tochter sohn verkäufer verkäuferin händler händlerin vorstand
pfarrer pfarrerin psychologe psychologin physiker physikerin chemiker chemikerin stürmer torwart spieler spielerin bürgermeister bürgermeisterin landrat landrätin gewerkschafter gewerkschafterin wissenschaftler wissenschaftlerin
ministre président présidente directeur directrice maire préfet préfète député députée sénateur sénatrice avocat avocate procureur procureure porte-parole chercheur chercheuse professeur professeure médecin
acteur actrice comédien comédienne chanteur chanteuse réalisateur réalisatrice délégué déléguée secrétaire conseiller conseillère adjoint adjointe patron patronne fondateur fondatrice entraîneur entraîneuse capitaine joueur joueuse gardien auteur autrice écrivain écrivaine historien historienne économiste glaciologue biologiste
climatologue hydrologue agriculteur agricultrice berger bergère boulanger boulangère ouvrier ouvrière conducteur conductrice habitant habitante voisin voisine père mère frère sœur fils fille juge témoin commissaire colonel général
responsable chef cheffe dirigeant dirigeante militant militante syndicaliste élu élue sociologue politologue ingénieur ingénieure infirmier infirmière enseignant enseignante étudiant étudiante éleveur éleveuse
ministro ministra presidente presidenta director directora alcalde alcaldesa consejero consejera diputado diputada senador senadora portavoz abogado abogada fiscal juez jueza investigador investigadora profesor profesora médico médica
secretario secretaria jefe jefa fundador fundadora entrenador entrenadora capitán capitana jugador jugadora portero portera delantero delantera autor autora escritor escritora historiador historiadora economista hidrólogo hidróloga biólogo bióloga
agricultor agricultora vecino vecina padre madre hermano hermana hijo hija testigo comisario comisaria general gobernador gobernadora experto experta líder dirigente concejal concejala responsable ingeniero ingeniera enfermero enfermera maestro maestra
presidente segretario segretaria sindaco sindaca assessore direttore direttrice allenatore allenatrice ministro portavoce procuratore avvocato capitano ricercatore ricercatrice professore professoressa
prefeito prefeita presidente diretor diretora secretário secretária treinador treinadora porta-voz deputado deputada governador governadora pesquisador pesquisadora ministra vereador vereadora delegado delegada
premier burgemeester voorzitter woordvoerder woordvoerster directeur hoogleraar wethouder minister-president onderzoeker statsminister statsråd ordförande talesperson forskare professor direktør formand talsmand talskvinde leder ordfører statsministeren
prezydent minister rzecznik rzeczniczka dyrektor burmistrz poseł profesor premier prezes президент министр премьер директор глава председатель губернатор мэр депутат секретарь представитель пресс-секретарь профессор эксперт тренер
президент міністр прем'єр директор голова речник депутат prezident ministr premiér ředitel mluvčí starosta başkan başkanı bakan bakanı sözcü sözcüsü müdür müdürü ministeri presidentti pääministeri johtaja puheenjohtaja tiedottaja
borgmester rådmand byrådsmedlem skoleleder forsker overlæge lektor kunstner fisker lods pensionist læge advokat politiker politiinspektør forfatter
borgmästare kommunalråd kommunalrådet oppositionsråd oppositionsrådet rektor rektorn överläkare läkare läkaren lantbrukare lantbrukaren polis polisen
åklagare åklagaren advokaten handläggare handläggaren ordföranden pressekreterare författare författaren konstnär konstnären generalsekreterare ordføreren
rådgiver statsråden politimester rådmann generalsekretær forskningsleder molenaar buurvrouw scholier chauffeur bestuurder vakbondsbestuurder onderwijzer
onderwijzeres advocaat kunstenaar schrijver schrijfster staatssecretaris gedeputeerde huisarts econoom bioloog aanvoerder eigenaar eigenares radny radna
posłanka trener wójt marszałek wiceprezydent lekarz lekarka nauczyciel nauczycielka trenerka dyrektorka prezeska prokurator adwokat ekonomista historyk reżyser
aktor aktorka pisarz pisarka strażak policjant sołtys ksiądz biskup emeryt emerytka właściciel właścicielka kierownik kierowniczka szef szefowa
przewodniczący przewodnicząca sekretarz mąż żona starostka primátor primátorka hejtmanka ministryně předseda předsedkyně poslanec poslankyně ředitelka lékař
lékařka učitel učitelka trenér trenérka profesorka hasič policista policistka majitel majitelka sládek spisovatel spisovatelka režisér
herečka důchodce důchodkyně ekonom náměstek náměstkyně zastupitel zastupitelka žalobce advokát vedoucí актёр актриса режиссёр писатель писательница врач
учитель учительница пенсионер пенсионерка водитель адвокат прокурор следователь доктор академик экономист историк капитан сенатор спикер замминистра
вице-премьер посол представительница руководитель основатель основательница владелец владелица житель жительница художник художница певец певица журналист
журналистка начальник заместитель музыкант фермер рыбак вчитель вчителька учень учениця лікар лікарка агроном речниця міністерка очільник очільниця
засновник засновниця директорка письменник письменниця актор акторка режисер професор економіст історик мешканець мешканка
пенсіонер пенсіонерка водій журналіст журналістка керівник керівниця заступник співак співачка δήμαρχος υπουργός πρωθυπουργός πρόεδρος διευθυντής
διευθύντρια καθηγητής καθηγήτρια βουλευτής εκπρόσωπος γραμματέας δικηγόρος γιατρός μαθητής μαθήτρια φοιτητής ερευνητής ερευνήτρια προπονητής αρχηγός
δάσκαλος δασκάλα συγγραφέας σκηνοθέτης ηθοποιός ψαράς αγρότης περιφερειάρχης υφυπουργός αντιδήμαρχος εισαγγελέας οικονομολόγος ιστορικός καπετάν muhtar
çiftçi mühendis mühendisi öğretmen öğretmeni kaptanı avukat avukatı gazeteci yazar yazarı milletvekili valisi kaymakam kaymakamı rektör rektörü yönetmen
yönetmeni doktor doktoru doçent temsilcisi üyesi sekreteri antrenör antrenörü balıkçı esnaf esnafı uzmanı yetkilisi savcı savcısı sindacalista
sovrintendente soprano tenore compositore compositrice regista scrittore scrittrice attore attrice cantante imprenditore imprenditrice commissario
commissaria questore prefetto parroco vescovo medico infermiere infermiera insegnante operaio operaia pescatore contadino contadina pensionato pensionata
titolare vicesindaco consigliere consigliera deputata senatore senatrice magistrato giudice geologo geologa biologo biologa figlio figlia marito moglie
vedova fratello sorella viuda marido esposa pintora actriz periodista pescador pescadora ganadero ganadera empresario empresaria sindicalista seleccionador
arquitecto arquitecta geólogo geóloga catedrático catedrática rectora párroco obispo taxista jubilado jubilada costurera costureira costureiro engenheiro
engenheira enfermeiro enfermeira motorista aposentado aposentada estudante aluno aluna cantora atriz jornalista empresário empresária advogado advogada juiz
juíza procurador procuradora viúva viúvo mãe pai irmão filho filha morador moradora bombeiro institutrice instituteur retraité retraitée romancier
romancière peintre musicien musicienne journaliste pompier gendarme paysan paysanne viticulteur viticultrice libraire pêcheur commerçant commerçante
restauratrice proviseur proviseure recteur rectrice évêque curé géologue vice-président vice-présidente trésorier trésorière mari veuve veuf épouse époux
"""
_KIN: Final = listed(
    "mąż żona syn córka brat siostra matka ojciec wdowa wdowiec manžel manželka dcera bratr sestra otec vdova "
    "муж жена сын дочь брат сестра мать отец вдова вдовец чоловік дружина син дочка донька мати батько"
)
"""Slavic words for relatives, behind which whose they are stands in the genitive."""
_RELATIVES: Final = listed(
    "mann ehemann ehefrau witwe witwer großvater großmutter onkel tante vrouw zoon dochter broer zus moeder vader echtgenoot echtgenote weduwe "
    "hustru maka dotter syster änka modern fadern kone mand ektemann datter søn sønn søster enke nonno nonna abuelo abuela avô avó grand-père grand-mère belle-mère "
    "vaimo aviomies puoliso äiti isä poika tytär veli sisko leski férje felesége özvegye anyja apja fia lánya testvére bátyja öccse nővére húga eşi kocası karısı oğlu kızı annesi babası kardeşi ağabeyi σύζυγος γιος κόρη αδελφός αδελφή μητέρα πατέρας χήρα"
)
_NAMES_TOO: Final = listed("mari mati fia pai kone maka uzman")
"""Words that with a capital are names: "Mari Lind", though "son mari"."""
_FIRST: Final = frozenset(_OTHERS.casefold().split()) | _KIN
_ABROAD: Final = _FIRST - frozenset(_ENGLISH.split())
_TITLES: Final = frozenset(_ENGLISH.split()) | _FIRST | _RELATIVES

_ENDS: Final = re.compile(
    r"(?:wo)?man$|person$|girl$|boy$|(?<!car|ven)eer$|grocer$|monger$|shopper$|watcher$|goer$|(?:olog|onom|graph|ipul|typ|ian|or|ar|en|er)ist$|ician$|keeper$|maker$|worker$|holder$|owner$|leader$|smith$|seller$|herder$"
)
# German, Dutch and Scandinavian write an office as one word, the trade last.
_COMPOUNDS: Final = re.compile(
    r"(?:minister|präsident|kanzler|sprecher|leiter|direktor|meister|anwält|richter|trainer|forscher|lehrer|führer|inhaber|gründer|sekretär|rät|beauftragt|vorsitzend|abgeordnet|polizist|expert|wissenschaftler|biolog|ökonom|aktivist)(?:in|en|e|er|s)?$"
    r"|(?:anwalt|chef|rat|wirt|ordförande|formand|talsmand|burgemeester|voorzitter|directeur|ledare?|direktør|försvarare)(?:in|en)?$"
)
_WOMAN: Final = re.compile(
    r"(?:woman|ess|mother|sister|daughter|wife|widow|queen|girl|aunt|niece|(?:er|or|ist|ent|eur|ant|olog|ält|chef|meist|wirt|rät|ekretär|ig)in"
    r"|trice|euse|ière|ienne|bergère|sœur|mère|tochter|mutter|schwester|[dtsg]ora|era|ada|ica|óloga|esa|enta|istra|jefa|hermana|hija|vecina"
    r"|uée|llère|ointe|tronne|oisine|utée|élue|woordvoerster|talskvinde)$"
)
_MAN: Final = re.compile(
    r"(?:(?<!wo)man|father|brother|son|husband|widower|king|boy|uncle|nephew|prince|duke|pope|padre|père|vater|bruder|frère|hermano|hijo|fils|sohn)$"
)

_HIS: Final = listed("mr sir lord mister herr monsieur m señor sr dott signor sig dhr hr pan г-н")
_HERS: Final = listed(
    "mrs ms miss dame lady madam frau fräulein madame mademoiselle mme mlle señora señorita sra srta signora mevr pani г-жа"
)
HONORIFICS: Final = (
    _HIS
    | _HERS
    | listed("mx dr prof rev st hon messrs me dottor fr comrade mallam alhaji alhaja hajiya barr engr oba")
)
"""What stands before a name and says no more than how to address the person. Without the full stop."""

SHORTENED: Final = listed(
    "Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Sgt Rev St Hon Capt Maj Adm Pres Jr Sr Sra Hr Fr Mme Mlle Mohd Md M"
)
"""What of a name, or before it, is written with a full stop."""
_SHORTENED_TOO: Final = listed("Sens Reps Del Mt vs Jan Feb Aug Sept Oct Nov Dec")
UNSHORTENED: Final = r"(?<![A-Z]\.)" + "".join(
    rf"(?<!\b(?:{'|'.join(sorted(words))})\.)"
    for _, words in groupby(sorted(SHORTENED | _SHORTENED_TOO, key=len), len)
)
"""Behind a full stop in a pattern: that it shortens none of these, and is no initial's."""

RANKS: Final = listed(
    "man woman cllr professor prof general colonel captain major lieutenant sergeant brigadier admiral commander judge justice councillor councilor cardinal rabbi imam reverend pastor sheikh constable inspector rep sen gov gen lt col sgt capt adm pres democrat republican wife husband mother father sister brother son daughter mum dad emeritus king queen prince princess professeur profesor profesora professorin doctor"
)
"""Titles that a fuller role displaces: "Professor Emeka, an ecologist at the institute"."""

_ENSEMBLES: Final = listed(
    "people officials authorities researchers scientists authors experts critics supporters opponents residents locals villagers neighbours neighbors police detectives investigators prosecutors lawyers doctors nurses teachers students parents workers "
    "staff fans campaigners activists protesters analysts economists diplomats ministers lawmakers lawmakers' senators councillors leaders members sources media reporters journalists farmers fishermen engineers monitors observers witnesses readers users customers voters "
    "allies insiders aides advisers islanders commentators historians others some many both several individuals posters opposition government administration "
    "team campaign media republicans democrats conservatives liberals americans"
)
"""Groups, organisations and papers that say things, by the noun alone."""

OFFICES: Final = listed(
    "administrator adviser advisor ambassador attorney chairman chancellor chief commissioner councillor director governor lawmaker leader mayor minister officer premier president prosecutor secretary senator speaker spokesman spokesperson spokeswoman undersecretary"
)
"""Titles that are no surnames."""

_BODIES: Final = listed(
    "ministry department union association company firm group club league council committee court board bank agency party force operator charity museum university school hospital newspaper paper network institute office federation commission parliament government foundation society organisation organization corporation church chamber authority ministère syndicat entreprise société préfecture mairie conseil tribunal ministerium partei verband gewerkschaft unternehmen firma gobierno ministerio partido sindicato empresa ayuntamiento policía"
)


@functools.lru_cache(maxsize=8192)
def is_title(word: str) -> bool:
    """Whether ``word`` says what one person is.

    >>> is_title("Secretary"), is_title("Netzmeisterin"), is_title("statement")
    (True, True, False)
    """
    low = word.casefold()
    if low in _TITLES:
        return word == low or low not in _NAMES_TOO
    if len(low) < _COMPOUND or low in _ENSEMBLES:
        return False
    # English trades end in -man, surnames too: "Wasserman". German writes both with a capital.
    return _COMPOUNDS.search(low) is not None or (word == low and _ENDS.search(low) is not None)


def leads_its_role(word: str) -> bool:
    """Whether ``word`` is a title of a language whose nouns stand before what is said of them: "segretario", "radny".

    >>> leads_its_role("Starosta"), leads_its_role("secretary")
    (True, False)
    """
    return word.casefold() in _FIRST


def is_foreign(word: str) -> bool:
    """Whether ``word`` is a title in another language than English alone.

    >>> is_foreign("radny"), is_foreign("minister")
    (True, False)
    """
    return word.casefold() in _ABROAD


def is_kin(word: str) -> bool:
    """Whether ``word`` is Slavic for a relative: whose they are follows without a link, "муж Ады Линд".

    >>> is_kin("Муж"), is_kin("husband")
    (True, False)
    """
    return word.casefold() in _KIN


def is_relative(word: str) -> bool:
    """Whether ``word`` says whose relative somebody is, in a language that sets the owner before it: "Witwe", "vaimo".

    >>> is_relative("hustru"), is_relative("widow")
    (True, False)
    """
    return word.casefold() in _RELATIVES


_COMPOUND: Final = 6
"""Letters from which a word is long enough to be told by its end: "her" ends in -er."""


def is_group(word: str) -> bool:
    """Whether ``word`` names several people or a body of them: a plural of a title, or a body.

    >>> is_group("officials"), is_group("ministry"), is_group("minister")
    (True, True, False)
    """
    low = word.casefold()
    return (
        low in _ENSEMBLES
        or low in _BODIES
        or (low.endswith("s") and low[:-1] in _BODIES)
        or (low.endswith("s") and is_title(low[:-1]))
        or (low.endswith("men") and is_title(low[:-2] + "an"))
    )


def is_body(word: str) -> bool:
    """Whether ``word`` names a body that speaks with one voice: "ministry", "company".

    >>> is_body("company"), is_body("officials")
    (True, False)
    """
    return word.casefold() in _BODIES


_PAPERS: Final = listed(
    "blog book column e-mail email note speech words analysis article data figure findings posting website broadcast transcript video clip advert spot lawsuit complaint indictment document letter memo message poll post report results review statement study survey testimony tweet"
)


def is_paper(word: str) -> bool:
    """Whether ``word`` names something written, which says things but is nobody: "report", "studies".

    >>> is_paper("report"), is_paper("reporter")
    (True, False)
    """
    low = word.casefold()
    return (
        low in _PAPERS
        or (low.endswith("s") and low[:-1] in _PAPERS)
        or (low.endswith("ies") and low[:-3] + "y" in _PAPERS)
    )


def is_honorific(word: str) -> bool:
    """Whether ``word`` is one of `HONORIFICS`, with its full stop or without: "Dr.".

    >>> is_honorific("Mrs."), is_honorific("mayor")
    (True, False)
    """
    return word.casefold().rstrip(".") in HONORIFICS


def honorific_gender(honorific: str | None) -> Gender | None:
    """The gender of whom an honorific is for; None where it tells none.

    >>> honorific_gender("mrs"), honorific_gender("dr")
    (<Gender.SHE: 'she'>, None)
    """
    if honorific in _HIS:
        return Gender.HE
    return Gender.SHE if honorific in _HERS else None


def title_gender(role: str) -> Gender | None:
    """The gender that the words of a role give away; None for most.

    >>> title_gender("spokeswoman for the mill"), title_gender("minister")
    (<Gender.SHE: 'she'>, None)
    """
    for word in role.casefold().split():
        if is_title(word):
            if _MAN.search(word):
                return Gender.HE
            if _WOMAN.search(word):
                return Gender.SHE
    return None
