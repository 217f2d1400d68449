import type {Resource} from './records.js';
import {isOpeningHours} from './time/opening-hours.js';

/** Instance of a schema.org type. Undefined properties are omitted. */
export type Thing = Readonly<Record<string, unknown>>;

/** Returns the properties that places and organisations share. */
export function contactProperties(
  record: Pick<
    Resource,
    'address' | 'postalCode' | 'telephone' | 'openingHours' | 'website' | 'url'
  >,
  locality: string | undefined,
  country?: string,
): Thing {
  const {address, postalCode, telephone, openingHours, website, url} = record;
  const hasAddress = [address, postalCode, locality, country].some(Boolean);
  return {
    url: url ?? website,
    telephone,
    openingHours: openingHours && isOpeningHours(openingHours) ? openingHours : undefined,
    address: hasAddress
      ? {
          '@type': 'PostalAddress',
          streetAddress: address,
          postalCode,
          addressLocality: locality,
          addressCountry: country,
        }
      : undefined,
  };
}
