import {convert, type ConversionOptions, sayFinding} from '../../src/convert/convert.js';
import {conversions} from '../../src/i18n/tools.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Record_ = Readonly<Record<string, unknown>>;

/** Converts a file, and returns the diagnostics as the command line prints them, each after its level. */
export async function converted(
  given: string | Uint8Array,
  options: Partial<ConversionOptions> = {},
  file = 'f.csv',
) {
  const bytes = typeof given === 'string' ? utf8(given) : given;
  const {document, findings, kept} = await convert(bytes, {format: 'csv', ...options});
  const kind = options.kind ?? 'resources';
  return {
    document,
    kept,
    records: (document?.[kind] ?? []) as readonly Record_[],
    said: findings.map(one => `${one.level} ${sayFinding(file, one, conversions.en)}`),
  };
}
