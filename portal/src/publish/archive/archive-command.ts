import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {type CommandIo} from '../commands.js';
import {messagesOf} from '../messages/messages.js';
import {CHECKSUMS, OutputFolder} from '../output/output-folder.js';
import {Pictures} from '../pictures/pictures.js';
import {parseArguments} from '../parse-arguments.js';
import {PublishError} from '../publish-error.js';
import {buildSite} from '../site/build-site.js';
import {readSource} from '../source/read-source.js';
import {PAGE_COLLECTIONS} from '../source/records.js';
import {readRemote} from './remote-source.js';

export const ARCHIVE_HELP = `Usage: spass-portal archive <address or folder> [options]

Freezes a portal into one folder that opens without a server and without network: index.html.

  --out <folder>   where to; by default "archive" with the name of the portal, in this folder
  --date <date>    date that the archive states; by default today, or SOURCE_DATE_EPOCH
  --by <name>      person or body that archives`;

const OPTIONS = {
  out: {type: 'string'},
  date: {type: 'string'},
  by: {type: 'string'},
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
  const name = isAddress ? new URL(given).hostname : basename(resolve(given));
  const out = new OutputFolder(resolve(values.out ?? `archive-${name}`));
  const messages = messagesOf('fr');
  await out.check(messages);
  const downloads = isAddress ? await mkdtemp(join(tmpdir(), 'archive-')) : undefined;
  try {
    const {contributions, ...source} = await (downloads === undefined
      ? readSource(resolve(given), io.err).then(read => ({...read, contributions: []}))
      : readRemote(given, downloads, io.err));
    await buildSite(source, out, new Pictures(source.folder), {isArchive: true});
    if (contributions.length > 0) {
      out.add('donnees/contributions.json', `${JSON.stringify(contributions, null, 1)}\n`);
      io.err(messages.archivedWithoutPage(contributions.length));
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
      archivedOn: values.date ?? today(),
      ...(isAddress && {source: given}),
      records: counts,
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

/** Returns the current day, or that of SOURCE_DATE_EPOCH for a reproducible archive. */
function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  const now = /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
