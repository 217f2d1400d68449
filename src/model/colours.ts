const DECLARATION = /^\s*(?:--spass-)?([a-z][a-z-]*)\s*:\s*(#(?:[0-9a-f]{3,4}){1,2})\s*$/i;

/**
 * Parses colours written as `link: #1f5fa6; ink: #1d2a2f`. Whatever is no name and hexadecimal colour is ignored, so that
 * no URL or function gets into a style.
 *
 * @returns Pairs of a custom property, such as `--spass-link`, and its colour.
 */
export const parseColourList = (text: string): readonly (readonly [string, string])[] =>
  text.split(';').flatMap(one => {
    const [, name, colour] = DECLARATION.exec(one) ?? [];
    return name && colour ? [[`--spass-${name.toLowerCase()}`, colour.toLowerCase()] as const] : [];
  });

/** Returns colours by custom property as `link: #1f5fa6; ink: #1d2a2f`. */
export const formatColourList = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `${name.replace(/^--spass-/, '')}: ${colour}`)
    .join('; ');

/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

const parseHex = (hex: string): Rgb =>
  [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as never;
const formatHex = (colour: Rgb): string =>
  `#${colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Returns the relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(part => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the contrast ratio of two colours in the form `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [p, q] = [luminance(parseHex(a)), luminance(parseHex(b))];
  return (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
}

/** Minimum contrast ratio of text (WCAG 2.2, 1.4.3). */
const MIN_CONTRAST = 4.5;

/**
 * Adjusts a colour so that its contrast with a background is at least 4.5:1, with the smallest change: darker on a
 * light background, lighter on a dark one. Colours have the form `#rrggbb`.
 */
export function legibleOn(background: string, colour: string): string {
  const target: Rgb = luminance(parseHex(background)) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  const start = parseHex(colour);
  for (let step = 0; ; step++) {
    const ratio = step / 40;
    const mixed = formatHex(
      start.map((part, i) => part + ratio * ((target[i] ?? 0) - part)) as never,
    );
    if (step === 40 || contrast(mixed, background) >= MIN_CONTRAST) return mixed;
  }
}
