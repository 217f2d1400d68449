const LINK_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
// Control characters and backslashes are how one address is made to look like another.
// eslint-disable-next-line no-control-regex
const DECEPTIVE = /[\u0000-\u001f\u007f\\]/;

/** An address that is its own normal form: most are, and a whole parsing takes ten times as long. */
const PLAIN = /^https:\/\/(?:[a-z][a-z0-9-]*\.)+[a-z]{2,}\/[\w/-]*$/;
const isPlain = (address: string): boolean => PLAIN.test(address) && !address.includes('xn--');

function parse(address: string, base: string | undefined): URL | undefined {
  if (DECEPTIVE.test(address.trim())) return undefined;
  try {
    const url = new URL(address.trim(), base);
    return url.username || url.password ? undefined : url;
  } catch {
    return undefined;
  }
}

const ownOrigin = (): string | undefined =>
  (globalThis as Partial<typeof globalThis>).location?.origin;

/**
 * The one gate for addresses that a reader may follow: `https:`, `http:`, `mailto:`, `tel:`; relative ones are
 * taken from `base`. Anything else is undefined, and is then shown as text.
 */
export function safeLink(address: string, base?: string): string | undefined {
  if (isPlain(address)) return address;
  const url = parse(address, base);
  return url && LINK_SCHEMES.has(url.protocol) ? url.href : undefined;
}

/**
 * The gate for addresses that a page fetches by itself (pictures, the API): `https:`, the page's own origin, or
 * loopback.
 */
export function safeResource(address: string, base?: string): string | undefined {
  const url = parse(address, base);
  if (!url) return undefined;
  if (url.protocol === 'https:') return url.href;
  if (url.protocol !== 'http:') return undefined;
  return url.origin === ownOrigin() || LOOPBACK.test(url.hostname) ? url.href : undefined;
}
