import {type Envelope, parseEnvelope} from '../../schema.js';
import {listIn, partIn} from '../foreign/reading.js';

/** Field of a dataset. */
export interface OdsField {
  /** `text`, `int`, `double`, `date`, `datetime`, `geo_point_2d`, `geo_shape`… */
  readonly type: unknown;
  /** `facet`: the portal counts its values. `multivalued`: a record has an array of values. */
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** Metadata of a dataset. */
export interface OdsSchema {
  /** Fields by name; empty if unknown. */
  readonly fields: ReadonlyMap<unknown, OdsField>;
  readonly envelope: Envelope;
}

/** Reads the metadata of a dataset. Invalid parts are left out. */
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
