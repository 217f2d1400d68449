import {HttpError, SchemaError} from '../client/errors.js';
import {safeLink} from '../../model/schemas/safe-urls.js';
import {jsonReader, request, defaultEnvironment, type Environment} from '../client/request.js';
import {parseRecord} from '../validation.js';
import type {FieldError} from '../../model/contribution-kinds.js';
import {isObject} from '../../model/schemas/schema-builder.js';

/** Contribution to send. Sending it again with the same key has no effect. */
export interface ContributionRequest {
  readonly idempotencyKey: string;
  /** Fields of the record, without those that the server sets. */
  readonly contribution: object;
  readonly photos: readonly Blob[];
}

/** Confirmation for the author of a contribution. */
export interface Receipt {
  /** Id that the server has assigned. */
  readonly id: string;
  /** URL where the author can see or withdraw the contribution. */
  readonly url: string | undefined;
}

/** Thrown if the server rejects a contribution that the author can correct. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  /** Receipt of another contribution that was sent earlier with the same key, if there is one. */
  readonly earlierReceipt: Receipt | undefined;
  readonly fieldErrors: readonly FieldError[];

  /** @param reason Message of the server, in the reader's language if available. */
  constructor(reason: string, faults: readonly FieldError[], earlier?: Receipt) {
    super(reason);
    this.fieldErrors = faults;
    this.earlierReceipt = earlier;
  }
}

/** Timeout of one attempt, in milliseconds: enough for two photos of 400 kB at 128 kbit/s, and the response. */
const ATTEMPT_TIMEOUT_MS = 90_000;
/** Maximum number of field errors shown. */
const MAX_FIELD_ERRORS = 20;

/**
 * Sends a contribution to `{api}/contributions`, without retries.
 *
 * @throws {RefusedError} if the author has to change something.
 * @throws {LoadError} if a later attempt may succeed (`isServerDown`), or the server accepts no contributions.
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function sendContribution(
  address: string,
  {idempotencyKey, contribution, photos}: ContributionRequest,
  language: string,
  signal: AbortSignal,
  environment: Environment = defaultEnvironment,
): Promise<Receipt> {
  const url = new URL(address);
  url.searchParams.set('lang', language);
  const post = (partName: string): Promise<{readonly value: unknown}> =>
    request(environment, url.href, {
      signal,
      cache: 'no-store',
      timeoutMs: ATTEMPT_TIMEOUT_MS,
      reader: jsonReader,
      payload: {
        body: createForm(contribution, photos, partName),
        headers: {'Idempotency-Key': idempotencyKey},
      },
    });
  try {
    const {value} = await post(bracketAddresses.has(address) ? 'photo[]' : 'photo').catch(
      (error: unknown) => {
        if (bracketAddresses.has(address) || !needsBrackets(error)) throw error;
        bracketAddresses.add(address);
        return post('photo[]');
      },
    );
    const receipt = parseReceipt(value, address);
    if (receipt) return receipt;
    throw new SchemaError(address, 'expected the record of the contribution');
  } catch (error) {
    throw error instanceof HttpError ? (parseRefusal(error, address) ?? error) : error;
  }
}

/** Addresses of servers in PHP, which keep only the last part of a name without brackets. */
const bracketAddresses = new Set<string>();

/** Returns true if the server has received one of several photographs, and asks for parts called `photo[]`. */
const needsBrackets = (error: unknown): boolean =>
  error instanceof HttpError && isObject(error.problem) && error.problem['photoPart'] === 'photo[]';

function createForm(contribution: object, photos: readonly Blob[], partName: string): FormData {
  const form = new FormData();
  form.append('contribution', new Blob([JSON.stringify(contribution)], {type: 'application/json'}));
  photos.forEach((photo, i) => {
    form.append(partName, photo, `photo-${i + 1}.${photo.type === 'image/webp' ? 'webp' : 'jpg'}`);
  });
  return form;
}

function parseReceipt(value: unknown, base: string): Receipt | undefined {
  const {value: record} = parseRecord('contributions', value, base);
  const receipt = isObject(value) ? value['receipt'] : undefined;
  return (
    record && {
      id: String(record.id),
      url: typeof receipt === 'string' ? safeLink(receipt, base) : undefined,
    }
  );
}

function parseRefusal({status, problem}: HttpError, base: string): RefusedError | undefined {
  const {errors, detail, contribution} = isObject(problem) ? problem : {};
  const reason = typeof detail === 'string' ? detail.slice(0, 500) : '';
  if (status === 409) {
    const earlierReceipt = parseReceipt(contribution, base);
    return earlierReceipt && new RefusedError(reason, [], earlierReceipt);
  }
  if (status !== 422 && status !== 413) return undefined;
  const fieldErrors = (Array.isArray(errors) ? errors.slice(0, MAX_FIELD_ERRORS) : []).flatMap(
    (one: unknown): FieldError[] => {
      const {field, message} = isObject(one) ? one : {};
      return typeof field === 'string' && typeof message === 'string'
        ? [{field, message: message.slice(0, 500)}]
        : [];
    },
  );
  return new RefusedError(reason, fieldErrors);
}
