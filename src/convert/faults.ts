import type {Expected, Problem} from './finding.js';

/** A fault of the schema, taken apart: `geo.lat: expected a number, got "3,1"`. */
const FAULT = /^(?:([\w.[\]]+): )?expected (.*), got (.*)$/s;

/** What stands for the words of the schema. */
const EXPECTED: readonly (readonly [RegExp, Expected])[] = [
  [/^a date /, 'date'],
  [/^a link /, 'link'],
  [/^an https address/, 'picture'],
  [/^a colour/, 'colour'],
  [/^a whole number/, 'whole'],
  [/^a number from 0 to 100/, 'percent'],
  [/^a number from 0 up/, 'amount'],
  [/^a number|^a finite number/, 'number'],
  [/^a string or a whole number/, 'code'],
  [/^a list/, 'list'],
];

function expectedOf(path: string, expects: string): Expected {
  if (/(?:^|\.)lat$/.test(path)) return 'latitude';
  if (/(?:^|\.)lon$/.test(path)) return 'longitude';
  if (/(?:^|\.)geo$/.test(path)) return 'place';
  return EXPECTED.find(([pattern]) => pattern.test(expects))?.[1] ?? 'text';
}

/** Metres of Lambert 93, of the Belgian or the Dutch grid: no degree is as large. */
const isProjected = (got: string): boolean => Math.abs(Number(got.replace(',', '.'))) > 1000;

/** Whether a field of ours is the one that a fault is about, or a part of it. */
const isAbout = (target: string, path: string): boolean => {
  const own = /^(?:lat|lon)$/.test(target) ? `geo.${target}` : target;
  return path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);
};

/** A field that failed, and why. */
export interface Failure {
  readonly path: string;
  /** The value, as the schema shows it. */
  readonly got: string;
  /** Of some fields of ours, those that the fault is about, the nearest first. */
  readonly about: (targets: readonly string[]) => readonly string[];
  /** For a value as it was given. */
  readonly problem: (raw: unknown, got: string) => Problem;
}

/** Reads a fault of the schema. */
export function failureOf(fault: string): Failure {
  const [, path = '', expects = '', shown = ''] = FAULT.exec(fault) ?? [];
  const expected = expectedOf(path, expects);
  return {
    path,
    got: shown,
    about: targets => {
      const direct = targets.filter(target => isAbout(target, path));
      const inside = targets.filter(target => target.startsWith(`${path}.`));
      return [...direct.sort((a, b) => b.length - a.length), ...inside];
    },
    problem: (raw, got) => {
      if (shown === 'nothing' && /^geo\./.test(path)) return {what: 'halfPlace'};
      const isDegree = expected === 'latitude' || expected === 'longitude';
      if (isDegree && isProjected(String(raw))) return {what: 'projected', got};
      return {what: 'unreadable', expected, got};
    },
  };
}
