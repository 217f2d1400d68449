import {date, link} from '../data/leaves.js';
import {RECORDS} from '../data/schema.js';
import {fold} from '../model/fold.js';
import {type CollectionName, FAMILIES} from '../model/records.js';
import {type Find, quotedValue} from './finding.js';

/** Metadata of a portal, as typed by the user; all fields are optional. */
export interface Facts {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly family?: string | undefined;
  readonly licence?: string | undefined;
  /** URL or e-mail address to report errors to. */
  readonly contact?: string | undefined;
  readonly lang?: string | undefined;
  /** Date of the last update of the data. */
  readonly updated?: string | undefined;
}

type Raw = Readonly<Record<string, unknown>>;

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** Returns an e-mail address as a `mailto:` link; any other text unchanged. */
const asLink = (text: string): string =>
  /^[^\s@:/]+@[^\s@:/]+\.\w+$/.test(text) ? `mailto:${text}` : text;

/** Returns the valid metadata; reports the rest. */
export function factsIn(given: Facts, find: Find): Facts {
  const checks: readonly (readonly [keyof Facts, (text: string) => string | undefined])[] = [
    ['title', text => text.trim() || undefined],
    ['url', text => link.accept(text)],
    ['family', text => FAMILIES.find(family => family === fold(text))],
    ['licence', text => text.trim() || undefined],
    ['contact', text => link.accept(asLink(text))],
    ['lang', text => (LANGUAGE.test(text) ? text : undefined)],
    ['updated', text => date.accept(text)],
  ];
  const known: Record<string, string> = {};
  for (const [name, accept] of checks) {
    const text = given[name];
    if (text === undefined || text === '') continue;
    const value = accept(text);
    if (value === undefined)
      find('dropped', {}, {what: 'badFact', option: name, got: quotedValue(text)});
    else known[name] = value;
  }
  return known;
}

/** Returns the attribution and the contact of the document. */
export function contactOf({title, url, licence, updated, contact}: Facts): Raw {
  const attribution = {text: title, url, licence, updated};
  const isSaid = Object.values(attribution).some(value => value !== undefined);
  return {
    ...(isSaid && {attribution}),
    ...(contact !== undefined && {contact}),
  };
}

/** Returns the records in their collection, and the portal they belong to if it has a title. */
export function withPortal(kind: CollectionName, records: readonly Raw[], facts: Facts): Raw {
  const {title, url, family, lang} = facts;
  const {shapes} = RECORDS[kind];
  const spoken = (record: Raw): Raw =>
    lang !== undefined && 'lang' in shapes ? {lang, ...record} : record;
  if (title === undefined || kind === 'portals') return {[kind]: records.map(spoken)};
  const id =
    fold(title)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'portail';
  const own: Raw = 'portals' in shapes ? {portals: [id]} : 'portal' in shapes ? {portal: id} : {};
  const portal = {id, title, url, family, ...(lang !== undefined && {languages: [lang]})};
  return {
    portals: [portal],
    [kind]: records.map(record => ({...own, ...spoken(record)})),
  };
}
