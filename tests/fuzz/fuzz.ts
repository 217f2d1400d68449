// Number of runs of each property, its values, and the seeds that once found a bug.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {root} from '../../scripts/setup.mjs';
import {LoadError} from '../../src/data/client/errors.js';
import {parseRecord} from '../../src/data/validation.js';
import type {CollectionName} from '../../src/model/records.js';

/** 2,000 with npm test, 100,000 with npm run test:all (see scripts/test.mjs). */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000);

interface Seed {
  readonly property: string;
  readonly seed: number;
  readonly path: string;
  /** Bug found with the seed, and its fix. */
  readonly why: string;
}

const seeds = JSON.parse(
  readFileSync(join(root, 'tests/fuzz/seeds.json'), 'utf8'),
) as readonly Seed[];

/** First seed of every run; a longer run continues where a shorter one stops. */
const SEED = 20_261_125;

const seedHint = (seed: number, path: string): string =>
  `{"seed": ${String(seed)}, "path": "${path}"} for tests/fuzz/seeds.json`;

type Predicate<T> = (value: T) => void | Promise<void>;

/** Checks a property: first with the seeds that once found a bug, then with `runs` values. */
export async function fuzz<T>(
  name: string,
  values: fc.Arbitrary<T>,
  predicate: Predicate<T>,
  runs = RUNS,
): Promise<void> {
  const property = fc.asyncProperty(values, async value => {
    await predicate(value);
  });
  const reporter = (details: fc.RunDetails<[T]>): void => {
    if (!details.failed) return;
    throw new Error(
      `${seedHint(details.seed, details.counterexamplePath ?? '')}\n${fc.defaultReportMessage(details) ?? ''}`,
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

/** Strings with a special meaning in JavaScript, HTML, a spreadsheet or a server. */
const SPECIAL_STRINGS = [
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
export const specialString = fc.constantFrom(...SPECIAL_STRINGS);

export const anyText = fc.oneof(
  specialString,
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.date({noInvalidDate: true}).map(date => date.toISOString()),
  fc.webUrl(),
);

/** Any JSON, also with dangerous keys; `JSON.parse` creates own properties from them, as for a response. */
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

/** Change of a value at a place, which is found by counting. */
export interface Change {
  readonly position: number;
  readonly replacement: unknown;
}
export const anyChanges = fc.array(
  fc.record({
    position: fc.nat(400),
    replacement: fc.oneof(
      anyJson,
      specialString,
      fc.constantFrom('@remove', '@list', '@deep', '@twice', '@key'),
    ),
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

/** Returns a copy of a value with some places changed. */
export function mutate(value: unknown, changes: readonly Change[]): unknown {
  let count = 0;
  const walk = (one: unknown): unknown => {
    const change = changes.find(({position: at}) => at === count);
    count++;
    if (change)
      return change.replacement === '@remove' ? undefined : changedBy(one, change.replacement);
    if (Array.isArray(one)) return one.map(walk);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  };
  return walk(value);
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const prototypeProperties = (): string =>
  PROTOTYPES.map(prototype => Reflect.ownKeys(prototype).map(String).join()).join('\n');
const INITIAL_PROTOTYPES = prototypeProperties();

/** Asserts that no key of the data has reached a prototype. */
export const assertUnpolluted = (): void => assert.equal(prototypeProperties(), INITIAL_PROTOTYPES);

/** Asserts that an error is displayable, with a readable sentence. */
export function assertDisplayableError(error: unknown): void {
  assert.ok(error instanceof LoadError, String((error as Error | undefined)?.stack ?? error));
  assert.match(error.message, /^[^\n]{3,700}$/, 'one line, not too long');
  assert.ok(
    ['network', 'timeout', 'http', 'schema', 'busy', 'unsupported'].includes(error.kind),
    error.kind,
  );
}

/** Asserts that a parsed record conforms to the model: parsing it again reports no error. */
export function assertValidRecord(collection: CollectionName, record: unknown): void {
  const again = parseRecord(collection, record, 'https://api.example/');
  assert.deepEqual(again.errors, []);
}
