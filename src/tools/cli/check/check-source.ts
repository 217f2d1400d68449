import {Client} from '../../../data/client/client.js';
import {openForeignSource, SOURCE_KINDS} from '../../../data/sources/registry.js';
import {mayBeReadAs, recognizeFormat} from '../../../data/sources/shared/files/recognize-format.js';
import {targetFor} from '../../../data/sources/shared/rows/target-names.js';
import {valueAt} from '../../../data/sources/shared/rows/foreign-record.js';
import {defaultEnvironment} from '../../../data/client/request.js';
import {checkTitles} from './check-records.js';
import type {CheckReport} from './check-report.js';
import {checkCors, checkResponse} from './check-response.js';
import {probe} from './probe.js';
import {otherFormatMessage} from '../../convert/parsed-input.js';

/** Fields that list and map show, named as in the attribute `fields`. */
const DISPLAYED_FIELDS = [
  'title',
  'description',
  'url',
  'image',
  'geo',
  'date',
  'commune',
  'themes',
  'type',
];
const SAMPLE_SIZE = 100;

export interface SourceToCheck {
  readonly kind: string;
  readonly address: string;
  readonly fields: string;
}

/** Checks a foreign source: whether browsers can read it, and the fields found in a sample of its records. */
export async function checkSource(
  {kind, address, fields}: SourceToCheck,
  report: CheckReport,
  now: number,
): Promise<void> {
  const access = SOURCE_KINDS[kind]?.access;
  if (access === 'tiles') {
    await checkRangeRequests(address, report);
    return;
  }
  const requestedUrls: string[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    requestedUrls.push(url);
    return defaultEnvironment.fetch(url, init);
  };
  // No retries: the first error is sufficient for a diagnostic.
  const client = new Client({
    fetch,
    setTimer: (ms, back) => defaultEnvironment.setTimer(Math.min(ms, 30_000), back),
  });
  const warnings: string[] = [];
  let failure: unknown;
  try {
    const source = await openForeignSource(kind, {
      url: address,
      fields,
      client,
      warn: line => void warnings.push(line),
    });
    const {signal} = new AbortController();
    const {items, total} = await source.find('resources', {limit: SAMPLE_SIZE}, {signal});
    const sample = [...items].slice(0, SAMPLE_SIZE);
    report.addPassed('records', total);
    if (sample.length === 0) report.addError(address, 'noRecords');
    const fieldCounts = DISPLAYED_FIELDS.map(name => {
      const target = targetFor('resources', name);
      const filled = sample.filter(record => valueAt({...record}, target) !== undefined).length;
      return [name, filled] as const;
    });
    for (const [name, count] of fieldCounts)
      if (count > 0) report.addPassed('field', name, count, sample.length);
    const missing = fieldCounts.filter(([, filled]) => filled === 0).map(([name]) => name);
    checkTitles(address, 'resources', sample, report);
    if (sample.length > 0 && missing.includes('title')) report.addError(address, 'noTitles');
    else if (missing.length > 0) report.addPassed('noField', missing.join(', '));
  } catch (error) {
    failure = error;
  }
  const [first] = requestedUrls;
  // A file mostly lies on the webmaster's own server.
  const controlsServer = access === 'file';
  const response =
    first === undefined ? undefined : await checkResponse(first, report, now, controlsServer);
  for (const line of warnings) report.addError(address, 'told', line);
  if (!failure || (first !== undefined && !response)) return;
  const found = response && recognizeFormat(response.body);
  if (found && !mayBeReadAs(kind, found)) report.addError(address, ...otherFormatMessage(found));
  else report.addError(address, 'sourceFailed', failure instanceof Error ? failure.message : '');
}

/** Checks that the server supports range requests, which a tile archive needs. */
async function checkRangeRequests(address: string, report: CheckReport): Promise<void> {
  try {
    const response = await probe(address, {headers: {Range: 'bytes=0-126'}});
    checkCors(response, report);
    if (response.status !== 206) report.addError(address, 'noRange', response.status);
    else if (response.body.subarray(0, 7).toString() !== 'PMTiles')
      report.addError(address, 'noTiles');
    else report.addPassed('ranges');
  } catch (error) {
    report.addError(address, 'unreachable', error instanceof Error ? error.message : '');
  }
}
