import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {writeOds} from 'hucre/ods';
import {writeXlsx} from 'hucre/xlsx';
import {convertWorkbook} from '../../../src/tools/convert/convert.js';
import {convertFile} from './convert-fixture.js';

type Rows = readonly (readonly (string | number | null)[])[];

const workbook = (sheets: Readonly<Record<string, Rows>>, write = writeXlsx) =>
  write({
    sheets: Object.entries(sheets).map(([name, rows]) => ({name, rows: rows.map(row => [...row])})),
  });

const convertSheets = async (
  sheets: Readonly<Record<string, Rows>>,
  options: Parameters<typeof convertFile>[1] = {},
) => convertFile(await workbook(sheets), {format: 'xlsx', ...options}, 'f.xlsx');

const portal: Readonly<Record<string, Rows>> = {
  Portails: [
    ['Titre', 'Famille'],
    ['Canaux sans frontières', 'projet'],
  ],
  Programmes: [
    ['Identifiant', 'Titre', 'Début', 'Fin'],
    ['fwvl5', 'France-Wallonie-Vlaanderen V', '2014', '2020'],
  ],
  Projets: [
    ['Titre', 'Programme', 'Début', 'Fin', 'Budget'],
    ['Canaux', 'France-Wallonie-Vlaanderen V', '2016-10-01', '2020-09-30', 2239644.01],
  ],
  Ressources: [
    ['Titre', 'Type', 'Latitude', 'Longitude'],
    ['Écluse d’Ors', 'marqueur', 50.1, 3.63],
  ],
  Acteurs: [
    ['Nom', 'Pays', 'Téléphone'],
    ['CAUE du Nord', 'FR', '03 20 57 67 67'],
  ],
  Agenda: [
    ['Événement', 'Début', 'Projet'],
    ['Visite', '2026-06-06T10:00', 'Canaux'],
  ],
  Récits: [['Titre'], ['Au fil de l’eau'], ['Les gens d’ici']],
  Étapes: [
    ['Récit', 'Ordre', 'Titre', 'Texte', 'Image', 'Latitude', 'Longitude', 'Année'],
    ['Au fil de l’eau', 2, 'L’écluse', 'Elle tourne.', 'https://a.example/2.jpg', 50.1, 3.63, 1920],
    ['au-fil-de-l-eau', 1, 'Le canal', 'Il est creusé.', null, null, null, 1826],
    ['les gens d’ici ', null, 'Une éclusière', null, null, null, null, null],
  ],
};

