import type {TerritoryKind} from '../../../model/query.js';
import type {Atlas} from '../../../model/shelf.js';
import {isCode} from '../../../model/territory-code.js';
import type {ServerField, ServerQuestion} from './kind.js';
import {readWord} from './values.js';

/** The code of a territory, as a spreadsheet may have spoilt it: `1` is the département `01`. None for a name. */
export function readCode(value: unknown, kind: TerritoryKind): string | undefined {
  const text = readWord(typeof value === 'number' ? String(value) : value);
  if (typeof text !== 'string') return undefined;
  const code = text.trim().toUpperCase().padStart(2, '0');
  return isCode(kind, code) ? code : undefined;
}

/**
 * The field that a server can hold codes against as they are written: text, and in every record that was looked at
 * such a code. Where some have none, their INSEE code may still tell, which is no matter for a server.
 */
export function codeField(
  kind: TerritoryKind,
  {field}: Pick<ServerQuestion, 'field'>,
): ServerField | undefined {
  const known = field(kind);
  const isExact =
    known?.values.length && known.values.every(one => typeof one === 'string' && isCode(kind, one));
  return isExact ? known : undefined;
}

/**
 * The communes of the EPCI that is asked for, where the server has their codes: a question that it can answer, when
 * it has no field for the EPCI itself. What is left to pick out here is in the right place then.
 */
export function communesInstead(
  {query, field}: Pick<ServerQuestion, 'query' | 'field'>,
  atlas: Atlas | undefined,
): readonly string[] | undefined {
  if (!query.epci || !atlas || !field('insee')) return undefined;
  const codes = atlas.communesOf(query.epci);
  return codes.length > 0 ? codes : undefined;
}
