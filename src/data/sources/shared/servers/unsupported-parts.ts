import type {Query} from '../../../../model/query.js';
import {HttpError} from '../../../client/errors.js';
import type {QueryOptions} from '../../../source.js';
import {LazyRecordList} from '../../../validation/lazy-record-list.js';
import {ForeignRows} from '../rows/foreign-rows.js';
import type {WarningLog} from '../warning-log.js';
import type {Gathered} from './gathering.js';
import {findIgnoredParts} from './ignored-filters.js';
import {queryKeys} from './query-plan.js';
import type {ServerQuery} from './server-adapter.js';
import {SAMPLE_SIZE, type ServerFields} from './server-fields.js';

/** Statuses that mean the server does not accept the query. */
const REJECTION_STATUSES = new Set([400, 406, 414, 422, 501]);

const urlWithoutQuery = (url: string): string => url.replace(/\?.*/s, '');

/** Parts of a query that a server has ignored or rejected. They run in the browser from then on. */
export class UnsupportedParts {
  readonly #parts = new Set<keyof Query>();
  readonly #url: string;
  readonly #fields: ServerFields;
  readonly #warnings: WarningLog;

  constructor(url: string, fields: ServerFields, warnings: WarningLog) {
    this.#url = url;
    this.#fields = fields;
    this.#warnings = warnings;
  }

  get parts(): ReadonlySet<keyof Query> {
    return this.#parts;
  }

  /** Adds the parts of a query that the server rejected. Returns true if there are any. */
  addRejected(error: unknown, serverQuery: Query, options: QueryOptions): boolean {
    if (!(error instanceof HttpError) || !REJECTION_STATUSES.has(error.status)) return false;
    const parts = queryKeys(serverQuery);
    for (const part of parts) this.#parts.add(part);
    if (parts.length > 0)
      this.#warnings.warn(`${error.message} (${parts.join(', ')}: done here)`, options);
    return parts.length > 0;
  }

  /** Adds the parts of a query that the server ignored. Returns true if there are any. */
  async addIgnored(
    request: ServerQuery,
    {rows}: Gathered,
    options: QueryOptions,
  ): Promise<boolean> {
    const {collection, query} = request;
    const parts = queryKeys(query);
    if (parts.length === 0 || rows.length === 0) return false;
    const sampled = this.#fields.sampled(collection);
    // A sample with entries that are no records is shorter than requested.
    const sampleLength = sampled?.sample.rows.length ?? 0;
    const firstRows = rows.slice(0, sampleLength || SAMPLE_SIZE);
    const mapped = new ForeignRows(firstRows, sampled?.mappings ?? [], true);
    const unfiltered = new ForeignRows(sampled?.sample.rows ?? [], sampled?.mappings ?? [], true);
    const isUnfilteredResponse =
      sampleLength > 0 &&
      firstRows.every(
        (_, i) => JSON.stringify(mapped.contentAt(i)) === JSON.stringify(unfiltered.contentAt(i)),
      );
    const list = new LazyRecordList(collection, mapped, this.#url);
    const ignored = await findIgnoredParts(list, firstRows, query, parts, isUnfilteredResponse);
    for (const part of ignored) this.#parts.add(part);
    if (ignored.length > 0)
      this.#warnings.warn(
        `${urlWithoutQuery(this.#url)}: the server does not read this, which is done here: ${ignored.join(', ')}`,
        options,
      );
    return ignored.length > 0;
  }
}
