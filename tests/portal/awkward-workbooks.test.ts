import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {writeOds} from 'hucre/ods';
import {writeXlsx, type WriteSheet} from 'hucre/xlsx';
import {readSource} from '../../portal/src/publish/source/read-source.js';
import {PAGE_COLLECTIONS} from '../../portal/src/publish/source/records.js';
import {PortalFolder} from '../support/published-folder.js';
import {libreOffice} from '../tools/convert/workbooks.js';

/** Reads a folder; returns its records and what it says, with plain spaces. */
async function read(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await PortalFolder.with(t, files);
  const said: string[] = [];
  const {records} = await readSource(
    folder.path,
    line => void said.push(line.replace(/[\u00a0\u202f]/g, ' ')),
  );
  const filled = PAGE_COLLECTIONS.flatMap(name =>
    records[name].length > 0 ? [[name, records[name]] as const] : [],
  );
  return {records: Object.fromEntries(filled) as Readonly<Record<string, unknown[]>>, said};
}

const xlsx = (...sheets: WriteSheet[]) => writeXlsx({sheets});

/** Cell of an OpenDocument table. */
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.join('')}</table:table-row>`;

describe('a workbook that a person has made for persons', () => {
  it('has the value of a merged cell in each of its rows', async t => {
    const merged = {
      name: 'Projets',
      rows: [
        ['Nos projets', null, null],
        ['Titre', 'Thèmes', 'Début'],
        ['Canal', 'Eau', '2024'],
        ['Écluse', null, '2025'],
        ['Halle', 'Bourg', null],
      ],
      merges: [
        {startRow: 0, startCol: 0, endRow: 0, endCol: 2},
        {startRow: 2, startCol: 1, endRow: 3, endCol: 1},
      ],
    };
    const spreadsheet =
      row(cell('Titre'), cell('Thèmes'), cell('Début')) +
      row(cell('Canal'), cell('Eau', ' table:number-rows-spanned="2"'), cell('2024')) +
      row(cell('Écluse'), '<table:covered-table-cell/>', cell('2025')) +
      row(cell('Halle'), cell('Bourg'));
    for (const [name, bytes] of [
      ['portail.xlsx', await xlsx(merged)],
      [
        'portail.ods',
        libreOffice(`<table:table table:name="Projets">${spreadsheet}</table:table>`),
      ],
    ] as const) {
      const {records} = await read(t, {[name]: bytes});
      assert.deepEqual(
        records['projects']?.map(one => (one as {themes: unknown}).themes),
        [['Eau'], ['Eau'], ['Bourg']],
        name,
      );
    }
  });

  it('names the cells whose formula has failed, or has no result in the file', async t => {
    const formula = {type: 'formula', formula: 'B2/2'} as const;
    const {records, said} = await read(t, {
      'portail.xlsx': await xlsx({
        name: 'Projets',
        rows: [
          ['Titre', 'Budget total', 'FEDER'],
          ['Canal', 10, null],
          ['Halle', '#DIV/0!', 'Err:508'],
        ],
        cells: new Map([['1,2', formula]]),
      }),
    });
    assert.equal(said.length, 3, said.join('\n'));
    assert.match(said.join('\n'), /cellule C2 \(FEDER\) : le résultat de la formule n’est pas/);
    assert.match(said.join('\n'), /cellule B3 \(Budget total\) : la formule a échoué : #DIV\/0!/);
    assert.match(said.join('\n'), /cellule C3 \(FEDER\) : la formule a échoué : Err:508/);
    assert.deepEqual(records['projects'], [
      {id: 'canal', title: 'Canal', budget: {total: 10}},
      {id: 'halle', title: 'Halle'},
    ]);
  });

  it('has its dates in the system of 1904, of 1900, or written as text', async t => {
    const visit = new Date('2027-05-04T15:00:00Z');
    for (const dateSystem of ['1900', '1904'] as const) {
      const sheets = [
        {
          name: 'Agenda',
          rows: [
            ['Titre', 'Début'],
            ['Visite', visit],
          ],
        },
      ];
      const {records, said} = await read(t, {
        'portail.xlsx': await writeXlsx({sheets, dateSystem}),
      });
      assert.deepEqual(said, [], dateSystem);
      assert.deepEqual(
        records['events'],
        [{id: 'visite', title: 'Visite', period: {start: '2027-05-04T15:00:00'}}],
        dateSystem,
      );
    }
    const texts = [
      '12/03/2027',
      '12. März 2027',
      'samedi 4 avril 2027 à 14h30',
      'bientôt',
      '30/02/2027',
    ];
    const {records, said} = await read(t, {
      'portail.xlsx': await xlsx({
        name: 'Agenda',
        rows: [['Titre', 'Début'], ...texts.map((text, i) => [`Visite ${i}`, text])],
      }),
    });
    assert.deepEqual(
      records['events']?.map(one => (one as {period: {start?: string}}).period.start),
      ['2027-03-12', '2027-03-12', '2027-04-04T14:30', undefined, undefined],
    );
    assert.equal(said.length, 2);
    assert.match(said.join('\n'), /cellule B5 \(Début\).*"bientôt"\n.*cellule B6.*"30\/02\/2027"/);
  });

  it('has repeated cells and a million empty rows, as LibreOffice saves them', async t => {
    const table =
      row(
        cell('Titre'),
        cell('Thèmes'),
        '<table:table-cell table:number-columns-repeated="16382"/>',
      ) +
      row(cell('Halle', ' table:number-columns-repeated="2"')) +
      `<table:table-row table:number-rows-repeated="2">${cell('Canal')}${cell('Eau')}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const {records} = await read(t, {
      'portail.ods': libreOffice(`<table:table table:name="Projets">${table}</table:table>`),
    });
    assert.deepEqual(records['projects'], [
      {id: 'halle', title: 'Halle', themes: ['Halle']},
      {id: 'canal', title: 'Canal', themes: ['Eau']},
      {id: 'canal~2', title: 'Canal', themes: ['Eau']},
    ]);
  });

  it('names identifiers that occur twice, records without title, and empty rows none', async t => {
    const {records, said} = await read(t, {
      'portail.xlsx': await xlsx({
        name: 'Projets',
        rows: [
          ['Identifiant', 'Titre', 'Résumé'],
          ['x', 'Un', null],
          [],
          ['x', 'Deux', null],
          ['X', 'Trois', null],
          [null, null, null],
          ['y', null, 'Sans titre'],
        ],
      }),
    });
    assert.deepEqual(
      records['projects']?.map(one => (one as {id: string}).id),
      ['x', 'x~2', 'X', 'y'],
    );
    assert.equal(said.length, 2, said.join('\n'));
    assert.match(
      said.join('\n'),
      /cellule A4 \(Identifiant\).*"x".*« x~2 »\n.*ligne 7 : .*pas de titre/,
    );
  });

  it('names columns and sheets whose names it does not know, in any language, and hidden sheets', async t => {
    const {records, said} = await read(t, {
      'portaal.xlsx': await xlsx(
        {
          name: 'Projecten',
          rows: [
            ['Naam', 'Opmerkingen'],
            ['Kanaal', 'intern'],
          ],
        },
        {
          name: 'Veranstaltungen',
          rows: [
            ['Titel', 'Beginn', 'Bemerkung'],
            ['Führung', '4. Mai 2027', 'x'],
          ],
        },
        {name: 'Proyectos', rows: [['Título'], ['Canal']]},
        {name: 'Acteurs', rows: [['Nom'], ['Brouillon']], hidden: true},
      ),
    });
    assert.deepEqual(Object.keys(records), ['projects', 'events']);
    const all = said.join('\n');
    assert.equal(said.length, 4, all);
    assert.match(
      all,
      /feuille « Projecten », cellule B1 \(Opmerkingen\) : colonne inconnue, 1 valeur/,
    );
    assert.match(all, /feuille « Veranstaltungen », cellule C1 \(Bemerkung\) : colonne inconnue/);
    assert.match(all, /feuille « Proyectos » : feuille au nom inconnu, 2 lignes non publiées/);
    assert.match(all, /feuille « Acteurs » : feuille masquée, 2 lignes non publiées/);
  });

  it('has amounts and rates as persons write them', async t => {
    const {records, said} = await read(t, {
      'portail.xlsx': await xlsx({
        name: 'Projets',
        rows: [
          ['Titre', 'Budget total', 'Taux', 'Latitude', 'Longitude'],
          ['Canal', '480 000 €', 0.6, '50,1', '3,6'],
          ['Halle', 'environ 3 M€', '60 %', '50°06′N', '3°36′E'],
        ],
      }),
    });
    const geo = {lat: 50.1, lon: 3.6};
    assert.deepEqual(records['projects'], [
      {id: 'canal', title: 'Canal', budget: {total: 480000, rate: 60}, geo},
      {id: 'halle', title: 'Halle', budget: {rate: 60}, geo},
    ]);
    assert.match(
      said.join('\n'),
      /^portail.xlsx, feuille « Projets », cellule B3 .*"environ 3 M€"$/,
    );
  });

  it('may be a spreadsheet of LibreOffice, or a CSV whose last rows are short', async t => {
    const ods = await writeOds({
      sheets: [{name: 'Récits', rows: [['Titre'], ['Au fil de l’eau']]}],
    });
    const {records, said} = await read(t, {
      'portail.ods': ods,
      'ressources.csv': 'titre;résumé\nCanal;"Une ligne,\net une autre"\nHalle\n',
    });
    assert.deepEqual(records, {
      resources: [
        {id: 'canal', title: 'Canal', abstract: 'Une ligne,\net une autre'},
        {id: 'halle', title: 'Halle'},
      ],
      stories: [{id: 'au-fil-de-l-eau', title: 'Au fil de l’eau'}],
    });
    assert.match(said.join('\n'), /^ressources\.csv, ligne 4 : 1 cellule sur cette ligne/);
  });

  it('is named if it has a password', async t => {
    const sheets = [{name: 'Projets', rows: [['Titre'], ['Secret']]}];
    const {records, said} = await read(t, {
      'portail.xlsx': await writeXlsx({sheets, encryption: {password: 'secret', spinCount: 1}}),
      'ressources.csv': 'titre;résumé\nCanal;Long\n',
    });
    assert.deepEqual(Object.keys(records), ['resources']);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^portail\.xlsx : ce classeur est protégé par un mot de passe/);
  });
});
