/** Dataset of an Opendatasoft portal. */
export interface Dataset {
  /** URL in the Explore API 2.1, without a trailing slash. */
  readonly apiUrl: string;
  /** URL of the dataset's page on the portal. */
  readonly pageUrl: string;
  /**
   * Parameters of the given URL that every request keeps: `where`, `refine`, `exclude`, `lang`, `timezone`, `apikey`.
   */
  readonly fixedParameters: URLSearchParams;
}

/** Paths of pages and APIs, all versions. The first group is the prefix. */
const PATH_PATTERNS = [
  /^(.*)\/explore\/(?:embed\/)?(?:dataset|assets)\/([\w@.-]+)(?:\/|$)/,
  /^(.*)\/api\/(?:explore\/)?v2(?:\.\d)?\/catalog\/datasets\/([\w@.-]+)(?:\/|$)/,
  /^(.*)\/api\/(?:records|datasets|explore)\/(?:1\.0|v1\.0)\/(?:search|download|analyze|geocluster)\/?$/,
];

/** Parameters with the same meaning in all versions. */
const KEPT_PARAMETERS = ['exclude', 'lang', 'timezone', 'apikey'];

/** Returns the dataset of a URL: its page, its API or an export. Undefined for any other URL. */
export function parseDatasetUrl(url: string): Dataset | undefined {
  const {origin, pathname, searchParams} = new URL(url);
  for (const pattern of PATH_PATTERNS) {
    const match = pattern.exec(pathname);
    const id = match && (match[2] ?? searchParams.get('dataset'));
    if (!match || !id || !/^[\w@.-]+$/.test(id)) continue;
    const root = `${origin}${match[1] ?? ''}`;
    return {
      apiUrl: `${root}/api/explore/v2.1/catalog/datasets/${id}`,
      pageUrl: `${root}/explore/dataset/${id}/`,
      fixedParameters: convertParameters(searchParams),
    };
  }
  return undefined;
}

/** Converts the parameters of a URL to version 2.1: a page has `q=…&refine.commune=Lille`. */
function convertParameters(original: URLSearchParams): URLSearchParams {
  const converted = new URLSearchParams();
  for (const [name, value] of original) {
    const [, facet] = /^refine\.(.+)$/.exec(name) ?? [];
    if (facet !== undefined) converted.append('refine', `${facet}:${value}`);
    else if (name === 'refine' || name === 'where' || KEPT_PARAMETERS.includes(name))
      converted.append(name, value);
    else if (name === 'q' && value.trim() !== '') converted.append('where', searchClause(value));
  }
  return converted;
}

/**
 * Quotes a string literal in ODSQL, the query language of Opendatasoft: in double quotes, with quotes and backslashes
 * escaped.
 */
export const quoteOdsql = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  `"${text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;

/** Returns the clause that finds records in which each word of a search is the start of a word. */
export const searchClause = (q: string): string =>
  q
    .trim()
    .split(/\s+/)
    .map(word => `suggest(${quoteOdsql(word)})`)
    .join(' and ');
