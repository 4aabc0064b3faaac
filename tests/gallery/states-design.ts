/** The state of the design page: tokens, and each component in its states. Data only. */
import { contextOf, type Knowledge } from '../../src/dataset/index.ts';
import type { DesignState } from './states.ts';

const TODAY = new Date(2026, 10, 22, 12);

export function designStates(knowledge: Knowledge): DesignState[] {
  const context = contextOf(knowledge, 'storm-shadow');
  if (!context) throw new Error('The dataset has no Storm Shadow.');
  return [
    {
      view: 'design',
      id: 'design',
      name: 'tokens and components',
      props: { context, today: TODAY },
    },
  ];
}
