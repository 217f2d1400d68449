/**
 * Characters 0x80 to 0x9F of windows-1252, which are control characters in Latin 1 (WHATWG Encoding, index
 * windows-1252).
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes a text file: UTF-8 or UTF-16 if it has a byte order mark, UTF-8 if it is valid, otherwise windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  // The mark of UTF-32 begins with the one of UTF-16.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && (bytes[2] || bytes[3]))
    return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    // Some versions of Node decode windows-1252 as Latin 1 (nodejs/node#56542).
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.replace(
      /[\u0080-\u009f]/g,
      letter => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? '',
    );
  }
}
