import {createHash, randomBytes} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import {join} from 'node:path';
import type {Contribution} from '../../../src/model/records.js';
import {Problem} from '../problem.js';
import type {Reply} from '../reply.js';
import {validateContribution, type FieldError} from './validate-contribution.js';
import {type Disk, nodeDisk} from './disk.js';
import {Semaphore, MAX_PHOTO_SIZE, readForm, type SubmittedForm} from './form.js';
import {type StoredContribution, ContributionStore} from './contribution-store.js';
import {lockFolder} from './folder-lock.js';
import {Moderation} from './moderation.js';
import {receiptPage} from './pages.js';
import {servePhoto} from './photos.js';
import {stripMetadata} from './pictures/strip-metadata.js';
import {type Picture, PictureError} from './pictures/picture.js';
import {type Rate, RateLimit} from './rate-limit.js';
import {negotiateLanguage, type ReceiptMessages, receiptMessages} from './messages.js';

/** Maximum number of bodies that are read and validated at once. Each may take 15 MB of memory. */
const MAX_CONCURRENT = 16;

/** Name of the file with the moderation password, in the folder of the journal. */
export const TOKEN_FILE = 'moderation-token';

/** Default rate limit, high enough for a workshop in which all participants share one IP address. */
export const DEFAULT_RATE: Rate = {burst: 600, perSecond: 1};

export interface ContributionServiceOptions {
  /** Folder of the contributions. */
  readonly folder: string;
  readonly rate?: Rate | undefined;
  readonly disk?: Disk | undefined;
  /** Called with the published contributions when they have changed. */
  readonly onPublishedChange?: ((contributions: readonly Contribution[]) => void) | undefined;
}

/** Fields that identify a submission. */
type SubmissionIdentity = Pick<StoredContribution, 'key' | 'fingerprint' | 'lang'>;

/** Submission in progress, by its idempotency key. */
interface PendingSubmission {
  readonly fingerprint: string;
  readonly entry: Promise<StoredContribution>;
}

/** Receives contributions, each at most once, and issues a receipt to the author. */
export class ContributionService {
  readonly moderation: Moderation;
  readonly #store: ContributionStore;
  readonly #rate: RateLimit;
  readonly #semaphore = new Semaphore(MAX_CONCURRENT);
  readonly #pending = new Map<string, PendingSubmission>();
  readonly #notifyPublished: () => void;
  readonly #unlock: () => Promise<void>;

  private constructor(
    store: ContributionStore,
    token: string,
    unlock: () => Promise<void>,
    options: ContributionServiceOptions,
  ) {
    const {rate = DEFAULT_RATE, onPublishedChange} = options;
    this.#store = store;
    this.#unlock = unlock;
    this.#rate = new RateLimit(rate);
    this.#notifyPublished = () =>
      onPublishedChange?.(
        store.listByState('published').map(({record, state}) => ({...record, state})),
      );
    this.moderation = new Moderation(store, token, this.#notifyPublished);
    this.#notifyPublished();
  }

  /**
   * Opens the folder of the contributions and locks it.
   *
   * @throws {Error} if another process has locked it, or if it cannot be read.
   */
  static async open(options: ContributionServiceOptions): Promise<ContributionService> {
    const {folder, disk = nodeDisk} = options;
    const unlock = await lockFolder(folder);
    const store = await ContributionStore.open(folder, disk);
    return new ContributionService(store, await loadModerationToken(folder, disk), unlock, options);
  }

  async close(): Promise<void> {
    await this.#store.close();
    await this.#unlock();
  }

  /**
   * Responds to `POST {api}/contributions`.
   *
   * @throws {Problem} 400, 409, 410, 413, 415, 422 or 429.
   */
  async submit(
    request: IncomingMessage,
    parameters: URLSearchParams,
    base: string,
  ): Promise<Reply> {
    const messages = receiptMessages(
      negotiateLanguage(parameters, request.headers['accept-language']),
    );
    const key = readIdempotencyKey(request);
    if (!this.#store.findByKey(key) && !this.#pending.has(key)) this.#checkRate(request);
    const entry = await this.#semaphore.run(async () => {
      const form = await readForm(request);
      const identity = {key, fingerprint: fingerprintOf(form), lang: messages.lang};
      return this.#submitOnce(identity, base, messages, () =>
        this.#validateAndStore(identity, form, messages),
      );
    });
    return createdReply(entry, base);
  }

  /** Responds to `{api}/receipts/{token}` and the photographs below it. POST withdraws the contribution. */
  async receipt([token = '', photo, ...rest]: readonly string[], method: string): Promise<Reply> {
    const entry = this.#store.findByToken(token);
    if (!entry || rest.length > 0) throw notFound();
    if (photo !== undefined) return servePhoto(this.#store, entry, photo, 'no-store');
    if (method === 'POST' && entry.state !== 'withdrawn') {
      await this.#store.setState(String(entry.record.id), 'withdrawn');
      this.#notifyPublished();
      return receiptPage(this.#store.findByToken(token) ?? entry);
    }
    return receiptPage(entry);
  }

  /** Responds to `{api}/photos/{name}`, for photographs of published contributions. */
  async photo([name = '', ...rest]: readonly string[]): Promise<Reply> {
    const [, id = '', number = ''] = /^([\w-]+)-(\d+)\.\w+$/.exec(name) ?? [];
    const entry = this.#store.get(id);
    if (entry?.state !== 'published' || rest.length > 0) throw notFound();
    return servePhoto(this.#store, entry, number, 'no-cache');
  }

  #checkRate(request: IncomingMessage): void {
    const wait = this.#rate.take(request.socket.remoteAddress ?? '');
    if (wait > 0)
      throw new Problem(429, `Too many contributions from this address: wait ${wait} s.`, {
        'Retry-After': String(wait),
      });
  }

  /** Calls `store` once for an idempotency key, also for simultaneous requests and after a restart. */
  async #submitOnce(
    {key, fingerprint}: SubmissionIdentity,
    base: string,
    messages: ReceiptMessages,
    store: () => Promise<StoredContribution>,
  ): Promise<StoredContribution> {
    const existing = this.#store.findByKey(key) ?? this.#pending.get(key);
    if (existing) {
      const first = 'entry' in existing ? await existing.entry : existing;
      if (first.state === 'withdrawn') throw new Problem(410, messages.withdrawn);
      // Only the author knows the key, so the receipt of the first contribution may be disclosed.
      const contribution = receiptResponse(first, base);
      if (first.fingerprint !== fingerprint)
        throw new Problem(409, messages.keyReused, {}, {contribution});
      return first;
    }
    const entry = store();
    this.#pending.set(key, {fingerprint, entry});
    try {
      return await entry;
    } finally {
      this.#pending.delete(key);
    }
  }

  /**
   * Validates and stores a contribution.
   *
   * @throws {Problem} 422 if a field or photograph is invalid.
   */
  async #validateAndStore(
    identity: SubmissionIdentity,
    {json, photos}: SubmittedForm,
    messages: ReceiptMessages,
  ): Promise<StoredContribution> {
    const {record, alts, errors} = validateContribution(json, photos.length, messages);
    const allErrors = [...errors];
    const pictures: Picture[] = [];
    for (const [index, bytes] of photos.entries()) {
      const picture = await readPicture(bytes, messages);
      if (typeof picture === 'string')
        allErrors.push({field: `photos[${index}]`, message: picture});
      else pictures.push(picture);
    }
    if (allErrors.length > 0) throw validationProblem(messages, allErrors);
    const created = new Date().toISOString();
    return this.#store.add(
      {...identity, record: {...record, created, state: 'pending'}, alts},
      pictures,
    );
  }
}

