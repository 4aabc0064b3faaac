/**
 * The gallery's page of the design: the tokens as the style sheet has them, colours with their contrast, and each component in its
 * states; in light and in dark. All style sheets of the product are in use at once here.
 */
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/card/card.css';
import '../../src/options/options.css';
import '../../src/popup/popup.css';
import './design.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { show } from './show.ts';
import { Components } from './components.tsx';
import { contrastBetween, copyStates, pixelsOf, readTokens } from './tokens.ts';

const isOf = (kind: string) => (token: { name: string }) => token.name.startsWith(`--${kind}-`);

/** Draws what needs the computed values of its own place, once that is in the page. */
function Measured({ draw }: { draw: (within: Element) => ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const [within, setWithin] = useState<Element | null>(null);
  useLayoutEffect(() => {
    setWithin(place.current);
  }, []);
  return <div ref={place}>{within && draw(within)}</div>;
}

function Type() {
  return (
    <Measured
      draw={(within) =>
        readTokens()
          .filter(isOf('text'))
          .map(({ name }) => (
            <p key={name} style={{ fontSize: `var(${name})` }}>
              Storm Shadow, 11 September 2024{' '}
              <span class="design-name">
                {name} {pixelsOf(within, name)} px
              </span>
            </p>
          ))
      }
    />
  );
}

function Spacing() {
  return (
    <Measured
      draw={(within) =>
        readTokens()
          .filter(isOf('space'))
          .map(({ name }) => (
            <p key={name}>
              <span class="design-bar" style={{ width: `var(${name})` }} />
              <span class="design-name">
                {name} {pixelsOf(within, name)} px
              </span>
            </p>
          ))
      }
    />
  );
}

/** Every colour on every ground. What stands on a colour of its own (`--on-…`) is shown on that alone. */
function Colours() {
  const colours = readTokens().filter(({ value }) => CSS.supports('color', value));
  const isGround = ({ name }: { name: string }) => isOf('bg')({ name }) || name.endsWith('-wash');
  const grounds = colours.filter(isGround).map(({ name }) => name);
  return (
    <Measured
      draw={(within) =>
        colours
          .filter((colour) => !isGround(colour))
          .map(({ name }) => (
            <>
              <h4 class="design-name">{name}</h4>
              <div class="design-colour">
                {(isOf('on')({ name }) ? [name.replace('--on-', '--')] : grounds).map((ground) => (
                  <Pair key={ground} {...{ within, name, ground }} />
                ))}
              </div>
            </>
          ))
      }
    />
  );
}

/** A colour on a ground. It has to be text to be judged as text, so it is that only where it can be read. */
function Pair({ within, name, ground }: { within: Element; name: string; ground: string }) {
  const contrast = contrastBetween(within, name, ground);
  const canRead = contrast >= 4.5;
  const kind = canRead ? 'text' : contrast >= 3 ? 'lines and signs' : 'decoration';
  return (
    <div
      style={{ background: `var(${ground})`, ...(canRead && { color: `var(${name})` }) }}
      data-contrast={contrast.toFixed(2)}
    >
      <span class="design-swatch" style={{ background: `var(${name})` }} />
      {contrast.toFixed(1)}
      <br />
      {kind}
      <br />
      {ground}
    </div>
  );
}

function Others() {
  const others = readTokens().filter(
    (token) => !isOf('text')(token) && !isOf('space')(token) && !CSS.supports('color', token.value),
  );
  return (
    <ul>
      {others.map(({ name, value }) => (
        <li key={name} class="design-name">
          {name}: {value}
        </li>
      ))}
    </ul>
  );
}

show('design', ({ props }, wording) => {
  copyStates();
  return (
    <main>
      <h1 class="spoken">Design</h1>
      {(['light', 'dark'] as const).map((theme) => (
        <section key={theme} class="design-theme" data-theme={theme}>
          <h2>In {theme}</h2>
          <h3>Type</h3>
          <Type />
          <h3>Spacing</h3>
          <Spacing />
          <h3>Colours</h3>
          <Colours />
          <h3>Other tokens</h3>
          <Others />
          <Components {...{ ...props, wording, theme }} />
        </section>
      ))}
    </main>
  );
});
