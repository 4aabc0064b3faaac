/** A page that never rests: it gets a paragraph ten times a second, and loses the oldest ones. */

/** How many paragraphs it keeps, so that whatever grows is not the page itself. */
const KEPT = 60;
const LINES = [
  'Antony Blinken landed in Kyiv, officials said.',
  'The weather stays fine in the north.',
  'Poland shot down two Russian drones over the border.',
  'Storm Shadow was not mentioned. David Lammy left early.',
];

export const LIVE_BLOG = `<!doctype html><html lang="en"><title>Live</title><main></main><script>
  const lines = ${JSON.stringify(LINES)};
  const main = document.querySelector('main');
  let at = 0;
  setInterval(() => {
    const line = document.createElement('p');
    line.textContent = lines[at++ % lines.length];
    main.prepend(line);
    while (main.children.length > ${KEPT}) main.lastElementChild.remove();
  }, 100);
</script>`;
