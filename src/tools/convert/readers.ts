import {readNumber, readText} from '../../data/sources/shared/readers/value-readers.js';

/** Reads a text without the length limit of widgets. */
function readFullText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : readText(value);
  return text === '' ? undefined : text;
}

/** Reads a rate in percent. A cell in the format of percentages contains a fraction: 60 % is 0.6. */
function readPercent(value: unknown): unknown {
  const rate = readNumber(value);
  return typeof value === 'number' && typeof rate === 'number' && rate <= 1
    ? Math.round(rate * 1e6) / 1e4
    : rate;
}

/** Readers of fields that the widgets read differently. */
export const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  ...Object.fromEntries(
    ['description', 'abstract', 'body', 'intro', 'text'].map(name => [name, readFullText]),
  ),
  'budget.rate': readPercent,
};
