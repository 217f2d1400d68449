// What the configurator writes for WordPress and SPIP, read by the PHP that both plugins share.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {catalogueOf} from '../../scripts/integrations/catalogue.mjs';
import {EMPTY, type Settings} from '../../demo/configurateur/settings.js';
import {snippet} from '../../demo/configurateur/snippets.js';
import {findProgram, root} from '../../scripts/setup.mjs';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

/** Of the arguments of a modèle and the attributes of a shortcode, what each CMS hands over. */
const READER = `<?php
require $argv[1] . '/integrations/php/load.php';
$given = json_decode(stream_get_contents(STDIN), true);
$widget = Spass\\Widget::from($given, new Spass\\Catalogue($argv[2]));
echo json_encode(['noun' => $widget->noun, 'attributes' => (object) $widget->attributes, 'faults' => $widget->faults]);
`;

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
            attribute('limit', 'number', '12'),
            attribute('sync-url', 'boolean', 'false'),
            attribute('skin', 'string', "'plain'", '`plain`, `dsfr` or `caue`.'),
          ],
        },
      ],
    },
  ],
};

const settings: Settings = {
  ...EMPTY,
  attributes: {
    api: 'https://exemple.fr/api?a=1&b=2',
    q: 'L’écluse & le canal [1] > 2 | 3',
    limit: '6',
    'sync-url': '',
    skin: 'caue',
  },
};

describe('what the configurator writes for a CMS', {skip}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'configurator-'));
  after(() => rmSync(folder, {recursive: true}));
  const [reader, widgets] = [join(folder, 'read.php'), join(folder, 'widgets.json')];
  writeFileSync(reader, READER);
  writeFileSync(widgets, JSON.stringify(catalogueOf(manifest, {}, '0.0.0')));

  const read = (given: object): unknown => {
    const {stdout, stderr} = spawnSync(php!, [reader, root, widgets], {
      input: JSON.stringify(given),
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    return JSON.parse(stdout) as unknown;
  };
  const expected = {noun: 'resource-list', attributes: settings.attributes, faults: []};

  it('is understood as a shortcode', () => {
    assert.ok(existsSync(reader));
    const text = snippet('shortcode', settings, {});
    // As WordPress parts it: names and what stands between double quotes.
    const pairs = [...text.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    assert.deepEqual(read(Object.fromEntries(pairs) as object), expected);
  });

  it('is understood as a block', () => {
    const [, json = ''] =
      /^<!-- wp:spass-widgets\/widget (.*) \/-->$/.exec(snippet('block', settings, {})) ?? [];
    const {widget, settings: own} = JSON.parse(json) as {widget: string; settings: object};
    assert.deepEqual(read({widget, ...own}), expected);
  });

  it('is understood as a modèle', () => {
    const text = snippet('spip', settings, {});
    // As SPIP parts it: at each bar, and at the first equals sign.
    const [, list = ''] = /^<spass\|([^>]*)>$/.exec(text) ?? [];
    const pairs = list
      .split('|')
      .map(one => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]);
    assert.deepEqual(read(Object.fromEntries(pairs) as object), expected);
  });
});
