import type {Page} from 'playwright-core';

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
