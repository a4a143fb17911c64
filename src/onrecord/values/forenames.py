"""Which gender a first name mostly has: for telling whom "he" and "she" mean."""

import enum
import functools
import re
import unicodedata
from typing import Final

from onrecord.values.wordlists import listed


class Gender(enum.StrEnum):
    """What "he" and "she" agree with."""

    HE = "he"
    SHE = "she"


# Names that are mostly given to one gender, from common knowledge of many cultures; without accents, lower case. A name
# that is common for both is in the third list.
_HE = listed("""
aaron abdel abdul abdullah abdulrahman abel abraham adam adama adebayo adrian ahmad ahmed aidan akira aki alan albert alberto aldo
alejandro aleksandr aleksandar alessandro alexander alexandre alexei alexey alfonso alfred alfredo alistair alvaro amadou amir
amit anand anatoly anders andre andreas andrei andres andrew andrzej andy angus anil ansel ansgar anthony antoine anton antonio antony
archibald aristide armand armando arnaud arnold arthur artem arturo asif atsushi augustin augustus aurelio aurelien austin avi axel ayman
babak baptiste barack barnaby barney barry bart bartosz bashar bashir basil bastien ben benedict benjamin benoit bernard bernardo bernd
bernhard bernie bert bertrand bill billy bjorn bob bobby bogdan boris brad brandon brendan brett brian bruce bruno bryan burak byron
calvin carl carlo carlos cedric celestino celso cesar chad charles charlie chen christian christophe christopher cillian claude claudio
clemens clement clive colin colm conor conrad constantin cormac craig cristian cristiano cyril cyrus dafydd daisuke dale damian damien dan
daniel daniele danny dario darius darren dave david davide dawit dean deepak delroy denis dennis derek desmond devon didier diego dieter dimitri
dinesh dirk djibril dmitri dmitry dominic dominik domenico don donald dougal douglas duncan dwayne dylan ebbe eberhard ed eddie eddy edgar
edmund eduardo edward edwin efraim eirik elias elijah elliot elliott emeka emil emile emilio emmanuel emre enrico enrique enver eric erich
erik ernest ernesto ernst erwin esteban ethan etienne eugen eugene evan evaristo evgeny ezra fabian fabien fabio fabrice faisal farid farouk
federico felipe felix ferdinand fernando ferran filip finn florian francesco francis francisco franck francois frank frankie franz fraser
fred freddie frederic frederick frederik fredrik friedrich gabriele gareth gary gaston gavin gennady geoff geoffrey georg george georges
gerald gerard gerd gerhard germain gernot giacomo gianluca gilbert gilles giorgio giovanni giulio giuseppe glenn godfrey gonzalo gordon graeme
graham grant greg gregor gregory grigory guido guillaume guillermo gunnar gunter gus gustav gustavo guy gwilym hakan hakim hamdullah hamid
hamza hans harald harold haroun harrison harry haruki hasan hassan hector heinrich heinz helmut hendrik henri henrik henry herbert herman hermann hiro
hiroshi honore horacio horst howard hubert hugh hugo humberto hussein ian ibrahim idris igor ignacio ike ilya imran ingo ingvar isaac isaiah ismael ismail
ivan ivo jack jackson jacob jacques jake jakob jakub jamal james jan jared jarek jason javier jay jeff jefferson jeffrey jens jeremiah jeremy
jerome jerry jerzy jesper jesus jim jimmy jiri joachim joakim joao joaquin jock joe joel johan johann johannes john johnny jon jonas jonathan
jorge jorg jose josef joseph josh joshua juan jules julian julien julio julius junior jurgen justin kaan kareem karim karl kaspar kazuo keir keith ken
kenji kenneth kenny kenta kevin khaled khalid kieran kirill klaus knut kofi konrad konstantin krzysztof kurt kwame kyle lamar lars laszlo laurence laurent
lawrence lech lee leif leo leon leonard leonardo leonid leopold leroy levi lewis liam lionel lloyd lorenz lorenzo lothar louis luc luca lucas
lucien ludovic luigi luis luiz luka lukas lukasz luke luther maciej magnus mahmoud malcolm malik mamadou manfred manoj manuel marc marcel marcello
marcin marco marcos marcus marek mariano mario marius mark markus marlon marten martin marvin massimo mateo mateusz mathias mathieu mats matt matteo matthew
matthias matthieu maurice mauricio maurizio max maxim maxime maximilian mehdi mehmet melvin mervyn michael michal michel michele miguel mihai mikael mike
mikhail miklos milan milos mitch mohamed mohammad mohammed moises moses moussa muhammad murat murray mustafa naveen nathan nathaniel neal ned neil nelson
nicholas nick nicolas nicholas niels nigel nikhil niklas nikolai nikolaos nikos nils noah noel nuno octavio oisin olaf ole oleg oliver olivier oluwaseun omar
orlando oscar osman oswald otto owen pablo paddy padraig panos paolo pascal patrice patricio patrick paul paulo pavel pawel pedro peer percy perry
pete peter petr petros petter phil philip philipp philippe phillip pierce pierre piero pierluigi piet pieter piotr prakash prasad quentin radomir radoslav rafael rafal raffaele
rahul raj rajesh rajiv rakesh ralf ralph ramesh ramon ramzi randall randy raphael rashid rasmus raul ravi ravindra ray raymond reggie reginald reinhard reinhold remi
rene reuben rex reza ricardo riccardo richard rick ricky rishi rob robert roberto rodney rodolfo rodrigo roger rohan roland rolf roman romain ron ronald
ronaldo ronan ronnie rory ross roy ruben rudolf rudy rupert russell ruslan ryan saad said salim salman salvador salvatore samir samuel sandeep sandro sanjay
santiago satoshi saul scott sean sebastian sebastien sergei sergey sergio seth shane shaun shawn sheldon shigeru shinzo sigmund silvio simon slobodan solomon
soren spencer stan stanislav stanley stefan stefano steffen stelios stephan stephane stephen steve steven stewart stijn stuart sulaiman suleiman sultan sunil
suresh sven sylvain sylvester tadeusz takashi tariq tarek taylan ted temur terence terrence terry thabo theo theodor theodore thiago thierry thilo thomas thor
thorsten tiago tim timo timothy tobias toby todd tom tomas tomasz tommy tony torsten travis trevor tristan troy tunde tyler ugo ulrich umar umberto vaclav valentin valery
vance vasily vasyl victor vijay viktor vikram vincent vincenzo vitaly vito vlad vladimir volker volodymyr waleed walid wallace walter warren wayne werner wesley wilfred
wilhelm will willem william willie willy wim winston wojciech wolf wolfgang xavier yaroslav yasser yiannis yosef youssef yuri yusuf yves zachary zbigniew zoltan zoran
abdoulaye ademola alhaji amadeo arjun arvind ashok babatunde bakary balazs benedikt bo bora boubacar callum cheikh chidi chinedu dag daisuke damir dawid demba
desta dinko dusan eamon eduard einar eino emanuel erkki evander faustino fergus ferenc fyodor gabor giuliano goran gyorgy haakon haile hamish haris hiroki hoang ichiro ilir inaki
istvan iker jairo janos jari jarkko jean-luc jean-pierre jean-claude jean-marc jean-paul jin jordi josip jovan juha juhani kagiso kamal karel kenzo kjell koffi kostas kristof kyriakos lajos lorcan mads makoto
marko masato mato matus mauro melchior mihail milo mirko miroslav mladen modibo mouhamed mirza naoki naseem nasser nduka nikola niko obinna oded olivar ondrej osamu ousmane pau pekka pedrag predrag raimund
rajko ramiro refik rui ryo samba sava sefa seydou sinan siddharth sigurd sota stjepan sullivan taha takeshi tamas tapio tendai tero thulani tibor tomislav toomas toshiro ulf uwe vasil veli viggo yannick yasin
yaw yohannes yoshiro zdenek zeljko zlatan zubair tor jaap joost kees sjoerd bram ruud wout daan sander teun
giorgos georgios dimitris dimitrios konstantinos yannis giannis ioannis vasilis vasileios pavlos stavros spyros thanasis athanasios christos panagiotis
manolis antonis alexandros alexis makis lefteris stratis michalis sotiris vangelis evangelos grigoris thodoris theodoros jaroslav ladislav frantisek lubos
radek vojtech matej bohumil oldrich mariusz dariusz grzegorz kamil jacek janusz slawomir leszek wieslaw ryszard kazimierz waldemar bartlomiej dmitriy
aleksei maksim stepan gleb arkadi gennadi lev timur vyacheslav valeri yury danila makar serhii serhiy oleksandr dmytro andriy andrii mykola mykhailo ihor
bohdan danylo taras ostap petro yuriy yurii maksym oleksii oleksiy pavlo hryhoriy nazar huseyin ahmet selim orhan kemal cem halil recep tayfun tolga volkan
serkan onur baris ozan riza cengiz erdogan turgut jorgen svend morten peder kjeld poul torben flemming carsten preben claus mogens kasper mikkel kristian
knud karl-johan bengt lennart sten stig ake bertil olle gosta torbjorn christer jozsef sandor attila imre andras balint bence gergely zsolt gerrit thijs
jeroen maarten wouter niek rachid achmed joaquim corrado fabrizio gaetan loic
""")
_SHE = listed("""
abigail ada adaeze adela adele adriana agata agatha agnes agnieszka aicha aida aileen aisha aishwarya alba alessandra alexandra alexandrine alice alicia
alina aline alison allison alma alya alyssa amal amanda amara amber amelia amelie amina aminata amy ana anabel anastasia andree anette angela angelica
angelina angie anika anita anja ann anna annabel anne anneke annette annie annika antje antonella antonia anya araceli ariana ariane arlene asha ashley
astrid asuka audrey aurora aurore ava aya ayako ayesha aylin ayse azra barbara beata beate beatrice beatriz becky begona belinda berenice bernadette bertha beth bethany betsy
betty beverley beverly bianca birgit birgitta blanca bonnie brenda bridget brigitte britta bronwyn camila camilla camille candice cara carina carla carly
carmen carol carole carolina caroline carolyn carrie cassandra catalina caterina catherine cathy cecile cecilia celeste celia celine chantal charlene
charlotte chelsea cheryl chiara chika chimamanda chioma chloe christa christiane christina christine cindy claire clara clare clarissa claudette claudia
clementine colette colleen concepcion connie constance consuelo cora cordelia corinne cornelia courtney cristina cynthia dagmar daisy dalia dana daniela daphne
dawn deborah debra deirdre delphine demetria denise desiree diana diane dilma dina dolores dominique donatella donna dora doreen doris dorothea dorothy eileen ekaterina elaine
elena eleanor eleni eleonora elif elin elina elisa elisabeth elise eliza elizabeth ella ellen elodie eloise elsa elsbeth elvira emilia emilie emily emma erica erika erin esma esmeralda
esperanza estelle esther eugenia eunice eva eve evelyn fabienne faith fanny farah farida fatima fatma fatoumata felicia felicity fernanda fiona flavia fleur flora florence
fran frances francesca francine francoise freda frederique frida frieda fumiko gabriela gabriella gabrielle gail galina gemma genevieve georgia georgina geraldine
gerda gertrude gillian gina ginevra gisela giselle giulia gladys gloria grace graciela greta gretchen guadalupe gudrun gunilla gwen gwendolyn gwyneth hala halima hana hanna hannah hanneke
harriet hazel heather hedwig heidi heike helen helena helene helga hendrika henrietta hilary hilda hildegard hillary hinemoa hope ida ilana ilaria ilona ilse imelda imogen
ines inge ingeborg ingrid inmaculada ioana irena irene irina iris irma isabel isabela isabella isabelle isla isolde ivana ivy jackie jacinda jacqueline jana jane janet janice janine
jasmin jasmine jeanette jeanne jelena jenna jennifer jenny jessica jill jo joan joana joanna joanne jocelyn joelle johanna josefina josephine josie joy joyce juana judith judy julia juliana julie juliet
julieta juliette june justine jutta kaja kamala karen karin karina karla karoline katarina katarzyna kate katharina katherine kathleen kathryn kathy katia katie katja katrin katrina kayla keiko kelly kerstin
khadija kimberly kinga kirsten kirsty klara kristen kristin kristina kylie lara larissa laura laure laurie lavinia layla lea leah leila lena leonie leonor leslie leticia leyla lidia
lieke liesbeth lilian liliana lillian lily lina linda lindsay lisa lise liv liz lizzie lola lorena loretta lorna lorraine lottie louise lourdes luana lucia lucie lucille lucinda lucy ludmila luisa lydia lynn
mabel madeleine madeline madison maeve magda magdalena maggie maja malala malgorzata manon manuela mara marcela margaret margarida margarita margaux margot marguerite maria mariam
marian mariana marianne marie mariella marija marilyn marina marine marion marisa marisol marit marita marjorie marlene marlies marta martha martina martine mary maryam mathilde matilda maud maura maureen
mavis maya meena meera megan melania melanie melissa mercedes meredith michaela micheline michelle mieke mila milena mina mira miranda mireille miriam moira molly mona monica monika monique montserrat muriel myra
myriam nadege nadia nadine nadja nancy naomi narges natalia natalie natasha nathalie nelly nerys ngozi nia nicole nikki nina noelle noemi nora noriko nuria odette odile olga olive olivia ophelia orla ottoline
paloma pamela paola patricia patrizia patty paula pauline pearl peggy penelope penny petra philippa phoebe phyllis pia pilar pippa polly portia priscilla priya rachael rachel raquel rebecca regina
reina remedios renata renate renee rhiannon rita roberta rocio romy rosa rosalia rosalie rosalind rosanna rose rosemarie rosemary rosie rowena roxanne ruth ruxandra sabina sabine sabrina sadie safiya sakura sally
salma samantha samira sandra sanna sara sarah saskia scarlett selena selma serena shabana shannon sharon sheila shelley sheryl shirin shirley shreya sibylle sigrid silke silvia simone siobhan sinead sofia solange
soledad soledad solveig sonia sonja sophia sophie soraya stacey stefanie stella stephanie su-yeon sue sujata sunita susan susana susanna susanne susie suzanne svetlana sybil stefania sylvia sylvie tabitha tamar tamara tamika tania
tanja tanya tara tatiana teresa teresita tess tessa thea thelma theresa therese tilda tina tracey tracy trinidad trine trudy uma umeko ursula ute uzma valentina valeria valerie vanessa vera
verena veronica veronika veronique victoria viktoria viola violet virginia virginie viviana vivian vivien wanda wendy whitney wilhelmina winifred xenia ximena xiomara yasmin yasmine yelena yoko yolanda yuki yulia yvette
yvonne zahra zainab zara zawadi zeinab zelda zeynep zoe zsofia zuzana ebba edda eilidh emi erzsebet fadia fatou femke floor freya funmilayo gintare graca hanan hiba hye-jin ifeoma ileana imani inger isha itziar
izabela jadwiga jaana joke jolanta kadiatou kaori katalin kati katri kirsi laila lakshmi lerato liis ligia lucija ludivine mairead malin mariko maribel marja marketa mbali merete merve mette mihaela milagros minna mio
mirela miriam miyako naledi nandini nasrin nese niamh nkechi noa nomvula olena oksana oluchi oonagh padma parisa pernille ragnhild rania ritu roisin sanne satu sevgi shanti shira signe simona sinikka smita snezana soumaya
sumaya sunniva suvi swati tereza thandiwe thuy tiina tove tuva ulla ulrike vesna vibeke wangari xochitl una yara yewande zanele zeina zofia zohra zora
katerina aikaterini dimitra vasiliki ioanna kalliopi despina fotini chrysa niki evgenia athina lenka alena zdenka jitka jaroslava barbora eliska ewa
krystyna elzbieta halina danuta iwona dorota grazyna aleksandra karolina tatyana natalya lyudmila nadezhda lyubov zoya raisa larisa kseniya darya polina
zhanna inna yuliya iryna halyna nataliya svitlana lyudmyla kateryna solomiya daryna zoryana tetyana emine hatice nermin esra busra selin ebru gulsen deniz
pinar lone hanne bodil lene dorthe jytte gitte helle tine ditte margareta linnea agneta zsuzsanna judit ildiko eniko reka boglarka marijke annelies marleen
willemijn rosario encarnacion silvana ornella albertina gisele josiane ginette
""")

