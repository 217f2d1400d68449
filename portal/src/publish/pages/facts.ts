import {formatCountry, formatNumber} from '../../../../src/i18n/format.js';
import type {Id, Organisation, Project, Resource} from '../../../../src/model/records.js';
import {safeLink} from '../../../../src/model/schemas/safe-urls.js';
import {html, type Html} from '../../markup.js';
import type {Language} from '../messages/messages.js';
import {formatDate} from '../site/dates.js';
import {lookupsOf} from '../site/record-lookups.js';
import {datesOf, type RecordEntry, entryOf, placeNameOf, placeOf} from '../site/record-parts.js';
import type {SitePage} from '../site/site-model.js';
import {folderPath, type PageCollection} from '../source/records.js';
import {linkTo} from './lists.js';

/** Fact on the page of a record. */
interface PageFact {
  readonly name: string;
  readonly value: Html;
}

/** Formats an amount in whole units: `480 000 €`. A currency that is no code stands after the number. */
function formatAmount(language: Language, amount: number, currency = 'EUR'): string {
  try {
    return new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      maximumFractionDigits: 0,
    }).format(amount);
  } catch {
    return `${formatNumber(language, amount)} ${currency}`;
  }
}

type FactValue = Html | string | undefined;

const isEmpty = (value: FactValue): boolean =>
  value === undefined || value === '' || (typeof value === 'object' && value.source === '');

/** Returns a link to a record of the site, or the identifier if there is none. */
function reference(page: SitePage, collection: PageCollection, id: Id | undefined): FactValue {
  if (id === undefined) return undefined;
  const [record] = lookupsOf(page.site.records).byId.get(collection)?.([id], 1) ?? [];
  return record ? linkTo(page, entryOf(collection, record)) : String(id);
}

const words = (list: readonly string[] | undefined): string | undefined => list?.join(', ');

export function externalLink(address: string | undefined, label?: string): FactValue {
  const href =
    address === undefined || folderPath(address) !== undefined ? undefined : safeLink(address);
  if (href === undefined) return undefined;
  const {hostname} = new URL(href);
  return html`<a href="${href}">${label ?? (hostname.replace(/^www\./, '') || href)}</a>`;
}

/** Returns the own fields of a record: columns that the folder keeps as they are. */
const ownFacts = ({
  extra = {},
}: {
  readonly extra?: Readonly<Record<string, string | readonly string[]>> | undefined;
}): [string, FactValue][] =>
  Object.entries(extra).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.join(', '),
  ]);

/** Returns the facts of a record, in the order of the page. */
export function factsOf(page: SitePage, entry: RecordEntry): readonly PageFact[] {
  const {facts} = page.messages;
  const all: [string, FactValue][] = [
    [facts.period, hasOnlyPublication(entry) ? '' : datesOf(page, entry)],
    [entry.collection === 'organisations' ? facts.country : facts.place, placeFact(page, entry)],
    ...specificFacts(page, entry),
    ...contactFacts(page, entry),
    ...ownFacts(entry.record),
  ];
  return all.flatMap(([name, value]) =>
    isEmpty(value)
      ? []
      : [{name, value: typeof value === 'string' ? html`${value}` : (value as Html)}],
  );
}

/** True if the only date of a record is its publication date, which has a line of its own. */
const hasOnlyPublication = ({collection, record}: RecordEntry): boolean =>
  collection === 'resources' && !record.event && !record.period;

function placeFact(page: SitePage, entry: RecordEntry): string {
  const name = placeNameOf(page, entry);
  return entry.collection === 'organisations' && /^[A-Z]{2}$/.test(name)
    ? formatCountry(page.language, name)
    : name;
}

function specificFacts(page: SitePage, entry: RecordEntry): [string, FactValue][] {
  const {facts} = page.messages;
  if (entry.collection === 'projects') return projectFacts(page, entry.record);
  if (entry.collection === 'resources') {
    const {record} = entry;
    return [
      [facts.themes, words(record.themes)],
      [facts.tags, words(record.tags)],
      [facts.authors, words(record.authors)],
      [facts.owners, words(record.owners)],
      [facts.designers, words(record.designers)],
      [facts.organisation, record.organisation],
      [
        facts.published,
        record.published === undefined ? undefined : formatDate(page.language, record.published),
      ],
      [facts.licence, record.licence],
      [facts.identifier, record.identifier === String(record.id) ? undefined : record.identifier],
    ];
  }
  if (entry.collection === 'events')
    return [
      [facts.project, reference(page, 'projects', entry.record.project)],
      [facts.website, externalLink(entry.record.url)],
    ];
  if (entry.collection === 'organisations') return [[facts.type, entry.record.type]];
  if (entry.collection === 'programmes') {
    const {generation, strand, fund} = entry.record;
    return [
      [facts.generation, [generation, strand].filter(Boolean).join(' ')],
      [facts.fund, fund?.name],
      [
        facts.budget,
        fund?.amount === undefined
          ? undefined
          : formatAmount(page.language, fund.amount, fund.currency),
      ],
    ];
  }
  if (entry.collection === 'portals')
    return [
      [facts.programme, reference(page, 'programmes', entry.record.programme)],
      [facts.website, externalLink(entry.record.url)],
    ];
  return [];
}

function projectFacts(page: SitePage, project: Project): [string, FactValue][] {
  const {facts} = page.messages;
  const {budget, partners = []} = project;
  const money = (amount: number | undefined): string | undefined =>
    amount === undefined ? undefined : formatAmount(page.language, amount, budget?.currency);
  return [
    [facts.programme, reference(page, 'programmes', project.programme)],
    [facts.parent, reference(page, 'projects', project.parent)],
    [facts.themes, words(project.themes)],
    [facts.lead, project.lead],
    [facts.partners, words(partners.map(({name}) => name))],
    [facts.budget, money(budget?.total)],
    [facts.funding, money(budget?.eu)],
    [facts.website, externalLink(project.url)],
  ];
}

function contactFacts(page: SitePage, {collection, record}: RecordEntry): [string, FactValue][] {
  if (collection !== 'resources' && collection !== 'organisations') return [];
  const {facts} = page.messages;
  const {address, postalCode, telephone, email, website, openingHours} = record as Resource &
    Organisation;
  return [
    [facts.address, [address, postalCode].filter(Boolean).join(', ')],
    [
      facts.telephone,
      telephone === undefined
        ? undefined
        : html`<a href="tel:${telephone.replace(/[^\d+]/g, '')}">${telephone}</a>`,
    ],
    [facts.email, email === undefined ? undefined : html`<a href="mailto:${email}">${email}</a>`],
    [facts.openingHours, openingHours],
    [facts.website, externalLink(website ?? record.url)],
  ];
}

/** Returns the coordinates of a record as text. */
export function coordinates(entry: RecordEntry): string | undefined {
  const place = placeOf(entry);
  return place && `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`;
}
