import type {Resource} from '../../../src/model/records.js';
import {namesIn, pickText} from '../../../src/model/text.js';

/** What a made server answers: JSON, or a text of some type. */
export interface MadeAnswer {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A record as others than a portal have it: flat, in French. */
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
  /** `2016-10-01`, or less of it. */
  readonly date: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** The records that a made server has. */
export const flat = (resources: readonly Resource[]): readonly FlatRecord[] =>
  resources.map(resource => ({
    id: String(resource.id),
    title: pickText(resource.title, 'fr').value,
    abstract: pickText(resource.abstract, 'fr').value,
    url: resource.url ?? null,
    type: resource.type ?? null,
    themes: resource.themes ?? [],
    tags: resource.tags ?? [],
    commune: namesIn(resource.commune?.name, 'fr') || null,
    insee: resource.commune?.insee ?? null,
    date: resource.published ?? resource.created ?? resource.period?.start ?? null,
    lat: resource.geo?.lat ?? null,
    lon: resource.geo?.lon ?? null,
  }));

/** A date with its day, as databases want it. */
export const wholeDate = (date: string | null): string | null =>
  date && `${date}-01-01`.slice(0, 10);

/** A whole number that a parameter gives. */
export function numberIn(parameters: URLSearchParams, name: string, usual: number): number {
  const value = Number(parameters.get(name) ?? usual);
  return Number.isInteger(value) && value >= 0 ? value : usual;
}
