import {parseArgs} from 'node:util';
import {safeLink} from '../data/links.js';
import {type Checking, checkings, type ToolLanguage} from '../i18n/tools.js';
import {checkApi} from './check-api.js';
import {type Fault, Findings} from './check-findings.js';
import {FIXES} from './check-fixes.js';
import {checkPage} from './check-page.js';
import {checkDocument} from './check-records.js';
import {checkSource} from './check-source.js';
import {checkWeb, readJson} from './check-web.js';
import {type Command, UsageError} from './io.js';

const SOURCES = ['portal', 'document', 'geojson', 'csv', 'opendatasoft', 'tabular', 'wordpress', 'openagenda', 'ogc-features', 'pmtiles']; // prettier-ignore

const usage = `Usage: spass-widgets check <address> [--source <kind>] [--fields "…"] [--lang fr|nl|en|de] [--json]

Asks an address as the widgets on a visitor's page would, and says what is to be put right: whether other sites may
read it (CORS), its certificate, caching, size and type; of a portal API every collection, its pages, filters, orders,
facets and errors; of another source which fields are found. An address whose path ends in .json is one document.
Of a page of a site (--source page): whether what is pasted in it is written as it should be.

  --source  what it is, as in the attribute of the widgets: ${SOURCES.slice(0, 5).join(', ')},
            ${SOURCES.slice(5).join(', ')}; or page
  --fields  which field is what, as in the attribute of the widgets
  --lang    the language of the report, French if not said
  --json    the report as JSON

Several requests are made, each once; nothing is sent. The exit code is 0 only if there is nothing to put right.
`;

/** Command `check`: checks whether widgets can use a URL. */
export const check: Command = {
  usage,
  async run(args, io) {
    const {address, source, fields, language, isJson} = readArguments(args);
    const words = checkings[language];
    const findings = new Findings();
    const now = Date.now();
    const isDocument = source === 'document' || new URL(address).pathname.endsWith('.json');
    if (source === 'page') await checkPage(address, findings, now);
    else if (source !== 'portal' && source !== 'document')
      await checkSource({kind: source, address, fields}, findings, now);
    else if (isDocument) {
      const reply = await checkWeb(address, findings, now);
      const body = reply && readJson(reply, findings);
      if (reply && body !== undefined) await checkDocument(reply.url, body, findings);
    } else await checkApi(address, findings, now);
    io.out(isJson ? asJson(address, findings, words) : asText(address, findings, words));
    return findings.faults.length === 0 ? 0 : 1;
  },
};

function readArguments(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: {type: 'string'},
        fields: {type: 'string'},
        lang: {type: 'string'},
        json: {type: 'boolean'},
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const {values, positionals} = parsed;
  const [given, ...more] = positionals;
  if (given === undefined) throw new UsageError('which address?');
  if (more[0] !== undefined) throw new UsageError(`one address at a time, and not ${more[0]} too`);
  const address = safeLink(given);
  if (address === undefined || !/^https?:/.test(address))
    throw new UsageError(`"${given}" is no address of the web`);
  const {source = 'portal', fields = '', lang = 'fr', json = false} = values;
  if (source !== 'page' && !SOURCES.includes(source))
    throw new UsageError(`--source: "${source}" is none of them`);
  if (!Object.hasOwn(checkings, lang)) throw new UsageError(`--lang: "${lang}" is none of them`);
  return {address, source, fields, language: lang as ToolLanguage, isJson: json};
}

type Said = (...words: readonly string[]) => string;

const said = (sentence: Said, words: readonly string[]): string => sentence(...words);

const sentenceOf = ({name, words}: Fault, {faults}: Checking): string => said(faults[name], words);

function asText(address: string, {faults, merits}: Findings, words: Checking): string {
  const lines = [words.title(address), ''];
  for (const {name, words: told} of merits) lines.push(`  + ${said(words.merits[name], told)}`);
  if (faults.length === 0) return `${[...lines, '', words.allWell].join('\n')}\n`;
  lines.push('', words.toFix(faults.length, String(faults.length)));
  faults.forEach((fault, i) => {
    lines.push('', `${i + 1}. ${sentenceOf(fault, words)}`, `   ${fault.url}`);
    const fix = FIXES[fault.name];
    // Several diagnostics share a fix: its lines are printed once.
    const first = faults.findIndex(({name}) => FIXES[name] === fix);
    if (fix && first < i) lines.push(`   ${words.sameAs(String(first + 1))}`);
    else if (fix)
      for (const [server, text] of Object.entries(fix) as [string, string][])
        lines.push(`   ${server}:`, ...text.split('\n').map(line => `     ${line}`));
  });
  return `${lines.join('\n')}\n`;
}

function asJson(address: string, {faults, merits}: Findings, words: Checking): string {
  const report = {
    address,
    ok: faults.length === 0,
    faults: faults.map(fault => ({
      name: fault.name,
      url: fault.url,
      message: sentenceOf(fault, words),
      fix: FIXES[fault.name],
    })),
    merits: merits.map(({name, words: told}) => ({
      name,
      message: said(words.merits[name], told),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
