/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as never;
const hex = (colour: Rgb): string =>
  `#${colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Returns the relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the contrast ratio of two colours in the form `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [p, q] = [luminance(rgb(a)), luminance(rgb(b))];
  return (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
}

/** Minimum contrast ratio of text (WCAG 2.2, 1.4.3). */
const LEGIBLE = 4.5;

/**
 * Adjusts a colour so that its contrast with a background is at least 4.5:1, with the smallest change: darker on a
 * light background, lighter on a dark one. Colours have the form `#rrggbb`.
 */
export function legibleOn(ground: string, colour: string): string {
  const end: Rgb = luminance(rgb(ground)) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  const from = rgb(colour);
  for (let step = 0; ; step++) {
    const share = step / 40;
    const moved = hex(from.map((part, i) => part + share * ((end[i] ?? 0) - part)) as never);
    if (step === 40 || contrast(moved, ground) >= LEGIBLE) return moved;
  }
}
