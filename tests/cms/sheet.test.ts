import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';
import {STARS} from '../../src/elements/parts/funding/emblem-outline.js';
import {EU_STATEMENT} from '../../src/model/funding.js';
import {hills, sheetRecords} from '../support/project-sheet.js';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

/** Reads the responses of an API by their ending from standard input, and prints the HTML of a sheet. */
const WRITE = `
require '${join(root, 'integrations/php/load.php')}';
$page = json_decode(stream_get_contents(STDIN), true);
$widget = new Spass\\Widget();
$widget->noun = 'project';
$widget->attributes = $page['attributes'];
$widget->facts = array('attributes' => array('heading-level' => array('default' => '3')), 'collection' => 'projects', 'content' => false);
$load = function ($question) use ($page) {
  $path = substr($question->url, strlen('https://a.example/'));
  $response = $page['responses'][strtok($path, '?')] ?? 'Not found';
  $content = Spass\\Answer::content($response, $question, $page['language']) ?? Spass\\Content::NONE;
  // A CMS caches it as JSON.
  return json_decode(json_encode($content), true);
};
echo Spass\\Markup::element($widget, Spass\\Content::of($widget, '', $load), $page['author'], 'strval', $page['language']);
`;

interface SheetPage {
  readonly responses: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly author?: string;
}

