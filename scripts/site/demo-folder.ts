// Converts the records of demo/data/ to a folder for `spass-portal publish`: a workbook with a sheet for each
// collection, settings and pictures. `npm run build:site` publishes it.
import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type CellValue, writeXlsx} from 'hucre/xlsx';
import {isObject, type JsonObject} from '../../src/model/schemas/schema-builder.js';

type Read = (record: JsonObject) => unknown;
/** Columns of a sheet: heading and value. */
type Columns = readonly (readonly [heading: string, read: Read])[];

const LANGUAGES = ['fr', 'nl', 'en', 'de'] as const;

/** Returns the value at a path such as `period.start`. */
const at = (record: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), record);

const column = (heading: string, path: string): Columns => [[heading, record => at(record, path)]];

/** Columns of a text: one for each language, of which the first has no suffix. */
const texts = (heading: string, path: string): Columns =>
  LANGUAGES.map((language, i) => [
    i === 0 ? heading : `${heading} (${language})`,
    record => {
      const text = at(record, path);
      return isObject(text) ? text[language] : i === 0 ? text : undefined;
    },
  ]);

/** Columns of fields whose names a workbook may state themselves, such as `budget.currency`. */
const paths = (...names: readonly string[]): Columns => names.flatMap(name => column(name, name));

const PLACE: Columns = [...column('Latitude', 'geo.lat'), ...column('Longitude', 'geo.lon')];
const COMMUNE: Columns = [
  ...column('Commune', 'commune.name'),
  ...column('Code INSEE', 'commune.insee'),
];
const PERIOD: Columns = [...column('Début', 'period.start'), ...column('Fin', 'period.end')];
const ID = column('Identifiant', 'id');
const TITLE = texts('Titre', 'title');
const THEMES = column('Thèmes', 'themes');

/** Returns a period as one cell: `2021-09-28 – 2021-09-30`. */
const rangeOf = (period: unknown): unknown => {
  const days = [at(period, 'start'), at(period, 'end')].filter(day => typeof day === 'string');
  return [...new Set(days)].join(' – ');
};

/** Returns the code of a territory that is a commune; codes of regions and departments have no column. */
const communeCode: Read = record => {
  const code = at(record, 'territory.insee');
  return typeof code === 'string' && code.length === 5 ? code : undefined;
};

