import {kindOf} from '../../../data/open-source.js';
import {SOURCE_KINDS} from '../../../data/sources/registry.js';
import {safeLink} from '../../../model/schemas/safe-urls.js';
import {supportedLanguages} from '../../../i18n/catalogues.js';
import {formatMessage} from '../../messages/format-diagnostic.js';
import {loadToolMessages} from '../../messages/load-tool-messages.js';
import type {ToolMessages} from '../../messages/tool-messages.js';
import {checkApi} from './check-api.js';
import {CheckReport} from './check-report.js';
import {FIXES} from './check-fixes.js';
import {checkInterreg} from './check-interreg.js';
import {checkDocument} from './check-records.js';
import {checkSource} from './check-source.js';
import {checkResponse, parseJson, fetchPage} from './check-response.js';
import {type Command, parseArguments, UsageError} from '../command.js';
import {readFile} from 'node:fs/promises';
import {parseDependentTags, parseManifest} from '../../snippets/catalogue.js';
import {parsePage} from '../../snippets/parse-snippet.js';

const kinds = Object.keys(SOURCE_KINDS);

const usage = `Usage: spass-widgets check <address> [--source <kind>] [--fields "…"] [--lang ${supportedLanguages().join('|')}] [--json]
       spass-widgets check --interreg <address or file> [--lang …] [--json]

Asks an address as the widgets on a visitor's page would, and says what is to be put right: whether other sites may
read it (CORS), its certificate, caching, size and type; of a portal API every collection, its pages, filters, orders,
facets and errors; of another source which fields are found. An address whose path ends in .json is one document.
Of a page of a site (--source page): whether what is pasted in it is written as it should be.

  --interreg  what Regulations (EU) 2021/1059 and 2021/1060 ask of a partner's page, or of the projects of a portal
            (a page, a document, an API, or a file), and what is missing; the programme's manual decides
  --source  what it is, as in the attribute of the widgets: ${kinds.slice(0, 5).join(', ')},
            ${kinds.slice(5).join(', ')}; or page
  --fields  which field is what, as in the attribute of the widgets
  --lang    the language of the report, French if not said
  --json    the report as JSON

Several requests are made, each once; nothing is sent. The exit code is 0 only if there is nothing to put right.
`;

/** Command `check`: checks whether widgets can use a URL. */
export const check: Command = {
  summary: 'whether widgets can live on an address, and what to put right',
  usage,
  async run(args, io) {
    const {address, source, fields, language, isJson, isInterreg} = readArguments(args);
    const messages = await loadToolMessages(language);
    const report = new CheckReport();
    const now = Date.now();
    if (isInterreg) await checkInterreg(address, report, now, io);
    else await checkSourceOf({address, source, fields}, report, now);
    const notice = isInterreg ? messages.check.interregManual : undefined;
    const result = {address, report, notice};
    io.out(isJson ? formatJson(result, messages) : formatText(result, messages));
    return report.errors.length === 0 ? 0 : 1;
  },
};

/** Checks a portal, another source, or a page. */
async function checkSourceOf(
  {address, source, fields}: Pick<CheckArguments, 'address' | 'source' | 'fields'>,
  report: CheckReport,
  now: number,
): Promise<void> {
  if (source === 'page') await checkPage(address, report, now);
  else if (source !== 'portal' && source !== 'document')
    await checkSource({kind: source, address, fields}, report, now);
  else if (source === 'document') {
    const response = await checkResponse(address, report, now);
    const body = response && parseJson(response, report);
    if (response && body !== undefined) await checkDocument(response.url, body, report);
  } else await checkApi(address, report, now);
}

interface CheckResult {
  readonly address: string;
  readonly report: CheckReport;
  /** Sentence at the end. */
  readonly notice: string | undefined;
}

type CheckArguments = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const {values, positionals} = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      source: {type: 'string'},
      fields: {type: 'string'},
      lang: {type: 'string'},
      json: {type: 'boolean'},
      interreg: {type: 'boolean'},
    },
  });
  const [argument, ...extra] = positionals;
  if (argument === undefined) throw new UsageError('which address?');
  if (extra[0] !== undefined)
    throw new UsageError(`one address at a time, and not ${extra[0]} too`);
  const isInterreg = values.interreg === true;
  const isFile = isInterreg && !/^[a-z][a-z0-9+.-]+:/i.test(argument);
  const address = isFile ? argument : safeLink(argument);
  if (address === undefined || (!isFile && !/^https?:/.test(address)))
    throw new UsageError(`"${argument}" is no address of the web`);
  const {fields = '', lang = 'fr', json = false} = values;
  const source = isFile ? 'portal' : kindOf(address, values.source);
  if (source !== 'page' && !kinds.includes(source))
    throw new UsageError(`--source: "${source}" is none of them`);
  if (!supportedLanguages().includes(lang))
    throw new UsageError(`--lang: "${lang}" is none of them`);
  return {address, source, fields, language: lang, isJson: json, isInterreg};
}

function formatText(
  {address, report: {errors, passed}, notice}: CheckResult,
  messages: ToolMessages,
): string {
  const {check: texts} = messages;
  const lines = [texts.title(address), ''];
  for (const one of passed) lines.push(`  + ${formatMessage(one, messages)}`);
  if (errors.length === 0)
    return `${[...lines, '', texts.allWell, ...(notice ? ['', notice] : [])].join('\n')}\n`;
  lines.push('', texts.toFix(errors.length));
  errors.forEach((error, i) => {
    lines.push('', `${i + 1}. ${formatMessage(error, messages)}`, `   ${error.location.url ?? ''}`);
    const fix = FIXES[error.code];
    // Several errors share a fix: its lines are printed once.
    const first = errors.findIndex(({code}) => FIXES[code] === fix);
    if (fix && first < i) lines.push(`   ${texts.sameAs(first + 1)}`);
    else if (fix)
      for (const [server, text] of Object.entries(fix) as [string, string][])
        lines.push(`   ${server}:`, ...text.split('\n').map(line => `     ${line}`));
  });
  if (notice) lines.push('', notice);
  return `${lines.join('\n')}\n`;
}

function formatJson(
  {address, report: {errors, passed}, notice}: CheckResult,
  messages: ToolMessages,
): string {
  const report = {
    address,
    ok: errors.length === 0,
    faults: errors.map(error => ({
      name: error.code,
      url: error.location.url,
      message: formatMessage(error, messages),
      fix: FIXES[error.code],
    })),
    notice,
    merits: passed.map(one => ({name: one.code, message: formatMessage(one, messages)})),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Checks the widgets of a published page: tags, attributes, values, and the URL of the script. */
async function checkPage(address: string, report: CheckReport, now: number): Promise<void> {
  const response = await fetchPage(address, report, now, false);
  if (!response) return;
  // Manifest of the package, with its tags and attributes.
  const manifest = new URL(import.meta.resolve('spass-widgets/custom-elements.json'));
  const json: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  const languages = supportedLanguages();
  const {nouns, diagnostics} = parsePage(
    response.body.toString('utf8'),
    parseManifest(json, languages),
    parseDependentTags(json, languages),
  );
  if (nouns.length > 0) report.addPassed('widgets', [...new Set(nouns)].join(', '));
  for (const diagnostic of diagnostics)
    report.add({...diagnostic, location: {...diagnostic.location, url: response.url}});
}
