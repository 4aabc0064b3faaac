/** How the options page names what can be chosen. */
import type { MessageKey } from '../locale/index.ts';
import type { Marking, OpenKey, Theme } from '../settings/index.ts';

export const OPEN_KEY_LABELS: Record<OpenKey, MessageKey> = {
  none: 'openKeyNone',
  alt: 'openKeyAlt',
  ctrl: 'openKeyCtrl',
  shift: 'openKeyShift',
};

export const MARKING_LABELS: Record<Marking, MessageKey> = {
  all: 'markingAll',
  section: 'markingSection',
  first: 'markingFirst',
};

export const THEME_LABELS: Record<Theme, MessageKey> = {
  auto: 'themeAuto',
  light: 'themeLight',
  dark: 'themeDark',
};
