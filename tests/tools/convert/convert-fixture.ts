import {convert, type ConversionOptions, sayFinding} from '../../../src/tools/convert/convert.js';
import {conversionMessages} from '../../../src/i18n/tool-messages.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type JsonRecord = Readonly<Record<string, unknown>>;

/** Converts a file, and returns the diagnostics as the command line prints them, each after its level. */
export async function convertFile(
  content: string | Uint8Array,
  options: Partial<ConversionOptions> = {},
  file = 'f.csv',
) {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const {
    document,
    diagnostics: findings,
    recordCount: kept,
  } = await convert(bytes, {format: 'csv', ...options});
  const kind = options.kind ?? 'resources';
  return {
    document,
    kept,
    records: (document?.[kind] ?? []) as readonly JsonRecord[],
    said: findings.map(one => `${one.severity} ${sayFinding(file, one, conversionMessages.en)}`),
  };
}
