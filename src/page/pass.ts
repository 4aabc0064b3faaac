/** One pass over the page's text. Parts that judge text keep by it what they have judged and learned on the way. */

/** Identifies a pass; nothing is in it. */
export type Pass = object;

export const newPass = (): Pass => ({});
