import {decodeText} from '../../../client/decode-text.js';
import {SchemaError} from '../../../client/errors.js';
import {type FormatError, SAMPLE_LENGTH} from './file-reader.js';

/** Format of a file, recognized by its content. */
export interface RecognizedFormat {
  /** Name of the format, the same in all languages. */
  readonly name: string;
  /** Source kind that reads it. */
  readonly kind?: 'csv' | 'geojson' | 'ics' | 'json' | 'pmtiles' | 'rss';
  /** Format of the converter that reads it, if it is a workbook. */
  readonly workbook?: 'ods' | 'xlsx';
  /** Format to convert it to, if no source reads it. */
  readonly target?: 'CSV' | 'GeoJSON' | 'UTF-8';
}

/** First bytes of files that are no text, decoded as windows-1252. */
const SIGNATURES: readonly (readonly [RegExp, RecognizedFormat])[] = [
  [/^PK.*application\/vnd\.oasis\.opendocument/s, {name: 'ODS', workbook: 'ods', target: 'CSV'}],
  [/^PK.*(?:\[Content_Types\]|xl\/)/s, {name: 'XLSX', workbook: 'xlsx', target: 'CSV'}],
  [/^PK.*\.kml/s, {name: 'KMZ', target: 'GeoJSON'}],
  [/^PK.*\.(?:shp|dbf|shx)/s, {name: 'Shapefile', target: 'GeoJSON'}],
  [/^PK\W\W/, {name: 'ZIP'}],
  [/^SQLite format 3/, {name: 'GeoPackage', target: 'GeoJSON'}],
  [/^\xd0\xcf.\xe0/s, {name: 'XLS', target: 'CSV'}],
  [/^PMTiles/, {name: 'PMTiles', kind: 'pmtiles'}],
  [/^%PDF-/, {name: 'PDF'}],
  [/^\p{Cc}[\x8b‹]/u, {name: 'gzip'}],
  // Three of four bytes of its letters are zero.
  [/^(?:ÿþ\0\0|\0\0þÿ|[^\0]?\0{3}[^\0]\0)/, {name: 'UTF-32', target: 'UTF-8'}],
  [/^(?:.PNG\r|\xff\xd8\xff|GIF8)/, {name: 'image'}],
];

/** First characters of texts, after white space, comments, processing instructions and document type of XML. */
const TEXTS: readonly (readonly [RegExp, RecognizedFormat])[] = [
  [/^BEGIN:VCALENDAR/i, {name: 'iCalendar', kind: 'ics'}],
  [/^<(?:\w+:)?(?:rss|feed|rdf)\b/i, {name: 'RSS', kind: 'rss'}],
  [/^<kml\b/i, {name: 'KML', target: 'GeoJSON'}],
  [/^<gpx\b/i, {name: 'GPX', target: 'GeoJSON'}],
  [/^<(?:wfs:|gml:|ogr:)/i, {name: 'GML', target: 'GeoJSON'}],
  [/^<(?:!doctype html|html|head|body)\b/i, {name: 'HTML'}],
  [/^</, {name: 'XML'}],
  [/^[[{][^]*?"version"\s*:\s*"https:\/\/jsonfeed\.org/, {name: 'JSON Feed', kind: 'rss'}],
  [/^[[{][^]*?"type"\s*:\s*"Topology"/, {name: 'TopoJSON', target: 'GeoJSON'}],
  [/^\W?[[{][^]*?"type"\s*:\s*"Feature/, {name: 'GeoJSON', kind: 'geojson'}],
  [/^(?:\[\s*(?:[[{"\]]|-?\d)|\{\s*["}])/, {name: 'JSON', kind: 'json'}],
  [/^[^\n]*[^\n,;\t|][,;\t|][^\n]*\n[^\n]*[,;\t|]/, {name: 'CSV', kind: 'csv'}],
];

const XML_PROLOGUE = /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->|<!doctype (?!html)[^>]*>)+/i;

/** Recognizes the format of a file by its first characters; undefined if they are of none that is known. */
export function recognizeFormat(start: string | Uint8Array): RecognizedFormat | undefined {
  const sample =
    typeof start === 'string'
      ? start.slice(0, SAMPLE_LENGTH)
      : decodeText(start.subarray(0, SAMPLE_LENGTH));
  const [, binary] = SIGNATURES.find(([pattern]) => pattern.test(sample)) ?? [];
  if (binary) return binary;
  const text = sample.replace(/^\ufeff/, '').replace(XML_PROLOGUE, '');
  return TEXTS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Formats that source kinds and the converter read besides JSON, as messages name them. */
const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV',
  ics: 'iCalendar',
  ods: 'ODS',
  pmtiles: 'PMTiles',
  rss: 'RSS, Atom or JSON Feed',
  xlsx: 'XLSX',
};

/**
 * Returns true if a file in the format may be read as a source kind, or format of the converter. Any JSON may be: the
 * kinds that read it report missing parts.
 */
export const mayBeReadAs = (kind: string, found: RecognizedFormat): boolean =>
  kind === (found.workbook ?? found.kind) || (found.name.includes('JSON') && !(kind in FORMATS));

/** Returns the error of a file with the format that it has, and how that is read, if it can be. */
export function describedError({url, sample}: FormatError, kind: string): SchemaError {
  const found = recognizeFormat(sample);
  const got = sample.trim() === '' ? 'empty' : found ? describe(kind, found) : 'in no known format';
  return new SchemaError(url, `expected ${FORMATS[kind] ?? 'JSON'}, and the answer is ${got}`);
}

function describe(expectedKind: string, found: RecognizedFormat): string {
  const {name, kind, target} = found;
  if (mayBeReadAs(expectedKind, found)) return 'not well-formed';
  if (kind) return `${name}: source="${kind}" reads it`;
  return target ? `${name}, which no source reads: convert it to ${target}` : name;
}
