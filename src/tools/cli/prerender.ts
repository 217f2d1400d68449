import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import {supportedLanguages} from '../../i18n/catalogues.js';
import {type Command, parseArguments, UsageError, writeResult} from './command.js';
import type {Fragment, RenderOptions} from './prerender/render-fragment.js';
import type {RenderReply} from './prerender/render-worker.js';

const usage = `Usage: spass-widgets prerender --widget <noun> --api <URL> [options] > fragment.html

Writes a widget as HTML that is readable without JavaScript, for site generators and cron. On a page with
spass-widgets.js, the script takes the HTML over, and requests no data as long as those in it are fresh.

  --widget    tag without "spass-": portal-cards, resource-list, project-map …; "portal" for several widgets
  --api       URL of a portal API, or of a portal in one document
  --<name>=<value>, --<name>
              other attributes of the tag: --limit=6 --theme=patrimoine --sync-url; also --attr <name>=<value>
  --lang      language: ${supportedLanguages().join(', ')}. Default: fr
  --children  file with the content of the tag, "-" for standard input: images, sections, a heading with
              slot="heading", the widgets of a portal

  --light     writes plain headings, lists and links in the style of the page. Default: the widget as it looks, in a
              declarative shadow root
  --base      URL of the folder of spass-widgets.js: the fragment links to spass-<noun>.css there. Default: the styles
              are in the fragment, which is shown sooner; a Content-Security-Policy must allow their hash, which is that
              of this file in sri.json and is written to standard error

  --base-url  URL of the page of the fragment, the base of relative URLs
  --max-age   seconds for which the data are fresh. Default: as the API states, otherwise an hour
  --no-data   leaves the data out: the script requests them once
  --out       output file, replaced only by a complete fragment. Default: standard output

If the data cannot be loaded, nothing is written and the exit code is 1. SOURCE_DATE_EPOCH (seconds) replaces the
current time. Times are in the time zone TZ; without it, on a server in UTC, in Europe/Paris.
`;

/** Command `prerender`: writes a widget as HTML that can be read without a script. */
export const prerender: Command = {
  summary: 'writes a widget as HTML that is readable without JavaScript',
  usage,
  async run(args, io) {
    const options = readArguments(args);
    const children = options.children === undefined ? '' : await io.read(options.children);
    const {html, messages} = await inReadersZone(() =>
      renderInWorker({...options, childrenHtml: children, now: currentDate()}),
    );
    for (const note of messages) io.err(note);
    await writeResult(html, options.out, io);
    return 0;
  },
};

/**
 * Renders a fragment in a thread of its own: the elements need the globals of a page, which can be set once, and keep
 * the responses of their servers.
 */
async function renderInWorker(options: RenderOptions): Promise<Fragment> {
  const worker = new Worker(new URL('./prerender/render-worker.js', import.meta.url), {
    workerData: options,
  });
  try {
    const [reply] = (await once(worker, 'message')) as [RenderReply];
    if ('fragment' in reply) return reply.fragment;
    throw reply.isUsage ? new UsageError(reply.error) : new Error(reply.error);
  } finally {
    await worker.terminate();
  }
}

/** Number of fragments being rendered in the zone of the readers. */
let renderings = 0;

/**
 * Sets the time zone of the readers on a server in UTC, while threads run: times would be written with their zone, and
 * the day would change an hour late.
 */
async function inReadersZone<T>(work: () => Promise<T>): Promise<T> {
  const {env} = process;
  const {timeZone} = new Intl.DateTimeFormat().resolvedOptions();
  const isUtc = !env['TZ'] && /^(?:Etc\/|GMT|UTC)/.test(timeZone);
  if (renderings === 0 && !isUtc) return work();
  renderings++;
  env['TZ'] = 'Europe/Paris';
  try {
    return await work();
  } finally {
    if (--renderings === 0) delete env['TZ'];
  }
}

/** Returns the current time, or SOURCE_DATE_EPOCH for a reproducible build. */
function currentDate(): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}

/** Options of the command; every other option is an attribute of the widget. */
const OPTIONS = {
  widget: {type: 'string'},
  api: {type: 'string'},
  attr: {type: 'string', multiple: true},
  children: {type: 'string'},
  lang: {type: 'string'},
  light: {type: 'boolean'},
  base: {type: 'string'},
  'base-url': {type: 'string'},
  'max-age': {type: 'string'},
  'no-data': {type: 'boolean'},
  out: {type: 'string'},
} as const;

function readArguments(args: readonly string[]) {
  const attributes: [string, string][] = [];
  const ownArguments: string[] = [];
  const {tokens} = parseArguments({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new UsageError(
        `unexpected argument "${token.value}"; attributes are written --name=value`,
      );
    if (token.kind !== 'option') continue;
    const {name, rawName, value} = token;
    if (name in OPTIONS) ownArguments.push(value === undefined ? rawName : `${rawName}=${value}`);
    else attributes.push([name, value ?? '']);
  }
  const {values} = parseArguments({args: ownArguments, options: OPTIONS});
  for (const pair of values.attr ?? []) {
    const [, name = '', value = ''] = /^([a-z-]+)(?:=(.*))?$/s.exec(pair) ?? [];
    if (!name) throw new UsageError(`--attr ${pair}: expected name=value`);
    attributes.push([name, value]);
  }
  const maxAge = values['max-age'];
  if (maxAge !== undefined && !/^\d+$/.test(maxAge))
    throw new UsageError(`--max-age ${maxAge}: expected a number of seconds`);
  if (!values.widget) throw new UsageError('--widget is missing');
  return {
    widget: values.widget.replace(/^spass-/, ''),
    attributes: [
      ...(values.api === undefined ? [] : [['api', values.api] as const]),
      ...attributes,
      ['lang', values.lang ?? 'fr'] as const,
    ],
    children: values.children,
    isLight: values.light ?? false,
    base: values.base,
    baseUrl: values['base-url'],
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
    hasData: !values['no-data'],
    out: values.out,
  };
}
