import {Client} from '../data/client.js';
import {foreign} from '../data/sources/foreign/sources.js';
import {targetIn, valueAt} from '../data/sources/foreign/fields.js';
import {realWorld} from '../data/world.js';
import type {Findings} from './check-findings.js';
import {checkCors, checkWeb} from './check-web.js';
import {ask} from './probe.js';

/** Source kinds whose URL is a file on the webmaster's own server. */
const FILES = new Set(['geojson', 'csv']);
/** Fields that list and map show, named as in the attribute `fields`. */
const SHOWN = ['title', 'description', 'url', 'image', 'geo', 'date', 'commune', 'themes', 'type'];
const LOOKED_AT = 100;

export interface SourceQuestion {
  readonly kind: string;
  readonly address: string;
  readonly fields: string;
}

/** Checks a foreign source: whether browsers can read it, and the fields found in a sample of its records. */
export async function checkSource(
  {kind, address, fields}: SourceQuestion,
  findings: Findings,
  now: number,
): Promise<void> {
  if (kind === 'pmtiles') {
    await checkRanges(address, findings);
    return;
  }
  const asked: string[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    asked.push(url);
    return realWorld.fetch(url, init);
  };
  // No retries: the first error is sufficient for a diagnostic.
  const client = new Client({
    fetch,
    after: (ms, back) => realWorld.after(Math.min(ms, 30_000), back),
  });
  const told: string[] = [];
  let failure: unknown;
  try {
    const source = await foreign(kind, {
      address,
      fields,
      client,
      tell: line => void told.push(line),
    });
    const {signal} = new AbortController();
    const {items, total} = await source.find('resources', {limit: LOOKED_AT}, {signal});
    const some = [...items].slice(0, LOOKED_AT);
    findings.merit('records', total);
    if (some.length === 0) findings.fault(address, 'noRecords');
    const found = SHOWN.map(name => {
      const target = targetIn('resources', name);
      const filled = some.filter(record => valueAt({...record}, target) !== undefined).length;
      return [name, filled] as const;
    });
    for (const [name, filled] of found)
      if (filled > 0) findings.merit('field', name, filled, some.length);
    const missing = found.filter(([, filled]) => filled === 0).map(([name]) => name);
    if (some.length > 0 && missing.includes('title')) findings.fault(address, 'noTitles');
    else if (missing.length > 0) findings.merit('noField', missing.join(', '));
  } catch (error) {
    failure = error;
  }
  const [first] = asked;
  const isOwn = FILES.has(kind);
  const reply = first === undefined ? undefined : await checkWeb(first, findings, now, isOwn);
  for (const line of told) findings.fault(address, 'told', line);
  if (failure && (reply || first === undefined))
    findings.fault(address, 'sourceFailed', failure instanceof Error ? failure.message : '');
}

/** Checks that the server supports range requests, which a tile archive needs. */
async function checkRanges(address: string, findings: Findings): Promise<void> {
  try {
    const reply = await ask(address, {headers: {Range: 'bytes=0-126'}});
    checkCors(reply, findings);
    if (reply.status !== 206) findings.fault(address, 'noRange', reply.status);
    else if (reply.body.subarray(0, 7).toString() !== 'PMTiles') findings.fault(address, 'noTiles');
    else findings.merit('ranges');
  } catch (error) {
    findings.fault(address, 'unreachable', error instanceof Error ? error.message : '');
  }
}
