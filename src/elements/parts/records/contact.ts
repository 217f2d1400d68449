import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Commune, Organisation, Resource} from '../../../model/records.js';
import {safeLink} from '../../../model/schemas/safe-urls.js';
import {joinFacts} from '../../../model/text.js';
import {formatOpeningHours} from '../../../model/time/opening-hours.js';
import {renderLink} from '../link.js';

/** Fields of a place or an organisation with which people go there or make contact. */
type Contact = Pick<
  Resource & Organisation,
  | ('address' | 'postalCode' | 'telephone' | 'email' | 'website')
  | ('openingHours' | 'openingDate' | 'url')
> & {readonly commune?: Commune | undefined};

type ContactField = readonly [label: string, content: unknown];

/** Returns a link, or the text if the URL is not safe. */
function linkOrText(href: string, content: string): unknown {
  const url = safeLink(href);
  return url === undefined ? content : renderLink(url, content);
}

/** Returns the host and path of a website, without `www.`. */
function displayedWebsite(website: string): string {
  if (!URL.canParse(website)) return website;
  const {host, pathname} = new URL(website);
  return `${host.replace(/^www\./, '')}${pathname}`.replace(/\/$/, '');
}

/** Returns the address and contact of a record, without empty fields. */
export function contactFields(
  record: Contact,
  i18n: LocalizeController<'contact'>,
): readonly ContactField[] {
  const {messages} = i18n;
  const {address, postalCode, commune, telephone, email, website, openingHours, openingDate} =
    record;
  const place = joinFacts([postalCode, i18n.placeName(commune?.name)], ' ');
  const fields: readonly (readonly [label: string, content: unknown])[] = [
    [messages.address, (address ?? postalCode) && joinFacts([address, place], ', ')],
    [
      messages.telephone,
      telephone && linkOrText(`tel:${telephone.replace(/[^+\d]/g, '')}`, telephone),
    ],
    [messages.email, email && linkOrText(`mailto:${email}`, email)],
    [
      messages.website,
      // The title links to the same page already.
      website && website !== record.url && linkOrText(website, displayedWebsite(website)),
    ],
    [
      messages.openingHours,
      openingHours && formatOpeningHours(openingHours, i18n.language, messages),
    ],
    [messages.openingDate, openingDate && i18n.date(openingDate)],
  ];
  return fields.filter(([, content]) => content);
}

/** Renders the address and contact of a record as lines of small text. */
export function renderContact(
  record: Contact,
  i18n: LocalizeController<'contact'>,
): TemplateResult | typeof nothing {
  const fields = contactFields(record, i18n);
  if (fields.length === 0) return nothing;
  return html`<div class="contact small" part="contact">
    ${fields.map(([label, content]) => html`<p>${label}${i18n.colon}${content}</p>`)}
  </div>`;
}
