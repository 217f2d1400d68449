import {parseArgs} from 'node:util';
import {
  convert,
  type Converted,
  type Facts,
  type Format,
  FORMATS,
  type Kind,
  KINDS,
  sayFinding,
} from '../convert/convert.js';
import {bytesAt} from '../convert/remote.js';
import {safeResource} from '../data/links.js';
import {conversions, type ToolLanguage} from '../i18n/tools.js';
import {type Command, type Io, UsageError} from './io.js';

const usage = `Usage: spass-widgets portal from-<format> <file or address> [options] > portail.json

Writes a portal of one document, which the attribute "api" of the widgets reads. Formats:

  from-csv           a table of text, whatever separates its cells, in UTF-8, UTF-16 or windows-1252
  from-xlsx          a workbook of Excel
  from-ods           a workbook of LibreOffice
  from-geojson       GeoJSON, or a sequence of it
  from-opendatasoft  the page of a dataset, its API, or an exported file of JSON
  from-wordpress     a site, its API, or a file with posts

  --kind             what a line is: ${KINDS.join(', ')} ("resources" if not said)
  --fields           which column is what: "title: intitulé; geo: coordonnees"; what is called as usual in French,
                     Dutch, English or German needs none
  --ignore           a column to leave out knowingly, once for each; "*" for all that no field is made of
  --sheet            which sheet of a workbook; the first that is filled if not said
  --portal-title, --portal-url, --family, --licence, --contact, --updated, --lang
                     what the portal is; --family is acteur, theme or projet
  --messages         the language of what is said of the file: en, fr, nl, de
  --force            the exit code is 0 although something was dropped

Several values in a cell have ";" or "|" between them. What can't be used is told by line and column on standard
error, with its cell in a spreadsheet; the exit code is then 1. "-" is standard input.
`;

const FACTS = {
  title: 'portal-title',
  url: 'portal-url',
  family: 'family',
  licence: 'licence',
  contact: 'contact',
  updated: 'updated',
  lang: 'lang',
} as const satisfies Readonly<Record<keyof Facts, string>>;

/** Command `portal`: converts a file or a source to a portal document. */
export const portal: Command = {
  usage,
  async run(args, io) {
    const {format, from, options, words, isForced} = readArguments(args);
    const bytes = await bytesOf(from, format, options.fields ?? '', io);
    const made = await convert(bytes, {...options, format});
    const file = /^https?:/i.test(from) ? from : (from.split(/[\\/]/).pop() ?? from);
    for (const finding of made.findings) io.err(sayFinding(file, finding, words));
    if (!made.document) return 1;
    io.out(`${JSON.stringify(made.document, null, 2)}\n`);
    const dropped = countOf(made, 'dropped');
    io.err(
      [
        words.kept(made.kept, String(made.kept)),
        words.droppedTotal(dropped, String(dropped)),
        words.doubtTotal(countOf(made, 'doubt'), String(countOf(made, 'doubt'))),
      ].join(', '),
    );
    return dropped > 0 && !isForced ? 1 : 0;
  },
};

const countOf = ({findings}: Converted, level: 'dropped' | 'doubt'): number =>
  findings.filter(finding => finding.level === level).length;

const one = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find(word => word === value);
  if (found === undefined)
    throw new UsageError(`--${option}: "${value}" is none of ${allowed.join(', ')}`);
  return found;
};

const TEXT = {type: 'string'} as const;

/**
 * Parses the arguments.
 *
 * @throws {UsageError}
 */
function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: TEXT,
        fields: TEXT,
        sheet: TEXT,
        messages: TEXT,
        ignore: {type: 'string', multiple: true},
        force: {type: 'boolean'},
        'portal-title': TEXT,
        'portal-url': TEXT,
        family: TEXT,
        licence: TEXT,
        contact: TEXT,
        updated: TEXT,
        lang: TEXT,
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readArguments(args: readonly string[]) {
  const {values, positionals} = parsed(args);
  const [action = '', from, ...more] = positionals;
  const format = FORMATS.find(name => action === `from-${name}`);
  if (format === undefined)
    throw new UsageError(action === '' ? 'from what?' : `"${action}" is no format`);
  if (from === undefined) throw new UsageError('which file, or which address?');
  if (more[0] !== undefined) throw new UsageError(`one file at a time, and not ${more[0]} as well`);
  const languages = Object.keys(conversions) as ToolLanguage[];
  const facts = Object.fromEntries(
    Object.entries(FACTS).map(([fact, option]) => [fact, values[option]]),
  ) as Facts;
  const {kind = 'resources', fields, ignore, sheet, messages = 'en', force = false} = values;
  const options = {
    kind: one<Kind>('kind', kind, KINDS),
    ...(fields !== undefined && {fields}),
    ...(ignore && {ignore}),
    ...(sheet !== undefined && {sheet}),
    facts,
  };
  const words = conversions[one('messages', messages, languages)];
  return {format, from, options, words, isForced: force};
}

async function bytesOf(from: string, format: Format, fields: string, io: Io): Promise<Uint8Array> {
  if (!/^https?:/i.test(from)) return io.bytes(from);
  const address = safeResource(from);
  if (address === undefined) throw new Error(`${from}: an address is https, or on this machine`);
  return bytesAt(address, format, fields);
}
