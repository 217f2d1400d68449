/** Town labelled on the map. */
export interface Town {
  /** Degrees north, with a precision of about a kilometre. */
  readonly lat: number;
  /** Degrees east. */
  readonly lon: number;
  /** First zoom at which the town is labelled: 4 for a capital, 12 for a village. */
  readonly minZoom: number;
  /** Names by language. */
  readonly names: LocalNames;
}

export type LocalNames = Readonly<Record<'fr' | 'nl' | 'en' | 'de', string>>;

/** Returns the name in a language, in French by default. */
export function nameIn(names: LocalNames, language: string): string {
  const code = language.slice(0, 2).toLowerCase();
  return code === 'nl' || code === 'en' || code === 'de' ? names[code] : names.fr;
}

/** Reads `French/Dutch/English/German`, or `French=other`. A missing name falls back to French. */
export function readNames(text: string): LocalNames {
  const [french = '', other] = text.split('=');
  const [fr = '', nl = fr, en = fr, de = fr] = other
    ? [french, other, other, other]
    : text.split('/');
  return {fr, nl, en, de};
}

/** Reads towns by first zoom: names, latitude and longitude, separated by spaces; a bar between two towns. */
export const readTowns = (towns: Readonly<Record<number, string>>): Town[] =>
  Object.entries(towns).flatMap(([minZoom, list]) =>
    list.split('|').map(town => {
      const [, name = '', lat, lon] = /^(.+) (\S+) (\S+)$/.exec(town) ?? [];
      return {lat: Number(lat), lon: Number(lon), minZoom: Number(minZoom), names: readNames(name)};
    }),
  );
