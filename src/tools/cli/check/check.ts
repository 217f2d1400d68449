import {kindOf} from '../../../data/open-source.js';
import {SOURCE_KINDS} from '../../../data/sources/registry.js';
import {safeLink} from '../../../model/schemas/safe-urls.js';
import {supportedLanguages} from '../../../i18n/catalogues.js';
import {formatMessage, printable, type DiagnosticCode} from '../../messages/diagnostic.js';
import {loadToolMessages} from '../../messages/load-tool-messages.js';
import type {ToolMessages} from '../../messages/tool-messages.js';
import {checkApi} from './check-api.js';
import {CheckReport} from './check-report.js';
import {checkInterreg} from './check-interreg.js';
import {checkDocument} from './check-records.js';
import {checkSource} from './check-source.js';
import {checkResponse, parseJson, fetchPage} from './check-response.js';
import {type Command, parseArguments, UsageError} from '../command.js';
import {readFile} from 'node:fs/promises';
import {parseDependentTags, parseManifest} from '../../snippets/catalogue.js';
import {parsePage} from '../../snippets/parse-snippet.js';

const kinds = Object.keys(SOURCE_KINDS);

const usage = `Usage: spass-widgets check <URL> [--source <kind>] [--fields "…"] [--lang ${supportedLanguages().join('|')}] [--json]
       spass-widgets check --interreg <URL or file> [--lang …] [--json]

Requests a URL as widgets in a visitor's browser would, and reports what to correct. Checks access for other sites
(CORS), certificate, caching, size and media type; for a portal API also each collection, pages, filters, orders, facets
and errors; for other sources the fields found; for a page (--source page) the code pasted in it. A URL that ends in
.json is one document.

  --interreg  checks a partner's page, or the projects of a portal (page, document, API or file), against Regulations
              (EU) 2021/1059 and 2021/1060. The manual of the programme prevails
  --source    kind of source, as in the attribute: ${kinds.slice(0, 5).join(', ')},
              ${kinds.slice(5).join(', ')}; or page
  --fields    field mapping, as in the attribute
  --lang      language of the report. Default: fr
  --json      writes the report as JSON

Sends several GET requests, each once. The exit code is 0 only if there is nothing to correct.
`;

/** Command `check`: checks whether widgets can use a URL. */
export const check: Command = {
  summary: 'checks whether widgets can use a URL, and what to correct',
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
    io.out(isJson ? formatJson(result, messages) : printable(formatText(result, messages)));
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
  if (argument === undefined) throw new UsageError('the URL is missing');
  if (extra[0] !== undefined) throw new UsageError(`expected one URL, got also ${extra[0]}`);
  const isInterreg = values.interreg === true;
  const isFile = isInterreg && !/^[a-z][a-z0-9+.-]+:/i.test(argument);
  const address = isFile ? argument : safeLink(argument);
  if (address === undefined || (!isFile && !/^https?:/.test(address)))
    throw new UsageError(`"${argument}" is not an http or https URL`);
  const {fields = '', lang = 'fr', json = false} = values;
  const source = isFile ? 'portal' : kindOf(address, values.source);
  if (source !== 'page' && !kinds.includes(source))
    throw new UsageError(`--source: unknown kind "${source}"`);
  if (!supportedLanguages().includes(lang))
    throw new UsageError(`--lang: unknown language "${lang}"`);
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

/** Configuration lines for Apache and nginx, the two servers that most portals use. */
interface ServerFix {
  readonly apache: string;
  readonly nginx: string;
}

const cors: ServerFix = {
  apache: `Header always set Access-Control-Allow-Origin "*"
Header always set Access-Control-Expose-Headers "Retry-After"`,
  nginx: `add_header Access-Control-Allow-Origin "*" always;
add_header Access-Control-Expose-Headers "Retry-After" always;`,
};
const json: ServerFix = {
  apache: `AddType application/json .json
AddDefaultCharset utf-8`,
  nginx: `types { application/json json; }
charset utf-8;
charset_types application/json;`,
};
const cache: ServerFix = {
  apache: `FileETag MTime Size
Header set Cache-Control "public, max-age=60"`,
  nginx: `etag on;
add_header Cache-Control "public, max-age=60";`,
};
const certificate: ServerFix = {
  apache: `# certbot --apache
SSLCertificateFile /etc/letsencrypt/live/HOST/fullchain.pem`,
  nginx: `# certbot --nginx
ssl_certificate /etc/letsencrypt/live/HOST/fullchain.pem;`,
};
const secure: ServerFix = {
  apache: 'Redirect permanent / https://HOST/',
  nginx: 'return 301 https://$host$request_uri;',
};

/** Configuration lines by the error that they fix, if a server setting can fix it. */
const FIXES: Readonly<Partial<Record<DiagnosticCode, ServerFix>>> = {
  corsNone: cors,
  corsOther: cors,
  corsEcho: cors,
  corsTwice: {
    apache: `Header always unset Access-Control-Allow-Origin
Header always set Access-Control-Allow-Origin "*"`,
    nginx: `proxy_hide_header Access-Control-Allow-Origin;
add_header Access-Control-Allow-Origin "*" always;`,
  },
  notExposed: cors,
  preflight: {
    apache: `<If "%{REQUEST_METHOD} == 'OPTIONS'">
  Header always set Access-Control-Allow-Methods "POST"
  Header always set Access-Control-Allow-Headers "Idempotency-Key"
  Redirect 204
</If>`,
    nginx: `if ($request_method = OPTIONS) {
  add_header Access-Control-Allow-Origin "*";
  add_header Access-Control-Allow-Methods "POST";
  add_header Access-Control-Allow-Headers "Idempotency-Key";
  return 204;
}`,
  },
  contentType: json,
  charset: json,
  noCacheControl: cache,
  noStore: cache,
  noEtag: cache,
  noRevalidation: cache,
  notCompressed: {
    apache: 'AddOutputFilterByType DEFLATE application/json application/geo+json text/csv',
    nginx: `gzip on;
gzip_types application/json application/geo+json text/csv;`,
  },
  insecure: secure,
  redirectInsecure: secure,
  certificateOver: certificate,
  certificateBad: certificate,
  certificateSoon: certificate,
  noRange: {
    apache: 'SetEnv no-gzip 1',
    nginx: 'gzip off;',
  },
};
