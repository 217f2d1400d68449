import {pathToFileURL} from 'node:url';
import {join} from 'node:path';
import {
  ContributionStore,
  type NewContribution,
} from '../../portal/src/contributions/contribution-store.js';
import {Database} from '../../portal/src/contributions/database.js';
import {PhotoFolder} from '../../portal/src/contributions/photo-folder.js';

export const databaseFile = (folder: string): string => join(folder, 'contributions.sqlite');

/** Opens the contributions of a data folder, as the server does. */
export async function openContributionStore(
  folder: string,
  {
    maxBytes,
    report = () => undefined,
  }: {maxBytes?: number; report?: (message: string) => void} = {},
): Promise<ContributionStore> {
  const photos = await PhotoFolder.open(folder);
  const database = await Database.open({
    url: pathToFileURL(databaseFile(folder)).href,
    maxBytes,
  });
  return ContributionStore.open(database, photos, report);
}

export const newContribution = (
  text: string,
  {key = `key-of-${text}`}: {key?: string} = {},
): NewContribution => ({
  record: {kind: 'idea', text, state: 'pending', created: '2026-01-05'},
  key,
  fingerprint: text,
  lang: 'fr',
  alts: [],
});
