/** Says what the signature of a file is worth: whether it has the key of the version that is there. Never who made it. */
import { shortKey } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import type { GoodPreview } from './library.ts';

export function PreviewSigning({ good, say }: { good: GoodPreview; say: Say }) {
  const { signing, entry, known } = good;
  const key = shortKey(entry.signingKey ?? '');
  const before = shortKey(known?.signingKey ?? '');
  if (!signing) return null;
  switch (signing) {
    case 'signed':
      return (
        <p>
          {say('datasetSigned', key)} {say('signedMeaning')}
        </p>
      );
    case 'same':
      return <p>{say('signedSame', key)}</p>;
    case 'other':
      return <p class="dataset-gone">{say('signedOther', key, before)}</p>;
    case 'lost':
      return <p class="dataset-gone">{say('signedLost', before)}</p>;
  }
}
