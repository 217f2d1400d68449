import type {Credit} from './map-view.js';

/** Default credit, for archives without an attribution. */
const OPENSTREETMAP = '© OpenStreetMap';

const REFERENCES: Readonly<Record<string, string>> = {
  copy: '©',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Maximum length of the credit in characters; a longer one would cover the map. */
const LONGEST = 120;

/**
 * Reads the credit from an archive's metadata. The attribution is HTML there; it is converted to plain text and never
 * inserted as markup.
 */
export function creditIn(metadata: unknown): Credit {
  const {attribution, name} = Object(metadata) as {attribution?: unknown; name?: unknown};
  const html = typeof attribution === 'string' ? attribution : '';
  const words = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w{2,4});/g, (whole, word: string) => REFERENCES[word] ?? whole)
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  const text = words || OPENSTREETMAP;
  const isProtomaps = /protomaps/i.test(String(name)) && !/protomaps/i.test(text);
  // The OpenStreetMap attribution guidelines require a link to this page.
  const url = /openstreetmap/i.test(text)
    ? 'https://www.openstreetmap.org/copyright'
    : /href=["']?([^"'\s>]+)/i.exec(html)?.[1];
  return {text: isProtomaps ? `${text}, Protomaps` : text, url};
}

/** Returns the layer ids in an archive's metadata, or undefined if it lists none. */
export function layersIn(metadata: unknown): readonly unknown[] | undefined {
  const {vector_layers: layers} = Object(metadata) as {vector_layers?: unknown};
  if (!Array.isArray(layers)) return undefined;
  return layers.map((layer: unknown) => (Object(layer) as {id?: unknown}).id);
}
