/**
 * Adds files of datasets on the extension's options page, as a person does there: gives them to the field for files, and presses the
 * first button of each preview. For both browsers.
 */

/** A file as the field gets it. */
export interface GivenFile {
  name: string;
  text: string;
}

/** Where the field is, in the extension. */
export const DATASETS_PAGE = 'options.html#datasets';

/**
 * To be run in the options page: a function of its own, without anything from around it.
 * @returns what the page says of each file that it did not add; undefined if it has no field for them
 */
export async function addDatasets(
  files: GivenFile[],
  patienceMs: number,
): Promise<string[] | undefined> {
  const end = Date.now() + patienceMs;
  const until = async <Value>(look: () => Value | undefined): Promise<Value | undefined> => {
    for (;;) {
      const found = look();
      if (found !== undefined || Date.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const previews = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-file]')];
  const input = await until(
    () => document.querySelector<HTMLInputElement>('input[type=file][multiple]') ?? undefined,
  );
  if (!input) return undefined;
  const given = new DataTransfer();
  for (const { name, text } of files) {
    given.items.add(new File([text], name, { type: 'application/json' }));
  }
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => (previews().length === files.length ? true : undefined));
  const refused: string[] = [];
  for (const preview of previews()) {
    // One after the other: each waits until the one before is stored.
    const button = preview.querySelector<HTMLButtonElement>('p.line button');
    if (preview.dataset['ok'] === 'true' && button) {
      button.click();
      await until(() => (preview.isConnected ? undefined : true));
    }
    if (preview.isConnected) refused.push(preview.innerText);
  }
  return refused;
}
