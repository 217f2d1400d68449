import {spawn} from 'node:child_process';
import {realpath} from 'node:fs/promises';
import {join, relative, resolve, sep} from 'node:path';
import {FolderWatcher} from './folder-watcher.js';
import {messagesOf} from './messages/messages.js';
import {OutputFolder} from './output/output-folder.js';
import {CACHE_FOLDER} from './pictures/pictures.js';
import {type Preview, startPreview} from './preview-server.js';
import {parseArguments, PublishError, sentenceOf} from './command-line.js';
import {BuildCache} from './site/build-cache.js';
import {buildSite} from './site/build-site.js';
import {parseBase} from './source/config.js';
import {READ_FOLDERS, readSource, type Source} from './source/read-source.js';
import {PAGE_COLLECTIONS} from './source/records.js';
import {createFolder} from './template/create-folder.js';

/** Name of the published folder, in the folder of the portal. */
const DEFAULT_OUT = 'site';
const DEFAULT_PORT = '4173';
/** Pause after a change before the folder is read: programs write a file in several steps. In milliseconds. */
const SETTLE_MS = 80;

export const NEW_HELP = `Usage: spass-portal new <folder>

Creates a folder with an example workbook (portail.xlsx), settings (portail.yaml), texts and pictures.`;

export const PUBLISH_HELP = `Usage: spass-portal publish <folder> [options]

Builds a site from a folder: pages, data, feeds and search, as files for any static server.

  --out <folder>   output folder. Default: "site" in the folder
  --base <URL>     URL of the published site, such as https://portail.example.fr/
  --watch          serves a preview on this machine, and publishes again when the folder changes
  --open           like --watch, and opens the preview in the browser
  --port <number>  port of the preview. Default: ${DEFAULT_PORT}, or a free one if it is in use`;

/** Output of the commands: results and messages. */
export interface CommandIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs `spass-portal new`. */
export async function runNew(args: readonly string[], io: CommandIo): Promise<void> {
  const {values, positionals} = parseArguments(
    args,
    {help: {type: 'boolean', short: 'h'}},
    NEW_HELP,
  );
  if (values.help) {
    io.out(NEW_HELP);
    return;
  }
  const [folder, second] = positionals;
  if (folder === undefined || second !== undefined) throw new PublishError(NEW_HELP);
  await createFolder(resolve(folder));
  // As a shell reads it.
  io.out(messagesOf('fr').created(/[^\w./\\:-]/.test(folder) ? `"${folder}"` : folder));
}

const PUBLISH_OPTIONS = {
  out: {type: 'string'},
  base: {type: 'string'},
  watch: {type: 'boolean'},
  open: {type: 'boolean'},
  port: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const;

/** Runs `spass-portal publish`. Returns a function that stops the preview, if there is one. */
export async function runPublish(
  args: readonly string[],
  io: CommandIo,
): Promise<(() => Promise<void>) | undefined> {
  const {values, positionals} = parseArguments(args, PUBLISH_OPTIONS, PUBLISH_HELP);
  if (values.help) {
    io.out(PUBLISH_HELP);
    return undefined;
  }
  const [given, second] = positionals;
  if (given === undefined || second !== undefined) throw new PublishError(PUBLISH_HELP);
  const folder = resolve(given);
  const base = values.base === undefined ? undefined : parseBase(values.base);
  const messages = messagesOf('fr');
  if (values.base !== undefined && base === undefined)
    throw new PublishError(messages.invalidBase(values.base));
  const outPath = resolve(values.out ?? join(folder, DEFAULT_OUT));
  await checkOut(folder, outPath);
  const out = new OutputFolder(outPath);
  await out.check(messages);
  const cache = new BuildCache(folder);
  const publish = (): Promise<void> => publishOnce(folder, base, out, cache, io);
  const isPreview = values.watch === true || values.open === true;
  try {
    await publish();
  } catch (error) {
    // A preview waits for the correction.
    if (!isPreview || !(error instanceof PublishError) || out.size === 0) throw error;
    io.err(error.message);
  }
  if (!isPreview) return undefined;
  const preview = await openPreview(outPath, values.port);
  io.out(preview.url);
  if (values.open) openBrowser(preview.url);
  io.err(messages.watching);
  const stopWatching = watchFolder(folder, outPath, async () => {
    try {
      await publish();
      preview.reload();
    } catch (error) {
      io.err(sentenceOf(error) ?? String((error as Error).stack));
    }
  });
  return async () => {
    stopWatching();
    await preview.close();
  };
}

/** @throws {PublishError} if the output would replace what is read. */
async function checkOut(folder: string, out: string): Promise<void> {
  const real = await realpath(folder).catch(() => folder);
  const isInside = (path: string, parent: string): boolean =>
    path === parent || path.startsWith(`${parent}${sep}`);
  const isRead = READ_FOLDERS.some(
    name => isInside(out, join(folder, name)) || isInside(out, join(real, name)),
  );
  if (isRead || isInside(folder, out) || isInside(real, out))
    throw new PublishError(messagesOf('fr').outInRead);
}

async function publishOnce(
  folder: string,
  base: string | undefined,
  out: OutputFolder,
  cache: BuildCache,
  {err}: CommandIo,
): Promise<void> {
  const start = performance.now();
  // A file that several records name is reported once.
  const reported = new Set<string>();
  const report = (line: string): void => {
    if (reported.has(line)) return;
    reported.add(line);
    err(line);
  };
  const source = await readSource(folder, report, {base});
  out.clear();
  const pages = await buildSite(source, out, cache);
  const {written, removed} = await out.write();
  const messages = messagesOf(source.config.languages[0]);
  if (reported.size > 0) err(messages.problems(reported.size));
  if (source.config.base === undefined) err(messages.noBase);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  err(
    `${messages.publishedPages(pages, countRecords(source), seconds)}${messages.changedFiles(written, removed)} : ${out.path}`,
  );
}

const countRecords = ({records}: Source): number =>
  PAGE_COLLECTIONS.reduce((sum, name) => sum + records[name].length, 0);

/** Serves the folder on the given port. If the default port is in use, on any free port. */
async function openPreview(folder: string, given: string | undefined): Promise<Preview> {
  const port = Number(given ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new PublishError(PUBLISH_HELP);
  try {
    return await startPreview(folder, port);
  } catch (error) {
    if (given !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startPreview(folder, 0);
  }
}

/** Opens an address in the browser of the desktop; without one the printed address remains. */
function openBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', url];
  spawn(command, args, {stdio: 'ignore', detached: true})
    .on('error', () => undefined)
    .unref();
}

/** Calls back after each change of a folder, but not of its output. Changes during a call lead to one more. */
function watchFolder(folder: string, out: string, onChange: () => Promise<void>): () => void {
  const ignored = [relative(folder, out), CACHE_FOLDER];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStale = false;
  const run = (): void => {
    if (running) {
      isStale = true;
      return;
    }
    isStale = false;
    running = onChange().finally(() => {
      running = undefined;
      if (isStale) run();
    });
  };
  const watcher = new FolderWatcher(folder, READ_FOLDERS, path => {
    if (ignored.some(one => path === one || path.startsWith(`${one}${sep}`))) return;
    // Lock files of spreadsheet programs.
    if (/(?:^|[/\\\\])(?:~\$|\.~lock|\.)/.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(run, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
