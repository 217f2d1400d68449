import type {Facets} from '../../../../model/query.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import {isAbortError} from '../../../client/errors.js';
import type {WarningLog, WarnOptions} from '../warning-log.js';
import type {FetchBody, ServerAdapter, ServerQuery} from './server-adapter.js';

/** Fetches facets and metadata of a server. If that fails, the records are shown without them. */
export class ServerMetadata {
  readonly #warnings: WarningLog;
  #envelope: Envelope | undefined;

  constructor(warnings: WarningLog) {
    this.#warnings = warnings;
  }

  /** Fetches the facets that the server counts. */
  async facets(
    adapter: ServerAdapter,
    request: ServerQuery,
    fetchBody: FetchBody,
    options: WarnOptions,
  ): Promise<Facets> {
    if (!request.query.facets?.length || !adapter.fetchFacets) return {};
    try {
      return await adapter.fetchFacets(request, fetchBody);
    } catch (error) {
      if (isAbortError(error)) throw error;
      this.#warnings.warn(error instanceof Error ? error.message : String(error), options);
      return {};
    }
  }

  /** Fetches the metadata of all records, once. */
  async envelope(adapter: ServerAdapter, fetchBody: FetchBody): Promise<Envelope> {
    try {
      this.#envelope ??= adapter.envelope ?? (await adapter.fetchEnvelope?.(fetchBody)) ?? {};
    } catch (error) {
      if (isAbortError(error)) throw error;
      this.#envelope = {};
    }
    return this.#envelope;
  }
}
