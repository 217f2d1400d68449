import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {readFolder} from '../../portal/src/api/read-folder.js';

let parent: string;
before(async () => (parent = await mkdtemp(join(tmpdir(), 'folder-'))));
after(() => rm(parent, {recursive: true, force: true}));

/** Writes files to a new folder, and reads them as a portal. */
async function read(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(parent, 'portal-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), text);
  }
  const messages: string[] = [];
  const report = (message: string) => void messages.push(message);
  const portal = await readFolder(folder, {language: 'fr', report});
  return {portal, messages};
}

const ids = (records: readonly {readonly id: unknown}[] | undefined) =>
  (records ?? []).map(({id}) => id);

describe('a folder of a portal', () => {
  it('may have JSON, tables and a calendar side by side', async () => {
    const {portal, messages} = await read({
      'about.json': '{"attribution": {"text": "CAUE"}, "contact": "https://caue.example/"}',
      'portals.json': '\uFEFF[{"id": "ors", "title": "Ors"}]',
      'Projets.csv': 'id;titre;budget\np1;Le canal;1000\np2;La halle;',
      'agenda.csv': 'id;titre;début;fin\ne1;Visite;2026-12-05;2026-12-05',
      'portail-du-voisin.json': '{"version": "1", "projects": [{"id": "p3", "title": "Le pont"}]}',
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'LISEZMOI.md': '# Notes',
      'notes.json': '{"projects/p1": "Le budget est à vérifier."}',
      '.~lock.Projets.csv#': 'Jeanne',
      '~$budget.xlsx': 'lock of Excel',
      'images/photo.jpg': '',
    });
    assert.deepEqual(ids(portal.portals), ['ors']);
    assert.deepEqual(ids(portal.projects), ['p1', 'p2', 'p3']);
    assert.deepEqual(ids(portal.events), ['e1']);
    assert.deepEqual(portal.attribution, {text: 'CAUE'});
    assert.equal(portal.contact, 'https://caue.example/');
    assert.ok(
      messages.every(message => message.startsWith('Projets.csv')),
      messages.join('\n'),
    );
  });

  it('may not have JSON that is nested without end', async () => {
    const nested = '['.repeat(30_000) + ']'.repeat(30_000);
    const project = `{"id": "p", "title": "Le pont", "extra": {"x": ${nested}}}`;
    await assert.rejects(read({'portail.json': `{"version": "1", "projects": [${project}]}`}), {
      message: 'The file portail.json is nested more than 1000 levels deep.',
    });
  });

  it('may have links to files and to folders', async () => {
    const folder = await mkdtemp(join(parent, 'linked-'));
    await mkdir(join(folder, 'images'));
    await writeFile(join(parent, 'portals.json'), '[{"id": "ors", "title": "Ors"}]');
    await symlink(join(folder, 'images'), join(folder, 'photos'));
    await symlink('../portals.json', join(folder, 'portals.json'));
    const options = {language: 'fr', report: () => undefined};
    assert.deepEqual(ids((await readFolder(folder, options)).portals), ['ors']);
    await symlink('../deleted.csv', join(folder, 'projets.csv'));
    await assert.rejects(readFolder(folder, options), {
      message: 'The file projets.csv cannot be read: it is a link to a file that does not exist',
    });
  });

  it('may be empty', async () => {
    assert.deepEqual((await read({})).portal, {});
  });

  it('names a file that it does not understand', async () => {
    const {messages} = await read({'notes.docx.bak': 'x', 'base.sqlite': 'SQLite format 3'});
    assert.deepEqual(
      messages.map(message => message.split(':')[0]),
      ['base.sqlite', 'notes.docx.bak'],
    );
  });

  it('leaves out JSON without records, with a message', async () => {
    const {portal, messages} = await read({'package.json': '{"name": "portail"}'});
    assert.deepEqual(portal, {});
    assert.match(messages.join('\n'), /^package\.json/);
  });

  it('names ids that several files repeat', async () => {
    const {messages} = await read({
      'projects.json': '[{"id": 1, "title": "Un"}]',
      'projets.csv': 'id;titre\n1;Encore',
    });
    assert.match(messages.join('\n'), /projects: several records have the same id: 1/);
  });

  for (const [what, files, said] of [
    [
      'JSON with a comma too many',
      {'projects.json': '[{"id": 1},]'},
      /projects\.json is not valid/,
    ],
    ['a table without rows', {'projets.csv': '\n\n'}, /projets\.csv cannot be converted/],
    ['a workbook that is none', {'projets.xlsx': 'PK not a zip'}, /projets\.xlsx cannot be/],
  ] as const)
    it(`is refused with a sentence that names the file: ${what}`, async () => {
      await assert.rejects(read(files), said);
    });

  it('is refused if it does not exist', async () => {
    await assert.rejects(
      readFolder(join(parent, 'nowhere'), {language: 'fr', report: () => undefined}),
      /nowhere cannot be read/,
    );
  });
});
