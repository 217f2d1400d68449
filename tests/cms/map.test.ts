import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';
import {fitBox} from '../../src/map/fit/fit-box.js';
import {worldX, worldY} from '../../src/model/geo/mercator.js';
import {hostileResponse, textsWithTags} from './hostile-response.js';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

/** Reads the responses of each page from standard input, and prints the HTML of each map. */
const WRITE = `
require '${join(root, 'integrations/php/load.php')}';
$pages = array();
foreach (json_decode(stream_get_contents(STDIN), true) as $page) {
  $widget = new Spass\\Widget();
  $widget->noun = 'project-map';
  $widget->attributes = $page['attributes'] + array('limit' => '12', 'api' => 'https://a.example/p.json');
  $widget->facts = array('attributes' => array(), 'collection' => 'projects', 'content' => false);
  $responses = $page['responses'];
  $load = function ($question) use (&$responses, $page) {
    $content = Spass\\Answer::content(array_shift($responses), $question, $page['language']) ?? Spass\\Content::NONE;
    // A CMS caches it as JSON.
    return json_decode(json_encode($content), true);
  };
  $content = Spass\\Content::of($widget, '', $load);
  $pages[] = Spass\\Markup::element($widget, $content, $page['author'], 'strrev', $page['language']);
}
echo json_encode($pages);
`;

interface MapPage {
  readonly responses: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly author?: string;
}

/** Returns the HTML that the plugins write for visitors without JavaScript. */
function write(...pages: readonly MapPage[]): readonly string[] {
  const input = pages.map(page => ({
    attributes: {lang: 'fr'},
    language: 'fr',
    author: '',
    ...page,
  }));
  const strict = ['-d', 'memory_limit=64M', '-d', 'error_reporting=-1', '-d', 'display_errors=1'];
  const {status, stdout, stderr} = spawnSync(php!, [...strict, '-r', WRITE], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  // Warnings would be printed before the result, which then is no JSON.
  return JSON.parse(stdout) as readonly string[];
}

type Place = readonly [lat: number, lon: number];

const project = (id: number, place?: Place) => ({
  id,
  title: `Projet ${id}`,
  ...(place && {geo: {lat: place[0], lon: place[1]}}),
});
const portal = (projects: readonly unknown[], more: object = {}): string =>
  JSON.stringify({version: '1', projects, ...more});
const at = (...places: readonly Place[]): MapPage => ({
  responses: [portal(places.map((place, i) => project(i + 1, place)))],
});

const listOf = (html: string): readonly string[] =>
  [...(/<ol>(.*?)<\/ol>/.exec(html)?.[1]?.matchAll(/<li>(.*?)<\/li>/g) ?? [])].map(
    ([, entry = '']) => entry,
  );
const marksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text);
const pathsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<path d="([^"]*)"/g)].map(([, data = '']) => data);

/** Returns the numbers in the text of marks: `1–3, 7` are four. */
const numbersOf = (marks: readonly string[]): readonly number[] =>
  marks
    .flatMap(text => [...text.matchAll(/(\d+)(?:–(\d+))?/g)])
    .flatMap(([, from, to = from]) =>
      Array.from({length: Number(to) - Number(from) + 1}, (_, i) => Number(from) + i),
    )
    .sort((a, b) => a - b);

const ORS: Place = [50.1, 3.63];
const LILLE: Place = [50.63, 3.06];
const REUNION: Place = [-21.1, 55.5];
const around = (count: number, [lat, lon]: Place = LILLE): readonly Place[] =>
  Array.from({length: count}, (_, i): Place => [
    lat + 0.2 * Math.sin(i * 2.4) * Math.sqrt(i / count),
    ((lon + 0.3 * Math.cos(i * 2.4) * Math.sqrt(i / count) + 540) % 360) - 180,
  ]);

