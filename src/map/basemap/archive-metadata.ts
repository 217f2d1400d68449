import type {Credit} from '../map-view.js';

/** Default credit, for archives without an attribution. */
const DEFAULT_CREDIT = '© OpenStreetMap';

const CHARACTER_REFERENCES: Readonly<Record<string, string>> = {
  copy: '©',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Maximum length of the credit in characters; a longer one would cover the map. */
const MAX_LENGTH = 120;

/**
 * Reads the credit from an archive's metadata. The attribution is HTML there; it is converted to plain text and never
 * inserted as markup.
 */
export function readCredit(metadata: unknown): Credit {
  const {attribution, name} = Object(metadata) as {attribution?: unknown; name?: unknown};
  const html = typeof attribution === 'string' ? attribution : '';
  const plainText = html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(\w{2,4});/g, (whole, word: string) => CHARACTER_REFERENCES[word] ?? whole)
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
  const text = plainText || DEFAULT_CREDIT;
  const isProtomaps = /protomaps/i.test(String(name)) && !/protomaps/i.test(text);
  // The OpenStreetMap attribution guidelines require a link to this page.
  const url = /openstreetmap/i.test(text)
    ? 'https://www.openstreetmap.org/copyright'
    : /href=["']?([^"'\s>]+)/i.exec(html)?.[1];
  return {text: isProtomaps ? `${text}, Protomaps` : text, url};
}

/** Returns the layer ids in an archive's metadata, or undefined if it lists none. */
export function readLayerIds(metadata: unknown): readonly unknown[] | undefined {
  const {vector_layers: layers} = Object(metadata) as {vector_layers?: unknown};
  if (!Array.isArray(layers)) return undefined;
  return layers.map((layer: unknown) => (Object(layer) as {id?: unknown}).id);
}
