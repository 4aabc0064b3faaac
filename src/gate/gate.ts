/**
 * The script that every page pays for: walks over the text, scans it, and asks for the reader once there may be a mention. Judges,
 * paints and stores nothing, and knows no settings.
 */
import { createQuickLook, createSieve, type Scanning } from '../detect/index.ts';
import type { CountMessage, Wanted } from '../messages/index.ts';
import { createPageWalk, unreadableKindOf, type PageWalk } from '../page/walk.ts';
import { createAsking } from './asking.ts';

export interface GateParts {
  /** For `createQuickLook`. */
  quickLook: string;
  /** Read when it is first called. */
  scanning: () => Scanning;
  /** Whether mentions of the cast count too. */
  hasCast: boolean;
  /** The compiled set that it scans for; undefined where it scans for the bundled dataset alone. */
  set?: string | undefined;
  /** Scanning for each dataset alone, where there are several. */
  apart?: ScanningApart | undefined;
  /** False after the extension was updated or removed. */
  isAlive: () => boolean;
  /** Whether the reader runs in this document. */
  hasReader: () => boolean;
  /** Sends to the background. @returns when it has answered, or will not; never fails */
  send: (message: Wanted | CountMessage) => Promise<void>;
}

/** For the reader, whose own script then needs no scanner. */
export interface ScanningApart {
  /** For the bundled dataset. Read when it is first called. */
  bundled: () => Scanning;
  /** Reads the tables of an added dataset. */
  read: (scanner: string) => Scanning;
  /** Reads what `scanning` needs from the storage: before that, it finds nothing. @throws if it is not there */
  load: () => Promise<void>;
}

export interface Gate extends Pick<
  GateParts,
  'scanning' | 'hasCast' | 'set' | 'apart' | 'isAlive'
> {
  /** The walk over this page; starts one if none runs. */
  open(): PageWalk;
  /** Stops to read the page. */
  close: () => void;
}

export function createGate(parts: GateParts): Gate {
  /** Owned by `open` and `close`. */
  let opened: { walk: PageWalk; end: AbortController } | undefined;
  return {
    // To pick the fields that the type has would cost every page their names.
    ...parts,
    open() {
      if (opened) return opened.walk;
      const end = new AbortController();
      opened = { walk: startWalk(parts, end), end };
      return opened.walk;
    },
    close() {
      opened?.end.abort();
      opened = undefined;
    },
  };
}

function startWalk(
  { quickLook, scanning, hasCast, isAlive, hasReader, send }: GateParts,
  end: AbortController,
) {
  const { signal } = end;
  const askForReader = async (): Promise<boolean> => {
    await send({ kind: 'reader?' });
    // Chromium reports success for a script that it held back, and then dropped.
    return hasReader();
  };
  const reader = createAsking(askForReader, signal);
  /** Set once there is enough for a judge. */
  let isEnough = false;
  const onEnough = (): void => {
    isEnough = true;
    if (!hasReader()) reader.ask();
  };
  const newSieve = () => createSieve({ scanners: scanning().scanners(), hasCast, onEnough });
  let createScanner: ReturnType<typeof newSieve> | undefined;
  let look: ReturnType<typeof createQuickLook> | undefined;
  return createPageWalk(
    {
      createScanner: () => (createScanner ??= newSieve())(),
      // The quick look knows only the main entities.
      isWorthScanning(text) {
        // No event tells a script that its extension was updated or removed.
        if (!isAlive()) end.abort();
        return hasCast || (look ??= createQuickLook(quickLook))(text);
      },
      onRead() {
        // The button says so, without a reader.
        if (isEnough || hasReader() || self !== top || !unreadableKindOf(document)) return;
        void send({ kind: 'count', total: 0, off: true });
      },
      onRooted: reader.renew,
    },
    signal,
  );
}
