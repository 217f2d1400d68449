const LINK_PROTOCOLS = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const FETCH_PROTOCOLS = new Set(['https:']);

/**
 * Allows links and pictures next to a page that is itself a file, such as one of an archive. Nothing else is allowed
 * there, and nothing changes for pages of a server.
 */
export function allowFiles(): void {
  if (location.protocol !== 'file:') return;
  LINK_PROTOCOLS.add('file:');
  FETCH_PROTOCOLS.add('file:');
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
// Control characters and backslashes can make a URL look like another one.
// oxlint-disable-next-line no-control-regex
const DECEPTIVE = /[\u0000-\u001f\u007f\\]/;

/** Matches URLs that are already normalized. Most are, and parsing takes ten times as long. */
const NORMALIZED = /^https:\/\/(?:[a-z][a-z0-9-]*\.)+[a-z]{2,}\/[\w/-]*$/;
const isNormalized = (address: string): boolean =>
  NORMALIZED.test(address) && !address.includes('xn--');

function parse(address: string, base: string | undefined): URL | undefined {
  if (DECEPTIVE.test(address.trim())) return undefined;
  try {
    const url = new URL(address.trim(), base);
    return url.username || url.password ? undefined : url;
  } catch {
    return undefined;
  }
}

const pageOrigin = (): string | undefined =>
  (globalThis as Partial<typeof globalThis>).location?.origin;

/**
 * Returns the absolute URL of a link that a reader may follow, or undefined if it is not safe and must be shown as
 * text. Allows `https:`, `http:`, `mailto:` and `tel:`. Every link passes through this function.
 *
 * @param base Base of a relative URL.
 */
export function safeLink(address: string, base?: string): string | undefined {
  if (isNormalized(address)) return address;
  const url = parse(address, base);
  return url && LINK_PROTOCOLS.has(url.protocol) ? url.href : undefined;
}

/**
 * Returns the absolute URL of a resource that the page fetches by itself (image, API), or undefined if it is not safe.
 * Allows `https:`, the page's own origin, and loopback.
 *
 * @param base Base of a relative URL.
 */
export function safeFetchUrl(address: string, base?: string): string | undefined {
  const url = parse(address, base);
  return url &&
    (FETCH_PROTOCOLS.has(url.protocol) ||
      (url.protocol === 'http:' && (url.origin === pageOrigin() || LOOPBACK.test(url.hostname))))
    ? url.href
    : undefined;
}

/** E-mail address that is safe in a `mailto:` link, and no URL or path. */
export const EMAIL_PATTERN = /^[^\s@<>"?:/]+@[^\s@<>"?/]+$/;

/** Returns an e-mail address as a `mailto:` link; any other text unchanged. */
export const linkEmail = (text: string): string =>
  EMAIL_PATTERN.test(text) ? `mailto:${text}` : text;
