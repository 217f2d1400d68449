import {readText} from '../../data/sources/shared/readers/value-readers.js';

/** Reads a text without the length limit of widgets. */
function readFullText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : readText(value);
  return text === '' ? undefined : text;
}

/** Readers of fields that differ from those of the widgets. */
export const READERS: Readonly<Record<string, (value: unknown) => unknown>> = Object.fromEntries(
  ['description', 'abstract', 'body', 'intro', 'text'].map(name => [name, readFullText]),
);
