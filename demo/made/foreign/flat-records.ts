import type {Resource} from '../../../src/model/records.js';
import {placeNames, pickText} from '../../../src/model/text.js';

/** Response of a simulated server. An object is sent as JSON, a string as it is. */
export interface SimulatedResponse {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Flat record in French, as in sources other than portals. */
export interface FlatRecord {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly url: string | null;
  readonly type: string | null;
  readonly themes: readonly string[];
  readonly tags: readonly string[];
  readonly commune: string | null;
  readonly insee: string | null;
  /** Partial date, such as `2016-10-01` or `2016`. */
  readonly date: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Converts resources to flat records. */
export const flattenResources = (resources: readonly Resource[]): readonly FlatRecord[] =>
  resources.map(resource => ({
    id: String(resource.id),
    title: pickText(resource.title, 'fr').value,
    abstract: pickText(resource.abstract, 'fr').value,
    url: resource.url ?? null,
    type: resource.type ?? null,
    themes: resource.themes ?? [],
    tags: resource.tags ?? [],
    commune: placeNames(resource.commune?.name, 'fr') || null,
    insee: resource.commune?.insee ?? null,
    date: resource.published ?? resource.created ?? resource.period?.start ?? null,
    lat: resource.geo?.lat ?? null,
    lon: resource.geo?.lon ?? null,
  }));

/** Completes a partial date to a day. */
export const completeDate = (date: string | null): string | null =>
  date && `${date}-01-01`.slice(0, 10);

/** Returns a parameter as a non-negative integer, or the default value. */
export function readInteger(
  parameters: URLSearchParams,
  name: string,
  defaultValue: number,
): number {
  const value = Number(parameters.get(name) ?? defaultValue);
  return Number.isInteger(value) && value >= 0 ? value : defaultValue;
}
