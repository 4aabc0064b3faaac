/** Files that come into a Firefox by a field of a page, as when a reader chooses them. */
import type { Marionette } from './marionette.ts';

/** Name of an element in WebDriver's answers. w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** @param paths absolute; more than one where the field takes more. @throws Error where no field is found */
export async function chooseFiles(
  client: Marionette,
  selector: string,
  paths: string[],
): Promise<void> {
  const { value } = (await client.send('WebDriver:FindElement', {
    using: 'css selector',
    value: selector,
  })) as { value: Record<string, string> };
  await client.send('WebDriver:ElementSendKeys', { id: value[ELEMENT], text: paths.join('\n') });
}
