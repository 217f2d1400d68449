import type {Credit} from './map-view.js';

/** What everybody's map is credited to, where an archive says nothing. */
const OPENSTREETMAP = '© OpenStreetMap';

const REFERENCES: Readonly<Record<string, string>> = {
  copy: '©',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** A longer credit than this would hide the map. */
const LONGEST = 120;

/** The credit in an archive's metadata: it is HTML there, and plain text here, never put in a page as anything else. */
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
  // OpenStreetMap asks for this very page.
  const url = /openstreetmap/i.test(text)
    ? 'https://www.openstreetmap.org/copyright'
    : /href=["']?([^"'\s>]+)/i.exec(html)?.[1];
  return {text: isProtomaps ? `${text}, Protomaps` : text, url};
}

/** The layers that an archive says it has; undefined where it says nothing. */
export function layersIn(metadata: unknown): readonly unknown[] | undefined {
  const {vector_layers: layers} = Object(metadata) as {vector_layers?: unknown};
  if (!Array.isArray(layers)) return undefined;
  return layers.map((layer: unknown) => (Object(layer) as {id?: unknown}).id);
}
