import type {DiagnosticMessage} from '../messages/diagnostic.js';

type Expected = Extract<DiagnosticMessage, readonly ['unreadable', ...unknown[]]>[1];

/** Format of a validation error: `geo.lat: expected a number, got "3,1"`. */
const ERROR_FORMAT = /^(?:([\w.[\]]+): )?expected (.*), got (.*)$/s;

/** Expectations by the words of a validation error. */
const EXPECTATIONS: readonly (readonly [RegExp, Expected])[] = [
  [/^a date /, 'date'],
  [/^a link /, 'link'],
  [/^an https address/, 'picture'],
  [/^an e-mail/, 'email'],
  [/^a colour/, 'colour'],
  [/^a whole number/, 'whole'],
  [/^a number from 0 to 100/, 'percent'],
  [/^a number from 0 up|^at most 10/, 'amount'],
  [/^a number|^a finite number|^a year|^a zoom level/, 'number'],
  [/^a string or a whole number/, 'code'],
  [/^a list/, 'list'],
];

function expectedOf(path: string, expectation: string): Expected {
  if (/(?:^|\.)lat$/.test(path)) return 'latitude';
  if (/(?:^|\.)lon$/.test(path)) return 'longitude';
  if (/(?:^|\.)geo$/.test(path)) return 'place';
  if (/^budget\.(?:total|eu)$/.test(path)) return 'euros';
  return EXPECTATIONS.find(([pattern]) => pattern.test(expectation))?.[1] ?? 'text';
}

/** True for metres of Lambert 93 or of the Belgian or Dutch grid, which exceed any degree. */
const isProjected = (got: string): boolean => Math.abs(Number(got.replace(',', '.'))) > 1000;

/** True if `path` is the field `target` or a part of it. */
const concerns = (target: string, path: string): boolean => {
  const own = /^(?:lat|lon)$/.test(target) ? `geo.${target}` : target;
  return path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);
};

/** Parsed validation error of a field. */
export interface ParsedFieldError {
  readonly path: string;
  /** Value, as the validation error shows it. */
  readonly value: string;
  /** Returns the targets that the error is about, the most specific first. */
  readonly concernedTargets: (targets: readonly string[]) => readonly string[];
  readonly toMessage: (raw: unknown, value: string) => DiagnosticMessage;
}

export function parseFieldError(error: string): ParsedFieldError {
  const [, path = '', expectation = '', shown = ''] = ERROR_FORMAT.exec(error) ?? [];
  const expected = expectedOf(path, expectation);
  return {
    path,
    value: shown,
    concernedTargets: targets => {
      const direct = targets.filter(target => concerns(target, path));
      const inside = targets.filter(target => target.startsWith(`${path}.`));
      return [...direct.sort((a, b) => b.length - a.length), ...inside];
    },
    toMessage: (raw, value) => {
      if (shown === 'nothing' && /^geo\./.test(path)) return ['halfCoordinates'];
      const isDegree = expected === 'latitude' || expected === 'longitude';
      if (isDegree && isProjected(String(raw))) return ['projectedCoordinates', value];
      return ['unreadable', expected, value];
    },
  };
}
