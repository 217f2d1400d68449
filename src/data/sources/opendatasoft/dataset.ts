/** Dataset of an Opendatasoft portal. */
export interface Dataset {
  /** URL in the Explore API 2.1, without a trailing slash. */
  readonly api: string;
  /** URL of the dataset's page on the portal. */
  readonly page: string;
  /**
   * Parameters of the given URL that every request keeps: `where`, `refine`, `exclude`, `lang`, `timezone`, `apikey`.
   */
  readonly own: URLSearchParams;
}

/** Paths of pages and APIs, all versions. The first group is the prefix. */
const PATHS = [
  /^(.*)\/explore\/(?:embed\/)?(?:dataset|assets)\/([\w@.-]+)(?:\/|$)/,
  /^(.*)\/api\/(?:explore\/)?v2(?:\.\d)?\/catalog\/datasets\/([\w@.-]+)(?:\/|$)/,
  /^(.*)\/api\/(?:records|datasets|explore)\/(?:1\.0|v1\.0)\/(?:search|download|analyze|geocluster)\/?$/,
];

/** Parameters with the same meaning in all versions. */
const KEPT = ['exclude', 'lang', 'timezone', 'apikey'];

/** Returns the dataset of a URL: its page, its API or an export. Undefined for any other URL. */
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

/** Converts the parameters of a URL to version 2.1: a page has `q=…&refine.commune=Lille`. */
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
 * Quotes a string literal in ODSQL, the query language of Opendatasoft: in double quotes, with quotes and backslashes
 * escaped.
 */
export const quoted = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  `"${text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;

/** Returns the clause that finds records in which each word of a search is the start of a word. */
export const searchFor = (q: string): string =>
  q
    .trim()
    .split(/\s+/)
    .map(word => `suggest(${quoted(word)})`)
    .join(' and ');
