/** Colours that a webmaster may give, each with what it is read on, for its contrast. */
export const COLOURS = [
  {name: '--spass-ink', least: 4.5},
  {name: '--spass-link', least: 4.5},
  {name: '--spass-muted', least: 4.5},
  {name: '--spass-acteur', least: 4.5},
  {name: '--spass-theme', least: 4.5},
  {name: '--spass-projet', least: 4.5},
  {name: '--spass-focus', least: 3},
  {name: '--spass-edge', least: 3},
] as const;

export type ColourName = (typeof COLOURS)[number]['name'];

/** The page that the widget stands on. */
export const PAPER = '--spass-surface';

/** The relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.2); undefined for what is none. */
function luminance(colour: string): number | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) return undefined;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2); undefined unless both are `#rrggbb`. */
export function contrast(one: string, other: string): number | undefined {
  const [a, b] = [luminance(one), luminance(other)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
