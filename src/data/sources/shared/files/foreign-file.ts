import type {Query} from '../../../../model/query.js';
import type {CollectionName, Collections} from '../../../../model/records.js';
import {LazyRecordList} from '../../../validation.js';
import type {Client, FetchResult} from '../../../client/client.js';
import type {BodyReader} from '../../../client/request.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import {
  type QueryResult,
  type QueryOptions,
  type PortalSource,
  loadNoRelations,
} from '../../../source.js';
import {FormatError} from './file-reader.js';
import {InMemoryCollection} from './in-memory-collection.js';
import {UsedOwnFields} from '../own-fields.js';
import {WarningLog} from '../warning-log.js';
import type {SourceFormat} from '../rows/foreign-record.js';
import {swappedCoordinatesHint} from '../rows/coordinate-order.js';
import {type SourceOptions, createMappingFactory, type MappingFactory} from '../source-options.js';
import {computeRepresentativePoints, ForeignRows, type Row} from '../rows/foreign-rows.js';

export interface FileContent extends Omit<SourceFormat, 'ownFields'> {
  /** Rows of any collection but programmes; a function if they depend on the collection. */
  readonly rows: readonly Row[] | ((collection: CollectionName) => readonly Row[]);
  readonly envelope?: Envelope;
  /** Parse errors, for the webmaster. */
  readonly errors?: readonly string[];
  /** True if the server has more records than the file contains. */
  readonly isPartial?: boolean;
}

/** Reader and parser of a file format. */
export interface FileFormat {
  readonly reader: BodyReader;
  /**
   * Fetches a file that may have several pages. Default: one request.
   *
   * @throws {LoadError}
   */
  fetch?(client: Client, url: string, options: QueryOptions): Promise<FetchResult>;
  /** @throws {LoadError} if the body has another format. */
  parse(body: unknown, address: string): FileContent | Promise<FileContent>;
}

/** Maximum length of the name of a programme: longer texts are a brief, which architects call so too. */
const MAX_PROGRAMME_LENGTH = 60;

/** Returns the rows of a collection. Without programmes, a timeline shows the records by themselves. */
function rowsIn({rows}: FileContent, collection: CollectionName): readonly Row[] {
  if (typeof rows === 'function') return rows(collection);
  return collection === 'programmes' ? [] : rows;
}

/** Foreign file, loaded completely; filtered, sorted and paged in the browser. */
export class ForeignFile implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #options: SourceOptions;
  readonly #format: FileFormat;
  readonly #warnings: WarningLog;
  readonly #createMappings: MappingFactory;
  #parsed: ParsedFile | undefined;
  #fetchResult: FetchResult | undefined;
  readonly #ownFields = new UsedOwnFields();

  constructor(options: SourceOptions, format: FileFormat) {
    this.name = options.url;
    this.#options = options;
    this.#format = format;
    this.#warnings = new WarningLog(options.warn);
    this.#createMappings = createMappingFactory(options, this.#warnings);
  }

  isComplete(): boolean {
    return true;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    try {
      return await this.#find(collection, query, options);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      const formats = await import('./recognize-format.js').catch(() => undefined);
      throw formats?.describedError(error, this.#format.reader.name) ?? error;
    }
  }

  async #find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {signal, reload} = options;
    if (!this.#fetchResult || reload) {
      const {client} = this.#options;
      const format = this.#format;
      this.#fetchResult = await (format.fetch?.(client, this.name, options) ??
        client.get(this.name, signal, reload, format.reader));
    }
    // The records are mapped again, with the new field.
    if (this.#ownFields.add(query) && this.#parsed)
      this.#parsed = {...this.#parsed, collections: {}};
    const fetchResult = this.#fetchResult;
    const inMemory = await this.#collection(collection, fetchResult.body, options);
    const result = await inMemory.query(query, options, fetchResult);
    const {content} = await this.#parse(fetchResult.body, options);
    return content.isPartial ? {...result, cappedAt: inMemory.list.length} : result;
  }

  async #parse(body: unknown, options: QueryOptions): Promise<ParsedFile> {
    if (this.#parsed && this.#parsed.body === body) return this.#parsed;
    const content = await this.#format.parse(body, this.name);
    // Another call may have parsed it during the wait.
    const existing = this.#parsed;
    if (existing && existing.body === body) return existing;
    this.#warnings.warnErrors(this.name, content.errors ?? [], options);
    const parsed = {body, content, collections: {}};
    this.#parsed = parsed;
    return parsed;
  }

  async #collection<K extends CollectionName>(
    collection: K,
    body: unknown,
    options: QueryOptions,
  ): Promise<InMemoryCollection<K>> {
    const {content, collections} = await this.#parse(body, options);
    if (collections[collection]) return collections[collection];
    const given = rowsIn(content, collection);
    const isMissing = collection === 'programmes' && given.length === 0;
    const unmapped = isMissing ? await this.#namedProgrammes(content, options) : given;
    await computeRepresentativePoints(unmapped, options.signal);
    const {rows, mappings} = await this.#createMappings(collection, unmapped, options, {
      ...(isMissing ? {} : content),
      ownFields: this.#ownFields.all,
    });
    if (rows !== unmapped) await computeRepresentativePoints(rows, options.signal);
    // Another call may have created the collection during the wait.
    const existing = collections[collection];
    if (existing) return existing;
    const list = new LazyRecordList(collection, new ForeignRows(rows, mappings), this.name);
    this.#warnings.validateWhenIdle(this.name, list, options);
    this.#warnings.warnHint(this.name, swappedCoordinatesHint(list), options);
    const inMemory = new InMemoryCollection(list, loadNoRelations, content.envelope ?? {});
    (collections as Record<K, InMemoryCollection<K>>)[collection] = inMemory;
    return inMemory;
  }

  /** Returns a row for each programme that the projects name: their id is the name. */
  async #namedProgrammes(content: FileContent, options: QueryOptions): Promise<readonly Row[]> {
    const rows = rowsIn(content, 'projects');
    const {mappings} = await this.#createMappings('projects', rows, options, content);
    const programme = mappings.find(({target}) => target === 'programme');
    const names = new Set(rows.map(({fields}) => programme?.read(fields)));
    return [...names]
      .filter(name => typeof name === 'string' && name.length <= MAX_PROGRAMME_LENGTH)
      .map(name => ({fields: {id: name, title: name}}));
  }
}

/** Collections created from one response body. */
interface ParsedFile {
  readonly body: unknown;
  readonly content: FileContent;
  readonly collections: {[K in CollectionName]?: InMemoryCollection<K>};
}
