import {
  convert,
  type ConversionResult,
  type InputFormat,
  INPUT_FORMATS,
  type RecordKind,
  RECORD_KINDS,
} from '../convert/convert.js';
import {fetchInput} from '../convert/fetch-input.js';
import type {PortalMetadata} from '../convert/portal-metadata.js';
import {type Severity, formatDiagnostic} from '../messages/diagnostic.js';
import {loadToolMessages} from '../messages/load-tool-messages.js';
import {supportedLanguages} from '../../i18n/catalogues.js';
import {
  readableFileError,
  type Command,
  type Io,
  parseArguments,
  urlOfInput,
  UsageError,
  writeResult,
} from './command.js';

const FORMATS: Readonly<Record<InputFormat, string>> = {
  csv: 'text table with any separator, in UTF-8, UTF-16 or windows-1252',
  xlsx: 'Excel workbook',
  ods: 'LibreOffice workbook',
  json: 'JSON with a list of records, also projects of keep.eu',
  rss: 'feed: RSS, Atom or JSON Feed',
  ics: 'calendar',
  geojson: 'GeoJSON, or a GeoJSON text sequence',
  opendatasoft: 'page of a dataset, its API, or its JSON export',
  wordpress: 'site, its API, or a file with posts',
};

const usage = `Usage: spass-widgets portal from-<format> <file or URL> [options] --out portail.json

Converts a file to a portal in one document, for the attribute "api" of the widgets. Formats:

${INPUT_FORMATS.map(name => `  ${`from-${name}`.padEnd(18)} ${FORMATS[name]}`).join('\n')}

  --kind             collection of the rows: ${RECORD_KINDS.join(', ')}. Default: "events" for a calendar; in a
                     workbook, by the names of its sheets (Projets, Agenda, Acteurs, Récits, Étapes…); otherwise
                     "resources"
  --fields           column of each field: "title: intitulé; geo: coordonnees". Columns with usual names in French,
                     Dutch, English or German are recognized without it
  --ignore           column to ignore without a warning; may be repeated; "*" for all that no field uses
  --keep             column to keep as an own field ("extra"); may be repeated; "*" for all that no field uses
  --sheet            sheet of a workbook. Default: all whose names say what their rows are, otherwise the first that
                     is not empty. In JSON with several lists, the list: #/ecoles, also after the name of the file
  --portal-title, --portal-url, --family, --licence, --contact, --updated, --lang
                     metadata of the portal; --family is acteur, theme or projet
  --out              output file, replaced only by a complete portal. Default: standard output
  --messages         language of the messages: ${supportedLanguages().join(', ')}. Default: en
  --force            exits with 0 even if something was left out

Several values in a cell are separated by ";" or "|". Values that cannot be used are reported on standard error with
their line and column, or their cell in a workbook; the exit code is then 1. "-" reads standard input.
`;

const METADATA_OPTIONS = {
  title: 'portal-title',
  url: 'portal-url',
  family: 'family',
  licence: 'licence',
  contact: 'contact',
  updated: 'updated',
  lang: 'lang',
} as const satisfies Readonly<Record<keyof PortalMetadata, string>>;

/** Command `portal`: converts a file or a source to a portal document. */
export const portal: Command = {
  summary: 'converts CSV, a workbook, GeoJSON, Opendatasoft or WordPress to a portal',
  usage,
  async run(args, io) {
    const {format, input: address, options, language, isForced, out} = readArguments(args);
    // The list of records in JSON may follow the name of the file.
    const [, input = address, sheet = options.sheet] = /^(.*?)(#\/.*)$/.exec(address) ?? [];
    const messages = await loadToolMessages(language);
    const bytes = await readInput(input, format, options.fields ?? '', io).catch(
      (error: unknown) => {
        throw readableFileError(error, messages);
      },
    );
    const result = await convert(bytes, {...options, ...(sheet !== undefined && {sheet}), format});
    const fileName = /^https?:/i.test(input) ? input : (input.split(/[\\/]/).pop() ?? input);
    for (const diagnostic of result.diagnostics)
      io.err(formatDiagnostic(fileName, diagnostic, messages));
    if (!result.document) return 1;
    await writeResult(`${JSON.stringify(result.document, null, 2)}\n`, out, io);
    const {recordCount, errorCount, warningCount} = messages.conversion;
    const errors = countBySeverity(result, 'error');
    const warnings = countBySeverity(result, 'warning');
    io.err(
      [recordCount(result.recordCount), errorCount(errors), warningCount(warnings)].join(', '),
    );
    return errors > 0 && !isForced ? 1 : 0;
  },
};

const countBySeverity = ({diagnostics}: ConversionResult, severity: Severity): number =>
  diagnostics.filter(diagnostic => diagnostic.severity === severity).length;

const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  const match = allowed.find(word => word === value);
  if (match === undefined)
    throw new UsageError(`--${option}: "${value}" is not one of ${allowed.join(', ')}`);
  return match;
};

const TEXT = {type: 'string'} as const;

const OPTIONS = {
  kind: TEXT,
  fields: TEXT,
  sheet: TEXT,
  out: TEXT,
  messages: TEXT,
  ignore: {type: 'string', multiple: true},
  keep: {type: 'string', multiple: true},
  force: {type: 'boolean'},
  'portal-title': TEXT,
  'portal-url': TEXT,
  family: TEXT,
  licence: TEXT,
  contact: TEXT,
  updated: TEXT,
  lang: TEXT,
} as const;

function readArguments(args: readonly string[]) {
  const {values, positionals} = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
  });
  const [action = '', input, ...extra] = positionals;
  const format = INPUT_FORMATS.find(name => action === `from-${name}`);
  if (format === undefined)
    throw new UsageError(action === '' ? 'the format is missing' : `unknown format "${action}"`);
  if (input === undefined) throw new UsageError('the file or URL is missing');
  if (extra[0] !== undefined)
    throw new UsageError(`expected one file or URL, got also ${extra[0]}`);
  const metadata = Object.fromEntries(
    Object.entries(METADATA_OPTIONS).map(([name, option]) => [name, values[option]]),
  ) as PortalMetadata;
  const {kind, fields, ignore, keep, sheet, out, messages = 'en', force = false} = values;
  const options = {
    ...(kind !== undefined && {kind: oneOf<RecordKind>('kind', kind, RECORD_KINDS)}),
    ...(fields !== undefined && {fields}),
    ...(ignore && {ignore}),
    ...(keep && {keep}),
    ...(sheet !== undefined && {sheet}),
    metadata,
  };
  const language = oneOf('messages', messages, supportedLanguages());
  return {format, input, options, language, isForced: force, out};
}

async function readInput(
  input: string,
  format: InputFormat,
  fields: string,
  io: Io,
): Promise<Uint8Array> {
  const url = urlOfInput(input);
  return url === undefined ? io.bytes(input) : fetchInput(url, format, fields);
}
