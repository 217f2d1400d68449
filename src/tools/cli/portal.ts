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
import type {Severity} from '../messages/diagnostic.js';
import {formatDiagnostic} from '../messages/format-diagnostic.js';
import {loadToolMessages} from '../messages/load-tool-messages.js';
import {supportedLanguages} from '../../i18n/catalogues.js';
import {
  readableFileError,
  type Command,
  type Io,
  parseArguments,
  urlOfInput,
  UsageError,
} from './command.js';

const FORMATS: Readonly<Record<InputFormat, string>> = {
  csv: 'a table of text, whatever separates its cells, in UTF-8, UTF-16 or windows-1252',
  xlsx: 'a workbook of Excel',
  ods: 'a workbook of LibreOffice',
  json: 'any JSON with a list of records, projects of keep.eu too',
  rss: 'a feed: RSS, Atom, JSON Feed',
  ics: 'a calendar',
  geojson: 'GeoJSON, or a sequence of it',
  opendatasoft: 'the page of a dataset, its API, or an exported file of JSON',
  wordpress: 'a site, its API, or a file with posts',
};

const usage = `Usage: spass-widgets portal from-<format> <file or address> [options] > portail.json

Writes a portal of one document, which the attribute "api" of the widgets reads. Formats:

${INPUT_FORMATS.map(name => `  ${`from-${name}`.padEnd(18)} ${FORMATS[name]}`).join('\n')}

  --kind             what a line is: ${RECORD_KINDS.join(', ')}; if not said, "events" for a calendar, in a
                     workbook what the names of its sheets say (Projets, Agenda, Acteurs, Récits, Étapes…), else
                     "resources"
  --fields           which column is what: "title: intitulé; geo: coordonnees"; what is called as usual in French,
                     Dutch, English or German needs none
  --ignore           a column to leave out knowingly, once for each; "*" for all that no field is made of
  --keep             a column to keep as an own field ("extra"), once for each; "*" for all that no field is made of
  --sheet            which sheet of a workbook; if not said, all with a name that says what they are, else the first
                     that is filled
  --portal-title, --portal-url, --family, --licence, --contact, --updated, --lang
                     what the portal is; --family is acteur, theme or projet
  --messages         the language of what is said of the file: ${supportedLanguages().join(', ')}; en if not said
  --force            the exit code is 0 although something was dropped

Several values in a cell have ";" or "|" between them. What can't be used is told by line and column on standard
error, with its cell in a spreadsheet; the exit code is then 1. "-" is standard input.
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
  summary: 'a portal, from a CSV, a spreadsheet, GeoJSON, Opendatasoft or WordPress',
  usage,
  async run(args, io) {
    const {format, input, options, language, isForced} = readArguments(args);
    const messages = await loadToolMessages(language);
    const bytes = await readInput(input, format, options.fields ?? '', io).catch(
      (error: unknown) => {
        throw readableFileError(error, messages);
      },
    );
    const result = await convert(bytes, {...options, format});
    const fileName = /^https?:/i.test(input) ? input : (input.split(/[\\/]/).pop() ?? input);
    for (const diagnostic of result.diagnostics)
      io.err(formatDiagnostic(fileName, diagnostic, messages));
    if (!result.document) return 1;
    io.out(`${JSON.stringify(result.document, null, 2)}\n`);
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
    throw new UsageError(`--${option}: "${value}" is none of ${allowed.join(', ')}`);
  return match;
};

const TEXT = {type: 'string'} as const;

const OPTIONS = {
  kind: TEXT,
  fields: TEXT,
  sheet: TEXT,
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
    throw new UsageError(action === '' ? 'from what?' : `"${action}" is no format`);
  if (input === undefined) throw new UsageError('which file, or which address?');
  if (extra[0] !== undefined)
    throw new UsageError(`one file at a time, and not ${extra[0]} as well`);
  const metadata = Object.fromEntries(
    Object.entries(METADATA_OPTIONS).map(([name, option]) => [name, values[option]]),
  ) as PortalMetadata;
  const {kind, fields, ignore, keep, sheet, messages = 'en', force = false} = values;
  const options = {
    ...(kind !== undefined && {kind: oneOf<RecordKind>('kind', kind, RECORD_KINDS)}),
    ...(fields !== undefined && {fields}),
    ...(ignore && {ignore}),
    ...(keep && {keep}),
    ...(sheet !== undefined && {sheet}),
    metadata,
  };
  const language = oneOf('messages', messages, supportedLanguages());
  return {format, input, options, language, isForced: force};
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