/** Sheets by collection. */
const SHEETS: Readonly<Record<string, {readonly name: string; readonly columns: Columns}>> = {
  portals: {
    name: 'Portails',
    columns: [
      ...ID,
      ...TITLE,
      ...column('Famille', 'family'),
      ...texts('Résumé', 'description'),
      ...column('Site web', 'url'),
      ...column('Couleur', 'accent'),
      ...column('Langues', 'languages'),
      ...column('Statut', 'status'),
      ...column('Programme', 'programme'),
      ...column('Commune', 'territory.name'),
      ['Code INSEE', communeCode],
      ...paths('territory.level', 'projects', 'sections'),
    ],
  },
  projects: {
    name: 'Projets',
    columns: [
      ...ID,
      ...TITLE,
      ...column('Acronyme', 'acronym'),
      ...column('Famille', 'family'),
      ...texts('Résumé', 'description'),
      ...PERIOD,
      ...COMMUNE,
      ...PLACE,
      ...THEMES,
      ...column('Programme', 'programme'),
      ...column('Portail', 'portal'),
      ...column('Chef de file', 'lead'),
      ...column('Budget total', 'budget.total'),
      ...column('FEDER', 'budget.eu'),
      ...column('Taux', 'budget.rate'),
      ...column('Fait partie de', 'parent'),
      ...paths('budget.currency', 'datePrecision'),
      ...column('Site web', 'url'),
    ],
  },
  resources: {
    name: 'Ressources',
    columns: [
      ...ID,
      ...TITLE,
      ...column('Type', 'type'),
      ...column('Rubrique', 'section'),
      ...texts('Résumé', 'abstract'),
      ...THEMES,
      ...column('Mots-clés', 'tags'),
      ...column('Échelles', 'scales'),
      ...COMMUNE,
      ...PLACE,
      ...PERIOD,
      ['Date de l’événement', ({event}) => rangeOf(event)],
      ...paths('portals'),
      ...column('Date de publication', 'published'),
      ...column('Créé le', 'created'),
      ...column('Mise à jour', 'updated'),
      ...column('Auteurs', 'authors'),
      ...column('Organisme', 'organisation'),
      ...column('Maître d’ouvrage', 'owners'),
      ...column('Maître d’œuvre', 'designers'),
      ...column('Langue', 'lang'),
      ...column('Langues', 'languages'),
      ...column('Lien', 'url'),
    ],
  },
  events: {
    name: 'Agenda',
    columns: [
      ...ID,
      ...TITLE,
      ...PERIOD,
      ...column('Lieu', 'place'),
      ...PLACE,
      ...texts('Description', 'description'),
      ...column('Projet', 'project'),
      ...column('Portail', 'portal'),
      ...paths('timezone'),
      ...column('Lien', 'url'),
    ],
  },
  organisations: {
    name: 'Acteurs',
    columns: [
      ...ID,
      ...column('Nom', 'name'),
      ...column('Type', 'type'),
      ...column('Pays', 'country'),
      ...PLACE,
      ...column('Site web', 'url'),
    ],
  },
  programmes: {
    name: 'Programmes',
    columns: [
      ...ID,
      ...TITLE,
      ...column('Génération', 'generation'),
      ...column('Volet', 'strand'),
      ...PERIOD,
      ...texts('Zone de coopération', 'area'),
      ...column('Fonds', 'fund.name'),
      ...column('Montant', 'fund.amount'),
      ...paths('fund.currency'),
      ...texts('Mention de financement', 'funding.text'),
      ...column('Emblème', 'funding.logo.src'),
      ...LANGUAGES.flatMap(language => paths(`funding.logo.alt.${language}`)),
    ],
  },
  stories: {
    name: 'Récits',
    columns: [
      ...ID,
      ...TITLE,
      ...texts('Description', 'intro'),
      ...column('Portail', 'portal'),
      ...column('Crédits', 'credit'),
    ],
  },
};

/** Columns of the sheet of steps; each row names its story. */
const STEPS: Columns = [
  ...column('Récit', 'story'),
  ...column('Ordre', 'order'),
  ...column('Titre', 'title.fr'),
  ...column('Texte', 'text.fr'),
  ...column('Année', 'year'),
  ...PLACE,
  ...column('Zoom', 'zoom'),
  ...column('Ressource', 'resource'),
  ...column('Image', 'image.src'),
  ...column('Texte alternatif', 'image.alt.fr'),
  ...column('Crédit', 'image.credit'),
  ...column('Avant', 'before.src'),
  ...column('Texte alternatif avant', 'before.alt.fr'),
  ...column('Crédit avant', 'before.credit'),
  ...column('Après', 'after.src'),
  ...column('Texte alternatif après', 'after.alt.fr'),
  ...column('Crédit après', 'after.credit'),
];

/** Sheets whose rows belong to a record: columns, and the lists that they contain by collection. */
const CHILD_SHEETS: readonly {
  readonly name: string;
  readonly lists: Readonly<Record<string, string>>;
  readonly columns: Columns;
}[] = [
  {
    name: 'Phases',
    lists: {projects: 'phases'},
    columns: [...column('Projet', 'projects'), ...TITLE, ...PERIOD, ...column('État', 'state')],
  },
  {
    name: 'Partenariats',
    lists: {projects: 'partners'},
    columns: [
      ...column('Projet', 'projects'),
      ...column('Nom', 'name'),
      ...texts('Rôle', 'role'),
      ...column('Pays', 'country'),
      ...PLACE,
    ],
  },
  {
    name: 'Sources',
    lists: {projects: 'sources'},
    columns: [...column('Projet', 'projects'), ...TITLE, ...column('Lien', 'url')],
  },
  {
    name: 'Pièces jointes',
    lists: {projects: 'documents', resources: 'attachments'},
    columns: [
      ...column('Projet', 'projects'),
      ...column('Ressource', 'resources'),
      ...TITLE,
      ...column('Fichier', 'url'),
      ...column('Type', 'type'),
      ...column('Poids', 'size'),
      ...column('Langue', 'lang'),
    ],
  },
  {
    name: 'Photographies',
    lists: {resources: 'pictures'},
    columns: [
      ...column('Ressource', 'resources'),
      ...column('Image', 'src'),
      ...column('Date', 'date'),
      ...column('Précision', 'datePrecision'),
      ...texts('Texte alternatif', 'alt'),
      ...column('Crédit', 'credit'),
      ...column('Licence', 'licence'),
      ...column('Direction', 'direction'),
    ],
  },
];

