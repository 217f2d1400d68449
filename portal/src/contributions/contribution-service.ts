import {createHash, randomBytes} from 'node:crypto';
import {access, constants, link, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import type {IncomingMessage} from 'node:http';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {FieldError} from '../../../src/model/contribution-kinds.js';
import type {Contribution} from '../../../src/model/records.js';
import {clientAddress} from '../http/client-address.js';
import {notFound, Problem} from '../http/problem.js';
import type {Reply} from '../http/reply.js';
import type {Settings} from '../settings.js';
import {ContributionStore, type StoredContribution} from './contribution-store.js';
import {asRetryable, Database} from './database.js';
import {MAX_PHOTO_SIZE, MAX_PHOTOS, type SubmittedForm, type Upload, withForm} from './form.js';
import {importJournal} from './import-journal.js';
import {negotiateLanguage, type ReceiptMessages, receiptMessages} from './messages.js';
import {Moderation} from './moderation.js';
import {PhotoFolder} from './photo-folder.js';
import {MAX_PIXELS, type CleanPhoto, PhotoError} from './photos/photo.js';
import {stripMetadata} from './photos/strip-metadata.js';
import {RateLimit} from './rate-limit.js';
import {receiptPage} from './receipt-page.js';
import {Semaphore} from './semaphore.js';
import {servePhoto} from './serve-photo.js';
import {UploadSlots} from './upload-slots.js';
import {validateContribution} from './validate-contribution.js';

/** Maximum number of received forms that are validated at once. Each may take 30 MB of memory. */
const MAX_CONCURRENT = 4;

/** Time after which files of interrupted uploads are looked for again, in milliseconds. */
const CLEANING_INTERVAL_MS = 3_600_000;

/** Name of the file with the moderation password, in the data folder. */
export const TOKEN_FILE = 'moderation-token';

/** Seconds after which a client may retry if the server is busy. */
const RETRY_SECONDS = '5';

export interface ContributionServiceOptions {
  /** Folder of the database and the photographs. */
  readonly folder: string;
  readonly settings: Settings;
  /** Called with the published contributions when they have changed. */
  readonly onPublishedChange: (contributions: readonly Contribution[]) => void;
  /** Called with messages for the operator. */
  readonly report: (message: string) => void;
}

/** Receives contributions, each at most once, and issues a receipt to the author. */
export class ContributionService {
  readonly moderation: Moderation;
  readonly #store: ContributionStore;
  readonly #photos: PhotoFolder;
  readonly #options: ContributionServiceOptions;
  readonly #rate: RateLimit;
  readonly #slots: UploadSlots;
  readonly #semaphore = new Semaphore(MAX_CONCURRENT);
  /** Submissions that are being received. */
  readonly #submissions = new Set<Promise<unknown>>();
  readonly #cleaning: NodeJS.Timeout;
  /** Number of the published contributions that were passed on last. */
  #revision = -1;

  private constructor(
    store: ContributionStore,
    photos: PhotoFolder,
    password: string,
    options: ContributionServiceOptions,
  ) {
    const {settings} = options;
    this.#store = store;
    this.#photos = photos;
    this.#options = options;
    this.#rate = new RateLimit({
      burst: settings.contributionBurst,
      perSecond: settings.contributionsPerMinute / 60,
    });
    this.#slots = new UploadSlots(settings.maxUploads, settings.maxUploadsPerClient);
    this.moderation = new Moderation(store, password, settings);
    this.#cleaning = setInterval(() => {
      photos.deleteAbandoned().catch((error: unknown) => options.report(String(error)));
    }, CLEANING_INTERVAL_MS).unref();
  }

  /**
   * Opens the data folder. Several processes may use it at the same time.
   *
   * @throws {DamagedDatabaseError}
   */
  static async open(options: ContributionServiceOptions): Promise<ContributionService> {
    const {folder, settings, report} = options;
    await mkdir(folder, {recursive: true, mode: 0o700});
    // Node describes a folder that cannot be made on a read-only disk as missing.
    await access(folder, constants.W_OK);
    const photos = await PhotoFolder.open(folder);
    const database = await Database.open({
      url: settings.databaseUrl ?? pathToFileURL(resolve(folder, 'contributions.sqlite')).href,
      authToken: settings.databaseToken,
      maxBytes: settings.maxDatabaseMegabytes * 2 ** 20,
    });
    await importJournal(folder, database, report);
    const store = await ContributionStore.open(database, photos, report);
    const password = settings.moderationPassword ?? (await loadModerationToken(folder));
    const service = new ContributionService(store, photos, password, options);
    await service.refreshPublished();
    return service;
  }

  /** Closes the store when interrupted submissions have deleted their files, which still have all metadata. */
  async close(): Promise<void> {
    clearInterval(this.#cleaning);
    await Promise.allSettled(this.#submissions);
    await this.#store.close();
  }

  /** Passes on the published contributions if this or another process has changed them. */
  async refreshPublished(): Promise<void> {
    const revision = await this.#store.revision();
    if (revision === this.#revision) return;
    const {entries} = await this.#store.list('published');
    this.#options.onPublishedChange(entries.map(({record, state}) => ({...record, state})));
    this.#revision = revision;
  }

  /**
   * Responds to `POST {api}/contributions`.
   *
   * @throws {Problem} 400, 408, 409, 410, 413, 415, 422, 429 or 503.
   */
  submit(request: IncomingMessage, parameters: URLSearchParams, base: string): Promise<Reply> {
    const reply = this.#submit(request, parameters, base);
    this.#submissions.add(reply);
    return reply.finally(() => this.#submissions.delete(reply));
  }

  async #submit(
    request: IncomingMessage,
    parameters: URLSearchParams,
    base: string,
  ): Promise<Reply> {
    const {settings} = this.#options;
    const client = clientAddress(request, settings.trustProxy);
    // Every request counts, also a retry: otherwise one known key would avoid the limit.
    this.#checkRate(client);
    const messages = receiptMessages(
      negotiateLanguage(parameters, request.headers['accept-language']),
    );
    const key = readIdempotencyKey(request);
    const release = await this.#slots.take(
      client,
      AbortSignal.timeout(settings.uploadSeconds * 1000),
    );
    if (!release)
      throw new Problem(503, 'Too many contributions are being received at the moment.', {
        'Retry-After': RETRY_SECONDS,
      });
    try {
      const limits = {folder: this.#photos.incoming, seconds: settings.uploadSeconds};
      return await withForm(request, limits, form =>
        this.#semaphore.run(async () => {
          const fingerprint = fingerprintOf(form);
          const existing = await this.#store.findByKey(key);
          const entry =
            existing ?? (await this.#validateAndStore({key, fingerprint}, form, messages));
          return submissionReply(entry, fingerprint, base, messages);
        }),
      );
    } catch (error) {
      throw asRetryable(error);
    } finally {
      release();
    }
  }

  /** Responds to `{api}/receipts/{token}` and the photographs below it. POST withdraws the contribution. */
  async receipt([token = '', photo, ...rest]: readonly string[], method: string): Promise<Reply> {
    const entry = await this.#store.findByToken(token);
    if (!entry || rest.length > 0) throw notFound();
    if (photo !== undefined) return servePhoto(this.#store, entry, photo, 'no-store');
    if (method !== 'POST') return this.#receiptPage(entry);
    let failure: Problem | undefined;
    try {
      await this.#store.withdraw(token);
    } catch (error) {
      const problem = asRetryable(error);
      if (!(problem instanceof Problem)) throw error;
      failure = problem;
    }
    await this.refreshPublished();
    return this.#receiptPage((await this.#store.findByToken(token)) ?? entry, failure);
  }

  async #receiptPage(entry: StoredContribution, failure?: Problem): Promise<Reply> {
    // "Deleted" is said only when no file or log has the content any more.
    const isIncomplete =
      failure !== undefined ||
      (entry.state === 'withdrawn' && (await this.#store.hasPendingErasures()));
    return receiptPage(entry, isIncomplete, failure);
  }

  /** Responds to `{api}/photos/{name}`, for photographs of published contributions. */
  async photo([name = '', ...rest]: readonly string[]): Promise<Reply> {
    const [, id = '', number = ''] = /^([\w-]+)-(\d+)\.\w+$/.exec(name) ?? [];
    const entry = await this.#store.get(id);
    if (entry?.state !== 'published' || rest.length > 0) throw notFound();
    return servePhoto(this.#store, entry, number, 'no-cache');
  }

  #checkRate(client: string): void {
    const wait = this.#rate.take(client);
    if (wait > 0)
      throw new Problem(429, `Too many contributions from this address: wait ${wait} s.`, {
        'Retry-After': String(wait),
      });
  }

  /**
   * Validates and stores a contribution.
   *
   * @throws {Problem} 422 if a field or photograph is invalid.
   */
  async #validateAndStore(
    identity: {readonly key: string; readonly fingerprint: string},
    {json, photos}: SubmittedForm,
    messages: ReceiptMessages,
  ): Promise<StoredContribution> {
    const {record, alts, errors} = validateContribution(json, photos.length, messages);
    const allErrors = [...errors];
    const cleaned: CleanPhoto[] = [];
    for (const [index, upload] of photos.entries()) {
      // Photographs beyond the maximum were not kept: the number of photographs is the error.
      if (index >= MAX_PHOTOS) break;
      const photo = await cleanPhoto(upload, messages);
      if (typeof photo === 'string') allErrors.push({field: `photos[${index}]`, message: photo});
      else cleaned.push(photo);
    }
    if (allErrors.length > 0) throw validationProblem(messages, allErrors);
    const created = new Date().toISOString();
    return this.#store.add(
      {...identity, lang: messages.lang, record: {...record, created, state: 'pending'}, alts},
      cleaned,
    );
  }
}

const validationProblem = (messages: ReceiptMessages, errors: readonly FieldError[]): Problem =>
  new Problem(422, messages.refused, {'Content-Language': messages.lang}, {errors});

/** Returns the photograph without metadata, or the error message. */
async function cleanPhoto(
  {path, isTooLarge}: Upload,
  messages: ReceiptMessages,
): Promise<CleanPhoto | string> {
  if (isTooLarge) return messages.photoTooLarge(MAX_PHOTO_SIZE / 1_000_000);
  try {
    return await stripMetadata(await readFile(path));
  } catch (error) {
    if (!(error instanceof PhotoError)) throw error;
    return error.reason === 'pixels'
      ? messages.tooManyPixels(MAX_PIXELS / 1_000_000)
      : messages.photoErrors[error.reason];
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
  for (const photo of photos) hash.update('\0').update(photo.hash);
  return hash.digest('base64url');
}

/**
 * Returns the reply for the contribution that is stored with a key, by this request or by an earlier one.
 *
 * @throws {Problem} 409 or 410.
 */
function submissionReply(
  entry: StoredContribution,
  fingerprint: string,
  base: string,
  messages: ReceiptMessages,
): Reply {
  if (entry.state === 'withdrawn') throw new Problem(410, messages.withdrawn);
  // Only the author knows the key, so the receipt of the first contribution may be disclosed.
  if (entry.fingerprint !== fingerprint)
    throw new Problem(409, messages.keyReused, {}, {contribution: receiptResponse(entry, base)});
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

/** Returns the response body for a stored contribution, the same for every attempt. */
function receiptResponse(
  {record, token}: StoredContribution,
  base: string,
): Contribution & {receipt: string} {
  const receipt = `${base}/receipts/${token}`;
  const photos = record.photos?.map((photo, index) => ({...photo, src: `${receipt}/${index + 1}`}));
  return {...record, ...(photos ? {photos} : {}), state: 'pending', receipt};
}

/** Reads the moderation password. Creates it at the first start, in a file that only the server's account can read. */
async function loadModerationToken(folder: string): Promise<string> {
  const path = join(folder, TOKEN_FILE);
  const isMissing = await access(path).then(
    () => false,
    () => true,
  );
  if (isMissing) {
    // Another process may start at the same time: the first complete file is kept.
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, `${randomBytes(18).toString('base64url')}\n`, {mode: 0o600});
    await link(draft, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    await rm(draft);
  }
  const token = (await readFile(path, 'utf8')).trim();
  if (token.length < 12)
    throw new Error(`${path} should have a password of at least 12 characters.`);
  return token;
}
