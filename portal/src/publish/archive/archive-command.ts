import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {type CommandIo} from '../commands.js';
import {messagesOf} from '../messages/messages.js';
import {CHECKSUMS, OutputFolder} from '../output/output-folder.js';
import {parseArguments, PublishError} from '../command-line.js';
import {BuildCache} from '../site/build-cache.js';
import {buildSite} from '../site/build-site.js';
import {readSource} from '../source/read-source.js';
import {PAGE_COLLECTIONS} from '../source/records.js';
import type {MissingPart} from './remote-portal.js';
import {readRemote, type RemoteSource} from './remote-source.js';

export const ARCHIVE_HELP = `Usage: spass-portal archive <URL or folder> [options]

Archives a portal in a folder that opens without server and network: index.html.

  --out <folder>   output folder. Default: "archive-" and the name of the portal
  --date <date>    date of the archive. Default: today, or SOURCE_DATE_EPOCH
  --by <name>      person or body that archives the portal
  --partial        archives what can be loaded, and lists the rest in archive.json`;

const OPTIONS = {
  out: {type: 'string'},
  date: {type: 'string'},
  by: {type: 'string'},
  partial: {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const;

/** Runs `spass-portal archive`. */
export async function runArchive(args: readonly string[], io: CommandIo): Promise<void> {
  const {values, positionals} = parseArguments(args, OPTIONS, ARCHIVE_HELP);
  if (values.help) {
    io.out(ARCHIVE_HELP);
    return;
  }
  const [given, second] = positionals;
  if (given === undefined || second !== undefined) throw new PublishError(ARCHIVE_HELP);
  const isAddress = /^https?:\/\//i.test(given);
  const messages = messagesOf('fr');
  if (isAddress && !URL.canParse(given)) throw new PublishError(messages.invalidAddress(given));
  const {date = today()} = values;
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) throw new PublishError(messages.invalidDate(date));
  const name = isAddress ? new URL(given).hostname : basename(resolve(given));
  const out = new OutputFolder(resolve(values.out ?? `archive-${name}`));
  await out.check(messages);
  const downloads = isAddress ? await mkdtemp(join(tmpdir(), 'archive-')) : undefined;
  try {
    const missing: MissingPart[] = [];
    const handlers = missingHandlers(missing, values.partial === true, io);
    const {others, ...source}: RemoteSource = await (downloads === undefined
      ? readSource(resolve(given), io.err).then(read => ({...read, others: {}}))
      : readRemote(given, downloads, io.err, handlers));
    await buildSite(source, out, new BuildCache(source.folder), {isArchive: true});
    for (const name of ['contributions', 'chapters'] as const) {
      const records = others[name] ?? [];
      if (records.length === 0) continue;
      out.add(`donnees/${name}.json`, `${JSON.stringify(records, null, 1)}\n`);
      io.err(messages.archivedWithoutPage[name](records.length));
    }
    const counts = Object.fromEntries(
      PAGE_COLLECTIONS.map(collection => [collection, source.records[collection].length]),
    );
    const {title, licence, publisher} = source.config;
    const manifest = {
      title,
      ...(publisher !== undefined && {publisher}),
      ...(licence !== undefined && {licence}),
      ...(values.by !== undefined && {archivedBy: values.by}),
      archivedOn: date,
      ...(isAddress && {source: given}),
      records: counts,
      ...(missing.length > 0 && {missing}),
      start: 'index.html',
      checksums: CHECKSUMS,
    };
    out.add('archive.json', `${JSON.stringify(manifest, null, 2)}\n`);
    const {written, removed} = await out.write();
    io.err(`${messages.changedFiles(written, removed)} : ${join(out.path, 'index.html')}`);
  } finally {
    if (downloads !== undefined) await rm(downloads, {recursive: true, force: true});
  }
}

/**
 * Returns handlers of what cannot be loaded, which list it in `missing`. Without a part of its records an archive is made
 * only on request; it is always made without a picture or a document.
 */
function missingHandlers(missing: MissingPart[], isPartial: boolean, {err}: CommandIo) {
  const messages = messagesOf('fr');
  const add = ({address, reason}: MissingPart, message: string): void => {
    missing.push({address, reason});
    err(message);
  };
  return {
    part: (part: MissingPart): void => {
      const {address, reason} = part;
      if (!isPartial) throw new PublishError(messages.incompletePortal(address, reason));
      add(part, messages.missingPart(address, reason));
    },
    file: (part: MissingPart): void => add(part, messages.missingRemote(part.address, part.reason)),
  };
}

/** Returns the current day, or the day of SOURCE_DATE_EPOCH for a reproducible archive. */
function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  const now = /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
