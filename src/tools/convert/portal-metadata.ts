import {linkEmail} from '../../model/schemas/safe-urls.js';
import {date, link} from '../../model/schemas/scalar-schemas.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import {fold} from '../../model/fold.js';
import {type CollectionName, FAMILIES} from '../../model/records.js';
import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {type ReportDiagnostic, quotedValue} from '../messages/diagnostic.js';

/** Metadata of a portal, as typed by the user; all fields are optional. */
export interface PortalMetadata {
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

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** Returns the valid metadata; reports the rest. */
export function validateMetadata(input: PortalMetadata, report: ReportDiagnostic): PortalMetadata {
  const checks: readonly (readonly [keyof PortalMetadata, (text: string) => string | undefined])[] =
    [
      ['title', text => text.trim() || undefined],
      ['url', text => link.tryParse(text)],
      ['family', text => FAMILIES.find(family => family === fold(text))],
      ['licence', text => text.trim() || undefined],
      ['contact', text => link.tryParse(linkEmail(text))],
      ['lang', text => (LANGUAGE.test(text) ? text : undefined)],
      ['updated', text => date.tryParse(text)],
    ];
  const valid: Record<string, string> = {};
  for (const [name, accept] of checks) {
    const text = input[name];
    if (text === undefined || text === '') continue;
    const value = accept(text);
    if (value === undefined) report('error', {}, 'invalidMetadata', name, quotedValue(text));
    else valid[name] = value;
  }
  return valid;
}

/** Returns the attribution and the contact of the document. */
export function envelopeFields(metadata: PortalMetadata): JsonObject {
  const {title, url, licence, updated, contact, lang} = metadata;
  const attribution = {text: title, url, licence, updated};
  const hasAttribution = Object.values(attribution).some(value => value !== undefined);
  return {
    ...(hasAttribution && {attribution: {...attribution, ...(lang !== undefined && {lang})}}),
    ...(contact !== undefined && {contact}),
  };
}

/**
 * Returns the collections of the document, with the portal that the metadata describe. Records that name no portal
 * belong to it, or to the only one of the input.
 */
export function wrapInPortal(
  collections: ReadonlyMap<CollectionName, readonly JsonObject[]>,
  metadata: PortalMetadata,
): JsonObject {
  const {title, url, family, lang} = metadata;
  const given = collections.get('portals') ?? [];
  const isNew = title !== undefined && given.length === 0;
  const slug = fold(title ?? '').replace(/[^\p{L}\p{N}]+/gu, '-');
  const id = isNew
    ? slug.replace(/^-|-$/g, '') || 'portail'
    : given.length === 1
      ? given[0]?.['id']
      : undefined;
  const portal = {id, title, url, family, ...(lang !== undefined && {languages: [lang]})};
  const complete = (kind: CollectionName, record: JsonObject): JsonObject => {
    const {properties: shapes} = RECORD_SCHEMAS[kind];
    const reference: JsonObject =
      id === undefined || kind === 'portals'
        ? {}
        : 'portals' in shapes
          ? {portals: [id]}
          : 'portal' in shapes
            ? {portal: id}
            : {};
    return {...reference, ...(lang !== undefined && 'lang' in shapes && {lang}), ...record};
  };
  return {
    ...(isNew && {portals: [portal]}),
    ...Object.fromEntries(
      [...collections].map(([kind, records]) => [
        kind,
        records.map(record => complete(kind, record)),
      ]),
    ),
  };
}
