import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before} from 'node:test';
import {PortalProcess} from './contract-servers.js';
import {type AcceptedContribution, idea, newKey, sendContribution} from './contribution-server.js';
import {openContributionStore} from './contribution-store.js';
import {jpeg} from './pictures.js';

/** Contribution to be sent, with its key. */
export type Sent = Parameters<typeof sendContribution>[1] & {readonly key: string};

/** Returns ideas, every fifth with a photograph, each with a key of its own. */
export const createIdeas = (count: number): Sent[] =>
  Array.from({length: count}, (_, i) => ({
    contribution: idea(`Idée ${i}`),
    photos: i % 5 ? [] : [jpeg()],
    key: newKey(),
  }));

/** Runs a task for each value, a number of them at the same time. */
export async function inParallel<T>(
  lanes: number,
  values: readonly T[],
  task: (value: T) => Promise<void>,
) {
  const rest = [...values].reverse();
  const lane = async (): Promise<void> => {
    for (let value = rest.pop(); value !== undefined; value = rest.pop()) await task(value);
  };
  await Promise.all(Array.from({length: lanes}, lane));
}

/** Sends a contribution. Returns its answer, or undefined if there was none. */
export async function trySending(
  url: string,
  one: Sent,
): Promise<AcceptedContribution | undefined> {
  const answer = await sendContribution(url, one).catch(() => undefined);
  if (answer?.status !== 201) return undefined;
  // The answer may be cut off; then nothing was acknowledged.
  return (await answer.json().catch(() => undefined)) as AcceptedContribution | undefined;
}

/** Checks that the folder has each contribution once, with its photographs, and nothing else. */
export async function checkStored(folder: string, sent: readonly Sent[]): Promise<void> {
  const reports: string[] = [];
  const store = await openContributionStore(folder, {report: message => reports.push(message)});
  const {entries} = await store.list('pending');
  await store.close();
  assert.deepEqual(entries.map(({key}) => key).sort(), sent.map(({key}) => key).sort());
  const photos = entries.flatMap(({record}) => record.photos ?? []).map(({src}) => src.slice(7));
  assert.deepEqual((await readdir(join(folder, 'photos'))).sort(), photos.sort());
  assert.deepEqual(
    reports.filter(message => message.includes('missing')),
    [],
  );
}

/** Returns a function that creates a server with a folder of its own. The folders are deleted after the test file. */
export function useServers(): (
  environment?: Readonly<Record<string, string>>,
) => Promise<PortalProcess> {
  let parent = '';
  before(async () => void (parent = await mkdtemp(join(tmpdir(), 'load-'))));
  after(() => rm(parent, {recursive: true, force: true}));
  return async (environment = {}) =>
    new PortalProcess(await mkdtemp(join(parent, 'data-')), environment);
}