/** Fields, by path, that cells cannot contain: lists of objects, codes of regions, and what `publish` measures. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  portals: ['actors', 'counts', 'territory.insee', 'territory.bbox', 'territory.outline'],
  resources: [
    ...['width', 'height'].map(name => `pictures.${name}`),
    'tools',
    // Read from the column of the identifier.
    'identifier',
  ],
  programmes: ['funding.logo.width', 'funding.logo.height'],
  stories: ['image', 'before', 'after'].flatMap(name => [
    `steps.${name}.width`,
    `steps.${name}.height`,
  ]),
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function cellOf(value: unknown): CellValue {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length > 0 ? value.join(' ; ') : null;
  return typeof value === 'number' ? value : (value as string);
}

/** Returns a sheet without the columns that are empty. */
function sheetOf(name: string, columns: Columns, records: readonly JsonObject[]) {
  const rows = records.map(record => columns.map(([, read]) => cellOf(read(record))));
  const filled = columns.map((_, i) => rows.some(row => row[i] !== null));
  const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => filled[i]);
  return {name, rows: [keep(columns.map(([heading]) => heading)), ...rows.map(keep)]};
}

const stepsOf = (stories: readonly JsonObject[]): readonly JsonObject[] =>
  stories.flatMap(({id, steps}) =>
    listOf(steps).map((step, i) => ({...(step as JsonObject), story: id, order: i + 1})),
  );

/** Returns the names of all pictures in a value. */
function picturesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn);
  if (!isObject(value)) return [];
  const {src} = value;
  return [...(typeof src === 'string' ? [src] : []), ...Object.values(value).flatMap(picturesIn)];
}

const SETTINGS = `titre:
  fr: S-PASS Territoires, la démonstration
  nl: S-PASS Territoires, de demonstratie
  en: S-PASS Territoires, the demonstration
  de: S-PASS Territoires, die Demonstration
langues: fr, nl, en, de
`;

/** Writes the folder. */
export async function writeDemoFolder(data: string, folder: string): Promise<void> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(data, `${name}.json`), 'utf8'));
  const about = await read('about');
  const sheets = [];
  const byCollection = new Map<string, readonly JsonObject[]>();
  const pictures = new Set<string>();
  for (const [collection, {name, columns}] of Object.entries(SHEETS)) {
    const records = (await read(collection)) as readonly JsonObject[];
    const leftOut = LEFT_OUT[collection] ?? [];
    for (const record of records)
      for (const [field, value] of Object.entries(record))
        if (!leftOut.includes(field)) picturesIn(value).forEach(src => pictures.add(src));
    byCollection.set(collection, records);
    sheets.push(sheetOf(name, columns, records));
    if (collection === 'stories') sheets.push(sheetOf('Étapes', STEPS, stepsOf(records)));
  }
  for (const {name, lists, columns} of CHILD_SHEETS) {
    const items = Object.entries(lists).flatMap(([collection, list]) =>
      (byCollection.get(collection) ?? []).flatMap(record =>
        listOf(record[list]).map(item => ({...(item as JsonObject), [collection]: record['id']})),
      ),
    );
    if (items.length > 0) sheets.push(sheetOf(name, columns, items));
  }
  await mkdir(join(folder, 'fichiers'), {recursive: true});
  for (const picture of pictures)
    await copyFile(join(data, picture), join(folder, 'fichiers', picture));
  await writeFile(join(folder, 'portail.xlsx'), await writeXlsx({sheets}));
  const settings = [
    ['contact', at(about, 'contact')],
    ['editeur', at(about, 'attribution.text.fr')],
  ].map(([key, value]) => `${String(key)}: ${JSON.stringify(value)}\n`);
  await writeFile(join(folder, 'portail.yaml'), SETTINGS + settings.join(''));
}
