/** A message with texts of the dataset or of the page in it, each kept in its own direction. */
import { Fragment } from 'preact';
import type { MessageKey, Say } from '../locale/index.ts';

export interface SentenceProps {
  message: MessageKey;
  /** What `$1` and so on stand for. */
  parts: readonly string[];
  say: Say;
}

/** The first of the signs that stand for the parts until the message is put together: for private use. */
const FIRST_PLACE = 0xe000;

/** Letters of Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

export function Sentence({ message, parts, say }: SentenceProps) {
  const whole = say(message, ...parts);
  // Of one direction, it needs nothing, and is one text to assistive technology.
  if (!RIGHT_TO_LEFT.test(whole)) return <Fragment>{whole}</Fragment>;
  const places = parts.map((_, at) => String.fromCharCode(FIRST_PLACE + at));
  return (
    <Fragment>
      {say(message, ...places)
        .split(/([\ue000-\ue009])/)
        .map((piece, at) =>
          at % 2 === 1 ? <bdi>{parts[piece.charCodeAt(0) - FIRST_PLACE]}</bdi> : piece,
        )}
    </Fragment>
  );
}
