import {type Envelope, parseEnvelope} from '../../schema.js';
import {listIn, partIn} from '../foreign/reading.js';

/** A field of a dataset. */
export interface OdsField {
  /** `text`, `int`, `double`, `date`, `datetime`, `geo_point_2d`, `geo_shape`… */
  readonly type: unknown;
  /** `facet`: its values are counted by the portal; `multivalued`: a record has a list of them. */
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** What a portal says of a dataset. */
export interface OdsSchema {
  /** By name; empty where nothing is known. */
  readonly fields: ReadonlyMap<unknown, OdsField>;
  readonly envelope: Envelope;
}

/** Reads the answer about a dataset; what is not as it should be is left out. */
export function readSchema(body: unknown, page: string): OdsSchema {
  const {publisher, title, license, modified, data_processed} = partIn(
    partIn(body, 'metas'),
    'default',
  );
  const attribution = {
    text: publisher ?? title,
    url: page,
    licence: license,
    updated: String(modified ?? data_processed).slice(0, 10),
  };
  return {
    fields: new Map(
      listIn(body, 'fields').map(field => {
        const {name, type} = field;
        return [name, {type, annotations: partIn(field, 'annotations')}];
      }),
    ),
    envelope: parseEnvelope({attribution}).value ?? {},
  };
}