_BOTH = listed("""
alex ali andrea angel ariel ashley bo casey chris dana devin dominique drew elia evelyn frankie gabriel hayden hui jamie jan jean jesse
jo jordan jun kai kari kelly kerry kim lee leslie loren lou mai marian mel min ming morgan nicola nico noor nur pat quinn riley robin rowan sam sandy
sasha shannon sidney skyler stacey taylor terry toni tracy valery wei xin yan ying yu
""")


@functools.cache
def _genders() -> dict[str, Gender]:
    both = _HE & _SHE
    return dict.fromkeys(_HE - both, Gender.HE) | dict.fromkeys(_SHE - both, Gender.SHE)


@functools.lru_cache(maxsize=4096)
def gender_of(forename: str) -> Gender | None:
    """The gender that ``forename`` mostly has; None where it is unknown or given to both.

    Of a double name the first half decides.

    >>> gender_of("Siobhán"), gender_of("Jean-Luc"), gender_of("Sam")
    (<Gender.SHE: 'she'>, <Gender.HE: 'he'>, None)
    """
    key = _key(forename)
    known = _genders()
    return known.get(key) or known.get(key.partition("-")[0])


_LATIN: Final = str.maketrans(
    dict(zip("абвгґдеёєзиіїйклмнопрстуфхыэøł", "abvggdeeeziiiyklmnoprstufhyeol", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
)
"""Cyrillic letters as news writes them in Latin ones."""
_GREEK: Final = str.maketrans(
    dict(zip("αβγδεζηικλμνξοπρστυφω", "avgdeziiklmnxoprstyfo", strict=True))
    | {"θ": "th", "χ": "ch", "ψ": "ps"}
)


@functools.lru_cache(maxsize=4096)
def _key(word: str) -> str:
    """A name as the lists have it: small Latin letters without accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ий", "й").translate(_LATIN))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_GREEK)


def is_forename(word: str) -> bool:
    """Whether ``word`` is a first name that is known here, of whatever gender.

    >>> is_forename("Sam"), is_forename("Secretary")
    (True, False)
    """
    return gender_of(word) is not None or word.casefold() in _BOTH


_HIS: Final = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|[сц]ький)$", re.IGNORECASE)
_HERS: Final = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|[сц]ька|ová|ská|cká|ska|cka|d[oó]ttir)$", re.IGNORECASE)


def gender_by_surname(surname: str) -> Gender | None:
    """The gender that a Slavic or Icelandic surname ends for; None for all others.

    >>> gender_by_surname("Nováková"), gender_by_surname("Лунина"), gender_by_surname("Lind")
    (<Gender.SHE: 'she'>, <Gender.SHE: 'she'>, None)
    """
    if _HERS.search(surname):
        return Gender.SHE
    return Gender.HE if _HIS.search(surname) else None
