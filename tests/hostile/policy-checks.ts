// S-04: each widget under the exact policy that docs/content-security-policy.md documents.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';
import {createPolicy, type WidgetOfManifest, listWidgets} from '../../scripts/docs/csp-docs.js';
import type {Engine} from '../engines/webkit.js';
import type {Drawing} from './in-page.js';
import {draw, type HostileSite} from './hostile-site.js';
import {hostilePortal} from './hostile-portal.js';

export const widgets = listWidgets(
  JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')),
);

/** Attributes that make a widget show everything it can. */
const EXTRA_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'portal-cards': {'group-by': 'family', 'structured-data': '', 'sync-url': ''},
  'resource-list': {detail: '', facets: 'theme,commune', chapters: '', 'structured-data': ''},
  'project-map': {height: '300'},
  contribute: {controller: 'Mairie', contact: 'a@exemple.fr', retention: 'un an', draft: 'device'},
  explorer: {facets: 'theme'},
  compare: {record: '2'},
};

export class PolicyChecks {
  readonly #engine: Engine;
  /** Site with the page and the files of the widgets. */
  readonly #site: HostileSite;
  /** Site with the portal and its pictures. */
  readonly #portal: HostileSite;
  /** Tile server. */
  readonly #tiles: HostileSite;

  constructor(engine: Engine, site: HostileSite, portal: HostileSite, tiles: HostileSite) {
    this.#engine = engine;
    this.#site = site;
    this.#portal = portal;
    this.#tiles = tiles;
    portal.documents.set('plain', JSON.stringify(hostilePortal(['Un', 'Deux', 'Trois', 'Quatre'])));
    portal.documents.set('empty', JSON.stringify({version: '1', resources: []}));
  }

  #drawings({noun, attributes}: WidgetOfManifest, api: string, lang: string): readonly Drawing[] {
    const tiled = {tiles: `${this.#tiles.url}/tiles/{z}/{x}/{y}`, consent: 'granted'};
    const given = {
      // Only an API accepts contributions.
      ...(attributes.includes('api') && {
        api: noun === 'contribute' ? api.replace(/\.json$/, '') : api,
      }),
      ...(attributes.includes('tiles') && tiled),
      ...EXTRA_ATTRIBUTES[noun],
      lang,
    };
    return [{tag: `spass-${noun}`, attributes: given as Record<string, string>}];
  }

  /** Returns the documented policy of a widget for these addresses. */
  policyOf(widget: WidgetOfManifest): string {
    return createPolicy(widget, {
      page: `${this.#site.url}/`,
      base: `${this.#site.url}/cdn`,
      api: `${this.#portal.url}/data/plain.json`,
      tiles: `${this.#tiles.url}/tiles/{z}/{x}/{y}`,
    });
  }

  /** Returns the errors of a widget under a policy: ready and used, empty, failed, in another language. */
  async policyErrors(
    widget: WidgetOfManifest,
    policy: string,
    states: readonly (readonly [document: string, lang: string, presses: number])[] = [
      ['plain', 'fr', 12],
      ['empty', 'nl', 2],
      ['none', 'de', 2],
    ],
  ): Promise<readonly string[]> {
    this.#site.policies.set('/strict/', policy);
    const faults: string[] = [];
    for (const [document, lang, presses] of states) {
      await this.#engine.open(`${this.#site.url}/strict/`);
      const api = `${this.#portal.url}/data/${document}.json`;
      const {events, texts} = await draw(this.#engine, this.#drawings(widget, api, lang), presses);
      faults.push(...events.map(event => `${document}: ${event}`));
      if (document === 'plain' && texts.join('').trim() === '') faults.push('nothing to read');
    }
    return faults;
  }

  /** @param presses - Number of controls to use. */
  async checkReady(widget: WidgetOfManifest, presses: number): Promise<void> {
    const faults = await this.policyErrors(widget, this.policyOf(widget), [
      ['plain', 'fr', presses],
    ]);
    assert.deepEqual(faults, []);
  }

  async check(widget: WidgetOfManifest): Promise<void> {
    assert.deepEqual(await this.policyErrors(widget, this.policyOf(widget)), []);
  }

  /** Checks that each host, keyword and `data:` of the policy is needed: without it something is blocked. */
  async checkNeeds(widget: WidgetOfManifest): Promise<void> {
    const policy = this.policyOf(widget);
    const directives = policy.split('; ').map(line => line.split(' '));
    for (const [name = '', ...sources] of directives) {
      if (['default-src', 'base-uri', 'require-trusted-types-for'].includes(name)) continue;
      for (const source of sources) {
        // Skipped: 'self' depends on the site's own files. For `data:`, it is a matter of timing if an empty image
        // replaces a loading tile.
        if (source === "'self'" || source === 'data:') continue;
        const less = directives
          .map(line => (line[0] === name ? line.filter(word => word !== source) : line).join(' '))
          .join('; ');
        const faults = await this.policyErrors(widget, less, [['plain', 'fr', 6]]);
        assert.notDeepEqual(faults, [], `${name} ${source} is needed for nothing`);
      }
    }
  }
}
