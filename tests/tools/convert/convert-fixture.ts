import {convert, type ConversionOptions} from '../../../src/tools/convert/convert.js';
import {formatDiagnostic} from '../../../src/tools/messages/diagnostic.js';
import {en} from '../../../src/tools/messages/en.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type JsonRecord = Readonly<Record<string, unknown>>;

/** Converts a file, and returns the diagnostics as the command line prints them, each after its severity. */
export async function convertFile(
  content: string | Uint8Array,
  options: Partial<ConversionOptions> = {},
  file = 'f.csv',
) {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const {
    document,
    diagnostics,
    recordCount: kept,
  } = await convert(bytes, {format: 'csv', ...options});
  const kind = options.kind ?? 'resources';
  return {
    document,
    kept,
    records: (document?.[kind] ?? []) as readonly JsonRecord[],
    said: diagnostics.map(one => `${one.severity} ${formatDiagnostic(file, one, en)}`),
  };
}
