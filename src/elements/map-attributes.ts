import {colour} from '../data/leaves.js';
import type {Geo} from '../model/geo.js';
import type {CheckedConverter} from './attributes.js';

/** A place as `lat,lon` in degrees; none by default. */
export const latLon: CheckedConverter<Geo | undefined> = {
  accepts: value => latLon.fromAttribute(value) !== undefined,
  fromAttribute: value => {
    const parts = (value ?? '').split(',');
    const [lat = NaN, lon = NaN] = parts.map(part => (part.trim() ? Number(part) : NaN));
    return parts.length === 2 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
      ? {lat, lon}
      : undefined;
  },
};

/** 2 to 19, as in web maps; none by default. */
export const zoomLevel: CheckedConverter<number | undefined> = {
  accepts: value => zoomLevel.fromAttribute(value) !== undefined,
  fromAttribute: value => {
    const zoom = value?.trim() ? Number(value) : NaN;
    return zoom >= 2 && zoom <= 19 ? zoom : undefined;
  },
};

/** A distance in metres, more than 0 and at most 50 km; none by default. */
export const metres: CheckedConverter<number | undefined> = {
  accepts: value => metres.fromAttribute(value) !== undefined,
  fromAttribute: value => {
    const distance = value?.trim() ? Number(value) : NaN;
    return distance > 0 && distance <= 50_000 ? distance : undefined;
  },
};

/** A colour `#rrggbb`; none by default. */
export const hexColour: CheckedConverter<string> = {
  accepts: value => colour.accept(value) !== undefined,
  fromAttribute: value => colour.accept(value) ?? '',
};

/** A CSS length above 0; a bare number means pixels. */
export const cssLength: CheckedConverter<string> = {
  accepts: value => cssLength.fromAttribute(value) !== '',
  fromAttribute: value => {
    const text = (value ?? '').trim();
    const withUnit = /^\d+$/.test(text) ? `${text}px` : text;
    return /^(?=.*[1-9])\d*\.?\d+(px|em|rem|d?vh|svh|lvh|vw|cqi|ch)$/.test(withUnit)
      ? withUnit
      : '';
  },
};
