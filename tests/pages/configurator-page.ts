import type {Frame, Page} from 'playwright-core';

/** Returns the address of the configurator with settings. Default: a list of resources. */
export const configuratorUrl = (
  server: string,
  settings: Readonly<Record<string, string>>,
): string =>
  `${server}configurateur/?${new URLSearchParams({page: 'fr', widget: 'resource-list', ...settings}).toString()}`;

/** Returns the snippet that the configurator shows. */
export const snippetOf = async (page: Page): Promise<string> =>
  String(await page.locator('.coller .code').first().textContent());

/** Returns the policy that the configurator shows, as one header line. */
export const policyOf = async (page: Page): Promise<string> =>
  String(await page.locator('#politique .code').textContent()).replaceAll('\n', ' ');

/** Returns the content of `embed.json` that the configurator shows for a frame; empty if there is none. */
export const embedConfigOf = async (page: Page): Promise<string> =>
  (
    await page
      .locator('.coller .code')
      .filter({hasText: /^\{"apis"/})
      .allTextContents()
  ).join('');

/** Resolves with the result of the address check. */
export const addressCheckResult = async (page: Page): Promise<string> => {
  await page.locator('#verdict .verdict').waitFor();
  return String(await page.locator('#verdict').textContent());
};

/** Data protection information that a form requires. */
export const FORM_PRIVACY_SETTINGS = {
  controller: 'Mairie',
  contact: 'donnees@exemple.fr',
  retention: 'un an',
};

/** Returns the text that a widget has drawn; empty if it failed. */
export async function widgetText(where: Page | Frame, noun: string): Promise<string> {
  // Not nested ones: an explorer contains some of these widgets.
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
