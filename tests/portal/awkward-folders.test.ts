// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {mkdir, rm, symlink} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {runArchive} from '../../portal/src/publish/archive/archive-command.js';
import {sentenceOf} from '../../portal/src/publish/command-line.js';
import {drawLandscape} from '../../portal/src/publish/template/landscape.js';
import {PortalFolder} from '../support/published-folder.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const said = ({messages}: PortalFolder): string => plain(messages.join('\n'));

/** Returns the sentence with which a command ends. */
async function sentence(command: Promise<void>): Promise<string> {
  const error = await command.then(
    () => assert.fail('it succeeds'),
    (one: unknown) => one,
  );
  return plain(sentenceOf(error) ?? assert.fail(String(error)));
}

const halls = (word: string): Readonly<Record<string, string>> => ({
  'projets.csv': `id;titre;résumé\n${['a', 'b', 'c', 'd'].map(id => `${id};Titre ${id};${word}\n`).join('')}`,
});

describe('a publication that ends before its last file', () => {
  it('leaves no page of it in the next one', async t => {
    const folder = await PortalFolder.with(t, halls('grande'));
    await folder.publish();
    // A folder in place of a file stands for a full disk.
    const obstacle = join(folder.path, 'site/api/portail.json');
    await rm(obstacle);
    await mkdir(join(obstacle, 'x'), {recursive: true});
    await folder.write(halls('petite'));
    assert.match(await sentence(folder.publish()), /portail\.json : un fichier était attendu/);
    assert.match([...(await folder.pages()).values()].join(''), /petite/);
    await rm(obstacle, {recursive: true});
    await folder.write(halls('grande'));
    await folder.publish();
    for (const path of await folder.files())
      assert.doesNotMatch(await folder.read(path), /petite/, path);
  });
});

describe('a folder with links', () => {
  it('has the tables that links inside it lead to, and names the other links', async t => {
    const outside = await PortalFolder.with(t, {'acteurs.csv': 'nom\nCAUE\n'});
    const folder = await PortalFolder.with(t, {'anciens/projets.csv': 'id;titre\na;La halle\n'});
    await symlink('anciens/projets.csv', join(folder.path, 'projets.csv'));
    await symlink(join(outside.path, 'acteurs.csv'), join(folder.path, 'acteurs.csv'));
    await symlink('nulle-part', join(folder.path, 'agenda.csv'));
    await folder.publish();
    assert.ok((await folder.files()).includes('projets/a/index.html'));
    assert.match(said(folder), /^acteurs\.csv est un lien vers l’extérieur du dossier/m);
    assert.match(
      said(folder),
      /^agenda\.csv est un lien vers l’extérieur du dossier, ou vers rien/m,
    );
    assert.ok(!(await folder.files()).some(path => path.startsWith('acteurs/')));
  });

  it('has no text from elsewhere on the machine, and links to nothing do not stop it', async t => {
    const outside = await PortalFolder.with(t, {'secret.md': 'pour personne'});
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre\na;La halle\n',
      'textes/b.md': 'Texte',
      'fichiers/note.txt': '',
    });
    await symlink(join(outside.path, 'secret.md'), join(folder.path, 'textes/a.md'));
    await symlink('nulle-part.md', join(folder.path, 'textes/c.md'));
    await symlink('nulle-part.jpg', join(folder.path, 'fichiers/plan.jpg'));
    await folder.publish();
    for (const [path, html] of await folder.pages()) assert.doesNotMatch(html, /personne/, path);
  });
});

describe('a part of a folder that cannot be read or written', () => {
  const files = {
    'projets.csv': 'id;titre;image\na;La halle;place.jpg\n',
    'textes/a.md': 'Texte',
  };

  it('does not replace a good site by one without its texts', async t => {
    const folder = await PortalFolder.with(t, files);
    await folder.publish();
    const before = await folder.read('SHA256SUMS');
    await rm(join(folder.path, 'textes'), {recursive: true});
    await symlink('textes', join(folder.path, 'textes'));
    assert.match(await sentence(folder.publish()), /\/textes : erreur du système ELOOP/);
    assert.equal(await folder.read('SHA256SUMS'), before);
  });

  it('does not replace a good site by one without its pictures', async t => {
    const place = {'fichiers/place.jpg': await drawLandscape(1)};
    const folder = await PortalFolder.with(t, {...files, ...place});
    await folder.publish();
    const before = await folder.read('SHA256SUMS');
    await rm(join(folder.path, '.cache-portail'), {recursive: true});
    await folder.write({'.cache-portail': ''});
    const said = await sentence(folder.publish());
    assert.match(said, /\.cache-portail\/.* : un dossier était attendu, et c’est un fichier\.$/);
    assert.equal(await folder.read('SHA256SUMS'), before);
  });
});

describe('settings and texts', () => {
  it('may be in the encoding of Windows', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre\na;La halle\n',
      'portail.yaml': Buffer.from('titre: Été à Ors\n', 'latin1'),
      'textes/a.md': Buffer.from('Une halle rénovée', 'latin1'),
    });
    await folder.publish();
    assert.match(await folder.read('index.html'), /<title>Été à Ors/);
    assert.match(await folder.read('projets/a/index.html'), /Une halle rénovée/);
  });

  for (const [what, yaml, reason] of [
    [
      'no YAML',
      'titre: Ors\nlangues: [fr\n',
      /^portail\.yaml, ligne \d+ : le fichier n’est pas du YAML/,
    ],
    [
      'a sentence',
      'Le portail d’Ors\n',
      /^portail\.yaml : attendu des lignes comme « titre: Ors »/,
    ],
    ['aliases', 'titre: &a Ors\nmots: *a\n', /^portail\.yaml : attendu des lignes .* sans renvois/],
  ] as const)
    it(`that are ${what} do not replace a good site`, async t => {
      const folder = await PortalFolder.with(t, {
        'projets.csv': 'id;titre\na;La halle\n',
        'portail.yaml': 'titre: Ors\nadresse: https://ors.example/\n',
      });
      await folder.publish();
      const before = await folder.read('SHA256SUMS');
      await folder.write({'portail.yaml': yaml});
      assert.match(await sentence(folder.publish()), reason);
      assert.equal(await folder.read('SHA256SUMS'), before);
    });

  it('that are nested without end are named', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre\na;La halle\n',
      'textes/a.md': `${'> '.repeat(20_000)}a`,
    });
    assert.match(await sentence(folder.publish()), /^textes\/a\.md : des citations .* imbriquées/);
  });
});

describe('an output that cannot be', () => {
  it('is named in one sentence', async t => {
    const folder = await PortalFolder.with(t, halls('grande'));
    const file = join(folder.path, 'projets.csv');
    assert.match(await sentence(folder.publish('--out', file)), /projets\.csv est un fichier :/);
    const below = folder.publish('--out', join(file, 'site'));
    assert.match(await sentence(below), /est un fichier :|un dossier était attendu/);
  });

  it('has an address and a date that can be read', async () => {
    const io = {out: () => undefined, err: () => undefined};
    assert.match(await sentence(runArchive(['https://'], io)), /^https:\/\/ n’est pas une adresse/);
    assert.match(await sentence(runArchive(['.', '--date', 'hier'], io)), /^--date hier : attendu/);
  });
});
