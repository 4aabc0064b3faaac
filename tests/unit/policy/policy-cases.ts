/** Policies as administrators may write them. To add one, write it here with what it must give; no other code is needed. */

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** A policy, what of it counts, and the sentences about the rest. */
export const POLICY_CASES: [
  what: string,
  given: unknown,
  counts: object | undefined,
  sentences: string[],
][] = [
  ['nothing', {}, undefined, []],
  ['no policy at all', undefined, undefined, []],
  ['a text', 'theme', undefined, []],
  ['datasets alone, which are read elsewhere', { datasets: ['{}'] }, undefined, []],
  [
    'a name that is a number',
    { organisation: 7 },
    undefined,
    ['“organisation” is 7. It must be a name of at most 80 characters that can all be seen.'],
  ],
  [
    'a list of very many numbers',
    { locked: { castOn: Array<number>(270_000).fill(7) } },
    undefined,
    ['“locked” has too much text, or is nested too deeply. At most 524288 characters are allowed.'],
  ],
  ['a name', { organisation: ' The Example Times ' }, { organisation: 'The Example Times' }, []],
  [
    'locked and default values',
    { locked: { theme: 'dark', dwellMs: 0 }, defaults: { textSize: 130 } },
    { locked: { theme: 'dark', dwellMs: 0 }, defaults: { textSize: 130 } },
    [],
  ],
  [
    'rules as people write them',
    { sitesOff: ['https://Intranet.Example.org/', '*.example.org'], sitesOn: ['file:'] },
    { sitesOff: ['*.example.org', 'intranet.example.org'], sitesOn: ['file:'] },
    [],
  ],
  [
    'one wrong value among good ones',
    { locked: { theme: 'drak', on: true } },
    { locked: { on: true } },
    ['“locked.theme” is "drak". It must be one of these: "auto", "light", "dark".'],
  ],
  [
    'a wrong number',
    { defaults: { dwellMs: 9000 } },
    undefined,
    ['“defaults.dwellMs” is 9000. It must be a whole number from 0 to 2000.'],
  ],
  [
    'a text in the place of a switch',
    { locked: { on: 'yes' } },
    undefined,
    ['“locked.on” is "yes". It must be true or false.'],
  ],
  [
    'a rule that is none',
    { sitesOff: ['a.example', 'https://'] },
    { sitesOff: ['a.example'] },
    [
      '“sitesOff[1]” is "https://", which is not a rule. Write rules like "example.org", "*.example.org" or "example.org/news/*".',
    ],
  ],
  [
    'a setting that there is not, and one that no policy can set',
    { locked: { zoom: 1, pausedUntil: 5 } },
    undefined,
    [
      '“locked.zoom” is not a setting that a policy can set. Correct the name, or remove it.',
      '“locked.pausedUntil” is not a setting that a policy can set. Correct the name, or remove it.',
    ],
  ],
  [
    'names that objects have by themselves',
    JSON.parse('{"locked": {"__proto__": {"on": false}, "constructor": 1}}'),
    undefined,
    [
      '“locked.__proto__” is not a setting that a policy can set. Correct the name, or remove it.',
      '“locked.constructor” is not a setting that a policy can set. Correct the name, or remove it.',
    ],
  ],
  [
    'a part that there is not',
    { lock: {} },
    undefined,
    [
      '“lock” is not a part of a policy. The parts are: organisation, defaults, locked, sitesOff, sitesOn, datasets.',
    ],
  ],
  [
    'a list of settings',
    { locked: ['theme'] },
    undefined,
    ['“locked” is […]. It must be a group of settings in braces.'],
  ],
  [
    'a name that turns the text around it',
    { organisation: 'Times\u202e' },
    undefined,
    [
      '“organisation” is "Times\\u{202e}". It must be a name of at most 80 characters that can all be seen.',
    ],
  ],
  [
    'a name that is as long as it may be',
    { organisation: 'x'.repeat(80) },
    { organisation: 'x'.repeat(80) },
    [],
  ],
  [
    'a name that is too long',
    { organisation: 'x'.repeat(81) },
    undefined,
    [
      `“organisation” is "${'x'.repeat(38)}…. It must be a name of at most 80 characters that can all be seen.`,
    ],
  ],
  [
    'a name of white space, and one that is a number',
    { organisation: '  ', locked: 7 },
    undefined,
    [
      '“organisation” is "  ". It must be a name of at most 80 characters that can all be seen.',
      '“locked” is 7. It must be a group of settings in braces.',
    ],
  ],
  [
    'nothing in the place of a group',
    { locked: null, defaults: 'dark' },
    undefined,
    [
      '“locked” is null. It must be a group of settings in braces.',
      '“defaults” is "dark". It must be a group of settings in braces.',
    ],
  ],
  [
    'rules that are no list',
    { sitesOff: 'example.org', sitesOn: { 0: 'example.org' } },
    undefined,
    [
      '“sitesOff” is "example.org". It must be a list in square brackets.',
      '“sitesOn” is {…}. It must be a list in square brackets.',
    ],
  ],
  [
    'as many rules as there may be',
    { sitesOn: Array.from({ length: 2000 }, (_, n) => `s${n + 1000}.example`) },
    { sitesOn: Array.from({ length: 2000 }, (_, n) => `s${n + 1000}.example`).sort() },
    [],
  ],
  [
    'wrong rules among good ones, in a list that is locked',
    { locked: { sitesOff: ['b.example', 7, 'https://', 'a.example'] } },
    { locked: { sitesOff: ['a.example', 'b.example'] } },
    [
      '“locked.sitesOff[1]” is 7, which is not a rule. Write rules like "example.org", "*.example.org" or "example.org/news/*".',
      '“locked.sitesOff[2]” is "https://", which is not a rule. Write rules like "example.org", "*.example.org" or "example.org/news/*".',
    ],
  ],
  [
    'a long name of a part, and of a setting',
    { ['x'.repeat(50)]: 1, defaults: { ['y'.repeat(50)]: 1 } },
    undefined,
    [
      `“${'x'.repeat(39)}…” is not a part of a policy. The parts are: organisation, defaults, locked, sitesOff, sitesOn, datasets.`,
      `“defaults.${'y'.repeat(39)}…” is not a setting that a policy can set. Correct the name, or remove it.`,
    ],
  ],
  [
    'texts that have no room together',
    {
      locked: { entitiesOff: ['x'.repeat(300_000)] },
      defaults: { entitiesOff: ['y'.repeat(300_000)] },
      sitesOff: ['a.example'],
    },
    { locked: { entitiesOff: ['x'.repeat(300_000)] }, sitesOff: ['a.example'] },
    [
      '“defaults” has too much text, or is nested too deeply. At most 524288 characters are allowed.',
    ],
  ],
  [
    'a value that is nested as deeply as is looked at',
    { locked: { castOn: nested(7) } },
    { locked: { castOn: [] } },
    ['“locked.castOn[0]” is […]. It must be text in quotation marks.'],
  ],
  [
    'very many names',
    { locked: Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [`name${n}`, 1])) },
    undefined,
    ['“locked” has too much text, or is nested too deeply. At most 524288 characters are allowed.'],
  ],
  [
    'too many rules',
    { sitesOn: Array.from({ length: 2001 }, (_, n) => `s${n}.example`) },
    undefined,
    ['“sitesOn” has 2001 entries. A list may have at most 2000 entries.'],
  ],
  [
    'a text that is longer than a whole policy may be',
    { defaults: { entitiesOff: ['x'.repeat(600_000)] }, locked: { on: true } },
    { locked: { on: true } },
    [
      '“defaults” has too much text, or is nested too deeply. At most 524288 characters are allowed.',
    ],
  ],
  [
    'a list in a list, 100,000 deep',
    { locked: { castOn: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown } },
    undefined,
    ['“locked” has too much text, or is nested too deeply. At most 524288 characters are allowed.'],
  ],
  [
    'a nested value',
    { locked: { castOn: nested(9) } },
    undefined,
    ['“locked” has too much text, or is nested too deeply. At most 524288 characters are allowed.'],
  ],
];
