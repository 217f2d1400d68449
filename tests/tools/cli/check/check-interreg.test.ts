import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {serve} from '../altering-proxy.js';
import {runShell} from '../shell.js';

interface Report {
  readonly notice: string;
  readonly faults: readonly {name: string; message: string}[];
  readonly merits: readonly {name: string; message: string}[];
}

const checkFile = async (name: string, content: string) => {
  const words = ['check', '--interreg', name, '--json', '--lang', 'en'];
  const {code, out, err} = await runShell(words, {[name]: content});
  assert.equal(err, '');
  const report = JSON.parse(out) as Report;
  assert.equal(code, report.faults.length === 0 ? 0 : 1);
  assert.match(report.notice, /^The manual of your programme decides/);
  return {
    names: report.faults.map(one => one.name),
    said: report.faults.map(({message}) => message),
    merits: report.merits.map(one => one.name),
  };
};
const page = (body: string, lang = 'fr') =>
  checkFile('page.html', `<!doctype html><html lang="${lang}"><body>${body}</body></html>`);

const programme = {id: 'vi', title: 'Interreg VI', generation: 'VI'};
const whole = {
  id: 'monts',
  title: {fr: 'Les monts'},
  programme: 'vi',
  description: 'Des haies.',
  aims: 'Relier.',
  results: 'Douze kilomètres.',
  lead: 'Le Nord',
  budget: {total: 4_000_000, eu: 2_400_000},
};
const data = (projects: readonly unknown[], programmes: readonly unknown[] = [programme]) =>
  checkFile('portail.json', JSON.stringify({version: '1', projects, programmes}));

