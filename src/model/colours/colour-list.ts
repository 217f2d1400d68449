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
