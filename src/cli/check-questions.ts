import {CheckedList} from '../data/checked-list.js';
import {isObject} from '../data/shape.js';
import {fold} from '../model/fold.js';
import {APPLICABLE, type Facets, FACETS, LIST_FILTERS, type Query, SORTS} from '../model/query.js';
import type {CollectionName} from '../model/records.js';
import type {Relations} from '../model/relations.js';
import {Shelf} from '../model/shelf.js';
import {searchText} from '../model/traits.js';
import type {Seen} from './check-api.js';
import type {Findings} from './check-findings.js';
import {ask} from './probe.js';

/** Query to test, as a parameter and in parsed form. */
interface Question {
  readonly name: string;
  readonly value: string;
  readonly query: Query;
}

const listed = (collection: CollectionName, items: readonly unknown[]) =>
  new CheckedList<CollectionName>(collection, items);

/** Returns one query per filter, chosen so that some records match and, if possible, not all. */
function questionsOn({collection, list}: Seen, shelf: Shelf<CollectionName>): Question[] {
  const applies = new Set<string>(APPLICABLE[collection]);
  const {facets} = shelf.find({facets: FACETS});
  const middle = list.at(Math.floor(list.length / 2));
  const word = fold(searchText(middle))
    .split(/[^\p{L}]+/u)
    .find(text => text.length > 4);
  const geo = [...Array(list.length).keys()].map(i => list.geoAt(i)).find(Boolean);
  const years = (facets.year ?? []).map(({value}) => value).sort();
  const year = years[Math.floor(years.length / 2)];
  const questions: Question[] = [];
  const add = (name: string, value: string | undefined, query: Query): void => {
    if (applies.has(name) && value !== undefined) questions.push({name, value, query});
  };
  add('q', word, {q: word});
  if (geo) {
    const box = [geo.lon - 0.05, geo.lat - 0.05, geo.lon + 0.05, geo.lat + 0.05].map(
      degree => Math.round(degree * 1000) / 1000,
    ) as [number, number, number, number];
    add('bbox', box.join(','), {bbox: box});
  }
  add('from', year, {from: year});
  add('to', year, {to: year});
  for (const name of LIST_FILTERS) {
    const value = facets[name]?.at(-1)?.value;
    add(name, value, {[name]: [value]});
  }
  return questions;
}

/** Sends the queries that widgets may send, and compares the responses with the result computed from the records. */
export async function checkQuestions(
  seen: Seen,
  relations: Relations,
  findings: Findings,
): Promise<void> {
  const {collection, url, list, isWhole} = seen;
  const shelf = new Shelf<CollectionName>(collection, list, relations);
  for (const {name, value, query} of questionsOn(seen, shelf)) {
    const asked = `${url}?${name}=${encodeURIComponent(value)}&limit=500`;
    const answer = await answerTo(asked);
    if (!answer) {
      findings.fault(asked, 'refused', collection, name);
      continue;
    }
    const strays = new Shelf<CollectionName>(
      collection,
      listed(collection, answer.items),
      relations,
    );
    const wrong =
      answer.items.length - strays.find({...query, limit: answer.items.length || 1}).total;
    const {total} = shelf.find({...query, limit: 1});
    if (wrong > 0) findings.fault(asked, 'ignored', collection, name, value, wrong);
    else if (isWhole && answer.total !== total)
      findings.fault(asked, 'differs', collection, name, value, answer.total ?? '—', total);
  }
  await checkPaging(seen, findings);
  await checkOrder(seen, shelf, findings);
  if (isWhole) await checkFacets(seen, shelf, findings);
}

async function answerTo(url: string) {
  const reply = await ask(url).catch(() => undefined);
  if (reply?.status !== 200) return undefined;
  try {
    const body = JSON.parse(reply.body.toString()) as unknown;
    const {items, total, facets} = isObject(body) ? body : {};
    return Array.isArray(items)
      ? {
          items: items as unknown[],
          total: total as number | undefined,
          facets: facets as Facets | undefined,
        }
      : undefined;
  } catch {
    return undefined;
  }
}

const idsIn = (items: readonly unknown[] = []): string =>
  items.map(item => (isObject(item) ? String(item['id']) : '')).join(' ');

async function checkPaging({collection, url, list}: Seen, findings: Findings): Promise<void> {
  if (list.length < 2) return;
  const [first, second] = [
    await answerTo(`${url}?limit=1&page=1`),
    await answerTo(`${url}?limit=1&page=2`),
  ];
  if (first?.items.length !== 1) findings.fault(url, 'limitIgnored', collection);
  else if (second?.items.length !== 1 || idsIn(first.items) === idsIn(second.items))
    findings.fault(url, 'pageIgnored', collection);
}

/** Checks each sort order. The order of ties is free, so that the sort keys are compared, not the records. */
async function checkOrder(
  {collection, url, list, isWhole}: Seen,
  shelf: Shelf<CollectionName>,
  findings: Findings,
): Promise<void> {
  if (!isWhole || list.length < 2) return;
  for (const sort of SORTS) {
    const asked = `${url}?sort=${sort}&limit=500`;
    const answer = await answerTo(asked);
    if (!answer) findings.fault(asked, 'refused', collection, 'sort');
    else {
      const wanted = idsIn([...shelf.find({sort, limit: 500}).items]);
      const back = new Shelf<CollectionName>(collection, listed(collection, answer.items));
      const own = idsIn([...back.find({sort, limit: 500}).items]);
      const given = idsIn(answer.items);
      if (given !== wanted && given !== own) findings.fault(asked, 'sortIgnored', collection, sort);
    }
  }
}

async function checkFacets(
  {collection, url}: Seen,
  shelf: Shelf<CollectionName>,
  findings: Findings,
): Promise<void> {
  const expected = shelf.find({facets: FACETS, limit: 1}).facets;
  const names = FACETS.filter(name => (expected[name]?.length ?? 0) > 0);
  if (names.length === 0) return;
  const asked = `${url}?facets=${names.join(',')}&limit=1`;
  const answer = await answerTo(asked);
  for (const name of names) {
    const given = answer?.facets?.[name];
    const counts = (values: Facets[typeof name] = []): string =>
      values
        .map(({value, count}) => `${value} ${count}`)
        .sort()
        .join('\n');
    if (!Array.isArray(given)) findings.fault(asked, 'facetMissing', collection, name);
    else if (counts(given) !== counts(expected[name]))
      findings.fault(asked, 'facetDiffers', collection, name);
  }
}
