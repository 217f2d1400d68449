/** Percent-encodes a part of a URL. Half a character, as in a text that was cut too early, becomes U+FFFD. */
export const encodeUrlPart = (part: string | number): string =>
  encodeURIComponent(String(part).replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));

/** Decodes a part of a URL. A part that is not well-formed, such as `100%`, is returned unchanged. */
export function decodeUrlPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
