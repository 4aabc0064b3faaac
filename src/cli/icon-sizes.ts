/** The sizes of the icons in px. The manifest names them, and a command draws them. Knows nothing else. */

/**
 * 16, 32: toolbar. 48, 96: Firefox's list of add-ons. 48, 128: Chromium's list and store. 64: Mozilla's store.
 * The toolbar shows the grey icon alone, so that one has no larger sizes.
 */
export const ICON_SIZES = { on: [16, 32, 48, 64, 96, 128], off: [16, 32, 48] } as const;
