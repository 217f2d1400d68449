import {basename, extname} from 'node:path';
import {notFound} from '../http/problem.js';
import type {Reply} from '../http/reply.js';
import type {StoredContribution, ContributionStore} from './contribution-store.js';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/**
 * Serves a photograph of a contribution, with a policy that prevents script execution.
 *
 * @param number Position of the photograph, from 1.
 */
export async function servePhoto(
  store: ContributionStore,
  {record}: StoredContribution,
  number: string,
  cacheControl: 'no-store' | 'no-cache',
): Promise<Reply> {
  const name = basename(record.photos?.[Number(number) - 1]?.src ?? '');
  const type = MEDIA_TYPES[extname(name)];
  const body = type && (await store.readPhoto(name));
  if (!type || !body) throw notFound();
  return {
    status: 200,
    headers: {
      'Content-Type': type,
      'Cache-Control': cacheControl,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
    body,
  };
}
