// S-06: hostile texts in every field of every record, in every widget.
import assert from 'node:assert/strict';
import {withoutMarkup} from '../../src/data/sources/shared/readers/plain-text.js';
import {MAX_LINE_LENGTH} from '../../src/model/schemas/scalar-schemas.js';
import type {Engine} from '../engines/webkit.js';
import type {Drawing, PageObservations} from './in-page.js';
import {FORBIDDEN_ELEMENTS} from './attribute-checks.js';
import {call, draw, type HostileSite} from './hostile-site.js';
import {hostilePortal} from './hostile-portal.js';

/** Returns every widget that draws records, so that all records are on the page; `items` are projects. */
const drawingsOf = (api: string, items: readonly unknown[]): readonly Drawing[] => {
  const all = {api, limit: '500', 'structured-data': ''};
  return [
    {tag: 'spass-portal-cards', attributes: {...all, 'group-by': 'family'}},
    {tag: 'spass-family-filter', attributes: {api}},
    {
      tag: 'spass-resource-list',
      attributes: {
        ...all,
        'show-publisher': '',
        detail: 'inline',
        facets: 'family,portal,section,type,theme,commune,programme,project,year',
      },
    },
    {tag: 'spass-resource-list', attributes: {...all, chapters: '', detail: 'dialog'}},
    {
      tag: 'spass-project-map',
      attributes: {...all, near: '90000'},
      inside: [{tag: 'spass-layer', attributes: {api, label: 'Couche'}}],
    },
    {tag: 'spass-programme-timeline', attributes: all},
    {tag: 'spass-story', attributes: {api, story: 'story 0'}},
    {tag: 'spass-agenda', attributes: all},
    {tag: 'spass-directory', attributes: {...all, 'group-by': 'role'}},
    {tag: 'spass-directory', attributes: {...all, project: '0'}},
    {
      tag: 'spass-contribute',
      attributes: {
        ...all,
        // Only an API accepts contributions.
        api: api.replace(/\.json$/, ''),
        controller: 'Mairie',
        contact: 'a@exemple.fr',
        retention: 'un an',
      },
    },
    {tag: 'spass-explorer', attributes: {...all, facets: 'theme,commune'}},
    ...items.map(item => ({tag: 'spass-project', properties: {items: [item]}})),
    ...items.map(item => ({tag: 'spass-project-progress', properties: {items: [item]}})),
  ];
};

/** Indexes of the widgets that draw every record at once, and by what each shows it. */
const EXHAUSTIVE_WIDGETS = [0, 2, 4, 5, 6, 7, 8, 10];
const DIRECTORY = 8;

/** Harmless texts of all kinds: attacks may not create nodes of other kinds than these do. */
const HARMLESS_TEXTS = [
  'Texte',
  '',
  ' ',
  'acteur',
  'document',
  'https://example.org/a',
  'ftp://example.org/',
  'ftp://example.org/',
  '/a',
  '#8a2432',
  '12',
  '2016',
  'fr',
  'image/png',
  'EUR',
  'II',
  'Étape une, étape deux. '.repeat(40),
];

/** Nodes of a timeline that folds programmes, which depends on the window that the presses leave. */
const FOLDED_PROGRAMMES = ['details', 'summary', 'summary[class]', 'ol[role]'];

/** Engines differ in the characters of a URL that they encode. */
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Returns the kind of a node, without its widget: which maps have been drawn is a matter of timing. */
const kindOf = (node: string): string => node.replace(/^.* > /, '');

/** Attributes that a press sets or removes: which controls have been pressed is a matter of timing too. */
const STATES =
  /\[(?:open|hidden|disabled|aria-(?:busy|checked|current|expanded|invalid|pressed|selected))\]$/;

export class RecordChecks {
  readonly #engine: Engine;
  readonly #site: HostileSite;
  #expectedNodes: Set<string> | undefined;
  #count = 0;

  constructor(engine: Engine, site: HostileSite) {
    this.#engine = engine;
    this.#site = site;
  }

  /** Draws a portal with these payloads in a new page. */
  async #draw(payloads: readonly string[], presses: number): Promise<PageObservations> {
    const name = String(this.#count++);
    const portal = hostilePortal(payloads);
    this.#site.documents.set(name, JSON.stringify(portal));
    await this.#engine.open(`${this.#site.url}/`);
    const projects = portal['projects'] as readonly unknown[];
    return draw(this.#engine, drawingsOf(`/data/${name}.json`, projects), presses);
  }

  /** Returns the path that the server receives for a picture with this URL. */
  #requestedPath(address: string): string {
    const base = `${this.#site.url}/data/0.json`;
    if (!URL.canParse(address.trim(), base)) return '';
    const {pathname, search} = new URL(address.trim(), base);
    return decoded(pathname + search);
  }

