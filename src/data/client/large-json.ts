import {yieldToMain} from '../scheduling.js';

/** Length of a slice of text, in characters: `JSON.parse` takes a few milliseconds for it. */
const SLICE_LENGTH = 200_000;
/** Maximum time without a return to the event loop, in milliseconds. */
const SLICE_MS = 12;
const LIST_START = /\[\s*(?=\{)/g;
/** Brackets, and strings, so that the brackets in them are skipped. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs;

/** Returns the position of the bracket that closes the structure around `start`. */
function endOf(text: string, start: number): number {
  TOKEN.lastIndex = start;
  let depth = 1;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    if ('[{'.includes(token[0])) depth++;
    else if (']}'.includes(token[0]) && --depth === 0) return token.index;
  }
  throw new SyntaxError('unclosed');
}

const parseRecords = (text: string): unknown[] => JSON.parse(`[${text}]`) as unknown[];

/**
 * Parses a large JSON text with lists of objects, and returns to the event loop between slices of these lists.
 *
 * A list is cut before texts that look like the start of its second record. Both sides of a wrong cut, inside a record
 * or a string, are not well-formed: the rest of the list is then parsed at once.
 *
 * @throws {SyntaxError} if the text is not well-formed.
 */
export async function parseLargeJson(text: string): Promise<unknown> {
  const mark = String(Math.random());
  const lists = new Map<unknown, readonly unknown[]>();
  let start = Date.now();
  const yieldIfDue = async (): Promise<void> => {
    if (Date.now() - start < SLICE_MS) return;
    await yieldToMain();
    start = Date.now();
  };
  /** Text with a name instead of each list. */
  let frame = '';
  let position = 0;
  for (;;) {
    LIST_START.lastIndex = position;
    const found = LIST_START.exec(text);
    if (!found) break;
    const name = `${mark} ${lists.size}`;
    frame += text.slice(position, found.index) + JSON.stringify(name);
    position = LIST_START.lastIndex;
    const records: unknown[] = [];
    lists.set(name, records);
    // For example `},{"id":`.
    const firstEnd = endOf(text, position + 1);
    const cut = text.slice(firstEnd, text.indexOf('":', firstEnd) + 2);
    for (;;) {
      const next = /^\}\s*,\s*\{/.test(cut) ? text.indexOf(cut, position + SLICE_LENGTH) : -1;
      if (next < 0) break;
      try {
        for (const record of parseRecords(text.slice(position, next + 1))) records.push(record);
      } catch {
        break;
      }
      position = text.indexOf('{', next);
      await yieldIfDue();
    }
    const end = endOf(text, position);
    for (const record of parseRecords(text.slice(position, end))) records.push(record);
    position = end + 1;
    await yieldIfDue();
  }
  await yieldToMain();
  const value: unknown = JSON.parse(frame + text.slice(position), (_key, part: unknown) => {
    const list = lists.get(part);
    lists.delete(list && part);
    return list ?? part;
  });
  // A list whose key occurs twice.
  if (lists.size > 0) throw new SyntaxError('ambiguous');
  return value;
}
