/**
 * Invented entities for what the real dataset does not have: nothing to say, endless words, other scripts.
 * Each is a copy of real parts with other contents, and goes the way of the real ones, through `contextOf`.
 */
import {
  contextOf,
  type EntityContext,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type SourceNote,
} from '../../src/dataset/index.ts';

/** What is to be different from an ordinary person with an ordinary fact. */
export interface Invention {
  entity?: Partial<EntityProfile>;
  /** One for each fact. */
  facts?: readonly Partial<Fact>[];
  source?: Partial<SourceNote>;
  /** Other entities, and what is drawn from the facts `made-up-0` and so on. */
  others?: readonly Partial<EntityProfile>[];
  drawn?: Partial<Pick<Knowledge, 'positions' | 'timeline' | 'relations' | 'quotes'>>;
}

const ID = 'made-up';

/** Knowledge of one invented entity and nothing else. */
export function inventKnowledge(
  knowledge: Knowledge,
  { entity, facts = [{}], source, others = [], drawn }: Invention,
): Knowledge {
  const ordinary = knowledge.entities.find(({ notFromSource }) => notFromSource === undefined);
  const [fact] = knowledge.facts;
  if (!ordinary || !fact) throw new Error('The dataset has nobody to copy.');
  return {
    ...knowledge,
    source: { ...knowledge.source, ...source },
    entities: [entity, ...others].map((profile) => ({ ...ordinary, ...PERSON, ...profile })),
    facts: facts.map((change, index) => ({
      ...fact,
      id: `${ID}-${index}`,
      statement: 'Quill said that two bridges in Lindmark would be closed until the spring.',
      about: { subject: [ID] },
      attribution: { manner: 'on-record', speaker: 'Ada Quill' },
      citations: [3],
      stability: 'stable',
      ...change,
    })),
    positions: [],
    timeline: [],
    relations: [],
    quotes: [],
    ...drawn,
  };
}

/** What a card is drawn from, for one invented entity. */
export function invent(knowledge: Knowledge, invention: Invention = {}): EntityContext {
  const context = contextOf(inventKnowledge(knowledge, invention), ID);
  if (!context) throw new Error('The invented entity is not found.');
  return context;
}

const PERSON: Partial<EntityProfile> = {
  id: ID,
  kind: 'Person',
  type: 'person',
  tier: 'main',
  name: 'Ada Quill',
  names: ['Ada Quill', 'Quill'],
  role: { text: 'harbour minister', volatile: true, citations: [1] },
  summary: 'Quill spoke about the bridges of Lindmark, and about nothing else.',
  summaryCitations: [1, 2],
};

/** Nothing but a name and a summary. */
export const EMPTY: Invention = { facts: [] };

/** Not one paragraph is named. */
export const UNCITED: Invention = {
  entity: {
    role: { text: 'harbour minister', volatile: false, citations: [] },
    summaryCitations: [],
  },
  facts: [{ citations: [] }, { citations: [], attribution: { manner: 'people-familiar' } }],
};

const everyParagraph = Array.from({ length: 40 }, (_, index) => 2 * index + 1);

/** More paragraphs than fit on a line. */
export const MUCH_CITED: Invention = {
  entity: { summaryCitations: everyParagraph },
  facts: [{ citations: everyParagraph }],
  source: { paragraphs: 80 },
};

/** All ways of saying who said so, each date form, long speakers. */
export const MANNERS: Invention = {
  facts: [
    { attribution: { manner: 'on-record', speaker: 'Ada Quill' }, date: date('2024-09-11') },
    { attribution: { manner: 'person-familiar' }, date: date('2024-W36') },
    { attribution: { manner: 'people-familiar' }, date: date('2024-08') },
    { attribution: { manner: 'official' }, date: date('2023') },
    { attribution: { manner: 'report' }, date: date('2024-01-01') },
    {
      attribution: {
        manner: 'on-record',
        speaker:
          'Ada Quill & Bo Tarn, at the opening of the third conference of the harbour ministers in Lindmark',
      },
      date: date('2024-12-31'),
    },
  ],
};

/** Sixty facts. */
export const MANY: Invention = { facts: Array.from({ length: 60 }, () => ({})) };