  async #nodesOfHarmlessPortal(presses: number): Promise<Set<string>> {
    // Twice the list, so that each text is once at an even and once at an odd index.
    const between = HARMLESS_TEXTS.length % 2 ? [] : ['Entre deux'];
    this.#expectedNodes ??= new Set([
      ...(await this.#draw([...HARMLESS_TEXTS, ...between, ...HARMLESS_TEXTS], presses)).nodes.map(
        kindOf,
      ),
      ...FOLDED_PROGRAMMES,
    ]);
    return this.#expectedNodes;
  }

  /** Asserts that nothing runs, is requested or inserted, and that the texts appear unchanged. */
  async check(payloads: readonly string[], presses: number): Promise<void> {
    const clean = await this.#nodesOfHarmlessPortal(presses);
    this.#site.unexpectedRequests.length = 0;
    const {events, faults, nodes, texts} = await this.#draw(payloads, presses);
    assert.deepEqual(events, [], 'something ran, or was refused');
    assert.deepEqual(faults, [], 'an address or a style that no widget may write');
    assert.deepEqual(
      nodes.filter(
        node =>
          FORBIDDEN_ELEMENTS.test(node) || !(clean.has(kindOf(node)) || STATES.test(kindOf(node))),
      ),
      [],
      'nodes that harmless texts do not draw',
    );
    // A picture may have any URL on this site, relative to the document or to a collection of the API.
    const withoutApi = (path: string): string => path.replace(/^\/data\/\d+\//, '/data/');
    const pictures = new Set(payloads.map(payload => withoutApi(this.#requestedPath(payload))));
    assert.deepEqual(
      this.#site.unexpectedRequests.filter(path => !pictures.has(withoutApi(decoded(path)))),
      [],
      'asked for',
    );
    for (const index of EXHAUSTIVE_WIDGETS) {
      const text = texts[index] ?? '';
      // A record without any long text, an organisation, is left out if its name is too long.
      const isLeftOut = (payload: string): boolean =>
        index === DIRECTORY && payload.length > MAX_LINE_LENGTH;
      const lost = payloads.filter(
        payload => payload.trim() !== '' && !isLeftOut(payload) && !text.includes(payload),
      );
      assert.deepEqual(lost, [], `widget ${String(index)} does not show what it was given`);
    }
  }
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

/** Files of third parties: attacks in each cell and property, and in the names of columns. */
export async function checkFiles(
  engine: Engine,
  site: HostileSite,
  payloads: readonly string[],
): Promise<void> {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const heads = ['titre', 'description', 'url', 'image', 'type', 'commune', 'themes', 'date'];
  const columns = [...heads, 'latitude', 'longitude', ...payloads.slice(0, 3)];
  const rows = payloads.map((payload, index) =>
    [...heads.map(() => payload), String(49 + index / 100), '3', ...payloads.slice(0, 3)]
      .map(cell)
      .join(';'),
  );
  const csv = [columns.map(cell).join(';'), ...rows].join('\n');
  const features = payloads.map((payload, index) => ({
    type: 'Feature',
    id: `${String(index)} ${payload}`,
    geometry: {type: 'Point', coordinates: [3, 49 + index / 100]},
    properties: Object.fromEntries([
      ...heads.filter(head => head !== 'date').map(head => [head, payload] as const),
      [payload, payload],
    ]),
  }));
  const geojson = JSON.stringify({type: 'FeatureCollection', name: payloads[0], features});
  site.files.set('/data/cells.csv', ['text/csv; charset=utf-8', csv]);
  site.files.set('/data/cells.geojson', ['application/geo+json', geojson]);
  site.unexpectedRequests.length = 0;
  await engine.open(`${site.url}/`);
  const drawings = ['csv', 'geojson'].flatMap(source =>
    ['spass-resource-list', 'spass-project-map'].map(tag => ({
      tag,
      attributes: {source, api: `/data/cells.${source}`, limit: '500', detail: 'inline'},
    })),
  );
  const {events, faults, nodes, texts} = await draw(engine, drawings, 4);
  assert.deepEqual([events, faults], [[], []]);
  assert.deepEqual(
    nodes.filter(node => FORBIDDEN_ELEMENTS.test(node)),
    [],
  );
  assert.deepEqual(
    site.unexpectedRequests.filter(path => path.startsWith('/leak')),
    [],
  );
  for (const [index, text] of texts.entries()) {
    const visible = withoutSpaces(text);
    const lost = payloads.filter(
      payload => !visible.includes(withoutSpaces(String(withoutMarkup(payload)))),
    );
    assert.deepEqual(lost, [], `${String(index)} does not show what it was given`);
  }
}

/** Files of a visitor, with attacks in their names. */
export async function checkFileNames(
  engine: Engine,
  site: HostileSite,
  names: readonly string[],
): Promise<void> {
  site.documents.set('takes', JSON.stringify({version: '1', contributions: []}));
  site.unexpectedRequests.length = 0;
  await engine.open(`${site.url}/`);
  const form = {
    tag: 'spass-contribute',
    attributes: {
      api: '/data/takes',
      kind: 'photo',
      controller: 'Mairie',
      contact: 'a@exemple.fr',
      retention: 'un an',
    },
  };
  const {events, faults, nodes} = await call(engine, 'giveFiles', form, names);
  assert.deepEqual([events, faults], [[], []]);
  assert.deepEqual(
    nodes.filter(node => FORBIDDEN_ELEMENTS.test(node)),
    [],
  );
  assert.deepEqual(
    site.unexpectedRequests.filter(path => path.startsWith('/leak')),
    [],
  );
}
