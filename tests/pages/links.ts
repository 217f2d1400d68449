import assert from 'node:assert/strict';

/** Returns the URLs in a page, its own fragments included. */
export const addressesIn = (html: string): readonly string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) =>
    String(address).replaceAll('&amp;', '&'),
  );

const hasFragment = (html: string, hash: string): boolean =>
  html.includes(` id="${decodeURIComponent(hash).replaceAll('"', '&quot;')}"`);

/**
 * Returns a function that checks an address in a file of the folder at `url`: what it leads to is on the server, with
 * the fragment. Addresses of other hosts are not checked; each file is requested once.
 */
export function linkChecker(url: string): (address: string, file: string) => Promise<void> {
  const known = new Map<string, string | undefined>();
  return async (address, file) => {
    if (/^(?:https?|mailto|data):/.test(address)) return;
    const {origin, pathname, hash} = new URL(address, url + file);
    if (!known.has(pathname)) {
      const reply = await fetch(origin + pathname);
      known.set(pathname, reply.ok ? await reply.text() : undefined);
    }
    const found = known.get(pathname);
    assert.notEqual(found, undefined, `${address} of ${file}`);
    if (hash) assert.ok(hasFragment(String(found), hash.slice(1)), `${address} of ${file}`);
  };
}
