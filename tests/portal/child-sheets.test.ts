import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {readSource} from '../../portal/src/publish/source/read-source.js';
import type {Project, Resource} from '../../src/model/records.js';
import {PortalFolder, workbookOf} from '../support/published-folder.js';

type Sheets = Parameters<typeof workbookOf>[0];

/** Reads a workbook; returns its records and what is said, with plain spaces. */
async function read(t: TestContext, sheets: Sheets, config = '') {
  const folder = await PortalFolder.with(t, {
    'portail.xlsx': await workbookOf(sheets),
    'portail.yaml': config,
  });
  const said: string[] = [];
  const {records} = await readSource(
    folder.path,
    line => void said.push(line.replace(/[\u00a0\u202f]/g, ' ')),
  );
  return {records, said};
}

const PROJECTS = [
  ['Identifiant', 'Titre', 'Partenaires'],
  ['canal', 'Le canal', 'CAUE du Nord (FR) ; Syndicat du canal (FR)'],
  ['halle', 'La halle', null],
];
const RESOURCES = [
  ['Identifiant', 'Titre'],
  ['place', 'La place'],
  ['canal', 'Le canal en images'],
];

describe('a sheet of phases, partners, sources, documents or photographs', () => {
  it('gives them to the project or the resource of each row', async t => {
    const {records, said} = await read(t, {
      Projets: PROJECTS,
      Ressources: RESOURCES,
      Phases: [
        ['Projet', 'Ordre', 'Titre', 'Titre (nl)', 'Début', 'Fin', 'État'],
        ['canal', 2, 'Chantier', 'Werf', '2026-03', 'en cours', 'En cours'],
        ['Le canal', 1, 'Études', null, '01/10/2025', '2026-02', 'terminée'],
        ['canal', 3, 'Plantations', null, '2027', null, 'à venir'],
        ['halle', null, 'Diagnostic', null, null, null, 'suspendue'],
      ],
      Partenariats: [
        ['Projet', 'Nom', 'Rôle', 'Pays', 'Chef de file'],
        ['canal', 'Commune de Bellerive', 'Maîtrise d’ouvrage', 'France', 'oui'],
        ['canal', 'CAUE du Nord', 'Conseil', 'fr', 'non'],
        ['canal', 'Région wallonne', null, 'Belgique', null],
      ],
      Sources: [
        ['Projet', 'Titre', 'Lien'],
        ['canal', 'Keep.eu', 'https://keep.eu/projects/1'],
      ],
      'Pièces jointes': [
        ['Projet', 'Ressource', 'Titre', 'Fichier', 'Type', 'Poids', 'Langue'],
        ['canal', null, 'Rapport', 'https://a.example/r', 'pdf', '1,2 Mo', 'néerlandais'],
        [null, 'La place', 'Plan', 'https://a.example/p.pdf', null, 850000, 'FR'],
      ],
      Photographies: [
        ['Ressource', 'Image', 'Date', 'Texte alternatif', 'Crédit', 'Licence', 'Direction'],
        ['place', 'https://a.example/1.jpg', 'vers 1910', 'Le marché', 'Archives', 'CC0', 90],
        ['place', 'https://a.example/2.jpg', 'années 1950', null, 'CAUE', 'CC BY', null],
        ['place', 'https://a.example/3.jpg', 45292, null, null, null, null],
      ],
    });
    assert.deepEqual(said, []);
    const [canal, halle] = records.projects as readonly Partial<Project>[];
    assert.deepEqual(canal?.phases, [
      {title: {fr: 'Études'}, period: {start: '2025-10-01', end: '2026-02'}, state: 'done'},
      {
        title: {fr: 'Chantier', nl: 'Werf'},
        period: {start: '2026-03', end: null},
        state: 'now',
      },
      {title: {fr: 'Plantations'}, period: {start: '2027'}, state: 'next'},
    ]);
    assert.deepEqual(halle?.phases, [{title: {fr: 'Diagnostic'}, state: 'suspendue'}]);
    assert.equal(canal.lead, 'Commune de Bellerive');
    // A row replaces the partner of the same name in the cell of the project.
    assert.deepEqual(canal.partners, [
      {name: 'Syndicat du canal', country: 'FR'},
      {name: 'Commune de Bellerive', role: 'Maîtrise d’ouvrage', country: 'FR'},
      {name: 'CAUE du Nord', role: 'Conseil', country: 'FR'},
      {name: 'Région wallonne', country: 'BE'},
    ]);
    assert.deepEqual(canal.sources, [{title: 'Keep.eu', url: 'https://keep.eu/projects/1'}]);
    assert.deepEqual(canal.documents, [
      {title: 'Rapport', url: 'https://a.example/r', type: 'pdf', size: 1200000, lang: 'nl'},
    ]);
    const [place, images] = records.resources as readonly Partial<Resource>[];
    assert.deepEqual(place?.attachments, [
      {title: 'Plan', url: 'https://a.example/p.pdf', size: 850000, lang: 'fr'},
    ]);
    assert.deepEqual(place.pictures, [
      {
        ...{src: 'https://a.example/1.jpg', date: '1910', datePrecision: 'circa'},
        ...{alt: 'Le marché', credit: 'Archives', licence: 'CC0', direction: 90},
      },
      {
        ...{src: 'https://a.example/2.jpg', date: '1950', datePrecision: 'decade'},
        ...{credit: 'CAUE', licence: 'CC BY'},
      },
      {src: 'https://a.example/3.jpg', date: '2024-01-01'},
    ]);
    assert.equal(images?.pictures, undefined);
  });

  it('has names in Dutch, English and German', async t => {
    for (const [projects, phases, project, title, state, word, partners, name, country, land] of [
      ...[
        [
          'Projecten',
          'Fasen',
          'Project',
          'Titel',
          'Toestand',
          'gepland',
          'Partnerschappen',
          'Naam',
          'Land',
          'Nederland',
        ],
      ],
      ...[
        [
          'Projects',
          'Phases',
          'Project',
          'Title',
          'Status',
          'planned',
          'Project partners',
          'Name',
          'Country',
          'Netherlands',
        ],
      ],
      ...[
        [
          'Projekte',
          'Phasen',
          'Projekt',
          'Titel',
          'Zustand',
          'geplant',
          'Projektpartner',
          'Name',
          'Land',
          'Niederlande',
        ],
      ],
    ] as [string, string, string, string, string, string, string, string, string, string][]) {
      const {records, said} = await read(t, {
        [projects]: [['Titel'], ['Canal']],
        [phases]: [
          [project, title, state],
          ['Canal', 'Plan', word],
        ],
        [partners]: [
          [project, name, country],
          ['canal', 'Delta', land],
        ],
      });
      assert.deepEqual(said, [], projects);
      assert.deepEqual(
        records.projects,
        [
          {
            ...{id: 'canal', title: 'Canal'},
            phases: [{title: 'Plan', state: 'next'}],
            partners: [{name: 'Delta', country: 'NL'}],
          },
        ],
        projects,
      );
    }
  });

  it('names the cell of what cannot be used, and of a project that does not exist', async t => {
    const {records, said} = await read(t, {
      Projets: PROJECTS,
      Ressources: RESOURCES,
      'Phases des travaux': [
        ['Projet', 'Titre', 'Début', 'Humeur'],
        ['écluse', 'Études', null, null],
        [null, 'Chantier', null, null],
        ['canal', 'Plans', 'bientôt', 'gaie'],
      ],
      Partenariats: [
        ['Projet', 'Rôle'],
        ['canal', 'Conseil'],
      ],
      Photos: [
        ['Ressource', 'Image', 'Photo', 'Date', 'Direction'],
        ['place', 'non', null, null, null],
        ['place', 'https://a.example/1.jpg', 'https://a.example/2.jpg', 'jadis', 'nord'],
      ],
      Fichiers: [
        ['Projet', 'Fichier', 'Poids'],
        ['canal', 'https://a.example/p.pdf', 'lourd'],
      ],
    });
    const all = said.join('\n');
    for (const pattern of [
      /« Phases des travaux », cellule D1 \(Humeur\) : colonne inconnue, 1 valeur/,
      /« Phases des travaux », cellule A2 \(Projet\) : "écluse" n’est ni un identifiant ni un titre/,
      /« Phases des travaux », cellule A3 \(Projet\) : "" n’est ni/,
      /« Phases des travaux », cellule C4 \(Début\) : attendu : date .*"bientôt"/,
      /« Partenariats », ligne 2 : .*il manque un nom/,
      /« Photos », cellule C1 \(Photo\) : 1 valeur ignorée : la colonne « Image »/,
      /« Photos », cellule B2 \(Image\) : attendu : adresse https ; trouvé : "non"/,
      /« Photos », cellule D3 \(Date\) : attendu : date .*"jadis"/,
      /« Photos », cellule E3 \(Direction\) : attendu : nombre.*"nord"/,
      /« Fichiers », cellule C2 \(Poids\) : attendu : nombre ; trouvé : "lourd"/,
    ])
      assert.match(all, pattern);
    assert.equal(said.length, 10, all);
    assert.equal(records.projects[0]?.phases?.length, 1);
    assert.equal(records.resources[0]?.pictures?.length, 1);
  });

  it('names a resource by its title, also in the steps of a story', async t => {
    const {records, said} = await read(t, {
      Ressources: RESOURCES,
      Récits: [['Titre'], ['Au fil de l’eau']],
      Étapes: [
        ['Titre', 'Ressource'],
        ['Un', 'La place'],
        ['Deux', 'canal'],
        ['Trois', 'La gare'],
      ],
    });
    assert.deepEqual(
      records.stories[0]?.steps?.map(({resource}) => resource),
      ['place', 'canal', 'La gare'],
    );
    assert.equal(said.length, 1, said.join('\n'));
    assert.match(said.join(''), /« Étapes », cellule B4 \(Ressource\) : "La gare" n’est ni/);
  });

  it('is not cut without a word', async t => {
    const {records, said} = await read(t, {
      Projets: [['Titre'], ['Canal']],
      Phases: [['Titre'], ...Array.from({length: 203}, (_, i) => [`Phase ${i}`])],
    });
    assert.equal(records.projects[0]?.phases?.length, 200);
    assert.deepEqual(said, [
      'la fiche « canal » a plus de 200 éléments dans « phases » : les suivants ne sont pas publiés',
    ]);
  });

  it('may be a CSV file, and is reported if its name fits two kinds', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'identifiant;titre\ncanal;Le canal\nhalle;La halle\n',
      'phases.csv': 'projet;titre;début\ncanal;Études;2025\nhalle;Chantier;hier\n',
      'phases et photos.csv': 'projet;titre\ncanal;Études\n',
    });
    const said: string[] = [];
    const {records} = await readSource(folder.path, line => void said.push(line));
    assert.deepEqual(records.projects[0]?.phases, [{title: 'Études', period: {start: '2025'}}]);
    assert.equal(said.length, 2, said.join('\n'));
    assert.match(said.join('\n'), /phases\.csv, cellule C3 \(début\)/);
    assert.match(said.join('\n'), /feuille au nom inconnu, 3\slignes/);
  });
});
