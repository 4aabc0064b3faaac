/** The icons of the card, drawn as strokes on a grid of 16 px. For the eye alone: their controls have names. */
const PATHS = {
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  more: 'm4 6 4 4 4-4',
  less: 'm4 10 4-4 4 4',
  pin: 'M6 2h4M6.5 2v4.5L4.5 9v1h7V9l-2-2.5V2M8 10v4',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M6 5.5h7v8H6zM10 5.5v-3H3v8h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
      <path d={PATHS[name]} />
    </svg>
  );
}
