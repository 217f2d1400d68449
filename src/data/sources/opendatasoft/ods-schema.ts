import type {Envelope} from '../../../model/schemas/part-schemas.js';
import {parseEnvelope} from '../../validation/parse.js';
import {objectsIn, objectIn} from '../shared/rows/json-access.js';

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
export function parseSchema(body: unknown, pageUrl: string): OdsSchema {
  const {publisher, title, license, modified, data_processed, language} = objectIn(
    objectIn(body, 'metas'),
    'default',
  );
  const attribution = {
    text: publisher ?? title,
    url: pageUrl,
    licence: license,
    updated: String(modified ?? data_processed).slice(0, 10),
    lang: language,
  };
  return {
    fields: new Map(
      objectsIn(body, 'fields').map(field => {
        const {name, type} = field;
        return [name, {type, annotations: objectIn(field, 'annotations')}];
      }),
    ),
    envelope: parseEnvelope({attribution}).value ?? {},
  };
}
