import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';
import {EU_STATEMENT} from '../../src/model/funding.js';
import {hills, interreg} from '../support/project-sheet.js';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

/** Reads a widget and the responses of an API by their path from standard input; prints its HTML and the paths asked for. */
const WRITE = `
require '${join(root, 'integrations/php/load.php')}';
$page = json_decode(stream_get_contents(STDIN), true);
$widget = new Spass\\Widget();
$widget->noun = $page['noun'];
$widget->attributes = $page['attributes'];
$widget->facts = array('attributes' => array('limit' => array('default' => '12')), 'collection' => $page['collection'], 'content' => false);
$asked = array();
$load = function ($question) use ($page, &$asked) {
  $path = basename(strtok($question->url, '?'));
  $asked[] = $path;
  $content = Spass\\Answer::content($page['responses'][$path] ?? 'Not found', $question, $page['language']) ?? Spass\\Content::NONE;
  // A CMS caches it as JSON.
  return json_decode(json_encode($content), true);
};
$html = Spass\\Markup::element($widget, Spass\\Content::of($widget, '', $load), '', 'strval', $page['language']);
echo json_encode(array('html' => $html, 'asked' => $asked));
`;

type Records = Readonly<Record<string, readonly object[]>>;

interface WidgetPage {
  readonly noun: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly isDocument?: boolean;
}

/** Returns what the plugins write for visitors without JavaScript, and the collections they ask an API for. */
function write(records: Records, {noun, attributes, isDocument, language = 'fr'}: WidgetPage) {
  const pages = Object.entries(records).map(([name, items]) => [
    name,
    JSON.stringify({version: '1', items}),
  ]);
  const responses = isDocument
    ? {'p.json': JSON.stringify({version: '1', ...records})}
    : {...Object.fromEntries(pages), monts: JSON.stringify(hills)};
  const strict = ['-d', 'error_reporting=-1', '-d', 'display_errors=1'];
  const {status, stdout, stderr} = spawnSync(php!, [...strict, '-r', WRITE], {
    input: JSON.stringify({
      noun,
      collection: noun === 'portal-cards' ? 'portals' : 'projects',
      attributes: {api: `https://a.example/${isDocument ? 'p.json' : 'api'}`, ...attributes},
      language,
      responses,
    }),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  // Warnings would be printed before the result, which then is no JSON.
  return JSON.parse(stdout) as {html: string; asked: string[]};
}

const statementsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<p><(?:svg|img) .*?<strong>(.*?)<\/strong><\/p>/g)].map(
    ([, text = '']) => text,
  );

const records: Records = {
  programmes: [interreg],
  projects: [hills],
  portals: [{id: 1, title: 'EUTOPIA', programme: interreg.id}],
};
const NOUNS = ['portal-cards', 'programme-timeline', 'project-map', 'project-progress'];

describe('the funding statement of the plugins without JavaScript', {skip}, () => {
  for (const noun of NOUNS)
    for (const isDocument of [false, true])
      it(`stands below ${noun} of ${isDocument ? 'a document' : 'an API'}, with the emblem`, () => {
        const attributes = {
          hide: 'funding foot-details',
          project: noun.endsWith('ss') ? 'monts' : '',
        };
        for (const [language, statement] of Object.entries(EU_STATEMENT)) {
          const page = {noun, attributes, isDocument, language};
          const {html} = write(records, page);
          assert.deepEqual(statementsOf(html), [statement]);
          assert.match(html, /<svg viewBox="0 0 54 36" width="84" height="56" role="img"/);
          assert.ok(html.indexOf('<strong>') > html.indexOf('monts'), 'below the list');
        }
      });

  it('is that of each programme shown, each once', () => {
    const withText = (id: string, fr: string) => ({...interreg, id, funding: {text: {fr}}});
    const programmes = [
      withText('a', 'Avec le FEDER'),
      withText('b', 'Avec le FEDER'),
      withText('c', 'Avec le FSE'),
      withText('d', 'Avec d’autres'),
    ];
    const projects = ['a', 'b', 'c'].map(programme => ({id: programme, title: 'x', programme}));
    const {html} = write({programmes, projects}, {noun: 'programme-timeline'});
    assert.deepEqual(statementsOf(html), ['Avec le FEDER', 'Avec le FSE']);
  });

  it('is missing below projects without support, and below other records', () => {
    const old = {...interreg, id: 'old', generation: 'II', period: {start: '1994', end: '1999'}};
    const projects = [
      {id: 'x', title: 'Sans programme'},
      {id: 'y', title: 'Ancien', programme: 'old'},
    ];
    for (const noun of NOUNS.slice(0, 3)) {
      const portals = [{id: 'x', title: 'x', programme: 'old'}];
      const {html} = write({programmes: [old, interreg], projects, portals}, {noun});
      assert.doesNotMatch(html, /<strong>/);
    }
  });

  it('asks an API for programmes only if a record has one', () => {
    const {asked} = write({projects: [{id: 'x', title: 'x'}]}, {noun: 'project-map'});
    assert.deepEqual(asked, ['projects']);
    const {asked: both, html} = write({projects: [hills]}, {noun: 'project-map'});
    assert.deepEqual(both, ['projects', 'programmes']);
    assert.deepEqual(statementsOf(html), [EU_STATEMENT['fr']], 'the budget names the Union');
  });

  it('S-01 reads fields of any type', () => {
    const odd = [1, {}, {id: [], funding: 'x', fund: 3, generation: ['VI'], period: 4, title: 1}];
    const projects = [{id: 'x', title: 'x', programme: {a: 1}, budget: {eu: ['x']}}];
    for (const noun of NOUNS.slice(1, 3)) {
      const {html} = write({programmes: odd as object[], projects}, {noun});
      assert.doesNotMatch(html, /<strong>/);
    }
  });
});