describe('the sheets of a workbook', () => {
  it('become one portal, whose records name each other by title', async () => {
    const {document, said, kept} = await convertSheets(portal);
    assert.deepEqual(said, []);
    assert.equal(kept, 8);
    const id = 'canaux-sans-frontieres';
    assert.deepEqual(document, {
      version: '1',
      portals: [{id, title: 'Canaux sans frontières', family: 'projet'}],
      resources: [
        {
          portals: [id],
          id: 'ecluse-d-ors',
          title: 'Écluse d’Ors',
          type: 'marqueur',
          geo: {lat: 50.1, lon: 3.63},
        },
      ],
      projects: [
        {
          portal: id,
          id: 'canaux',
          title: 'Canaux',
          programme: 'fwvl5',
          period: {start: '2016-10-01', end: '2020-09-30'},
          budget: {total: 2239644.01},
        },
      ],
      programmes: [
        {
          id: 'fwvl5',
          title: 'France-Wallonie-Vlaanderen V',
          period: {start: '2014', end: '2020'},
        },
      ],
      organisations: [
        {id: 'caue-du-nord', name: 'CAUE du Nord', country: 'FR', telephone: '03 20 57 67 67'},
      ],
      events: [
        {
          portal: id,
          id: 'visite',
          title: 'Visite',
          period: {start: '2026-06-06T10:00'},
          project: 'canaux',
        },
      ],
      stories: [
        {
          portal: id,
          id: 'au-fil-de-l-eau',
          title: 'Au fil de l’eau',
          steps: [
            {title: 'Le canal', text: 'Il est creusé.', year: 1826},
            {
              title: 'L’écluse',
              text: 'Elle tourne.',
              image: {src: 'https://a.example/2.jpg'},
              geo: {lat: 50.1, lon: 3.63},
              year: 1920,
            },
          ],
        },
        {
          portal: id,
          id: 'les-gens-d-ici',
          title: 'Les gens d’ici',
          steps: [{title: 'Une éclusière'}],
        },
      ],
    });
  });

  it('may have names in Dutch, English and German, and come from LibreOffice', async () => {
    for (const [projects, events, stories, steps] of [
      ['Projecten', 'Evenementen', 'Verhalen', 'Stappen'],
      ['Projects', 'EVENTS', 'Stories', 'Steps'],
      ['Projekte', 'Veranstaltungen', ' Geschichten', 'Schritte'],
    ] as const) {
      const bytes = await workbook(
        {
          [projects]: [['title'], ['Canaux']],
          [events]: [
            ['title', 'start'],
            ['Visite', '2026-06-06'],
          ],
          [stories]: [['title'], ['Récit']],
          [steps]: [
            ['title', 'text'],
            ['Un', 'Texte'],
          ],
        },
        writeOds,
      );
      const {document, diagnostics} = await convertWorkbook(bytes, {format: 'ods'});
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(Object.keys(document ?? {}), ['version', 'projects', 'events', 'stories']);
      assert.deepEqual(document?.['stories'], [
        {id: 'recit', title: 'Récit', steps: [{title: 'Un', text: 'Texte'}]},
      ]);
    }
  });

  it('have the aims, the results and the support of a project, and the texts of pictures', async () => {
    const {document, said} = await convertSheets({
      Programmes: [
        ['Titre', 'Zone', 'Zone (nl)', 'Fonds', 'Montant', 'Mention', 'Mention (nl)'],
        ['FWVl', 'Frontière', 'Grens', 'FEDER', 138000000, 'Cofinancé', 'Medegefinancierd'],
      ],
      Projecten: [
        ['Titel', 'Doelstellingen', 'Resultaten', 'Onderdeel van'],
        ['Kanalen', 'Meer schaduw', 'Honderd bomen', null],
        ['Sluis', null, null, 'Kanalen'],
      ],
      Récits: [
        ['Titre', 'Crédits'],
        ['Au fil de l’eau', 'Archives communales'],
      ],
      Étapes: [
        ['Avant', 'Texte alternatif avant', 'Après', 'Texte alternatif après', 'Crédit après'],
        ['https://a.example/1.jpg', 'La fosse', 'https://a.example/2.jpg', 'Le parc', 'Ville'],
      ],
    });
    assert.deepEqual(said, []);
    const {programmes, projects, stories} = document as Readonly<Record<string, unknown[]>>;
    assert.deepEqual(programmes, [
      {
        id: 'fwvl',
        title: 'FWVl',
        area: {fr: 'Frontière', nl: 'Grens'},
        fund: {name: 'FEDER', amount: 138000000},
        funding: {text: {fr: 'Cofinancé', nl: 'Medegefinancierd'}},
      },
    ]);
    assert.deepEqual(projects, [
      {id: 'kanalen', title: 'Kanalen', aims: 'Meer schaduw', results: 'Honderd bomen'},
      {id: 'sluis', title: 'Sluis', parent: 'kanalen'},
    ]);
    assert.deepEqual(stories, [
      {
        id: 'au-fil-de-l-eau',
        title: 'Au fil de l’eau',
        credit: 'Archives communales',
        steps: [
          {
            before: {src: 'https://a.example/1.jpg', alt: 'La fosse'},
            after: {src: 'https://a.example/2.jpg', alt: 'Le parc', credit: 'Ville'},
          },
        ],
      },
    ]);
  });

  it('are named, with the cell, where something is wrong', async () => {
    const {said} = await convertSheets({
      Projets: [
        ['Titre', 'Début', 'Notes', 'Programme'],
        ['Canaux', 'hier', 'x', 'Interreg X'],
      ],
      Programmes: [['Titre'], ['Interreg V']],
      Récits: [['Titre'], ['Un'], ['Deux']],
      Étapes: [
        ['Récit', 'Titre', 'Latitude', 'Longitude', 'Image', 'Humeur'],
        ['Trois', 'A', null, null, null, 'gaie'],
        ['Un', 'B', 95, 3, null, null],
        [null, 'C', null, null, null, null],
      ],
      Brouillon: [['x'], ['y']],
    });
    const [unknown, ...others] = said;
    assert.match(
      unknown ?? '',
      /^error f.xlsx \(Brouillon\): unknown sheet name, 2 rows omitted: use a known name \(portails, /,
    );
    assert.deepEqual(others, [
      'error f.xlsx:1:2 (Projets, Début, B1): 1 value omitted: the column is named like “period.start”, but its values are different, such as "hier"',
      'error f.xlsx:1:3 (Projets, Notes, C1): unknown column, 1 value omitted: map the column to a field (“fields”) or ignore it (“ignore”)',
      'warning f.xlsx:2:4 (Projets, Programme, D2): "Interreg X" is neither an identifier nor a title in “programmes”',
      'warning f.xlsx:4 (Étapes): only "C" is filled: delete the row if it is a subheading or a note',
      'error f.xlsx:1:6 (Étapes, Humeur, F1): unknown column, 1 value omitted: map the column to a field (“fields”) or ignore it (“ignore”)',
      'error f.xlsx:2:1 (Étapes, Récit, A2): "Trois" is neither an identifier nor a title in “stories”',
      'error f.xlsx:3:3 (Étapes, Latitude, C3): expected a number between -90 and 90, got "95"',
      'error f.xlsx:4:1 (Étapes, Récit, A4): "" is neither an identifier nor a title in “stories”',
    ]);
  });

  it('are read one alone if the options select it', async () => {
    const {document} = await convertSheets(portal, {sheet: 'Projets', kind: 'projects'});
    assert.deepEqual(Object.keys(document ?? {}), ['version', 'projects']);
    const {document: other} = await convertSheets({Feuille1: [['Titre'], ['A']], Notes: [['x']]});
    assert.deepEqual(Object.keys(other ?? {}), ['version', 'resources']);
  });

  it('belong to the portal that the options describe', async () => {
    const {document} = await convertSheets(
      {
        Projets: [['Titre'], ['Canaux']],
        Agenda: [
          ['Titre', 'Début'],
          ['Visite', '2026-06-06'],
        ],
      },
      {metadata: {title: 'Mon portail'}},
    );
    assert.deepEqual(document?.['portals'], [
      {id: 'mon-portail', title: 'Mon portail', url: undefined, family: undefined},
    ]);
    const projects = document['projects'] as readonly {readonly portal: unknown}[];
    assert.deepEqual(
      projects.map(({portal: own}) => own),
      ['mon-portail'],
    );
  });

  it('may be ignored by name, and be empty', async () => {
    const {said, document} = await convertSheets(
      {Projets: [['Titre'], ['Canaux']], Brouillon: [['x'], ['y']], Agenda: [['Titre', 'Début']]},
      {ignore: ['Brouillon']},
    );
    assert.deepEqual(said, []);
    assert.deepEqual(Object.keys(document ?? {}), ['version', 'projects']);
  });
});

describe('columns that no field takes', () => {
  const csv =
    'titre;modèle;écoles;code interne\nTour A;Tripode;Jaurès;12\nTour B;;Ferry|Jaurès;13\n';

  it('are kept as own fields if they are named', async () => {
    const {records, said} = await convertFile(csv, {
      keep: ['modèle', 'écoles'],
      ignore: ['code interne'],
    });
    assert.deepEqual(said, []);
    assert.deepEqual(records, [
      {id: 'tour-a', title: 'Tour A', extra: {modèle: 'Tripode', écoles: 'Jaurès'}},
      {id: 'tour-b', title: 'Tour B', extra: {écoles: ['Ferry', 'Jaurès']}},
    ]);
  });

  it('are all kept with a star, and reported without', async () => {
    const {records} = await convertFile(csv, {keep: ['*']});
    assert.deepEqual(records[0]?.['extra'], {
      modèle: 'Tripode',
      écoles: 'Jaurès',
      'code interne': '12',
    });
    assert.equal((await convertFile(csv)).said.length, 3);
  });

  it('are named in "fields" as extra', async () => {
    const {records} = await convertFile(csv, {
      fields: 'extra.modele: modèle; extra.ecole: écoles',
      ignore: ['code interne'],
    });
    assert.deepEqual(records[1]?.['extra'], {ecole: ['Ferry', 'Jaurès']});
  });
});

describe('a portal from other formats', () => {
  it('has the records of a feed, of a calendar and of any JSON', async () => {
    const rss = '<rss><channel><item><title>Avis</title><guid>7</guid></item></channel></rss>';
    assert.deepEqual((await convertFile(rss, {format: 'rss'})).records, [{id: '7', title: 'Avis'}]);
    const ics =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:7\nSUMMARY:Visite\nDTSTART:20260606\nEND:VEVENT\nEND:VCALENDAR\n';
    assert.deepEqual((await convertFile(ics, {format: 'ics'})).document?.['events'], [
      {id: '7', title: 'Visite', period: {start: '2026-06-06', end: '2026-06-06'}},
    ]);
    const json = JSON.stringify({lieux: [{nom: 'Halle', inconnu: 1}, 3], count: 9});
    const {records, said} = await convertFile(json, {format: 'json'}, 'f.json');
    assert.deepEqual(records, [{id: 'halle', title: 'Halle'}]);
    assert.match(said.join('\n'), /entries in the file: 2 of 9/);
    assert.match(said.join('\n'), /inconnu.*unknown column/);
  });

  it('ends in a sentence where the file is none', async () => {
    for (const format of ['rss', 'ics', 'json'] as const) {
      const {document, said} = await convertFile('<html></html>', {format}, 'f');
      assert.equal(document, undefined);
      assert.match(said.join(), /^fatal f: /);
    }
  });
});