/** Returns the HTML that the plugins write for visitors without JavaScript, without its tag. */
function write(page: SheetPage): string {
  const strict = ['-d', 'memory_limit=64M', '-d', 'error_reporting=-1', '-d', 'display_errors=1'];
  const {status, stdout, stderr} = spawnSync(php!, [...strict, '-r', WRITE], {
    input: JSON.stringify({
      attributes: {api: 'https://a.example/p.json', project: 'monts'},
      language: 'fr',
      author: '',
      ...page,
    }),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  // Warnings are printed too.
  assert.doesNotMatch(stdout, /Warning|Notice|Deprecated/);
  return stdout.replace(/^<spass-project [^>]*>|<\/spass-project>$/g, '');
}

const documentWith = (project: object, more: object = {}) => ({
  // Without events: the clock decides if one has passed.
  'p.json': JSON.stringify({
    version: '1',
    ...sheetRecords,
    events: [],
    projects: [project],
    ...more,
  }),
});

/** Returns the text of HTML, with a line for each block. */
const linesOf = (html: string): readonly string[] =>
  html
    .replace(/<\/?(?:p|h\d|li|dt|dd|ul|dl)\b[^>]*>|<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&apos;', "'")
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

describe('the sheet of a project without JavaScript, in the plugins', {skip}, () => {
  it('F-22 begins with the statement and the emblem, in the language of the page', () => {
    for (const [language, statement] of Object.entries(EU_STATEMENT)) {
      const html = write({responses: documentWith(hills), language});
      assert.match(html, /^<p><svg [^>]*width="84" height="56" role="img" aria-label="[^"]{10,}">/);
      assert.equal(linesOf(html)[0], statement);
      assert.ok(html.includes(`<path fill="#fc0" d="${STARS}"/>`), 'the stars of the widgets');
    }
  });

  it('has aims, results, partners, budget, documents and contact', () => {
    const credits = {attribution: {text: 'CAUE du Nord', licence: 'Licence ouverte'}};
    const html = write({responses: documentWith(hills, credits)});
    assert.deepEqual(linesOf(html).slice(1), [
      'Les monts de Flandre',
      'Clim@Monts',
      'Une trame écologique renforcée sur les monts de Flandre.',
      'En bref',
      'Programme',
      'Interreg VI France-Wallonie-Vlaanderen (2021–2027)',
      'Durée du projet',
      '2024–2027',
      'Budget',
      '4\u202f000\u202f000\u00a0€',
      'Part de l’Union européenne',
      '2\u202f400\u202f000\u00a0€\u00a0· 60\u00a0%\u00a0· FEDER',
      'Lieu',
      'Bailleul',
      'Objectifs',
      'Relier les haies.',
      'Garder l’eau.',
      'Résultats',
      'Douze kilomètres de haies plantés.',
      'Partenaires',
      'Département du Nord\u00a0· Chef de file\u00a0· France',
      'Provincie West-Vlaanderen\u00a0· Partenaire\u00a0· Belgique',
      'Commune de Bailleul\u00a0· France',
      'Documents',
      'La synthèse, PDF, 2,4\u202fMo (en néerlandais)',
      'Sources',
      'La page du programme',
      'Participer',
      'Donner mon avis',
      'Contact',
      'Jeanne Martin, Cheffe de projet',
      'jeanne@example.org',
      'Source\u00a0: CAUE du Nord\u00a0· Licence\u00a0: Licence ouverte',
    ]);
    assert.match(html, /<a href="mailto:jeanne@example\.org">/);
  });

  it('asks an API for the project and for its programme', () => {
    const responses = {
      'api/projects': JSON.stringify({version: '1', items: [hills]}),
      'api/programmes': JSON.stringify({version: '1', items: sheetRecords.programmes}),
    };
    const attributes = {api: 'https://a.example/api', project: 'monts', programme: 'autre'};
    const lines = linesOf(write({responses, attributes}));
    assert.equal(lines[0], EU_STATEMENT['fr']);
    assert.ok(lines.includes('Interreg VI France-Wallonie-Vlaanderen (2021–2027)'));
    const {'api/projects': project} = responses;
    const alone = linesOf(write({responses: {'api/projects': project}, attributes}));
    assert.equal(alone[0], EU_STATEMENT['fr'], 'the budget names the Union too');
  });

  it('has the projects of a portfolio, from a document and from an API', () => {
    const attributes = {api: 'https://a.example/p.json', project: 'portefeuille'};
    const api = {
      'api/projects': JSON.stringify({version: '1', items: sheetRecords.projects}),
      'api/programmes': JSON.stringify({version: '1', items: sheetRecords.programmes}),
    };
    for (const page of [
      {responses: {'p.json': JSON.stringify({version: '1', ...sheetRecords})}, attributes},
      {responses: api, attributes: {...attributes, api: 'https://a.example/api'}},
    ]) {
      const html = write(page);
      const list = /<h4>Projets de ce portefeuille<\/h4><ul>(.*?)<\/ul>/.exec(html)?.[1];
      assert.equal(
        list,
        '<li><a href="https://example.org/monts">Les monts de Flandre</a></li><li>Le marais audomarois</li>',
      );
      assert.match(html, /<h3><a href="https:\/\/example.org\/eutopia">EUTOPIA<\/a><\/h3>/);
    }
  });

  describe('its next meeting', () => {
    const meetingOf = (events: readonly object[], project: object = hills): string | undefined =>
      /<h4>Prochaine rencontre<\/h4>(.*?)<h4>/.exec(
        write({responses: documentWith(project, {events})}),
      )?.[1];
    const walk = {id: 'balade', title: 'Balade', project: 'monts', place: 'Bailleul'};

    it('is the one that the project names, with its day, times and place', () => {
      const sooner = {id: 'avant', title: 'Avant', project: 'monts', period: {start: '2990-01-01'}};
      const period = {start: '2999-12-05T09:00:00Z', end: '2999-12-05T11:00:00Z'};
      assert.equal(
        meetingOf([sooner, {...walk, period}]),
        '<p><time datetime="2999-12-05T10:00">2999-12-05, 10:00–12:00</time><br>Balade<br>Bailleul</p>',
      );
    });

    it('is else the first of its events that has not passed and takes place', () => {
      const events = [
        {...walk, period: {start: '2001-01-01', end: '2001-01-02'}},
        {...walk, id: 'b', title: 'Loin', period: {start: '2999-02'}},
        {...walk, id: 'c', title: 'Annulée', period: {start: '2999-01-01'}, status: 'Cancelled'},
        {...walk, id: 'd', title: 'Ailleurs', project: 'autre', period: {start: '2999-01-01'}},
        {...walk, id: 'e', title: 'Bientôt', period: {start: '2001-01-01', end: '2999-01-31'}},
      ];
      assert.match(meetingOf(events) ?? '', /2001-01-01 – 2999-01-31<\/time><br>Bientôt<br>/);
      assert.equal(meetingOf(events.slice(0, 1)), undefined);
    });

    it('is the record of the project itself, or comes from an API', () => {
      const next = {title: 'Chantier', period: {start: '2999-05-01'}};
      assert.match(meetingOf([], {...hills, next}) ?? '', /Chantier/);
      const items = [{...walk, period: {start: '2999-12-05'}}];
      const responses = {
        'api/projects': JSON.stringify({version: '1', items: [hills]}),
        'api/events': JSON.stringify({version: '1', items}),
      };
      const html = write({responses, attributes: {api: 'https://a.example/api', project: 'monts'}});
      assert.match(html, /2999-12-05<\/time><br>Balade/);
    });
  });

  it('has the logo of the programme, from the server of its API', () => {
    const funding = {
      text: {fr: 'Avec le soutien du FEDER'},
      logo: {src: '/logo.svg', alt: {nl: 'Het logo'}},
    };
    const withLogo = (logo: object) =>
      write({
        responses: documentWith(hills, {
          programmes: [{...sheetRecords.programmes[0], funding: {...funding, logo}}],
        }),
      });
    assert.match(
      withLogo(funding.logo),
      /^<p><img src="https:\/\/a\.example\/logo\.svg" alt="Het logo" lang="nl" height="56"> <strong>Avec/,
    );
    for (const src of ['javascript:pwned()', '//b.example/x.svg', 'mailto:a@b.example', 3, ['x']])
      assert.match(withLogo({src}), /^<p><svg /);
  });

  it('has the statement of the programme, and that of the Regulation in its place in another language', () => {
    const funding = {text: {fr: 'Avec le soutien du FEDER', nl: 'Met steun van het EFRO'}};
    const programmes = [{...sheetRecords.programmes[0], funding}];
    for (const [language, statement] of [
      ['fr', 'Avec le soutien du FEDER'],
      ['nl', 'Met steun van het EFRO'],
      ['de', 'Kofinanziert von der Europäischen Union'],
    ] as const) {
      const html = write({responses: documentWith(hills, {programmes}), language});
      assert.equal(linesOf(html)[0], statement);
      assert.match(html, /^<p><svg/);
    }
  });

  it('has no statement for a project without support, and no empty part', () => {
    const html = write({responses: documentWith({id: 'monts', title: 'Les monts'})});
    assert.equal(html, '<h3>Les monts</h3>');
    assert.equal(write({responses: documentWith({id: 'monts'})}), '<h3>Sans titre (monts)</h3>');
  });

  it('ends with a way to report an error, which the page may hide', () => {
    const responses = documentWith(hills, {contact: 'mailto:a@a.example'});
    const attributes = {api: 'https://a.example/p.json', project: 'monts', hide: 'foot-details'};
    assert.match(
      write({responses}),
      /<a href="mailto:a@a\.example">Signaler une erreur<\/a><\/p>$/,
    );
    assert.doesNotMatch(write({responses, attributes}), /a@a\.example/);
  });

  it('leaves the place to the content of the author if there is no such project', () => {
    const author = '<a href="/projet">Le projet</a>';
    assert.equal(write({responses: documentWith({id: 'autre'}), author}), author);
    assert.equal(write({responses: {}, author}), author);
  });

  it('S-01 reads fields of any type, and writes texts as text', () => {
    const hostile = {
      id: 'monts',
      title: '<img src=x onerror=pwned()>[spass widget="agenda"]',
      url: 'javascript:pwned()',
      acronym: ['a'],
      description: {fr: '</p><script>pwned()</script>', nl: 3},
      aims: 7,
      results: [['a']],
      budget: {eu: '<b>', total: -1, rate: 60, currency: ['x']},
      extra: {'<b>': ['<i>', {a: 1}, 2], x: null},
      lead: {a: 1},
      partners: [null, 3, {name: {fr: 'x'}}, {name: '"><b>', role: ['x'], country: '<b>'}],
      documents: [{url: 'data:text/html,x'}, 3, {url: 'https://a.example/"><b>', title: '<b>'}],
      sources: 'x',
      participate: {label: '<b>', url: 'vbscript:x'},
      contact: {name: '<b>', email: 'a@b.example"><b>'},
      period: 'x',
      commune: [1],
      programme: {a: 1},
    };
    const html = write({responses: documentWith(hostile)});
    assert.doesNotMatch(html, /<(?:script|img|b|i)\b|javascript:|vbscript:|\[|onerror=(?!pwned)/);
    assert.equal(linesOf(html)[0], EU_STATEMENT['fr']);
    const broken = {
      ...hostile,
      next: {period: 'x'},
      contact: 4,
      partners: {},
      documents: {},
      budget: 'x',
      extra: [1],
    };
    write({
      responses: documentWith(broken, {
        programmes: [1, {}, {id: []}],
        events: [1, {period: {start: ['x']}}],
        attribution: 'x',
      }),
    });
  });
});
