/** English as it looks when it is translated into something longer: what is cut, and what is not in the catalogue, is seen at once. Pure. */

/** How much longer a translation may be: what German and Ukrainian need. */
const LONGER = 0.4;
const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'ë', g: 'ğ', i: 'ï', n: 'ñ', o: 'ø', r: 'ř', s: 'š', u: 'ü', y: 'ý' },
  ...{ A: 'Å', C: 'Č', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Ü' },
};
const FILLER = 'ẃøřđš ŧħåŧ åřë øf ñø úšë åñđ ŧáķë řøøm ';

/** "Copied." becomes "[Çøpïëd. ẃø]". Placeholders stay as they are. */
export function pseudoOf(message: string): string {
  const accented = message.replace(/\$\d|\p{L}/gu, (piece) => ACCENTED[piece] ?? piece);
  const more = Math.ceil(message.length * LONGER) - 3;
  const filler = FILLER.repeat(Math.ceil(Math.max(0, more) / FILLER.length)).slice(
    0,
    Math.max(0, more),
  );
  return `[${accented}${filler === '' ? '' : ` ${filler.trimEnd()}`}]`;
}
