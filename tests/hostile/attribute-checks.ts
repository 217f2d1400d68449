// S-07: hostile texts in every place where the surrounding page configures a widget.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';
import type {Engine} from '../engines/webkit.js';
import type {Drawing, PageObservations} from './in-page.js';
import {call, draw, type HostileSite} from './hostile-site.js';
import {chunk} from './payloads.js';
import {hostilePortal} from './hostile-portal.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly {readonly name: string}[];
    }[];
  }[];
}

/** Attributes of each tag, from the package's manifest. */
export const attributesByTag: ReadonlyMap<string, readonly string[]> = new Map(
  (JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest).modules
    .flatMap(({declarations = []}) => declarations)
    .flatMap(({tagName, attributes = []}) =>
      tagName ? [[tagName, attributes.map(({name}) => name)] as const] : [],
    ),
);

/** Custom properties that our style sheets read. */
export const customProperties: readonly string[] = [
  ...new Set(
    readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
      .filter(name => /\.ts$|\.css$/.test(name))
      .flatMap(name => [
        ...readFileSync(join(root, 'src', name), 'utf8').matchAll(/var\(\s*(--spass-[\w-]+)/g),
      ])
      .map(([, name = '']) => name),
  ),
].sort();

const FETCHED = ['api', 'places', 'tiles'];
const FILTERS =
  /^(?:family|portal|theme|section|type|commune|epci|departement|region|programme|project|from|to|q)$/;
const API = '/data/plain.json';
/** Returns the address of the data: only an API accepts contributions and shows their form. */
const sourceUrl = (tag: string): string => (tag === 'spass-contribute' ? '/data/plain' : API);

/** Splits attributes into groups: if all were hostile at once, some would hide the effects of others. */
const groupsOf = (names: readonly string[]): readonly (readonly string[])[] =>
  [
    [
      'lang',
      'title',
      ...names.filter(name => !FETCHED.includes(name) && !FILTERS.test(name)),
    ].filter(name => name !== 'source'),
    names.filter(name => FILTERS.test(name)),
    names.filter(name => FETCHED.includes(name)),
    // A source of another kind, with a field mapping.
    ['source', 'fields'],
  ].filter(group => group.length > 0);

type MarkupForm = 'attributes' | 'placeholders';

/** Returns a tag with one group of hostile attributes: one text for all of them, or one for each. */
function drawingOf(
  tag: string,
  group: readonly string[],
  texts: readonly string[],
  form: MarkupForm,
): Drawing {
  const textAt = (at: number): string => texts[at % texts.length] ?? '';
  const api: Record<string, string> = attributesByTag.get(tag)?.includes('api')
    ? {api: sourceUrl(tag), consent: 'granted'}
    : {};
  const given = {...api, ...Object.fromEntries(group.map((name, at) => [name, textAt(at)]))};
  // A map around a layer, and pictures to compare.
  const inside: Drawing[] =
    tag === 'spass-portal' ? [{tag: 'spass-resource-list', attributes: {limit: '2'}}] : [];
  if (form === 'attributes') {
    const one = {tag, attributes: given, inside};
    return tag === 'spass-layer'
      ? {tag: 'spass-project-map', attributes: {api: API}, inside: [one]}
      : one;
  }
  const data = Object.entries(given).map(([name, value]) => [`data-${name}`, value]);
  return {
    tag: 'div',
    attributes: {
      'data-spass': tag.slice(6),
      ...(Object.fromEntries(data) as Record<string, string>),
      'data-onclick': textAt(0),
      'data-onfocus': textAt(1),
      'data-style': textAt(2),
    },
  };
}

/** Returns every tag with each of its groups of attributes, all set to this text. */
const drawingsOf = (payload: string, form: MarkupForm): readonly Drawing[] =>
  [...attributesByTag].flatMap(([tag, names]) =>
    groupsOf(names).map(group => drawingOf(tag, group, [payload], form)),
  );

/**
 * Returns every tag, repeated until each text has been in one attribute of each group. Attributes of the source, which
 * all tags read in the same way, are tested on one tag only.
 */
const drawingsOfAll = (payloads: readonly string[], form: MarkupForm): readonly Drawing[] =>
  [...attributesByTag].flatMap(([tag, names], nth) =>
    groupsOf(names).flatMap(group =>
      chunk(payloads, group.length)
        .filter((_, at) => group.length > FETCHED.length || at % attributesByTag.size === nth)
        .map(texts => drawingOf(tag, group, texts, form)),
    ),
  );

/** URL parameters that widgets read. */
const URL_PARAMETERS = [
  'q',
  'family',
  'theme',
  'commune',
  'from',
  'page',
  'view',
  'step',
  'record',
  'detail',
  'period',
  'near',
  'type',
];

/** Maximum number of widgets per page: more would delay each other. */
const WIDGETS_PER_PAGE = 250;

/** Elements that no attribute may create. The form is the contribution form. */
export const FORBIDDEN_ELEMENTS =
  /^(?!spass-contribute > form(?:\[|$)).* > (?:x:)?(?:script|iframe|frame|object|embed|applet|base|meta|link|form|portal)(?:\[.*)?$/;

export class AttributeChecks {
  readonly #engine: Engine;
  readonly #site: HostileSite;

  constructor(engine: Engine, site: HostileSite) {
    this.#engine = engine;
    this.#site = site;
    site.documents.set('plain', JSON.stringify(hostilePortal(['Un', 'Deux', 'Trois'])));
  }

  /** Draws in a new page: a widget warns once per page, and stored data must not reach the next. */
  async #draw(drawings: readonly Drawing[]): Promise<PageObservations> {
    await this.#engine.open(`${this.#site.url}/`);
    return draw(this.#engine, drawings);
  }

  async #check(name: string, drawings: readonly Drawing[]): Promise<void> {
    this.#site.unexpectedRequests.length = 0;
    this.#assertHarmless(name, await this.#draw(drawings));
  }

  #assertHarmless(name: string, {events, faults, nodes}: PageObservations): void {
    assert.deepEqual(events, [], `${name}: something ran, or was refused`);
    assert.deepEqual(faults, [], `${name}: an address or a style that no widget may write`);
    assert.deepEqual(
      nodes.filter(node => FORBIDDEN_ELEMENTS.test(node)),
      [],
      `${name}: elements that no word may bring about`,
    );
    assert.deepEqual(
      this.#site.unexpectedRequests.filter(path => path.startsWith('/leak')),
      [],
      `${name}: asked for`,
    );
  }

  attributes(payloads: readonly string[]): Promise<void> {
    return this.#check(
      'attributes',
      payloads.flatMap(payload => drawingsOf(payload, 'attributes')),
    );
  }

  placeholders(payloads: readonly string[]): Promise<void> {
    return this.#check(
      'placeholders',
      payloads.flatMap(payload => drawingsOf(payload, 'placeholders')),
    );
  }

  /** Each text in one attribute of each group of each tag, or of its placeholder. */
  async allAttributes(payloads: readonly string[], way: MarkupForm): Promise<void> {
    for (const drawings of chunk(drawingsOfAll(payloads, way), WIDGETS_PER_PAGE))
      await this.#check(way, drawings);
  }

  /** Every custom property, on every tag. */
  customProperties(payloads: readonly string[]): Promise<void> {
    return this.#check(
      'custom properties',
      payloads.flatMap(payload => styled(() => payload)),
    );
  }

  /** Each text in a custom property of each tag. */
  async allCustomProperties(payloads: readonly string[]): Promise<void> {
    const drawings = chunk(payloads, customProperties.length).flatMap(texts =>
      styled(at => texts[at % texts.length] ?? ''),
    );
    for (const some of chunk(drawings, WIDGETS_PER_PAGE))
      await this.#check('custom properties', some);
  }

  /** The URL parameters that widgets read, and the hash. */
  async urlParameters(payloads: readonly string[]): Promise<void> {
    for (const payload of payloads) await this.#visit([payload], () => payload);
  }

  /** Each text in each URL parameter, for one of the tags, and as the hash. */
  async allUrlParameters(payloads: readonly string[]): Promise<void> {
    for (const texts of chunk(payloads, attributesByTag.size))
      await this.#visit(texts, (noun, word) => texts[(noun + word) % texts.length] ?? '');
  }

  async #visit(
    hashes: readonly string[],
    textAt: (noun: number, word: number) => string,
  ): Promise<void> {
    const nouns = [...attributesByTag.keys()].map(tag => tag.slice(6));
    const query = new URLSearchParams(
      nouns.flatMap((noun, at) =>
        URL_PARAMETERS.map(
          (word, turn) => [`${noun}.${word}`, textAt(at, turn)] as [string, string],
        ),
      ),
    );
    const drawings = [...attributesByTag.keys()].map((tag): Drawing => ({
      tag,
      attributes: {api: sourceUrl(tag), 'sync-url': '', detail: '', paging: 'pages', limit: '2'},
    }));
    await this.#engine.open(`${this.#site.url}/`);
    this.#site.unexpectedRequests.length = 0;
    const addresses = hashes.map(hash => `/?${query.toString()}#${hash.replaceAll('\ud800', '')}`);
    await call(this.#engine, 'go', addresses[0]);
    this.#assertHarmless(
      `address ${hashes.join('\n')}`,
      await draw(this.#engine, drawings, 0, addresses.slice(1)),
    );
  }

  /** Embedded responses of a page, unchanged, and with each of their values replaced by a text. */
  async embeddedResponses(payloads: readonly string[]): Promise<void> {
    for (const texts of chunk(payloads, 100)) {
      const blocks = texts.flatMap((text, at): Drawing[] => {
        const api = `${this.#site.url}/data/brought-${String(at)}.json`;
        const answers = {[api]: [text, {headers: {'Content-Type': 'application/json'}}]};
        const asked: Drawing = {tag: 'spass-resource-list', attributes: {api, limit: '2'}};
        return [
          block(text),
          block(JSON.stringify({made: text, until: text, answers: {[text]: [text]}})),
          block(JSON.stringify({made: '2000', until: '9999', answers})),
          asked,
        ];
      });
      await this.#check('brought', blocks);
      // Each request was answered by the embedded responses.
      assert.deepEqual(this.#site.unexpectedRequests, []);
    }
  }
}

const block = (text: string): Drawing => ({
  tag: 'script',
  attributes: {type: 'application/json', 'data-spass-brought': ''},
  text,
});

const styled = (textAt: (at: number) => string): readonly Drawing[] =>
  [...attributesByTag.keys()].map(tag => ({
    tag,
    attributes: {api: sourceUrl(tag), limit: '3'},
    style: Object.fromEntries(customProperties.map((name, at) => [name, textAt(at)])),
  }));
