import {createHash, randomBytes} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import {join} from 'node:path';
import type {Contribution} from '../../../src/model/records.js';
import {Problem} from '../problem.js';
import type {Reply} from '../reply.js';
import {checkContribution, type FieldError} from './check.js';
import {type Disk, realDisk} from './disk.js';
import {Gate, LARGEST_PHOTO, readForm, type SentForm} from './form.js';
import {type Entry, Ledger} from './ledger.js';
import {lockFolder} from './lock.js';
import {Moderation} from './moderation.js';
import {receiptPage} from './pages.js';
import {servePhoto} from './photos.js';
import {cleanPicture} from './pictures/clean.js';
import {type Picture, PictureError} from './pictures/picture.js';
import {type Rate, RateLimit} from './rate.js';
import {askedLanguage, type Words, wordsIn} from './words.js';

/** Maximum number of bodies that are read and validated at once. Each may take 15 MB of memory. */
const AT_ONCE = 16;

/** Name of the file with the moderation password, in the folder of the journal. */
export const TOKEN_FILE = 'moderation-token';

/** Default rate limit, high enough for a workshop in which all participants share one IP address. */
export const WORKSHOP: Rate = {burst: 600, perSecond: 1};

export interface DeskOptions {
  /** Folder of the contributions. */
  readonly folder: string;
  readonly rate?: Rate | undefined;
  readonly disk?: Disk | undefined;
  /** Called with the published contributions when they have changed. */
  readonly published?: ((contributions: readonly Contribution[]) => void) | undefined;
}

/** Fields that identify a submission. */
type Stamp = Pick<Entry, 'key' | 'fingerprint' | 'lang'>;

/** Submission in progress, by its idempotency key. */
interface Underway {
  readonly fingerprint: string;
  readonly entry: Promise<Entry>;
}

/** Receives contributions, each at most once, and issues a receipt to the author. */
export class Desk {
  readonly moderation: Moderation;
  readonly #ledger: Ledger;
  readonly #rate: RateLimit;
  readonly #gate = new Gate(AT_ONCE);
  readonly #underway = new Map<string, Underway>();
  readonly #tellPublished: () => void;
  readonly #unlock: () => Promise<void>;

  private constructor(
    ledger: Ledger,
    token: string,
    unlock: () => Promise<void>,
    options: DeskOptions,
  ) {
    const {rate = WORKSHOP, published} = options;
    this.#ledger = ledger;
    this.#unlock = unlock;
    this.#rate = new RateLimit(rate);
    this.#tellPublished = () =>
      published?.(ledger.in('published').map(({record, state}) => ({...record, state})));
    this.moderation = new Moderation(ledger, token, this.#tellPublished);
    this.#tellPublished();
  }

  /**
   * Opens the folder of the contributions and locks it.
   *
   * @throws {Error} if another process has locked it, or if it cannot be read.
   */
  static async open(options: DeskOptions): Promise<Desk> {
    const {folder, disk = realDisk} = options;
    const unlock = await lockFolder(folder);
    const ledger = await Ledger.open(folder, disk);
    return new Desk(ledger, await readToken(folder, disk), unlock, options);
  }

  async close(): Promise<void> {
    await this.#ledger.close();
    await this.#unlock();
  }

  /**
   * Responds to `POST {api}/contributions`.
   *
   * @throws {Problem} 400, 409, 410, 413, 415, 422 or 429.
   */
  async take(request: IncomingMessage, parameters: URLSearchParams, base: string): Promise<Reply> {
    const words = wordsIn(askedLanguage(parameters, request.headers['accept-language']));
    const key = readKey(request);
    if (!this.#ledger.withKey(key) && !this.#underway.has(key)) this.#checkRate(request);
    const entry = await this.#gate.pass(async () => {
      const form = await readForm(request);
      const stamp = {key, fingerprint: fingerprintOf(form), lang: words.lang};
      return this.#once(stamp, base, words, () => this.#keep(stamp, form, words));
    });
    return received(entry, base);
  }

