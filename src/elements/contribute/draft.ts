import type {Receipt} from '../../data/contributions/send-contribution.js';
import {isObject} from '../../model/schema-builder.js';
import type {Geo} from '../../model/geo.js';

/** Photograph ready to send. */
export interface Photo {
  readonly blob: Blob;
  /** Name of the original file. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Text alternative. */
  readonly alt: string;
}

/** State of a contribution being written or sent. */
export interface Draft {
  /** Idempotency key of the contribution, the same for each attempt. */
  readonly key: string;
  readonly text: string;
  readonly name: string;
  readonly geo: Geo | undefined;
  /** Coordinates as typed, even if invalid. */
  readonly coordinates: string;
  /** Photographs by the index of their field. */
  readonly photos: readonly (Photo | undefined)[];
  readonly consent: boolean;
  /** True from the submit until the contribution has arrived. */
  readonly isSent: boolean;
  readonly receipt: Receipt | undefined;
}

/**
 * Creates a random key. Without `crypto.randomUUID`, which needs a secure context; a small portal may be served over
 * HTTP.
 */
function createKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
}

export const createDraft = (): Draft => ({
  key: createKey(),
  text: '',
  name: '',
  geo: undefined,
  coordinates: '',
  photos: [],
  consent: false,
  isSent: false,
  receipt: undefined,
});

/** Returns a copy with a new key, for a server that already has the current one. */
export const withNewKey = (draft: Draft): Draft => ({...draft, key: createKey()});

/** True if the draft holds nothing that could be lost. */
export const isBlank = ({text, name, coordinates, photos, receipt}: Draft): boolean =>
  !text && !name && !coordinates && !photos.some(Boolean) && !receipt;

/** Validates a draft stored on the device by this or another version; undefined if it is not a draft. */
export function parseDraft(stored: unknown): Draft | undefined {
  if (!isObject(stored) || typeof stored['key'] !== 'string') return undefined;
  const {key, text, name, geo, coordinates, photos, consent, isSent, receipt} = stored;
  const toText = (value: unknown): string => (typeof value === 'string' ? value : '');
  const hasPlace = isObject(geo) && Number.isFinite(geo['lat']) && Number.isFinite(geo['lon']);
  const photoList = Array.isArray(photos) ? (photos as unknown[]) : [];
  return {
    key,
    text: toText(text),
    name: toText(name),
    geo: hasPlace ? (geo as unknown as Geo) : undefined,
    coordinates: toText(coordinates),
    photos: photoList.map(photo =>
      isObject(photo) && photo['blob'] instanceof Blob ? (photo as unknown as Photo) : undefined,
    ),
    consent: consent === true,
    isSent: isSent === true,
    receipt:
      isObject(receipt) && typeof receipt['id'] === 'string'
        ? {id: receipt['id'], url: toText(receipt['address']) || undefined}
        : undefined,
  };
}
