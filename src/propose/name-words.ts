/** English words around names, by which a proposal says what a name may be. Data only. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words before the name of a person that are an office or a form of address. In lower case. */
export const TITLES = set(`
  mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess president vice-president premier minister
  chancellor secretary senator congressman congresswoman governor mayor mayoress councillor councilor councilwoman councilman judge justice general
  colonel major captain lieutenant sergeant admiral commander chief chairman chairwoman chair director head leader speaker
  ambassador envoy commissioner deputy spokesman spokeswoman spokesperson adviser advisor analyst engineer architect
  author writer editor lawyer attorney prosecutor bishop archbishop pope cardinal reverend father sister brother coach
  manager founder owner scientist researcher economist historian fisherman farmer resident driver teacher doctor nurse
  treasurer auditor inspector officer official
`);

/** Words of which one makes a name that of an organisation, a place, an event. In lower case. */
export const ORGANISATIONS = set(`
  council ministry bank university college school institute company corporation inc ltd llc plc group union association agency
  authority committee commission court party parliament senate congress assembly department office bureau police army navy
  force forces foundation fund trust church club federation league alliance treaty organization organisation board
  administration government house times post herald gazette news journal courier tribune press media airlines railways
  hospital works society cooperative chamber
`);
export const PLACES = set(`
  river lake sea ocean bay island islands mount mountain mountains hill valley street road avenue square bridge harbour harbor port airport
  station city town village county province region republic kingdom states district park forest desert peninsula coast north
  south east west strait canal
`);
export const EVENTS = set(
  'war festival summit conference games cup championship election olympics revolution',
);

/** Words before a name that say where. In lower case. */
export const WHERE = set('in at near from across outside inside around towards toward into');

/** Words that begin with a capital and are no names: peoples, languages, faiths, what time tells. */
export const NOT_NAMES = set(`
  i i'm i’m i've i’ve i'll i’ll ok tv american russian british french german ukrainian european chinese japanese israeli palestinian iranian iraqi
  indian turkish polish italian spanish greek dutch swedish norwegian danish finnish irish scottish welsh english canadian
  australian african asian arab korean mexican brazilian western eastern northern southern christian muslim jewish catholic
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter gmt am pm
`);

/** Words of grammar that stand at the beginning of sentences. In lower case. */
export const OPENERS = set(`
  the a an this that these those it its he she they we you his her their our my your who what when where why how which there here
  in on at by for from to of with without as if but and or nor so yet because although though while since until after before
  during under over about against between among through into both each every all some many most more few several no not
  none one two three four five six seven eight nine ten another other others also even still only just now then once
  according asked meanwhile however instead besides despite whether neither either yes officials critics experts people
  police residents workers
`);

/** Small words inside a name: "Bank of Lindmark", "Ursula von der Leyen". */
export const INSIDE = set(
  'of de la le du da del della di van von der den al el bin ibn and for the',
);
