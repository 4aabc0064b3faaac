/** What the popup offers for this tab: a look at the dataset that it shows, or a check of an added dataset against it. */
import type { Say } from '../locale/index.ts';
import type { CheckOffer, TabOffers as Offers } from './tab-offers.ts';

export interface TabOffersProps {
  offers: Offers;
  /** Shows the dataset of this tab in the options. */
  onLook: () => void;
  onCheck: (offer: CheckOffer) => void;
  say: Say;
}

export function TabOffers({ offers, onLook, onCheck, say }: TabOffersProps) {
  const { shown, checks } = offers;
  return (
    <>
      {shown === 'unread' && <p class="popup-offer">{say('tabUnread')}</p>}
      {typeof shown === 'object' && (
        <div class="popup-offer">
          <p>{say('tabIsDataset', shown.title)}</p>
          <button type="button" class="button" onClick={onLook}>
            {say('tabLook')}
          </button>
        </div>
      )}
      {checks.map((offer) => (
        <div key={offer.entry.hash} class="popup-offer" data-check={offer.entry.id}>
          {/* The same element before and after, so that a screen reader says what has changed. */}
          <p role="status">{sayCheck(offer, say)}</p>
          {offer.state === 'offered' && (
            <button
              type="button"
              class="button"
              onClick={() => {
                onCheck(offer);
              }}
            >
              {say('checkNow')}
            </button>
          )}
        </div>
      ))}
    </>
  );
}

function sayCheck({ entry, state }: CheckOffer, say: Say): string {
  const { title, facts } = entry;
  if (state === 'offered') return say('checkOffer', title);
  if (state === 'running') return say('checkRunning');
  if (state === 'failed') return say('checkFailed', title);
  const { differs, found, wanted } = state;
  if (differs === undefined) return say('checkTooFew', title, found, wanted);
  return differs > 0
    ? say('checkDiffers', title, differs, facts)
    : say('checkAgrees', title, facts);
}
