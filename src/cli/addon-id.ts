/**
 * The id of the extension in Firefox. Knows nothing else.
 *
 * A random number and no address: an address would promise a domain that nobody has registered. Mozilla's store ties a listing
 * and its updates to this id for good, so it never changes. Chromium's stores give an id of their own.
 */
export const ADDON_ID = '{c29a2b94-c62e-4e4f-b96a-ce0991898773}';
