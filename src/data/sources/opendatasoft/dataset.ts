/** A dataset of an Opendatasoft portal. */
export interface Dataset {
  /** Where the Explore API 2.1 has it, without a slash at the end. */
  readonly api: string;
  /** Its page for people. */
  readonly page: string;
  /** What the given address asks by itself: `where`, `refine`, `exclude`, `lang`, `timezone`, `apikey`. */
  readonly own: URLSearchParams;
}

/** Pages and APIs of a portal, all versions; the first group is what stands before them. */
const PATHS = [
  /^(.*)\/explore\/(?:embed\/)?(?:dataset|assets)\/([\w@.-]+)(?:\/|$)/,
  /^(.*)\/api\/(?:explore\/)?v2(?:\.\d)?\/catalog\/datasets\/([\w@.-]+)(?:\/|$)/,
  /^(.*)\/api\/(?:records|datasets|explore)\/(?:1\.0|v1\.0)\/(?:search|download|analyze|geocluster)\/?$/,
];

/** Parameters that mean the same wherever they stand. */
const KEPT = ['exclude', 'lang', 'timezone', 'apikey'];

/** The dataset that an address names: its page, its API or one of its exports; undefined for any other address. */
export function datasetOf(address: string): Dataset | undefined {
  const {origin, pathname, searchParams} = new URL(address);
  for (const pattern of PATHS) {
    const found = pattern.exec(pathname);
    const id = found && (found[2] ?? searchParams.get('dataset'));
    if (!found || !id || !/^[\w@.-]+$/.test(id)) continue;
    const root = `${origin}${found[1] ?? ''}`;
    return {
      api: `${root}/api/explore/v2.1/catalog/datasets/${id}`,
      page: `${root}/explore/dataset/${id}/`,
      own: ownOf(searchParams),
    };
  }
  return undefined;
}

/** What an address asks, in the words of version 2.1: a page says `q=…&refine.commune=Lille`. */
function ownOf(given: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams();
  for (const [name, value] of given) {
    const [, facet] = /^refine\.(.+)$/.exec(name) ?? [];
    if (facet !== undefined) own.append('refine', `${facet}:${value}`);
    else if (name === 'refine' || name === 'where' || KEPT.includes(name)) own.append(name, value);
    else if (name === 'q' && value.trim() !== '') own.append('where', searchFor(value));
  }
  return own;
}

/**
 * A text in ODSQL, the query language of Opendatasoft: in double quotes, with a backslash before what would end it.
 */
export const quoted = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  `"${text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;

/** What finds records in which each word of a search starts some word. */
export const searchFor = (q: string): string =>
  q
    .trim()
    .split(/\s+/)
    .map(word => `suggest(${quoted(word)})`)
    .join(' and ');
