/** The page to browse the pictures by: groups, names, conditions. Plain HTML and CSS, made in Node. */
import { conditionsOf, THEMES } from './conditions.ts';
import { shotName } from './baselines.ts';
import type { State, ViewName } from './states.ts';

const TITLES: Record<ViewName, string> = {
  design: 'Design',
  card: 'Card',
  page: 'Page',
  popup: 'Popup',
  options: 'Options',
  welcome: 'Welcome',
};

const STYLE = `
  body { margin: 0 auto; padding: 1rem 2rem 4rem; font: 15px/1.45 system-ui, sans-serif; color: #222; background: #f4f4f2; }
  form { position: sticky; top: 0; z-index: 1; padding: .5rem 0; background: #f4f4f2; }
  form label { margin-inline-end: 1rem; }
  nav li { display: inline-block; margin-inline-end: 1rem; }
  nav ul { margin: .25rem 0; padding: 0; list-style: none; }
  section { scroll-margin-top: 4rem; }
  h2 { margin: 2.5rem 0 0; font-size: 1.6rem; }
  h3 { margin: 2rem 0 .5rem; font-size: 1rem; }
  h3 code { color: #555; font-weight: 400; }
  .shots { display: flex; gap: 1rem; align-items: start; overflow-x: auto; padding-bottom: .5rem; }
  figure { flex: none; margin: 0; }
  figcaption { font-size: .8rem; color: #555; }
  .wide { color: #a02000; font-weight: 600; }
  img { display: block; max-width: 460px; border: 1px solid #ccc; }
  ${THEMES.map((theme) => `body:has(#only-${theme}:checked) figure:not([data-theme='${theme}']) { display: none; }`).join('\n  ')}
`;

export interface Captioned {
  states: readonly State[];
  /** By how many CSS px a picture's page is too wide, by the picture's name; none where all is well. */
  overflows: ReadonlyMap<string, number>;
  /** The browser that took them. */
  version: string;
}

/** The whole page as HTML; pictures stand beside it. */
export function indexPage({ states, overflows, version }: Captioned): string {
  const views = Object.keys(TITLES) as ViewName[];
  const section = (view: ViewName): string => {
    const shown = states.filter((state) => state.view === view);
    return `<section id="${view}"><h2>${TITLES[view]}</h2>
      <nav><ul>${shown.map(({ id }) => `<li><a href="#${id}">${id}</a></li>`).join('')}</ul></nav>
      ${shown.map((state) => stateOf(state, overflows)).join('\n')}</section>`;
  };
  const filter = (id: string, text: string, checked = ''): string =>
    `<label><input type="radio" name="theme" id="only-${id}" ${checked}> ${text}</label>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style></head><body>
<h1>Gallery</h1>
<p>${states.length} states, ${escape(version)}.</p>
<form>${filter('all', 'all themes', 'checked')}${THEMES.map((theme) => filter(theme, theme)).join('')}</form>
${views.map(section).join('\n')}
</body></html>
`;
}

function stateOf(state: State, overflows: Captioned['overflows']): string {
  const figures = conditionsOf(state.view).map((condition) => {
    const name = shotName({ state, condition });
    const { theme, size } = condition;
    const usual = size.text === 1 ? '' : `, text ${size.text * 100} %`;
    const over = overflows.get(name);
    const wide = over === undefined ? '' : ` <span class="wide">${over} px too wide</span>`;
    return `<figure data-theme="${theme}"><figcaption>${theme}, ${size.width} px${usual}${wide}</figcaption>
      <a href="${name}.png"><img src="${name}.png" alt="${escape(state.name)}" loading="lazy"></a></figure>`;
  });
  return `<section id="${state.id}"><h3>${escape(state.name)} <code>${state.id}</code></h3>
    <div class="shots">${figures.join('\n')}</div></section>`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