  /** Responds to `{api}/receipts/{token}` and the photographs below it. POST withdraws the contribution. */
  async receipt([token = '', photo, ...rest]: readonly string[], method: string): Promise<Reply> {
    const entry = this.#ledger.withToken(token);
    if (!entry || rest.length > 0) throw nothingHere();
    if (photo !== undefined) return servePhoto(this.#ledger, entry, photo, 'no-store');
    if (method === 'POST' && entry.state !== 'withdrawn') {
      await this.#ledger.decide(String(entry.record.id), 'withdrawn');
      this.#tellPublished();
      return receiptPage(this.#ledger.withToken(token) ?? entry);
    }
    return receiptPage(entry);
  }

  /** Responds to `{api}/photos/{name}`, for photographs of published contributions. */
  async photo([name = '', ...rest]: readonly string[]): Promise<Reply> {
    const [, id = '', number = ''] = /^([\w-]+)-(\d+)\.\w+$/.exec(name) ?? [];
    const entry = this.#ledger.get(id);
    if (entry?.state !== 'published' || rest.length > 0) throw nothingHere();
    return servePhoto(this.#ledger, entry, number, 'no-cache');
  }

  #checkRate(request: IncomingMessage): void {
    const wait = this.#rate.take(request.socket.remoteAddress ?? '');
    if (wait > 0)
      throw new Problem(429, `Too many contributions from this address: wait ${wait} s.`, {
        'Retry-After': String(wait),
      });
  }

  /** Calls `store` once for an idempotency key, also for simultaneous requests and after a restart. */
  async #once(
    {key, fingerprint}: Stamp,
    base: string,
    words: Words,
    act: () => Promise<Entry>,
  ): Promise<Entry> {
    const known = this.#ledger.withKey(key) ?? this.#underway.get(key);
    if (known) {
      const first = 'entry' in known ? await known.entry : known;
      if (first.state === 'withdrawn') throw new Problem(410, words.gone);
      // Only the author knows the key, so the receipt of the first contribution may be disclosed.
      const contribution = answerFor(first, base);
      if (first.fingerprint !== fingerprint)
        throw new Problem(409, words.otherUnderKey, {}, {contribution});
      return first;
    }
    const entry = act();
    this.#underway.set(key, {fingerprint, entry});
    try {
      return await entry;
    } finally {
      this.#underway.delete(key);
    }
  }

  /**
   * Validates and stores a contribution.
   *
   * @throws {Problem} 422 if a field or photograph is invalid.
   */
  async #keep(stamp: Stamp, {json, photos}: SentForm, words: Words): Promise<Entry> {
    const {record, alts, errors} = checkContribution(json, photos.length, words);
    const all = [...errors];
    const pictures: Picture[] = [];
    for (const [index, bytes] of photos.entries()) {
      const picture = await lookAt(bytes, words);
      if (typeof picture === 'string') all.push({field: `photos[${index}]`, message: picture});
      else pictures.push(picture);
    }
    if (all.length > 0) throw refusal(words, all);
    const created = new Date().toISOString();
    return this.#ledger.receive(
      {...stamp, record: {...record, created, state: 'pending'}, alts},
      pictures,
    );
  }
}

export const nothingHere = (): Problem => new Problem(404, 'There is nothing at this address.');

const refusal = (words: Words, errors: readonly FieldError[]): Problem =>
  new Problem(422, words.refused, {'Content-Language': words.lang}, {errors});

/** Returns the picture without metadata, or the error message. */
async function lookAt(bytes: Buffer, words: Words): Promise<Picture | string> {
  if (bytes.length > LARGEST_PHOTO) return words.heavyPhoto(LARGEST_PHOTO / 1_000_000);
  try {
    return await cleanPicture(bytes);
  } catch (error) {
    if (error instanceof PictureError) return words.picture[error.fault];
    throw error;
  }
}

/**
 * Reads the header `Idempotency-Key`.
 *
 * @throws {Problem} 400 if it is missing or invalid.
 */
function readKey({headers}: IncomingMessage): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Problem(
      400,
      'The header "Idempotency-Key" is missing: 8 to 200 characters without spaces, the same for every try of one contribution.',
    );
  return key;
}

/** Returns a hash of the content. The raw body cannot be used: its multipart boundaries differ at each attempt. */
function fingerprintOf({json, photos}: SentForm): string {
  const hash = createHash('sha256').update(json);
  for (const photo of photos) hash.update('\0').update(createHash('sha256').update(photo).digest());
  return hash.digest('base64url');
}

/** Returns the response body for a stored contribution, the same for every attempt. */
function answerFor({record, token}: Entry, base: string): Contribution & {receipt: string} {
  const receipt = `${base}/receipts/${token}`;
  const photos = record.photos?.map((photo, index) => ({...photo, src: `${receipt}/${index + 1}`}));
  return {...record, ...(photos ? {photos} : {}), state: 'pending', receipt};
}

function received(entry: Entry, base: string): Reply {
  const answer = answerFor(entry, base);
  return {
    status: 201,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      Location: answer.receipt,
    },
    body: JSON.stringify(answer),
  };
}

/** Reads the moderation password. Creates it at the first start, in a file that only the server's account can read. */
async function readToken(folder: string, disk: Disk): Promise<string> {
  const path = join(folder, TOKEN_FILE);
  const known = (await disk.read(path))?.toString('utf8').trim();
  if (known) return known;
  const token = randomBytes(18).toString('base64url');
  await disk.replace(path, Buffer.from(`${token}\n`));
  return token;
}
