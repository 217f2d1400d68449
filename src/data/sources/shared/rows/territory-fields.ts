import type {TerritoryKind} from '../../../../model/query.js';
import {isTerritoryCode, type Atlas} from '../../../../model/geo/territory.js';
import type {ServerField, ServerQuery} from '../servers/server-adapter.js';

/**
 * Returns the field that a server can compare with the codes of a territory: in all samples it is a string with a valid
 * code. Undefined otherwise, even if INSEE codes would help, because a server cannot use those.
 */
export function territoryCodeField(
  kind: TerritoryKind,
  {field}: Pick<ServerQuery, 'field'>,
): ServerField | undefined {
  const candidate = field(kind);
  const isExact =
    candidate?.values.length &&
    candidate.values.every(one => typeof one === 'string' && isTerritoryCode(kind, one));
  return isExact ? candidate : undefined;
}

/**
 * Returns the communes of the EPCIs in a query, if the server has commune codes but no field for EPCIs. The remaining
 * filter in the browser then reads fewer records.
 */
export function communesOfEpci(
  {query, field}: Pick<ServerQuery, 'query' | 'field'>,
  atlas: Atlas | undefined,
): readonly string[] | undefined {
  if (!query.epci || !atlas || !field('insee')) return undefined;
  const codes = atlas.communesOf(query.epci);
  return codes.length > 0 ? codes : undefined;
}
