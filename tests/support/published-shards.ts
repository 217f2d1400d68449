import {gzipSync} from 'node:zlib';
import {writeShards} from '../../portal/src/publish/api/shards.js';
import type {Client} from '../../src/data/client/client.js';
import {ShardsSource} from '../../src/data/sources/document/shards-source.js';
import {largeSite} from './large-site.js';

const BASE = 'https://portail.example/api/fiches/';

/** Publishes the records, and returns a source that reads the files and counts what it reads. */
export function publishedShards(count: number) {
  const site = largeSite(count);
  const files = new Map<string, string>();
  writeShards(
    site,
    'fr',
    'manifeste.json',
    (path, content) => void files.set(BASE + path, content),
  );
  const read = {requests: 0, bytes: 0};
  const client = {
    get(url: string) {
      const text = files.get(url);
      if (text === undefined) throw new Error(`no file ${url}`);
      read.requests++;
      read.bytes += gzipSync(text).length;
      return Promise.resolve({body: JSON.parse(text) as unknown});
    },
  } as unknown as Client;
  const manifest = files.get(`${BASE}manifeste.json`) ?? '';
  const open = (): ShardsSource => {
    read.requests = 1;
    read.bytes = gzipSync(manifest).length;
    return new ShardsSource(
      `${BASE}manifeste.json`,
      JSON.parse(manifest) as Record<string, unknown>,
      client,
    );
  };
  return {site, files, read, open};
}
