import type {Attributes, Link} from '../src/tools/snippets/settings.js';
import {findLinks, probe, RECORD_ATTRIBUTES, type ProbeRequest, type ProbeResult} from './probe.js';

/** Returns true if attributes select the same records. */
export const selectSameRecords = (one: Attributes, other: Attributes): boolean =>
  RECORD_ATTRIBUTES.every(name => one[name] === other[name]);

/** Test request of the data, of which the last one counts. */
export class DataProbe {
  result: ProbeResult = {status: 'idle'};
  #controller = new AbortController();

  /** Discards the result, and aborts a request. */
  reset(): void {
    this.result = {status: 'idle'};
    this.#controller.abort();
  }

  /** Requests the data. Resolves with the result; undefined if it is no longer needed. */
  async run(request: ProbeRequest): Promise<ProbeResult | undefined> {
    this.#controller.abort();
    this.#controller = new AbortController();
    const {signal} = this.#controller;
    this.result = {status: 'loading'};
    try {
      const result = await probe(request, signal);
      if (signal.aborted) return undefined;
      return (this.result = result);
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  /** Returns links to the records that attributes select; undefined if they are no longer needed. */
  async findLinks(
    request: ProbeRequest,
    attributes: Attributes,
  ): Promise<readonly Link[] | undefined> {
    const {result} = this;
    if (result.status !== 'ready') return undefined;
    const {signal} = this.#controller;
    const found = selectSameRecords(attributes, {})
      ? []
      : await findLinks(request, attributes, signal);
    if (signal.aborted) return undefined;
    return found.length > 0 ? found : result.links;
  }
}
