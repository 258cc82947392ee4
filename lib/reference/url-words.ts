import { wordTest } from './fold.ts';

/**
 * Words of addresses, by what they say about the page. Written as `fold` gives them («novost*» for «новости», «novosti»,
 * «nowosti»): data that the content script need not fold again. `*`: any ending.
 */

/** A feed: «novosti», «news», «lenta», «press-centr». */
const isKnownFeed = wordTest(
  'anonsi blog* fotocet* hronika lenta masmedia novost* obiavleni* pres presa prescent* presluzb* presrelease* presreliz* presrom reportag* reportaz* smi tpost vesti',
);

/** «news» alone or glued («latestnews», «edunews», «news1735»), but not «Nevsky» or «newschool». */
const NEWS = /nevs(?!k|ol)/;

/** A word that names a feed. */
export function isNewsWord(word: string): boolean {
  return isKnownFeed(word) || NEWS.test(word);
}

/** An event: its announcement or report. */
export const isEventWord = wordTest(
  'afis* akci* anons* competition* contest* ekskursi* evenc event festival* forum* koncert* konferenci* konkurs* lineik* maslenic* meropriat* mesiacnik* olimpiad* prazdnik* seminar* slet* sobiti* sorevnovan* sovesan* spartakiad* spektakl* subotnik* turnir* turslet* utrenik* vebinar* viktorin* vistavk*',
);

/** Sections that hold events, named so in the plural. */
export const isEventSection = wordTest('afis* anons* competitions contesc evenc event meropriat* sobiti*');

/** First word of an act: a slug that begins so is its title, even in a feed. */
export const isActWord = wordTest(
  'akt akti dogovor* doklad* instrukci* koncepc* licenzi* lokaln* npa ocet* pasport pism* polozene polozeni* poriadka poriadke poriadok postanovlen* predpisan* prikaz prikazi prikazom protokol* rasporiazen* reglament* resene resenem resenia samobsledovan* soglasen* spravk* svidetelstv* ukaz ustav* utverzdene* utverzdeni* vipisk* zakon',
);

/** First word of other papers. In a feed it proves nothing («metodicheskij-den»). */
export const isPaperWord = wordTest(
  'adaptirovan* adresn* analiticesk* analiz antikorupc* blank* ciklogram* doc document dorozn* federaln* forma grafik* informacion* itogov* kalendarn* kriteri* metodicesk* model* monitoring* municipaln* obrazovateln* pamiatk* perecen plan plani pokazatel* pravila proekt program* publicn* raboc* regionaln* rekomendaci* restr* spisok statisticesk* strategi* svodn* ucebn* zaiavleni*',
);

/** Nouns that name a paper wherever they stand in its title: «adresnye-rekomendacii», «kompleks-mer». */
export const isPaperNoun = wordTest(
  'analiz analiza dokument* efektivnost* grafik* indikator* kart karta karti kompleks koncepci* kriteri* material* meri metodik* model modeli monitoring monitoringa pasport* perecen* plan plani pokazatel* prilozen* programa programi rekomendaci* restr* rezultati sistema sistemi spisk* spisok strategi* svod',
);

/** Folders and handlers whose items are documents. */
export const isDocumentFolder = wordTest(
  'ac akt akti atacmenc atacment basa baza doc docs docum documenc document dokum* dovnload dovnloads fail* file files lav lavs legal load lokaln* normativ* normotvorc* npa oficial oficialn* polozeni* postanovlen* pravo prikaz prikazi prime rasporiazen* upload uploads zagruzk* zakonodatel*',
);

/** Sections of media: their items are reports. */
export const isMediaSection = wordTest(
  'economi economics incidenc obsestv* politics politik* proisestv* soceti',
);

/** Sections that media share with libraries and clubs: only a number at the end tells. */
export const isSharedSection = wordTest('culture ekonomik* kultur* sporc sport');

/** «…лся», «…лась», «…лись», «…ется»: past and present of reflexive verbs, whatever the verb. */
const REFLEXIVE = /^(?!.*(?:klas|golos|polos|kolos)$).{3,}(?:lsia|[aeiou]l(?:as|os|is)|ecia)$/;

