import {once} from 'node:events';
import {rename, writeFile} from 'node:fs/promises';
import {Worker} from 'node:worker_threads';
import {supportedLanguages} from '../../i18n/catalogues.js';
import {type Command, type Io, parseArguments, UsageError} from './command.js';
import type {Fragment, RenderOptions} from './prerender/render-fragment.js';
import type {RenderReply} from './prerender/render-worker.js';

const usage = `Usage: spass-widgets prerender --widget <noun> --api <address> [options] > fragment.html

Writes a widget as HTML that needs no script to be read, for site generators and cron. Where spass-widgets.js is on
the page, it takes the widget over as it stands, and asks no server as long as the data are fresh.

  --widget    which: portal-cards, resource-list, project-map … as in <spass-resource-list>; "portal" for several
  --api       the address of a portal API, or of one document
  --<name>=<value>, --<name>
              any other attribute of the tag: --limit=6 --theme=patrimoine --sync-url; --attr <name>=<value> too
  --lang      one of ${supportedLanguages().join(', ')}; by default the first
  --children  a file with what stands in the tag ("-": standard input): images, sections, a heading with
              slot="heading", the widgets of a portal

  --light     plain headings, lists and links that take the page's own styles. Otherwise the widget as it looks, in a
              declarative shadow root
  --base      the address of the folder that holds spass-widgets.js: the fragment links to spass-<noun>.css there.
              Without it the styles stand in the fragment, which is shown sooner; a Content-Security-Policy must allow
              their hash: that of this file in sri.json, also told on standard error

  --base-url  the address of the page that the fragment is for: relative addresses are taken from it
  --max-age   for how many seconds the data are fresh; what the API says by default, or an hour
  --no-data   leaves the data out: the script then asks the API once
  --out       a file, instead of standard output; it is replaced only by a whole fragment

When the data can't be had, nothing is written and the exit code is 1. SOURCE_DATE_EPOCH (seconds) stands for the
present time. Times are those of the zone in TZ; without it, on a server in UTC, of Europe/Paris.
`;

/** Command `prerender`: writes a widget as HTML that can be read without a script. */
export const prerender: Command = {
  summary: 'a widget as HTML that needs no script to be read',
  usage,
  async run(args, io) {
    const options = readArguments(args);
    const children = options.children === undefined ? '' : await io.read(options.children);
    const {html, messages} = await inReadersZone(() =>
      renderInWorker({...options, childrenHtml: children, now: currentDate()}),
    );
    for (const note of messages) io.err(note);
    await write(html, options.out, io);
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

async function write(html: string, out: string | undefined, io: Io): Promise<void> {
  if (out === undefined) {
    io.out(html);
    return;
  }
  // Written to a temporary file and renamed, so that a server never reads half of a file.
  const temporaryPath = `${out}.${process.pid}`;
  await writeFile(temporaryPath, html);
  await rename(temporaryPath, out);
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
      throw new UsageError(`what is "${token.value}"? Attributes are written --name=value`);
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
