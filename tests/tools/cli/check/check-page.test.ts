import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {runShell} from '../shell.js';
import {serve} from '../altering-proxy.js';

interface Report {
  readonly faults: readonly {name: string; message: string}[];
  readonly merits: readonly {name: string; message: string}[];
}

const SCRIPT =
  '<script src="https://exemple.fr/spass/0.1.0/spass-widgets.js" integrity="sha384-AAA" crossorigin="anonymous" defer></script>';

/** Returns a page without CORS headers: a web page needs none. */
const pageWith = (body: string): string =>
  `<!doctype html><html lang="fr"><head><title>Page</title></head><body data-x="{&quot;a&quot;:1}"><h1>Page</h1>${body}</body></html>`;

async function checkPage(t: TestContext, body: string, status = 200) {
  const url = await serve(t, (_request, response) => {
    response.statusCode = status;
    response.end(pageWith(body));
  });
  const words = ['check', `${url}/agenda`, '--source', 'page', '--json', '--lang', 'en'];
  const {code, out, err} = await runShell(words);
  assert.equal(err, '');
  const {faults, merits} = JSON.parse(out) as Report;
  assert.equal(code, faults.length === 0 ? 0 : 1);
  return {
    names: faults.map(({name}) => name),
    said: faults.map(({message}) => message),
    merits: merits.map(({message}) => message),
  };
}

// It reads dist/custom-elements.json: the stage of built files runs this file.
describe('check of a page with pasted widgets', () => {
  it('reports no problem for correct markup, and lists the widgets', async t => {
    const {names, merits} = await checkPage(
      t,
      `${SCRIPT}<spass-portal api="/api"><spass-resource-list limit="6" q="a &amp; b"><a href="/">Tout</a></spass-resource-list></spass-portal>
<div data-spass="project-map" data-api="/portail.json" class="large"></div>
<iframe src="https://exemple.fr/spass/0.1.0/embed.html?widget=agenda&amp;api=https%3A%2F%2Fexemple.fr%2Fapi" title="Agenda"></iframe>`,
    );
    assert.deepEqual(names, []);
    assert.deepEqual(merits, ['widgets found: portal, resource-list, project-map, agenda']);
  });

  for (const [what, body, said] of [
    [
      'a tag and attributes that do not exist, and a value that makes no sense',
      `${SCRIPT}<spass-ressource-list apii="/api" limit="six"></spass-ressource-list>`,
      [
        'there is no widget “ressource-list”: write “resource-list”',
        'there is no attribute “apii”: write “api”',
        'limit: “six” is not valid; give a number from 1 to 500',
      ],
    ],
    [
      'the second of two widgets too',
      `${SCRIPT}<spass-agenda api="/api"></spass-agenda><div data-spass="agenda" data-limits="3"></div>`,
      ['there is no attribute “limits”: write “limit”'],
    ],
    [
      'a frame with a repeated parameter',
      `<iframe src="https://exemple.fr/spass/0.1.0/embed.html?widget=agenda&amp;api=/api&amp;api=/autre" title="Agenda"></iframe>`,
      ['“api” is given more than once: keep one, otherwise a frame shows nothing'],
    ],
    [
      'a script without a full version and without its hash',
      '<script src="https://exemple.fr/spass/latest/spass-widgets.js"></script><spass-agenda api="/api"></spass-agenda>',
      [
        'the version at https://exemple.fr/spass/latest/spass-widgets.js may change: use a complete version number',
        'the script has no “integrity”: add the hash from sri.json, so that a modified file does not run',
      ],
    ],
  ] as const)
    it(`names ${what}, and what to write instead`, async t =>
      assert.deepEqual((await checkPage(t, body)).said, said));

  for (const [what, body] of [
    ['a tag shown as text', '&lt;spass-agenda api=&quot;/api&quot;&gt;&lt;/spass-agenda&gt;'],
    ['an address escaped twice', '<spass-agenda api="/api?a=1&amp;amp;b=2"></spass-agenda>'],
    ['curly quotation marks', '<spass-agenda api=“/api” limit=“3”></spass-agenda>'],
  ] as const)
    it(`recognizes changes made by an editor: ${what}`, async t =>
      assert.deepEqual((await checkPage(t, SCRIPT + body)).names, ['mangled']));

  it('reports that the page has no widget, whatever its scripts contain', async t => {
    const script = '<script>const text = "<spass-agenda apii>";</script>';
    assert.deepEqual((await checkPage(t, script)).names, ['noWidget']);
  });

  it('reports that the page does not exist', async t =>
    assert.deepEqual((await checkPage(t, '', 404)).names, ['status']));

  it('reports in each language', async t => {
    const url = await serve(t, (_request, response) =>
      response.end(pageWith('<spass-agendas api="/api"></spass-agendas>')),
    );
    for (const [lang, sentence] of [
      [
        'fr',
        'aucun composant ne s’appelle «\u202fagendas\u202f»\u00a0: écrivez «\u202fagenda\u202f»',
      ],
      ['nl', 'er is geen widget “agendas”: schrijf “agenda”'],
      ['de', 'es gibt keine Komponente „agendas“: schreiben Sie „agenda“'],
    ] as const) {
      const {out} = await runShell(['check', url, '--source', 'page', '--lang', lang]);
      assert.ok(out.includes(sentence), out);
    }
  });
});
