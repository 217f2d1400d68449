import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';

/** PHP script that parses the arguments of a modèle and the attributes of a shortcode. */
const PHP_SCRIPT = `<?php
require $argv[1] . '/integrations/php/load.php';
$given = json_decode(stream_get_contents(STDIN), true);
$widget = Spass\\Widget::from($given, new Spass\\Catalogue($argv[2]));
echo json_encode(['noun' => $widget->noun, 'attributes' => (object) $widget->attributes, 'style' => $widget->style, 'faults' => $widget->faults]);
`;

/** Starts the PHP parser of the plugins with the catalogue in `json`. */
export function startPhpParser(php: string, json: string) {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  const [reader, widgets] = [join(folder, 'read.php'), join(folder, 'widgets.json')];
  writeFileSync(reader, PHP_SCRIPT);
  writeFileSync(widgets, json);
  return {
    read: (given: object): unknown => {
      const {stdout, stderr} = spawnSync(php, [reader, root, widgets], {
        input: JSON.stringify(given),
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      return JSON.parse(stdout) as unknown;
    },
    close: () => rmSync(folder, {recursive: true}),
  };
}

/** Splits the arguments of a modèle as SPIP does: at each bar, and at the first equals sign. */
export function parseModeleArguments(modele: string): Record<string, string> {
  const [, list = ''] = /^<spass\|([^>]*)>$/.exec(modele) ?? [];
  return Object.fromEntries(
    list.split('|').map(one => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  );
}
