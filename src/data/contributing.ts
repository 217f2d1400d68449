import {HttpError, LoadError, SchemaError} from './errors.js';
import {safeLink} from './links.js';
import {jsonReader, request} from './request.js';
import {parseRecord} from './schema.js';
import {isObject} from './shape.js';
import {realWorld, type World} from './world.js';

/** Contribution to send. Sending it again with the same key has no effect. */
export interface Outgoing {
  readonly key: string;
  /** Fields of the record, without those that the server sets. */
  readonly contribution: object;
  readonly photos: readonly Blob[];
}

/** Confirmation for the author of a contribution. */
export interface Receipt {
  /** Id that the server has assigned. */
  readonly id: string;
  /** URL where the author can see or withdraw the contribution. */
  readonly address: string | undefined;
}

/** Error message of the server about one field, such as `geo` or `photos[1]`. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** Thrown if the server rejects a contribution that the author can correct. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  /** Receipt of another contribution that was sent earlier with the same key, if there is one. */
  readonly earlier: Receipt | undefined;
  readonly faults: readonly FieldFault[];

  /** @param reason Message of the server, in the reader's language if available. */
  constructor(reason: string, faults: readonly FieldFault[], earlier?: Receipt) {
    super(reason);
    this.faults = faults;
    this.earlier = earlier;
  }
}

/** Timeout of one attempt, in milliseconds: enough for two photos of 400 kB at 128 kbit/s, and the response. */
const TRY_LIMIT = 90_000;
/** Maximum number of field errors shown. */
const MOST_FAULTS = 20;

/**
 * Sends a contribution to `{api}/contributions`, without retries.
 *
 * @throws {RefusedError} if the author has to change something.
 * @throws {LoadError} if a later attempt may succeed, or the server accepts no contributions.
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function sendContribution(
  address: string,
  {key, contribution, photos}: Outgoing,
  language: string,
  signal: AbortSignal,
  world: World = realWorld,
): Promise<Receipt> {
  const body = new FormData();
  body.append('contribution', new Blob([JSON.stringify(contribution)], {type: 'application/json'}));
  photos.forEach((photo, i) => {
    body.append('photo', photo, `photo-${i + 1}.${photo.type === 'image/webp' ? 'webp' : 'jpg'}`);
  });
  const url = new URL(address);
  url.searchParams.set('lang', language);
  try {
    const {value} = await request(world, url.href, {
      signal,
      cache: 'no-store',
      limit: TRY_LIMIT,
      reader: jsonReader,
      send: {body, headers: {'Idempotency-Key': key}},
    });
    const receipt = receiptIn(value, address);
    if (receipt) return receipt;
    throw new SchemaError(address, 'expected the record of the contribution');
  } catch (error) {
    throw error instanceof HttpError ? (refusalIn(error, address) ?? error) : error;
  }
}

/** Returns true if sending again later may succeed. */
export const mayPass = (error: unknown): boolean =>
  error instanceof HttpError
    ? error.status >= 500 || error.status === 429 || error.status === 408
    : !(error instanceof RefusedError) &&
      error instanceof LoadError &&
      error.kind !== 'unsupported';

function receiptIn(value: unknown, base: string): Receipt | undefined {
  const {value: record} = parseRecord('contributions', value, base);
  const receipt = isObject(value) ? value['receipt'] : undefined;
  return (
    record && {
      id: String(record.id),
      address: typeof receipt === 'string' ? safeLink(receipt, base) : undefined,
    }
  );
}

function refusalIn({status, problem}: HttpError, base: string): RefusedError | undefined {
  const {errors, detail, contribution} = isObject(problem) ? problem : {};
  const reason = typeof detail === 'string' ? detail.slice(0, 500) : '';
  if (status === 409) {
    const earlier = receiptIn(contribution, base);
    return earlier && new RefusedError(reason, [], earlier);
  }
  if (status !== 422 && status !== 413) return undefined;
  const faults = (Array.isArray(errors) ? errors.slice(0, MOST_FAULTS) : []).flatMap(
    (one: unknown): FieldFault[] => {
      const {field, message} = isObject(one) ? one : {};
      return typeof field === 'string' && typeof message === 'string'
        ? [{field, message: message.slice(0, 500)}]
        : [];
    },
  );
  return new RefusedError(reason, faults);
}