describe('check --interreg', () => {
  it('finds nothing missing on a page with the sheet of a project, whatever editor wrote it', async () => {
    for (const body of [
      '<spass-project api="/api"></spass-project>',
      '<div data-spass="project" data-api="/api"></div>',
      '<h2>Nos objectifs</h2><p>Résultats attendus</p><p><img src="eu.png" alt="Drapeau de l’Union européenne"> Cofinancé par l&#39;Union&nbsp;européenne</p>',
    ])
      assert.deepEqual((await page(body)).names, [], body);
  });

  it('names the missing parts of a page, with its source', async () => {
    const {names, said} = await page(
      '<p>Bienvenue</p><script>"Cofinancé par l’Union européenne"</script>',
    );
    assert.deepEqual(names, [
      'interregNoStatement',
      'interregNoEmblem',
      'interregPageNoAims',
      'interregPageNoResults',
    ]);
    for (const one of said) assert.match(one, /2021\/1059, article 36\(4\)|2021\/1060, annex IX/);
  });

  it('notices a statement in another language than the page', async () => {
    const body =
      '<p>Doelstellingen, resultaten</p><img alt="EU"><p>Cofinancé par l’Union européenne</p>';
    const {names, said} = await page(body, 'nl-BE');
    assert.deepEqual(names, ['interregOtherLanguage']);
    assert.match(said[0]!, /nl.*Medegefinancierd door de Europese Unie/);
  });

  const aims = '<h2>Objectifs</h2><h2>Résultats</h2>';
  const flag = '<img src="eu.png" alt="Drapeau de l\'Union européenne">';
  for (const [name, body, missing, said] of [
    [
      'one frame',
      '<iframe src="https://exemple.fr/projet"></iframe>',
      ['interregNoStatement', 'interregNoEmblem'],
      'interregFrame',
    ],
    [
      'a frame of the package',
      '<iframe src="/cdn/embed.html?api=/api&amp;widget=project"></iframe>',
      [],
      'interregWidget',
    ],
    [
      'the statement in the text of a logo alone',
      '<img src="logo.png" alt="Interreg - Cofinancé par l\'Union européenne">',
      [],
      'interregStatementInAlt',
    ],
    [
      'a background with a role',
      '<div role="img" aria-label="Union européenne" class="eu"></div> COFINANCE PAR L\'UNION EUROPEENNE',
      [],
      'interregStatementFound',
    ],
    [
      'a background without a text',
      '<div class="eu"></div> Cofinancé par l’Union européenne',
      ['interregNoEmblem'],
      'interregStatementFound',
    ],
    [
      'a sentence with tags and references',
      `${flag} Cofinanc&eacute; par&nbsp;l&rsquo;<strong>Union</strong><br>europ&#233;enne`,
      [],
      'interregStatementFound',
    ],
    [
      'a sentence that is not shown',
      `${flag}<!-- <p>Cofinancé par l’Union européenne</p> --><template>Cofinancé par l’Union européenne</template>`,
      ['interregNoStatement'],
      'interregDocuments',
    ],
    [
      'a widget that is not shown',
      '<!-- <spass-project></spass-project> -->',
      ['interregNoStatement', 'interregNoEmblem'],
      'interregEmblemRules',
    ],
    [
      'two languages',
      `${flag} Cofinancé par l’Union européenne. <p lang="nl">Medegefinancierd door de Europese Unie</p>`,
      [],
      'interregStatementFound',
    ],
  ] as const)
    it(`reads a page with ${name}`, async () => {
      const {names, merits} = await page(`${aims}${body}`);
      assert.deepEqual(names, missing);
      assert.ok(merits.includes(said), merits.join());
      assert.ok(merits.includes('interregOnSite'), 'reminds of poster, plaque and event');
    });

  it('reads the projects of a document, and reminds of poster, plaque and event', async () => {
    const {names, merits} = await data([whole, {...whole, id: 2, budget: {total: 6e6, rate: 60}}]);
    assert.deepEqual(names, []);
    assert.deepEqual(
      new Set(merits),
      new Set(['interregProjects', 'interregPlaque', 'interregEvent']),
    );
    const small = await data([{...whole, budget: {total: 90_000, eu: 54_000}}]);
    assert.ok(small.merits.includes('interregPoster'));
  });

  it('names the missing fields of a project: an empty text counts as missing', async () => {
    const {names} = await data([
      {id: 1, programme: 'vi', aims: {fr: ' '}, description: {}, budget: {total: 'beaucoup'}},
    ]);
    assert.deepEqual(names, [
      'interregNoDescription',
      'interregNoAims',
      'interregNoResults',
      'interregNoSupport',
      'interregNoPartners',
    ]);
    const unknown = await data([whole], []);
    assert.deepEqual(unknown.names, ['interregNoProgramme']);
  });

  it('leaves out the projects of earlier programmes, and says if there is no other', async () => {
    const older = {id: 'iii', generation: 'III', period: {start: '2000'}};
    const {names} = await data([{id: 1, programme: 'iii', budget: {eu: 5}}], [older]);
    assert.deepEqual(names, ['interregNoProject']);
  });

  it('reads a page and an API by their address', async t => {
    const url = await serve(t, ({url: path = ''}, response) => {
      const items = path.includes('programmes') ? [programme] : [whole];
      if (path.startsWith('/api/')) response.end(JSON.stringify({version: '1', items}));
      else if (path === '/page')
        response.end('<html lang="fr"><spass-project></spass-project></html>');
      else response.writeHead(404).end();
    });
    for (const path of ['/api', '/page']) {
      const {code, out} = await runShell(['check', '--interreg', `${url}${path}`]);
      assert.equal(code, 0, out);
      assert.match(out, /Le manuel de votre programme décide/);
    }
    const missing = await runShell(['check', '--interreg', `${url}/nothing`]);
    assert.equal(missing.code, 1);
  });

  it('reports files of the wrong kind, and missing ones', async () => {
    assert.deepEqual((await checkFile('a.txt', 'Bonjour')).names, ['interregUnreadable']);
    assert.deepEqual((await checkFile('a.json', '{}')).names, ['interregNoProject']);
    const {code, err} = await runShell(['check', '--interreg', 'absent.json']);
    assert.equal(code, 1);
    assert.match(err, /absent\.json/);
  });
});
