import type {SourceLocation} from '../../messages/diagnostic.js';

/** Returns the location of each entry of a JSON list: the top-level list, or the list under one of the keys. */
export function entryLocations(text: string, keys: readonly string[]): readonly SourceLocation[] {
  return locationsAt(text, entryOffsets(text, keys));
}

/** Tokens of JSON. The text is valid, so that brackets, commas and keys are sufficient. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

function entryOffsets(text: string, keys: readonly string[]): readonly number[] {
  const offsets: number[] = [];
  let depth = 0;
  /** Nesting depth of the list; 0 outside it. */
  let listDepth = 0;
  let key = '';
  let isEntryStart = false;
  for (const {0: token, index} of text.matchAll(TOKEN)) {
    if (isEntryStart && token !== ']') offsets.push(index);
    isEntryStart = false;
    if (token === '[' || token === '{') {
      depth++;
      const isEntryList = token === '[' && (depth === 1 || (depth === 2 && keys.includes(key)));
      if (isEntryList && listDepth === 0) [listDepth, isEntryStart] = [depth, true];
    } else if (token === ']' || token === '}') {
      if (depth === listDepth) return offsets;
      depth--;
    } else if (token === ',') isEntryStart = depth === listDepth && listDepth > 0;
    else if (depth === 1 && token.startsWith('"')) key = token.slice(1, -1);
  }
  return offsets;
}

function locationsAt(text: string, offsets: readonly number[]): readonly SourceLocation[] {
  let [line, start, position] = [1, 0, 0];
  return offsets.map((offset, i) => {
    for (
      let end = text.indexOf('\n', position);
      end >= 0 && end < offset;
      end = text.indexOf('\n', end + 1)
    )
      [line, start, position] = [line + 1, end + 1, end + 1];
    return {line, column: offset - start + 1, entry: i + 1};
  });
}
