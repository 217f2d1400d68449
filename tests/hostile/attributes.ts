// S-07: hostile texts wherever the page around a widget may say something.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';
import type {Engine} from '../engines/webkit.js';
import type {Drawing, Findings} from './in-page.js';
import {call, draw, type HostileSite} from './page.js';
import {hostilePortal} from './portal.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly {readonly name: string}[];
    }[];
  }[];
}

/** Each tag with its attributes, as the package describes them. */
export const tags: ReadonlyMap<string, readonly string[]> = new Map(
  (JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest).modules
    .flatMap(({declarations = []}) => declarations)
    .flatMap(({tagName, attributes = []}) =>
      tagName ? [[tagName, attributes.map(({name}) => name)] as const] : [],
    ),
);

/** Every custom property that a style sheet of ours reads. */
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

/** Attributes in groups: with all of them hostile at once, some would hide what others do. */
const groupsOf = (names: readonly string[]): readonly (readonly string[])[] =>
  [
    [
      'lang',
      'title',
      ...names.filter(name => !FETCHED.includes(name) && !FILTERS.test(name)),
    ].filter(name => name !== 'source'),
    names.filter(name => FILTERS.test(name)),
    names.filter(name => FETCHED.includes(name)),
    // A source of a kind, with fields.
    ['source', 'fields'],
  ].filter(group => group.length > 0);

type Way = 'attributes' | 'placeholders';

/** Every tag with each of its groups of attributes hostile. */
function drawingsOf(payload: string, way: Way): readonly Drawing[] {
  return [...tags].flatMap(([tag, names]) =>
    groupsOf(names).map((group): Drawing => {
      const api: Record<string, string> = names.includes('api')
        ? {api: API, consent: 'granted'}
        : {};
      const given = {...api, ...Object.fromEntries(group.map(name => [name, payload]))};
      // A map around a layer, and pictures to compare.
      const inside: Drawing[] =
        tag === 'spass-portal' ? [{tag: 'spass-resource-list', attributes: {limit: '2'}}] : [];
      if (way === 'attributes') {
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
          'data-onclick': payload,
          'data-onfocus': payload,
          'data-style': payload,
        },
      };
    }),
  );
}

/** Elements that no attribute may bring about; the form is that of contributions. */
export const FORBIDDEN =
  /^(?!spass-contribute > form(?:\[|$)).* > (?:x:)?(?:script|iframe|frame|object|embed|applet|base|meta|link|form|portal)(?:\[.*)?$/;

export class Attributes {
  readonly #engine: Engine;
  readonly #site: HostileSite;

  constructor(engine: Engine, site: HostileSite) {
    this.#engine = engine;
    this.#site = site;
    site.documents.set('plain', JSON.stringify(hostilePortal(['Un', 'Deux', 'Trois'])));
  }

  /** Draws in a page of its own: a widget warns once a page, and what is kept of one is not for the next. */
  async #draw(drawings: readonly Drawing[]): Promise<Findings> {
    await this.#engine.open(`${this.#site.url}/`);
    return draw(this.#engine, drawings);
  }

  async #check(
    name: string,
    payloads: readonly string[],
    make: (payload: string) => readonly Drawing[],
  ) {
    this.#site.leaks.length = 0;
    const {events, faults, nodes} = await this.#draw(payloads.flatMap(make));
    assert.deepEqual(events, [], `${name}: something ran, or was refused`);
    assert.deepEqual(faults, [], `${name}: an address or a style that no widget may write`);
    assert.deepEqual(
      nodes.filter(node => FORBIDDEN.test(node)),
      [],
      `${name}: elements that no word may bring about`,
    );
    assert.deepEqual(
      this.#site.leaks.filter(path => path.startsWith('/leak')),
      [],
      `${name}: asked for`,
    );
  }

  attributes(payloads: readonly string[]): Promise<void> {
    return this.#check('attributes', payloads, payload => drawingsOf(payload, 'attributes'));
  }

  placeholders(payloads: readonly string[]): Promise<void> {
    return this.#check('placeholders', payloads, payload => drawingsOf(payload, 'placeholders'));
  }

  /** Every custom property, on every tag. */
  customProperties(payloads: readonly string[]): Promise<void> {
    return this.#check('custom properties', payloads, payload =>
      [...tags.keys()].map(tag => ({
        tag,
        attributes: {api: API, limit: '3'},
        style: Object.fromEntries(customProperties.map(name => [name, payload])),
      })),
    );
  }

  /** What widgets read of the page's address, and its hash. */
  async address(payloads: readonly string[]): Promise<void> {
    const nouns = [...tags.keys()].map(tag => tag.slice(6));
    const words = [
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
    const make = (): readonly Drawing[] =>
      [...tags].map(([tag]) => ({
        tag,
        attributes: {api: API, 'sync-url': '', detail: '', paging: 'pages', limit: '2'},
      }));
    for (const payload of payloads) {
      const query = new URLSearchParams(
        nouns.flatMap(noun => words.map(word => [`${noun}.${word}`, payload])),
      );
      await this.#engine.open(`${this.#site.url}/`);
      await call(this.#engine, 'go', `/?${query.toString()}#${payload.replaceAll('\ud800', '')}`);
      this.#site.leaks.length = 0;
      const {events, faults, nodes} = await draw(this.#engine, make());
      assert.deepEqual([events, faults], [[], []], payload);
      assert.deepEqual(
        nodes.filter(node => FORBIDDEN.test(node)),
        [],
        payload,
      );
      assert.deepEqual(
        this.#site.leaks.filter(path => path.startsWith('/leak')),
        [],
        payload,
      );
    }
  }
}
