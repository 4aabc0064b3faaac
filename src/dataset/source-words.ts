/**
 * The words by which a text says who speaks, how a speaker is left unnamed, what it denies, and numbers: what the verification and
 * the proposals for authors know of a language. Data only. Words for dates are in date-words.ts.
 */

/** All in the form that `comparable` gives: lower case, no accents, no marks. */
export interface SourceWords {
  /** Verbs that give somebody's words or thoughts, in each form that a text may use. */
  speech: readonly string[];
  /** Those of them that are often something else: a noun, or an act. They do not show that an unnamed person speaks. */
  oftenNotSpeech: readonly string[];
  /** Phrases that give them without a verb. */
  sayings: readonly string[];
  /** What an unnamed speaker is called who speaks for an office. */
  officials: readonly string[];
  /** What one other unnamed speaker is called, and what several are. */
  person: readonly string[];
  people: readonly string[];
  /** What a text says of them in place of their names, if it has no verb of speech for them. */
  unnamed: readonly string[];
  /** Words of grammar that turn a sentence round. "isn’t" is compared as "isn t". */
  negations: readonly string[];
  /** Other words that deny. */
  denials: readonly string[];
  /** Words between a negation and what it turns round. */
  between: readonly string[];
  /** Words and phrases that a sentence about the future has. */
  future: readonly string[];
  /** Words that stand for a speaker whom an earlier sentence names. */
  pronouns: readonly string[];
}

const list = (words: string): string[] => words.trim().split(/\s+/);
const phrases = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

const ENGLISH: SourceWords = {
  speech: list(`
    say says said saying tell tells told telling
    acknowledge acknowledged acknowledges acknowledging add added adds adding admit admits admitted admitting advise advised advises
    affirm affirmed affirms agree agreed agrees allege alleged alleges announce announced announces announcing answer answered answers
    argue argued argues arguing ask asked asks asking assert asserted asserts assure assured assures asserting
    call called calling calls caution cautioned cautions cautioning claim claimed claiming claims comment commented comments
    complain complained complains conclude concluded concludes concede conceded concedes confirm confirmed confirming confirms
    contend contended contends counter countered counters criticise criticised criticize criticized
    declare declared declares declaring demand demanded demands denied denies deny denying describe described describes describing
    disclose disclosed discloses dismissed emphasise emphasised emphasize emphasized estimate estimated estimates
    explain explained explaining explains express expressed insist insisted insisting insists
    joke joked lament lamented maintain maintained maintains mention mentioned mentions note noted notes noting
    observe observed observes object objected objects pledge pledged pledges pledging point pointed pointing points post posted posting posts
    praise praised predict predicted predicting predicts promise promised promises promising propose proposed proposes
    question questioned quip quipped quote quoted reaffirm reaffirmed recall recalled recalls recommend recommended recommends
    reiterate reiterated reiterates reiterating remark remarked remarks repeat repeated repeats replied replies reply replying
    report reported reporting reports request requested respond responded responds reveal revealed reveals
    signal signaled signalled speak speaking speaks spoke spoken state stated states stating stress stressed stresses stressing
    suggest suggested suggesting suggests testified testify tweeted urge urged urges urging
    vow vowed vows vowing warn warned warning warns welcome welcomed welcomes write writes writing wrote written
  `),
  oftenNotSpeech: list(`
    agree agreed agrees ask asks call called calls calling point points pointed pointing post posts posted posting object objected objects
    maintain maintained maintains request requested report reports reporting reported state states signal signaled signalled
    spoke speak speaking spoken promise promises propose proposes question questioned welcome welcomed welcomes note notes
    comment estimate estimates demand demands claim claims quote quoted answer answers reply counter repeat remark
    remarks mention praise praised dismissed reveal reveals expressed recall recalled described describe
  `),
  sayings: phrases('according to, in the words of, in a statement, in an interview'),
  officials: list(`
    official officials diplomat diplomats aide aides adviser advisers advisor advisors spokesman spokeswoman spokesperson spokespeople
    spokesmen staffer staffers lawmaker lawmakers prosecutor prosecutors investigator investigators police ministry
  `),
  person: list('person source insider individual somebody someone employee worker witness'),
  people: list('people persons sources insiders individuals employees witnesses'),
  unnamed: phrases(
    'familiar, briefed on, close to, knowledge of, aware of, involved in, present at, on condition of anonymity, not be named, not to be named, anonymously',
  ),
  negations: list('not t cannot no never nor neither none nobody nothing nowhere without'),
  denials: list(`
    declined decline declines rejected rejects reject unlikely opposed opposes opposing deflected halt rule ruled reluctance
    denied denies deny denying refused refuses refuse refusing failed fails dismissed hardly barely unable
    lacked lacks absent impossible unwilling doubted doubts stopped banned
  `),
  between: list(`
    be been being is are was were am do does did have has had will would could should can may might to the a an any so yet ever
    going it that of in on at his her their its this these those there even only
  `),
  future: [
    ...list(
      'will would shall going plans planned due expected expects scheduled intends wants hopes must should ll could might possible',
    ),
    ...phrases('is to, are to'),
  ],
  pronouns: list('he she they i we it'),
};

/** By ISO 639-1 code. What a language's words would decide is not checked in others. */
export const SOURCE_WORDS: Readonly<Partial<Record<string, SourceWords>>> = { en: ENGLISH };
