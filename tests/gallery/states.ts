/**
 * Every state of every view, as data: a name, and the props that bring it about. A new state is one more
 * entry here. Runs in Node, for the list, and in the gallery's own pages, for the drawing.
 */
import type { EntityCardProps } from '../../src/card/EntityCard.tsx';
import type { CardToolsProps } from '../../src/card/CardTools.tsx';
import type { MentionFoldsProps } from '../../src/card/MentionFolds.tsx';
import type { Knowledge } from '../../src/dataset/index.ts';
import type { CardPart } from '../../src/library/index.ts';
import type { Wording } from '../../src/locale/index.ts';
import type { OptionsViewProps } from '../../src/options/OptionsView.tsx';
import type { PopupViewProps } from '../../src/popup/PopupView.tsx';
import type { WelcomeViewProps } from '../../src/welcome/WelcomeView.tsx';
import { addedStates } from './states-added.ts';
import { cardStates } from './states-card.ts';
import { designStates } from './states-design.ts';
import { optionsStates } from './states-options.ts';
import { pageStates, type PageState } from './states-page.ts';
import { popupStates } from './states-popup.ts';
import { uglyCards } from './states-ugly.ts';
import { welcomeStates } from './states-welcome.ts';

/** What every state has. */
export interface Common {
  /** Unique; the beginning of its pictures' file names. */
  id: string;
  /** Says what is special, for people. */
  name: string;
  /** In whose words the interface speaks: language of a catalogue, or `pseudo`; English by default. */
  words?: string;
  /** Language of what is shown, where it is not that of the words. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Whether everything that folds is unfolded. */
  opened?: boolean;
  /** Conditions of which a baseline is kept, as `conditionName` names them. */
  baselines?: readonly string[];
  /** The conditions in which it is judged, as `conditionName` names them; few of all by default. */
  judgedIn?: readonly string[];
}

/** For states that differ from others in their words alone: where texts have the least room. */
export const NARROW = ['light.320', 'light.200pc'];

type Words = keyof Wording;

/** Props without wording and without what they do. */
type Facts<Props> = Omit<Props, Words | Extract<keyof Props, `on${string}`>>;

export interface CardState extends Common {
  view: 'card';
  props: Omit<EntityCardProps, Words | 'headingId'>;
  /** What each source says, in place of the props' context: none while it is on its way. */
  parts?: readonly CardPart[] | undefined;
  /** Whether parts are on their way, or could not be had. */
  pending?: 'coming' | 'failed' | undefined;
  /** The tools below the card, as a page has them. */
  tools?: Omit<Facts<CardToolsProps>, 'back'> & { backTo?: string };
  /** The mention that the card is opened at, as a page has it. */
  mention?: Facts<MentionFoldsProps> & {
    /** The switches that an organisation has locked. */
    locked?: readonly Extract<keyof MentionFoldsProps, `on${string}`>[];
  };
  /** Height of the popover, in CSS px; left out for a card that shows everything. */
  room?: number;
}

export interface PopupState extends Common {
  view: 'popup';
  props: Omit<PopupViewProps, Words | 'actions'>;
}

export interface OptionsState extends Common {
  view: 'options';
  props: Omit<OptionsViewProps, Words | 'actions'>;
}

export interface WelcomeState extends Common {
  view: 'welcome';
  props: Omit<WelcomeViewProps, Words | 'actions'>;
}

export interface DesignState extends Common {
  view: 'design';
  props: Pick<EntityCardProps, 'context' | 'today'>;
}

export type State = DesignState | CardState | PageState | PopupState | OptionsState | WelcomeState;
export type ViewName = State['view'];

/** The main parts of each view, by selector: what is compared where the fonts are others. */
export const PARTS: Record<ViewName, readonly string[]> = {
  design: ['main'],
  card: ['.surface', '.card-head', '.card h2', '.card-body', '.card-facts'],
  page: ['main', 'h1'],
  popup: ['body', 'main', '.search-field', '.list', '.popup-status', '.popup-foot'],
  options: ['main', 'h1', '.options-side', '.section', '.preview', '.notice'],
  welcome: ['main', 'h1', '.welcome-sample', '.welcome-choice', '.button'],
};

/** @param knowledge the bundled one */
export function statesFor(knowledge: Knowledge): State[] {
  return [
    ...designStates(knowledge),
    ...cardStates(knowledge),
    ...addedStates(knowledge),
    ...uglyCards(knowledge),
    ...pageStates(),
    ...popupStates(knowledge),
    ...optionsStates(knowledge),
    ...welcomeStates(knowledge),
  ];
}
