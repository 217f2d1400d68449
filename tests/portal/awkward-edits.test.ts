// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {writeXlsx} from 'hucre/xlsx';
import {drawLandscape} from '../../portal/src/publish/template/landscape.js';
import {PortalFolder, workbookOf} from '../support/published-folder.js';

const said = ({messages}: PortalFolder): string =>
  messages.join('\n').replace(/[\u00a0\u202f]/g, ' ');

const recordsIn = async (folder: PortalFolder): Promise<readonly string[]> =>
  (await folder.files()).filter(path => /^projets\/.+\/index\.html$/.test(path));

describe('a folder with an odd address', () => {
  it('names a document without title by its file, also with a bare percent sign', async t => {
    const folder = await PortalFolder.with(t, {
      'ressources.csv':
        'id;titre;document\na;Le guide;https://commune.example/doc/taux%20a%20100%.pdf\n',
    });
    await folder.publish();
    const page = (await folder.files()).find(path => /^ressources\/a\/index\.html$/.test(path));
    assert.match(await folder.read(page ?? ''), /100%\.pdf/);
  });
});

describe('a folder that is published again after an edit', () => {
  it('has the page of a renamed record at its new address alone, and names its text', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre\ncanal;Le canal\nhalle;La halle\n',
      'textes/canal.md': 'Une promenade',
    });
    await folder.publish();
    await folder.write({'projets.csv': 'id;titre\nvoie-d-eau;Le canal\nhalle;La halle\n'});
    await folder.publish();
    assert.deepEqual(await recordsIn(folder), [
      'projets/halle/index.html',
      'projets/voie-d-eau/index.html',
    ]);
    assert.match(said(folder), /aucune fiche n’a l’identifiant de ce texte : canal\.md/);
  });

  it('names the cell of a picture that is gone, and keeps no file of it', async t => {
    const folder = await PortalFolder.with(t, {
      'portail.xlsx': await workbookOf({
        Projets: [
          ['Titre', 'Image'],
          ['Le canal', 'canal.jpg'],
        ],
      }),
      'fichiers/canal.jpg': await drawLandscape(1),
    });
    await folder.publish();
    await rm(join(folder.path, 'fichiers/canal.jpg'));
    await folder.publish();
    assert.match(said(folder), /feuille « Projets », cellule B2 : le fichier canal\.jpg/);
    assert.deepEqual(
      (await folder.files()).filter(path => path.startsWith('medias/')),
      [],
    );
  });

  it('gains and loses the pages of a language, and has the same bytes as before', async t => {
    const folder = await PortalFolder.with(t, {'projets.csv': 'id;titre\ncanal;Le canal\n'});
    await folder.publish();
    const before = await folder.read('SHA256SUMS');
    await folder.write({'portail.yaml': 'langues: fr, nl\n'});
    await folder.publish();
    assert.ok((await folder.files()).includes('nl/projecten/canal/index.html'));
    await folder.write({'portail.yaml': ''});
    await folder.publish();
    assert.equal(await folder.read('SHA256SUMS'), before);
    assert.ok(!(await folder.files()).some(path => path.startsWith('nl/')));
  });

  it('has a page for each of several identifiers with one address, and for very long ones', async t => {
    const long = 'Un très long titre '.repeat(16);
    const folder = await PortalFolder.with(t, {
      'projets.csv': `id;titre\nété;A\nete;B\nÉTÉ;C\n${'é'.repeat(300)};D\n${'é'.repeat(301)};E\n`,
      'projets 2.csv': `titre\n${long}\n${long} bis\n`,
    });
    await folder.publish();
    assert.equal((await recordsIn(folder)).length, 7);
    const ids = (JSON.parse(await folder.read('api/portail.json')) as {projects: {url: string}[]})
      .projects;
    assert.equal(new Set(ids.map(({url}) => url)).size, 7);
  });

  it('finds files whose names are decomposed, as macOS writes them', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre;image\nécole;École;école.jpg\n',
      [`fichiers/${'école.jpg'.normalize('NFD')}`]: await drawLandscape(1),
      [`textes/${'école.md'.normalize('NFD')}`]: 'Une *longue* histoire',
    });
    await folder.publish();
    assert.equal(folder.messages.length, 2, said(folder));
    assert.match(await folder.read('projets/ecole/index.html'), /<em>longue<\/em>/);
    assert.ok((await folder.files()).some(path => path.startsWith('medias/ecole-')));
  });

  it('has the same texts from a CSV file of any program', async t => {
    const latin = Buffer.from(
      'Titre;Résumé\r\nÉcole;À côté de l’été\r\n'.replace('’', '\x92'),
      'latin1',
    );
    const tables = [
      latin,
      '\uFEFF"Titre";"Résumé"\r\n"École";"À côté de l’été"\r\n\r\n\r\n',
      'Titre\tRésumé\nÉcole\tÀ côté de l’été\n',
      'Titre,Résumé\nÉcole,"À côté de l’été"',
      ';Titre;;Résumé;;\n;École;;À côté de l’été;;\n',
    ];
    for (const table of tables) {
      const folder = await PortalFolder.with(t, {'projets.csv': table});
      await folder.publish();
      assert.equal(folder.messages.length, 2, said(folder));
      const {projects} = JSON.parse(await folder.read('api/portail.json')) as {
        projects: {title: string; description: string}[];
      };
      assert.equal(projects[0]?.title, 'École');
      assert.equal(projects[0].description, 'À côté de l’été');
    }
  });

  it('names hidden rows and columns, which are published', async t => {
    const folder = await PortalFolder.with(t, {
      'portail.xlsx': await writeXlsx({
        sheets: [
          {
            name: 'Projets',
            rows: [
              ['Titre', 'Résumé'],
              ['A', 'x y'],
              ['B', 'z'],
              ['C', null],
              ['D', null],
            ],
            rowDefs: new Map([1, 3, 4].map(row => [row, {hidden: true}])),
            columns: [{}, {hidden: true}],
          },
        ],
      }),
    });
    await folder.publish();
    assert.match(said(folder), /« Projets » : lignes masquées et publiées : 2, 4–5\./);
    assert.match(said(folder), /« Projets » : colonnes masquées et publiées, .* : B\./);
    assert.equal((await recordsIn(folder)).length, 4);
  });
});
