// How often each property is tried, with which values, and the seeds that once broke one.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {root} from '../../scripts/setup.mjs';
import {LoadError} from '../../src/data/errors.js';
import {parseRecord} from '../../src/data/schema.js';
import type {CollectionName} from '../../src/model/records.js';

/** 2,000 with npm test, 100,000 with npm run test:all: scripts/test.mjs says. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);

interface Seed {
  readonly property: string;
  readonly seed: number;
  readonly path: string;
  /** What it broke, and what mended it. */
  readonly why: string;
}

const seeds = JSON.parse(
  readFileSync(join(root, 'tests/fuzz/seeds.json'), 'utf8'),
) as readonly Seed[];

/** What every run starts from; a longer one goes on where a shorter one stops. */
const SEED = 20_261_125;

const says = (seed: number, path: string): string =>
  `{"seed": ${String(seed)}, "path": "${path}"} for tests/fuzz/seeds.json`;

type Predicate<T> = (value: T) => void | Promise<void>;

/** Tries a property: first with the seeds that once broke it, then with `runs` values. */
export async function fuzz<T>(
  name: string,
  values: fc.Arbitrary<T>,
  holds: Predicate<T>,
  runs = RUNS,
): Promise<void> {
  const property = fc.asyncProperty(values, async value => {
    await holds(value);
  });
  const reporter = (details: fc.RunDetails<[T]>): void => {
    if (!details.failed) return;
    throw new Error(
      `${says(details.seed, details.counterexamplePath ?? '')}\n${fc.defaultReportMessage(details) ?? ''}`,
      {cause: details.errorInstance},
    );
  };
  for (const {seed, path} of seeds.filter(one => one.property === name))
    await fc.assert(property, {
      seed,
      path,
      numRuns: 1,
      asyncReporter: async details => reporter(details),
    });
  await fc.assert(property, {
    seed: SEED,
    numRuns: runs,
    asyncReporter: async details => reporter(details),
  });
}

/** Words that mean something to somebody: to JavaScript, to HTML, to a spreadsheet, to a server. */
const NASTY = [
  '__proto__',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
  'toJSON',
  'NaN',
  '-0',
  '1e999',
  'null',
  'undefined',
  'true',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\ufeff',
  '\u2028',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '//leak.example',
  'https://user:pw@leak.example/',
  '=1+1',
  '%s%n',
  '../../etc/passwd',
  '9'.repeat(400),
  '9999-99-99',
  '2016-02-30',
  '-000001-01-01',
  '50.4,3.4',
  'POINT(3 50)',
  '(a+)+$',
];
export const nasty = fc.constantFrom(...NASTY);

export const anyText = fc.oneof(
  nasty,
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.date({noInvalidDate: true}).map(date => date.toISOString()),
  fc.webUrl(),
);

/** Any JSON, nasty keys among others; `JSON.parse` makes own fields of them, as an answer's. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{tree: unknown}>(tie => ({
  tree: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.oneof(anyText, fc.integer(), fc.double({noNaN: true}), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), {maxLength: 4}),
    fc
      .array(fc.tuple(anyText, tie('tree')), {maxLength: 4})
      .map(
        entries =>
          JSON.parse(
            `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`).join()}}`,
          ) as unknown,
      ),
  ),
})).tree;

/** How a value differs from the one that is expected at a place, which is found by counting. */
export interface Change {
  readonly at: number;
  readonly to: unknown;
}
export const anyChanges = fc.array(
  fc.record({
    at: fc.nat(400),
    to: fc.oneof(anyJson, nasty, fc.constantFrom('@remove', '@list', '@deep', '@twice', '@key')),
  }),
  {maxLength: 4},
);

const deep = (): unknown => JSON.parse('['.repeat(2000) + ']'.repeat(2000)) as unknown;

const changedBy = (value: unknown, to: unknown): unknown => {
  if (to === '@list') return [value];
  if (to === '@deep') return deep();
  if (to === '@twice') return [value, value];
  if (to === '@key') return {['__proto__']: value, constructor: {prototype: value}};
  return to;
};

/** A value with some of its places changed. */
export function mutated(value: unknown, changes: readonly Change[]): unknown {
  let count = 0;
  const walk = (one: unknown): unknown => {
    const change = changes.find(({at}) => at === count);
    count++;
    if (change) return change.to === '@remove' ? undefined : changedBy(one, change.to);
    if (Array.isArray(one)) return one.map(walk);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  };
  return walk(value);
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const ofPrototypes = (): string =>
  PROTOTYPES.map(prototype => Reflect.ownKeys(prototype).map(String).join()).join('\n');
const BEFORE = ofPrototypes();

/** No key of the data has reached a prototype. */
export const assertUnpolluted = (): void => assert.equal(ofPrototypes(), BEFORE);

/** The one kind of error that may be shown, with a sentence that can be read. */
export function assertReadable(error: unknown): void {
  assert.ok(error instanceof LoadError, String((error as Error | undefined)?.stack ?? error));
  assert.match(error.message, /^[^\n]{3,700}$/, 'one line, not too long');
  assert.ok(
    ['network', 'timeout', 'http', 'schema', 'busy', 'unsupported'].includes(error.kind),
    error.kind,
  );
}

/** What has been read is what the model says: reading it again finds no fault in it. */
export function assertOfModel(collection: CollectionName, record: unknown): void {
  const again = parseRecord(collection, record, 'https://api.example/');
  assert.deepEqual(again.faults, []);
}