/** «…или», «…овали», «…нули», «…ают», «…уют», «…ает», «…ует»: what no noun of these pages ends in but those left out. */
const PERSONAL =
  /^(?!(?:.*(?:profili|stili|mobili|mogili|vasili|bahili)|menuet|piruet|siluet)$).{3,}(?:ili|[eo]vali|nuli|[au]iut|[au]et)$/;

/** Finite verbs of headlines in the third person, past and future: a document's title has none. */
const isKnownVerb = wordTest(
  'brosaiut budet budut gotoviat* gotovit* hocet hotiat ispolnil* mogut nacalas nacalis nacalos nacalsia nacinaecia nacinaiucia nagradiat nagradil* nagrazdeni napisali napisut napominaet napominaiut napomnil* nazval* nazvana nazvani obiavil* obiavlen obiavlena obiavleni obiavliaet obsudil* obsuzdaiut okazali opredeleni opredelil* opublikovan opublikovani otdohnut otkril* otkrivaet* otlicil* otmecaet otmecaiut otmetil* otpraviacia otpravil* otprazdnoval* otremontiroval* otremontiruiut ozvucil* pobedil pobedila pobedili pobival* poctil* podpisal* pomog pomogla pomogli podaril* podgotovil* podvedeni podvel podveli podvodiat poedet poedut poiaviacia poiavicia poiavil* pokazal pokazala pokazali polucat polucil* polucit posetil* postroiat poucastvuiut pozdravil* pozdravliaet pozdravliaiut poznakomil* peredal* preal* pribil* priglasaet priglasaiut primet primut prinial* prinesla prinesli prinimaiut prisoedinil* prodolzaet* proideno proidet proidut prosel prosiol prosla prosli proslo provedena provedeni provedeno provedet provedut provel provela proveli proveril* provodit* raskazal* raskazet raskaziva* raskazut raskril* sdadut sdali sezdil* sigral* smogla smogli smogut smozet sobral* sobsil* sostoiacia sostoialas sostoialis sostoialos sostoialsia sostoicia sozdadut sozdal* stal stala stali stanet stanut startoval* startuet startuiut ucastvuet ucastvuiut utverzden utverzdena utverzdeni utverzdeno uznal uznali vernul* vzial* viavil* vibral* vigral* visel visla visli vistupil* vosel vosla vosli vozvrasaet* vrucat vrucil* vspomnil* vstretil* zaiavil* zanial* zapustil* zaversaet* zaversen zaversena zaverseni zaversil* zazgl* zdet zdut pozdravliaem',
);

/** A word that only a headline has. */
export function isHeadlineVerb(word: string): boolean {
  return isKnownVerb(word) || REFLEXIVE.test(word) || PERSONAL.test(word);
}

/** «Приглашаем», «поздравляем»: an announcement by those who hold the event. */
export const isInvitation = wordTest('priglasaem priglasaiu priglasene primite ucastvuite zdem');

/** Single happenings: a page named so tells of one. */
export const isHappening = wordTest(
  'akci* ekskursi* festival* koncert* lineik* maslenic* prazdnik* slet* spektakl* subotnik* turslet* utrenik*',
);

/** The assessment's own sections («Механизмы управления качеством», «Мероприятия» in them are measures, not events). */
export const isAssessmentWord = wordTest(
  'kacestv* meanizm* mer meri moko monitoring* mum municipalnih ocenk* roko rum snor soko',
);

/** Last path words of sections: lists from which documents are reached. */
export const isSectionWord = wordTest(
  'abitur abiturent* about arhiv budget catering comon contac deiatelnost demo demoversi docs documenc document dokumenti education edustandarc emploes fod foto fotogalereia galereia galeri glavnoe granc inter istoria kategori kolektiv kontakti kontaktn* managers materiali materials obec obrazovane obucaiusimsia oficialno opendata ovz pedagogam photo pitane prem premn* priom* raspisane raspisani* razdeli roditeliam rubriki rukovodstvo section sections sedule sotrudniki standarc stranici structure struktura studentam studentu sveden svedeni* ucasimsia ucenikam ucreditel* vacances vacant vakansi',
);