export const notFound = (): Problem => new Problem(404, 'There is nothing at this address.');

const validationProblem = (messages: ReceiptMessages, errors: readonly FieldError[]): Problem =>
  new Problem(422, messages.refused, {'Content-Language': messages.lang}, {errors});

/** Returns the picture without metadata, or the error message. */
async function readPicture(bytes: Buffer, messages: ReceiptMessages): Promise<Picture | string> {
  if (bytes.length > MAX_PHOTO_SIZE) return messages.photoTooLarge(MAX_PHOTO_SIZE / 1_000_000);
  try {
    return await stripMetadata(bytes);
  } catch (error) {
    if (error instanceof PictureError) return messages.picture[error.reason];
    throw error;
  }
}

/**
 * Reads the header `Idempotency-Key`.
 *
 * @throws {Problem} 400 if it is missing or invalid.
 */
function readIdempotencyKey({headers}: IncomingMessage): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Problem(
      400,
      'The header "Idempotency-Key" is missing: 8 to 200 characters without spaces, the same for every try of one contribution.',
    );
  return key;
}

/** Returns a hash of the content. The raw body cannot be used: its multipart boundaries differ at each attempt. */
function fingerprintOf({json, photos}: SubmittedForm): string {
  const hash = createHash('sha256').update(json);
  for (const photo of photos) hash.update('\0').update(createHash('sha256').update(photo).digest());
  return hash.digest('base64url');
}

/** Returns the response body for a stored contribution, the same for every attempt. */
function receiptResponse(
  {record, token}: StoredContribution,
  base: string,
): Contribution & {receipt: string} {
  const receipt = `${base}/receipts/${token}`;
  const photos = record.photos?.map((photo, index) => ({...photo, src: `${receipt}/${index + 1}`}));
  return {...record, ...(photos ? {photos} : {}), state: 'pending', receipt};
}

function createdReply(entry: StoredContribution, base: string): Reply {
  const body = receiptResponse(entry, base);
  return {
    status: 201,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      Location: body.receipt,
    },
    body: JSON.stringify(body),
  };
}

/** Reads the moderation password. Creates it at the first start, in a file that only the server's account can read. */
async function loadModerationToken(folder: string, disk: Disk): Promise<string> {
  const path = join(folder, TOKEN_FILE);
  const existing = (await disk.read(path))?.toString('utf8').trim();
  if (existing) return existing;
  const token = randomBytes(18).toString('base64url');
  await disk.replace(path, Buffer.from(`${token}\n`));
  return token;
}
