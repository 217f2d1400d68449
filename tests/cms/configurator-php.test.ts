// Snippets of the configurator for WordPress and SPIP, parsed by the PHP code that both plugins share.
import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {catalogueOf} from '../../scripts/integrations/catalogue.mjs';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {DEFAULT_SETTINGS, type SnippetSettings} from '../../src/tools/snippets/settings.js';
import {formatSnippet} from '../../configurator/snippets.js';
import {findProgram} from '../../scripts/setup.mjs';
import {parseModeleArguments, startPhpParser} from './php-parser.js';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

const attribute = (name: string, type: string, standard: string, description = '') => ({
  name,
  type: {text: type},
  default: standard,
  description,
});
const manifest = {
  modules: [
    {
      declarations: [
        {
          tagName: 'spass-resource-list',
          description: 'A list.',
          attributes: [
            attribute('api', 'string', "''"),
            attribute('q', 'string', "''"),
            attribute('limit', 'number', '12', 'Number of records, 1 to 500.'),
            attribute('tiles', 'string', "'none'"),
            attribute('sync-url', 'boolean', 'false'),
            attribute('skin', "'plain' | 'dsfr' | 'caue'", "'plain'"),
          ],
        },
      ],
    },
  ],
};

const settings: SnippetSettings = {
  ...DEFAULT_SETTINGS,
  colours: {'--spass-link': '#1f5fa6', '--spass-ink': '#000000'},
  attributes: {
    api: 'https://exemple.fr/api?a=1&b=2',
    q: 'L’écluse & le canal [1] > 2 | 3',
    limit: '6',
    'sync-url': '',
    skin: 'caue',
  },
};

describe('a configurator snippet for a CMS', {skip}, () => {
  // Without PHP nothing of this is called.
  const catalogue = catalogueOf({
    widgets: parseManifest(manifest, []),
    authored: [],
    collections: {},
    sri: {},
    version: '0.0.0',
  });
  const reader = startPhpParser(php ?? '', JSON.stringify(catalogue));
  after(() => reader.close());
  const {read} = reader;
  const expected = {
    noun: 'resource-list',
    attributes: settings.attributes,
    style: '--spass-link: #1f5fa6; --spass-ink: #000000',
    faults: [],
  };

  it('names a wrong value, with those that are possible, and leaves it out', () => {
    const given = {
      widget: 'resource-list',
      api: '/api',
      limit: 'beaucoup',
      tiles: 'ing',
      colours: 'link: url(//evil.example); ink: #fff',
    };
    assert.deepEqual(read(given), {
      noun: 'resource-list',
      attributes: {api: '/api'},
      style: '--spass-ink: #fff',
      faults: [
        ['choice', 'limit="beaucoup" (1–500)'],
        ['choice', 'tiles="ing" (none, ign, ign-ortho, osm-be, …)'],
        ['choice', 'colours="link: url(//evil.example)" (link: #1f5fa6)'],
      ],
    });
    for (const tiles of ['osm-be', '/fonds/{z}/{x}/{y}.webp', 'nord.pmtiles'])
      assert.deepEqual(read({...given, tiles, limit: '3', colours: ''}), {
        noun: 'resource-list',
        attributes: {api: '/api', limit: '3', tiles},
        style: '',
        faults: [],
      });
  });

  it('is parsed as a shortcode', () => {
    const text = formatSnippet('shortcode', settings, {});
    // As WordPress parses it: names and double-quoted values.
    const pairs = [...text.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    assert.deepEqual(read(Object.fromEntries(pairs) as object), expected);
  });

  it('is parsed as a block', () => {
    const [, json = ''] =
      /^<!-- wp:spass-widgets\/widget (.*) \/-->$/.exec(formatSnippet('block', settings, {})) ?? [];
    const {widget, settings: own} = JSON.parse(json) as {widget: string; settings: object};
    assert.deepEqual(read({widget, ...own}), expected);
  });

  it('is parsed as a modèle', () => {
    const text = formatSnippet('spip', settings, {});
    assert.deepEqual(read(parseModeleArguments(text)), expected);
  });
});
