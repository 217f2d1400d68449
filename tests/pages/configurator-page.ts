import type {Frame, Page} from 'playwright-core';

/** The address of the configurator on a server, with settings in it. */
export const configuratorAt = (
  server: string,
  settings: Readonly<Record<string, string>>,
): string => `${server}configurateur/?${new URLSearchParams({page: 'fr', ...settings}).toString()}`;

/** What is to be pasted, as its reader sees it. */
export const snippetOf = async (page: Page): Promise<string> =>
  String(await page.locator('.coller .code').first().textContent());

/** What the configurator says of the site's policy, on the one line that a header has. */
export const policyOf = async (page: Page): Promise<string> =>
  String(await page.locator('#politique .code').textContent()).replaceAll('\n', ' ');

/** Waits until the address was read, or could not be. */
export const verdictOf = async (page: Page): Promise<string> => {
  await page.locator('#verdict .verdict').waitFor();
  return String(await page.locator('#verdict').textContent());
};

/** What a form must say of who gets what is written in it. */
export const OF_A_FORM = {
  controller: 'Mairie',
  contact: 'donnees@exemple.fr',
  retention: 'un an',
};

/** The words that a widget has drawn; none where it could not, and says so. */
export async function drawn(where: Page | Frame, noun: string): Promise<string> {
  // Of the page's own: an explorer draws some of these inside itself.
  const widget = await where.waitForFunction(
    tag => document.querySelector<HTMLElement>(tag),
    `spass-${noun}`,
  );
  return widget.evaluate(async element => {
    if (!element) return '';
    await customElements.whenDefined(element.localName);
    element.scrollIntoView();
    await (element as HTMLElement & {loadComplete?: Promise<void>}).loadComplete;
    const root = element.shadowRoot;
    return root?.querySelector('[role=alert]')
      ? ''
      : [...(root?.children ?? [])].map(one => (one as HTMLElement).innerText).join(' ');
  });
}
