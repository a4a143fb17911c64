"""Words that tell nothing of what happened: of grammar, of any report, of counting and of time, in the languages tried.

Only those of four letters or more: shorter ones are passed over anyhow. Where an archive is large, how many articles
of the days around have a word tells the same; this list is for small ones, and for languages that are rare in a large one.
"""

from onrecord.values.wordlists import listed

__all__ = ["PLAIN_WORDS"]

PLAIN_WORDS = listed(
    # English
    "about above across after again against almost alone along already also although always among another anything around away back became because become been before began behind being below best better between both brought came cannot come could "
    "does doing done down during each early either else enough even ever every everything face fact fall fell find first five four found from full further gave give given goes going good great half hand hard have having head held help here high him "
    "himself hold hope however hundred hundreds into itself just keep kept knew know known large last late later least leave left less like likely little long look made main make making many matter mean meant mere might million millions billion more most much must "
    "near nearly need never news next nobody none nothing often once only open other others ought over part past people percent perhaps place plan point possible quite rather reach reached read ready really report reported reporter reporters reports right said same saw say says second see seen "
    "set seven several shall she should show side since some something soon speak spoke spokesman spokeswoman stand start started state statement still such take taken tell ten than that their them then there these they thing think third this those though thought thousand thousands "
    "three through time times today together told tomorrow took toward towards turn twice under until upon used very want wanted week weeks well went were what when where whether which while whole whom whose will with within without word words work would year years yesterday yet your "
    "according added asked called used using day days hour hours minute minutes month months morning evening afternoon night noon number comes expected four eight nine eleven twelve twenty thirty forty fifty woman women man men old young new "
    # German
    "aber alle allem allen aller alles allerdings also ander andere anderen anderer anderes auch auf aus außerdem bald beide beiden beim bereits besonders bisher bitte bleiben bleibt damit danach dann daran darauf daraus darf darüber darum dass davon dazu deren dessen deshalb "
    "diese diesem diesen dieser dieses doch dort drei durch dürfen eben ebenso eigenen eine einem einen einer eines einige einigen einmal erst erste ersten erster etwa etwas euch fast fünf für ganz ganze ganzen gegen gegeben geht gemacht genau gesagt gestern gibt ging große großen "
    "haben habe hatte hatten heute hier hinter ihre ihrem ihren ihrer ihres immer inzwischen jahr jahre jahren jede jedem jeden jeder jetzt kann kein keine keinem keinen keiner können könnte kommen kommt konnte konnten lange lassen leute machen macht mehr mehrere menschen millionen "
    "müssen muss musste nach nachdem nächsten neben neue neuen neuer nicht nichts noch oder ohne prozent rund sagen sagt sagte schon sechs sehr seien sein seine seinem seinen seiner seit selbst sich sieben sind soll sollen sollte sollten sondern sonst sowie später stehen steht stunden "
    "tage tagen über unter viel viele vielen vier völlig waren warum wegen weil weiter weitere weiteren wenig weniger wenn werde werden weder welche welcher wieder will wird wirklich wissen woche wochen wohl wollen wollte worden wurde wurden zehn zeit zudem zuletzt zurück zusammen zwar zwei zwischen zwölf "
    # French
    "ainsi alors après assez aucun aucune aujourd aussi autre autres avaient avait avant avec avoir beaucoup bien cela celle celles celui cent cents cependant certains cette ceux chaque chez cinq comme comment contre dans déjà depuis derrière deux devant devrait dire disent dit dix donc dont encore enfin "
    "entre environ était étaient être faire fait faut font grand grande hier heure heures huit jour jours jusqu jusque leur leurs longtemps lors lorsque mais mille millions moins mois monde même mêmes neuf nombre notamment notre nous nouveau nouvelle ont parce parle parmi pendant personne personnes peut peuvent plus plusieurs "
    "pour pourrait pourquoi premier première près puis quand quatre quelque quelques quelle quels rien sans selon semaine semaines sept sera seraient serait seront seul seule sont sous souvent sur tandis tant temps tous tout toute toutes trois trop très vers voir vont votre vous "
    # Spanish, Portuguese and Italian
    "además ahora algo algún alguna algunas algunos ante antes aquel aquella aunque bajo bien cada casi como contra cosas cual cuales cuando cuatro cuenta dado debe deben decir desde después dice dicho dijo donde durante ella ellas ellos entonces entre eran eres esta estaba estaban estado están estar estas este esto estos "
    "fueron fuera gran grande grandes haber había habían hace hacer hacia hasta hecho hora horas hubo luego lugar manera mayor medio mejor menos mientras miles millones mismo misma momento mucha mucho muchos mundo nada nadie ningún nosotros nueva nuevo nuevos número nunca otra otras otro otros para parece parte pasado "
    "pero personas poco pocos podría porque primer primera primero puede pueden pues quien quienes según segundo seis semana sido siempre siete sino sobre solo sólo también tampoco tanto tenía tener tiempo tiene tienen toda todas todavía todo todos tras tres tuvo unas unos usted varios veces vida "
    "ainda algum algumas alguns além anos antes apenas após assim através cerca coisa como contra dela dele deles depois desde dessa desse desta deste disse dois duas durante embora enquanto entre era essa esse estão estava este fazer feito foram havia hoje isso isto mais mas meio melhor mesmo milhões muito muitos "
    "nada nesta neste numa outra outras outro outros para pela pelas pelo pelos pessoas pode podem porque pouco primeira primeiro qual qualquer quando quase quatro quem segundo seis sempre sendo será seria seus sobre sua suas também tanto tempo tendo tinha todas todos três umas vezes você "
    "abbiamo alcuni alla alle allo altra altre altri altro anche ancora anni appena avere aveva avevano bene circa come comunque con contro così cosa cose cui dagli dai dal dalla dalle degli dei del della delle dello dentro dieci dopo dove due durante ecco erano essere fare fatto fino fuori giorni giorno gli grande hanno "
    "infatti insieme invece loro lungo meglio meno mentre mila milioni molti molto mondo nella nelle nello nessuno niente nostra nostro numero nuova nuovo ogni oltre oggi ora ore parte perché però persone poco poi possono prima primo proprio può quale quali qualche quando quanto quasi quattro quella quelle quelli quello questa queste questi questo quindi "
    "sarà sarebbe scorso secondo sei sempre sono sopra sotto spesso stata state stati stato stessa stesso sua sue suoi sul sulla sulle tanto tempo tra tre troppo tutta tutte tutti tutto una uno verso volta volte "
    # Dutch, Swedish, Danish, Norwegian, Polish
    "alleen alles altijd ander andere bijna binnen daar daarom deze dezer door drie echter eerste enkele gaan geen gisteren goed haar hebben heeft heel hier hoe hun iets inmiddels jaar jaren kunnen maar meer mensen miljoen minder moet moeten naar niet niets nieuwe nodig omdat onder ongeveer onze ook over procent sinds soms staat tegen terug "
    "tijdens toch toen tussen twee uit uur vanaf veel volgens voor vooral waar waren wanneer want waren weer werd werden wordt worden zeer zegt zelf zich zijn zonder zoals zullen "
    "alla andra även bara blev blir både dag dagar dem denna detta deras efter eller finns flera från fick före genom göra hade hans hela henne honom idag ingen inte kan komma kommer kunde kunna mellan men mer mycket måste många någon något några nära också oss samma sedan sina själv skulle ska sade säger till under upp utan vara varit vid vilket "
    "andre blevet bliver denne dette disse efter eller ellers ikke hvor hvad havde have helt hendes kommer kunne mange meget mellem nogle også over siden siger sige skulle vil ville være været blitt etter eller fikk flere før gjør hadde hvor hvis ikke mange mellom mener noen også seg siden sier skal skulle ville være vært "
    "aby albo ale będzie bardzo być była było były chce choć czyli dlatego dwa dwóch gdy gdzie jako jego jeden jednak jedna jest jeszcze jeśli już kiedy która które którego której który którzy lat mają może można musi nad nich nie niż oraz pod poza przed przez przy roku również się swoje takie tego tej też tylko tym wiele więc wszystkie został została zostały "
    # Russian and Ukrainian
    "более больше будет были было быть вместе время всего всех говорит года году даже день для если есть ещё еще когда которая которые который кроме лет либо между меня мог могут может можно нас него нее некоторые нет никто ничего новый один она они оно отметил очень перед под пока после потом почти при про раз рассказал свои своей своих "
    "себя сейчас сказал сказала словам сообщил сообщила сообщили стал стало стали так также такой там тем теперь того тоже только три тысяч уже хотя чего человек чем через что чтобы этих это этого этой этом этот "
    "або адже буде була були було бути вже він всіх для його коли кілька між може можна навіть один після перед понад про проти також тому тільки цього цьому через щоб який яка які якого"
)