describe('a map of the plugins without JavaScript', {skip}, () => {
  it('numbers its marks as its list, and names the records without a place apart', () => {
    const records = [
      {...project(1, LILLE), title: {en: 'Ramparts', nl: 'Wallen'}, url: 'https://a.example/1'},
      project(2),
      {
        ...project(3, ORS),
        family: 'acteur',
        commune: {insee: '59450', name: {nl: 'Ors (nl)', fr: 'Ors'}},
        period: {start: '2014-03-01', end: '2010'},
        datePrecision: 'circa',
      },
      {...project(5, [51.1, 2.6]), lang: 'fr-BE', title: 'Dunes'},
      {...project(4, [51.03, 2.37]), title: '', portal: 'p', period: {start: '2011-06'}},
    ];
    const more = {
      portals: [{id: 'p', family: 'theme'}],
      attribution: {text: 'CAUE', licence: 'Licence ouverte', updated: '2026-11-24T10:00:00Z'},
      contact: 'mailto:a@a.example',
    };
    const [html = ''] = write({responses: [portal(records, more)]});
    assert.deepEqual(listOf(html), [
      '<a href="https://a.example/1" lang="nl">Wallen</a> (en néerlandais)',
      'Projet 3<br>ACTEUR Ors / Ors (nl)\u00a0· 2010–2014 environ',
      '<span lang="fr-BE">Dunes</span>',
      'Sans titre (4)<br>THÈME depuis 2011',
    ]);
    assert.deepEqual(marksOf(html), ['1', '2', '3', '4']);
    assert.match(html, /role="img" aria-label="Carte des projets\u00a0: 4 projets"/);
    assert.match(
      html,
      /<p>4 projets<\/p><ol>.*<details><summary>1 projet non localisé<\/summary><ul><li>Projet 2<\/li><\/ul><\/details>/,
    );
    assert.match(
      html,
      /<p>Source\u00a0: CAUE\u00a0· Licence\u00a0: Licence ouverte\u00a0· mis à jour le 42-11-6202\u00a0· <a href="mailto:a@a.example">Signaler une erreur<\/a><\/p><\/spass-project-map>$/,
    );
  });

  it('is written in the language of the widget, French if that is unknown', () => {
    const pages = ['nl-BE', 'en', 'de', 'br'].map(language => ({
      ...at(ORS),
      responses: [portal([{...project(1, ORS), period: {start: '2011'}}])],
      language,
    }));
    const texts = write(...pages).map(html => html.replace(/<[^>]*>/g, ' ').replace(/ +/g, ' '));
    assert.deepEqual(texts, [
      ' 1 1 project Projet 1 sinds 2011 ',
      ' 1 1 project Projet 1 since 2011 ',
      ' 1 1 Projekt Projet 1 seit 2011 ',
      ' 1 1 projet Projet 1 depuis 2011 ',
    ]);
  });

  it('has no picture without a place, and the author’s content without a record', () => {
    const odd = [
      {lat: '50', lon: 3},
      {lat: 95, lon: 3},
      {lat: 50},
      'x',
      [50, 3],
      null,
      {lat: [], lon: {}},
    ];
    const [unlocated = '', none = ''] = write(
      {responses: [portal(odd.map((geo, id) => ({...project(id), geo})))]},
      {responses: ['{"version": "1", "projects": []}'], author: '<p>Bientôt</p>'},
    );
    assert.doesNotMatch(unlocated, /<svg|<ol>|0 projet/);
    assert.match(unlocated, /<details open><summary>7 projets non localisés<\/summary>/);
    assert.match(none, /^<spass-project-map [^>]*><p>Bientôt<\/p><\/spass-project-map>$/);
  });

  it('shows one place, and two streets apart, with a border or coast in sight', () => {
    for (const html of write(at(ORS), at(LILLE, [50.631, 3.061]))) {
      const [land = '', ...borders] = pathsOf(html);
      assert.match(land, /^M/);
      assert.ok(borders.join('').length > 20, html);
    }
  });

  it('shows the same places as the map: an outlier is at the edge, with an arrow', () => {
    const sets: readonly (readonly Place[])[] = [
      [LILLE, REUNION],
      [...around(12), REUNION],
      [...around(10, [-17.6, 179.9]), [-17.6, -179.5], LILLE],
      [...around(5), [0, 0]],
      [LILLE, ORS, [4.9, -52.3]],
      [
        [90, 0],
        [-90, 180],
        [0, -180],
      ],
      around(40, REUNION),
    ];
    const pages = write(...sets.map(places => ({...at(...places), attributes: {limit: '100'}})));
    sets.forEach((places, i) => {
      const x = Float64Array.from(places, ([, lon]) => worldX(lon));
      const y = Float64Array.from(places, ([lat]) => worldY(lat));
      const {west, north, east, south} = fitBox(x, y)!;
      const outside = places.flatMap((_, n) => {
        const shift = Math.round((west + east) / 2 - x[n]!);
        const left = x[n]! + shift;
        return left < west || left > east || y[n]! < north || y[n]! > south ? [n + 1] : [];
      });
      const marks = marksOf(pages[i]!);
      assert.deepEqual(
        numbersOf(marks),
        [...places.keys()].map(n => n + 1),
        `all of set ${i}`,
      );
      assert.deepEqual(numbersOf(marks.filter(text => /[←→↑↓]/.test(text))), outside, `set ${i}`);
    });
  });

  it('keeps a list of 5,000 places, or of 300 at one place, short', () => {
    const [many = '', same = ''] = write(at(...around(5000)), {
      ...at(...Array.from({length: 300}, () => LILLE)),
      attributes: {limit: '100'},
    });
    assert.match(many, /<p>5\u202f000 projets<\/p>/);
    assert.equal(listOf(many).length, 12);
    assert.deepEqual(numbersOf(marksOf(many)).at(-1), 12);
    const dots = pathsOf(many).at(-1)!.split('M').length - 1;
    assert.ok(dots > 100 && dots <= 400, `${dots} dots`);
    assert.ok(many.length < 25_000, `${many.length} characters`);
    assert.equal(listOf(same).length, 100);
    assert.deepEqual(marksOf(same), ['1–100']);
  });

  it('says how many of all projects an API has sent', () => {
    const items = around(20).map((place, id) => project(id, place));
    const [html = ''] = write({
      responses: [JSON.stringify({version: '1', total: 5000, items})],
      attributes: {api: 'https://a.example/api'},
    });
    assert.match(html, /<p>20 sur 5\u202f000 projets<\/p>/);
  });

  it('has the places of several APIs in one picture and one list', () => {
    const [first, second] = [at(...around(8)), at(REUNION, ...around(8))];
    const [html = ''] = write({
      responses: [...first.responses, ...second.responses],
      attributes: {api: 'https://a.example/p.json https://b.example/p.json'},
    });
    assert.match(html, /<p>17 projets<\/p>/);
    assert.equal(listOf(html).length, 12);
    assert.deepEqual(numbersOf(marksOf(html)).at(-1), 12);
  });

  it('follows no-list, center, zoom and hide', () => {
    const responses = [portal([project(1, ORS), project(2)], {contact: 'https://a.example/'})];
    const [noList = '', far = '', bad = '', hidden = ''] = write(
      {responses, attributes: {'no-list': ''}},
      {responses, attributes: {center: '-21.1, 55.5', zoom: '9'}},
      {responses, attributes: {center: '95,x', zoom: 'grand'}},
      {responses, attributes: {hide: 'search foot-details'}},
    );
    assert.doesNotMatch(noList, /<li>|<text/);
    assert.match(pathsOf(noList).at(-1)!, /^M\d+ \d+h0$/);
    assert.deepEqual(marksOf(far), ['↑ 1']);
    assert.deepEqual(marksOf(bad), ['1']);
    assert.match(noList, /Signaler une erreur/);
    assert.doesNotMatch(hidden, /Signaler/);
  });

  it('S-01 escapes hostile texts and refuses hostile links', () => {
    const {items} = JSON.parse(hostileResponse) as {items: unknown[]};
    const records = items.map(one =>
      typeof one === 'object' && one
        ? {...one, geo: {lat: 50, lon: 3}, commune: {name: '<b>"'}}
        : one,
    );
    const evil = '"><script>pwned()</script>';
    const more = {
      attribution: {
        text: {fr: evil, [evil]: evil},
        url: 'javascript:pwned()',
        licence: evil,
        updated: `2026-01${evil}`,
      },
      contact: 'data:text/html,x',
      total: evil,
    };
    const [html = '', odd = ''] = write(
      {responses: [portal(records, more)]},
      {
        responses: [
          portal(
            [
              {
                id: [['x']],
                title: [['x']],
                geo: {lat: 1, lon: 1},
                period: [[]],
                commune: [[]],
                family: [[]],
              },
            ],
            {attribution: [['x']], portals: [[]]},
          ),
        ],
      },
    );
    for (const text of [...textsWithTags(hostileResponse), '<script', '<b>', '[spass'])
      assert.ok(!html.includes(text), text);
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].filter(([, url = '']) => !/^https?:/.test(url)),
      [],
    );
    assert.match(odd, /Sans titre \(\)/);
  });
});
