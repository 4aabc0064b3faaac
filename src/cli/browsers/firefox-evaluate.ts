/** Runs functions in a Firefox: in the page of the tab that the session is in, or in the browser's own window. */
import type { Marionette } from './marionette.ts';

/**
 * Runs a function in the page.
 * @param sandbox `system` for the browser's own privileges; null for the page's
 * @returns its value (JSON)
 * @throws Error with the page's message
 */
export async function evaluate(
  client: Marionette,
  sandbox: string | null,
  fn: string,
  args: unknown[],
): Promise<unknown> {
  const script = `const done = arguments[arguments.length - 1];
    (async () => (${fn})(...[...arguments].slice(0, -1)))()
      .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const { value } = (await client.send('WebDriver:ExecuteAsyncScript', {
    script,
    args,
    sandbox,
  })) as { value: { value?: unknown; error?: string } };
  if (value.error !== undefined) throw new Error(value.error);
  return value.value;
}

/** The same in the browser's own window. */
export const evaluateInBrowser = (
  client: Marionette,
  fn: string,
  args: unknown[],
): Promise<unknown> => inBrowser(client, () => evaluate(client, 'system', fn, args));

/** Does something where commands mean the browser's own window. They mean what they meant before afterwards. */
export async function inBrowser<Value>(
  client: Marionette,
  act: () => Promise<Value>,
): Promise<Value> {
  const { value } = (await client.send('Marionette:GetContext', {})) as { value: string };
  await client.send('Marionette:SetContext', { value: 'chrome' });
  try {
    return await act();
  } finally {
    await client.send('Marionette:SetContext', { value });
  }
}
