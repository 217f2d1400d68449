import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

/** Reads a response from standard input with the filters of the first argument, and prints the titles found. */
const READ = `
require '${join(root, 'integrations/php/load.php')}';
$widget = new Spass\\Widget();
$widget->attributes = json_decode($argv[1], true);
$widget->facts = array('attributes' => array(), 'collection' => 'resources');
$question = new Spass\\Question();
$question->widget = $widget;
$question->collection = 'resources';
$content = Spass\\Answer::content(stream_get_contents(STDIN), $question, 'fr');
echo null === $content ? "null" : json_encode(array_column($content["entries"], "title"));
`;

/** Returns the titles that the plugins show of a response; null if it cannot be read. */
function titles(json: string, attributes: Readonly<Record<string, string>> = {}): unknown {
  const strict = ['-d', 'memory_limit=128M', '-d', 'error_reporting=-1', '-d', 'display_errors=1'];
  const {status, stdout, stderr} = spawnSync(
    php!,
    [...strict, '-r', READ, '--', JSON.stringify(attributes)],
    {input: json, encoding: 'utf8'},
  );
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  // Warnings would be printed before the result, which then is no JSON.
  return JSON.parse(stdout) as unknown;
}

const resources = (...records: unknown[]): string =>
  JSON.stringify({version: '1', resources: records});

describe('a response in the plugins', {skip}, () => {
  it('is shown', () => {
    assert.deepEqual(titles(resources({id: 'a', title: 'Le canal'})), ['Le canal']);
  });

  it('is shown with the only record that the widget names, whatever its filters are', () => {
    const json = resources({id: 7, title: 'Le canal'}, {id: 'halle', title: 'La halle'});
    assert.deepEqual(titles(json, {record: 'halle', q: 'canal', theme: 'eau'}), ['La halle']);
    assert.deepEqual(titles(json, {record: ' 7 '}), ['Le canal']);
    assert.deepEqual(titles(json, {record: 'gone'}), []);
  });

  it('is shown with 5,000 records', () => {
    const record = {
      title: {fr: 'Un lavoir'},
      themes: ['eau'],
      commune: {insee: '59450', name: 'Ors'},
    };
    const records = Array.from({length: 5_000}, (_, id) => ({...record, id}));
    assert.equal((titles(resources(...records)) as unknown[]).length, 12);
  });

  const MEGABYTES = 4_000_000;
  for (const [what, json] of Object.entries({
    'nested lists': '['.repeat(MEGABYTES),
    'closed nested lists': `${'['.repeat(MEGABYTES / 2)}${']'.repeat(MEGABYTES / 2)}`,
    'a million short lists': `{"resources": [${'[0],'.repeat(MEGABYTES / 4)}[0]]}`,
    'a million objects': `{"resources": [${'{"a":0},'.repeat(MEGABYTES / 8)}{}]}`,
    'two million numbers': `{"resources": [${'0,'.repeat(MEGABYTES / 2)}0]}`,
  }))
    it(`of 4 MB with ${what} is refused within the memory of a page`, () => {
      assert.equal(titles(json), null);
    });

  it('with lists where texts are expected gives no PHP warning', () => {
    const list = [['x']];
    const record = {
      id: list,
      title: list,
      url: list,
      period: list,
      published: list,
      commune: {insee: list},
      portals: list,
      family: list,
    };
    const json = JSON.stringify({
      version: '1',
      portals: [{id: list, family: list}, 'x', 7],
      resources: [record, list, 'x', 7, null, {...record, title: 'Le canal', commune: 'Ors'}],
    });
    for (const attributes of [
      {},
      {commune: '59450'},
      {family: 'ACTEUR'},
      {portal: 'ors'},
      {resource: 'a'},
      {sort: 'title'},
      {sort: '-date'},
    ] as const)
      assert.ok(Array.isArray(titles(json, attributes)), JSON.stringify(attributes));
    assert.deepEqual(titles(json), ['Le canal']);
  });
});
