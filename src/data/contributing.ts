import {HttpError, LoadError, SchemaError} from './errors.js';
import {safeLink} from './links.js';
import {jsonReader, request} from './request.js';
import {parseRecord} from './schema.js';
import {isObject} from './shape.js';
import {realWorld, type World} from './world.js';

/** What is sent: once, however often, as its key says. */
export interface Outgoing {
  readonly key: string;
  /** As the record will have it, but for what only the server knows. */
  readonly contribution: object;
  readonly photos: readonly Blob[];
}

/** What its author keeps of a contribution. */
export interface Receipt {
  /** What the server calls it. */
  readonly id: string;
  /** Where its author can see or withdraw it. */
  readonly address: string | undefined;
}

/** What a server says against a field; `geo`, `photos[1]`. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The server does not take a contribution as it is; it says why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  /** Whether another contribution came under the same key before, and its receipt. */
  readonly earlier: Receipt | undefined;
  readonly faults: readonly FieldFault[];

  /** `reason` is the server's, in the reader's language where it speaks it. */
  constructor(reason: string, faults: readonly FieldFault[], earlier?: Receipt) {
    super(reason);
    this.faults = faults;
    this.earlier = earlier;
  }
}

/** One try may take this long: two photographs of 400 kB at 128 kbit/s, and the answer (ms). */
const TRY_LIMIT = 90_000;
/** More than that nobody reads. */
const MOST_FAULTS = 20;

/**
 * Sends a contribution to `{api}/contributions`, one try.
 * @throws {RefusedError} when there is something for its author to change.
 * @throws {LoadError} when it may go better later, or the server takes nothing of the kind.
 * @throws {DOMException} `AbortError` when `signal` says so.
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

/** Whether a failure may pass by itself, so that it is worth sending again. */
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
