import type {Receipt} from '../../data/contributing.js';
import {isObject} from '../../data/shape.js';
import type {Geo} from '../../model/geo.js';

/** A photograph as it will be sent. */
export interface Photo {
  readonly blob: Blob;
  /** What its file was called. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** What it shows. */
  readonly alt: string;
}

/** What someone has written so far, and how far the sending is. */
export interface Draft {
  /** Names this contribution for the server, the same at each try. */
  readonly key: string;
  readonly text: string;
  readonly name: string;
  readonly geo: Geo | undefined;
  /** The coordinates as they were typed, also when they make no sense. */
  readonly coordinates: string;
  /** By the number of their field. */
  readonly photos: readonly (Photo | undefined)[];
  readonly consent: boolean;
  /** Whether its author has sent it, and it has yet to arrive. */
  readonly isSent: boolean;
  readonly receipt: Receipt | undefined;
}

/** `crypto.randomUUID` is for secure pages only; a portal of a village may be none. */
function newKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
}

export const newDraft = (): Draft => ({
  key: newKey(),
  text: '',
  name: '',
  geo: undefined,
  coordinates: '',
  photos: [],
  consent: false,
  isSent: false,
  receipt: undefined,
});

/** The same under another key, for a server that has the first one. */
export const underNewKey = (draft: Draft): Draft => ({...draft, key: newKey()});

/** Whether there is nothing in it that would be lost. */
export const isBlank = ({text, name, coordinates, photos, receipt}: Draft): boolean =>
  !text && !name && !coordinates && !photos.some(Boolean) && !receipt;

/** A draft that was kept on the device, by this version or another; undefined when it is none. */
export function readDraft(kept: unknown): Draft | undefined {
  if (!isObject(kept) || typeof kept['key'] !== 'string') return undefined;
  const {key, text, name, geo, coordinates, photos, consent, isSent, receipt} = kept;
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  const isPlace = isObject(geo) && Number.isFinite(geo['lat']) && Number.isFinite(geo['lon']);
  const pictures = Array.isArray(photos) ? (photos as unknown[]) : [];
  return {
    key,
    text: words(text),
    name: words(name),
    geo: isPlace ? (geo as unknown as Geo) : undefined,
    coordinates: words(coordinates),
    photos: pictures.map(photo =>
      isObject(photo) && photo['blob'] instanceof Blob ? (photo as unknown as Photo) : undefined,
    ),
    consent: consent === true,
    isSent: isSent === true,
    receipt:
      isObject(receipt) && typeof receipt['id'] === 'string'
        ? {id: receipt['id'], address: words(receipt['address']) || undefined}
        : undefined,
  };
}