/** German, with the longest words that its laws and steamers have. */
export const GERMAN: Invention = {
  source: { language: 'de' },
  entity: {
    name: 'Annegret Freifrau von Schwarzenberg-Hohenlohe-Waldenburg-Schillingsfürst',
    role: {
      text: 'Bundesministerin für Ernährung, Landwirtschaft und Rindfleischetikettierungsüberwachungsaufgabenübertragungsangelegenheiten',
      volatile: true,
      citations: [1],
    },
    summary:
      'Die Ministerin verteidigte das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und kündigte an, dass die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft in Telekommunikationsüberwachungsverordnungsfragen künftig gehört werde.',
    summaryCitations: [1, 2, 3],
  },
  facts: [
    {
      statement:
        'Sie sagte, die Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung sei mit den Verbündeten abgestimmt, und über Weitreichendpräzisionswaffenfreigabebeschränkungen werde erst entschieden, wenn alle Unterlagen vollständig, ins Englische übersetzt und den zuständigen Ausschüssen zugeleitet worden seien.',
      attribution: {
        manner: 'on-record',
        speaker:
          'Annegret Freifrau von Schwarzenberg-Hohenlohe-Waldenburg-Schillingsfürst, Bundespressekonferenzvorsitzendenempfang',
      },
      citations: [4, 5, 6, 17],
    },
    { statement: 'Ja.', attribution: { manner: 'official' } },
  ],
};

/** Ukrainian, with long words and long sentences. */
export const UKRAINIAN: Invention = {
  source: { language: 'uk' },
  entity: {
    name: 'Володимира-Севастіяна Кропивницька-Перегінчак',
    role: {
      text: 'уповноважена з питань високоточного далекобійного озброєння та загальнодержавної протиракетної взаємодії',
      volatile: true,
      citations: [2],
    },
    summary:
      'Уповноважена наголосила, що нерозповсюдженість дихлордифенілтрихлорметилметану та найнепередбачуваніших високовольтноелектромеханічних пристроїв залишається передумовою будь-яких домовленостей.',
    summaryCitations: [2],
  },
  facts: [
    {
      statement:
        'За її словами, рентгеноелектрокардіографічне обстеження військовослужбовців відбуватиметься щомісяця, незважаючи на п’ятсотп’ятдесятитисячокілометрову віддаленість окремих підрозділів від найближчого медичного закладу.',
      attribution: {
        manner: 'on-record',
        speaker: 'Володимира-Севастіяна Кропивницька-Перегінчак, Київ',
      },
      citations: [7, 8],
    },
  ],
};

/** Words without any place to break: an address, a file name, a scream. */
export const UNBROKEN: Invention = {
  entity: {
    name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    role: {
      text: 'https://example.org/a/very/long/path/without/any/place/to/break',
      volatile: false,
      citations: [1],
    },
    summary: 'A'.repeat(300),
  },
  facts: [
    {
      statement: `report_${'final_'.repeat(30)}v2.docx`,
      attribution: { manner: 'on-record', speaker: 'x'.repeat(120) },
    },
  ],
};

/** Arabic, with numbers and a Latin name in the middle. */
export const ARABIC: Invention = {
  source: { language: 'ar', kind: 'تقرير إخباري' },
  entity: {
    name: 'ليلى بنت عبد الرحمن المنصوري',
    role: { text: 'وزيرة الموانئ', volatile: true, citations: [1] },
    summary:
      'قالت الوزيرة إن صواريخ Storm Shadow يبلغ مداها 250 كيلومترا، وإن الجسرين سيغلقان حتى الربيع.',
  },
  facts: [
    {
      statement: 'أعلنت الوزيرة إغلاق جسرين (2) في Lindmark حتى 31 مارس 2025.',
      attribution: { manner: 'on-record', speaker: 'ليلى المنصوري' },
      citations: [3, 4],
    },
    { statement: 'لم يوافق المجلس بعد.', attribution: { manner: 'people-familiar' } },
  ],
};

/** Hebrew, likewise. */
export const HEBREW: Invention = {
  source: { language: 'he' },
  entity: {
    name: 'עדה קוויל־בן־שושן',
    role: { text: 'שרת הנמלים', volatile: true, citations: [1] },
    summary: 'השרה אמרה שטווח הטיל Storm Shadow הוא 250 ק״מ, ושהגשרים ייסגרו עד האביב.',
  },
  facts: [
    {
      statement: 'השרה הודיעה על סגירת שני גשרים ב־Lindmark עד 31 במרץ 2025.',
      attribution: { manner: 'on-record', speaker: 'עדה קוויל' },
      citations: [3],
    },
  ],
};

/** Everything is stable and of the reader's own day. */
export const FRESH: Invention = {
  source: { date: date('2024-09-11') },
  facts: [
    { date: date('2024-09-11'), stability: 'volatile' },
    { date: date('2024-09-11'), stability: 'stable' },
  ],
};

function date(value: string): Fact['date'] {
  return { value, inferred: false };
}
