import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {root} from './setup.mjs';

/** Cost of the first view of a widget, measured by `measure-ecodesign.ts`. */
export interface Measurement {
  /** Loaded files of `dist/cdn/`, sorted by name. */
  readonly scripts: readonly string[];
  /** Size of these files with gzip -9, in bytes. */
  readonly scriptBytes: number;
  /** Number of requests to the portal, and the compressed size of the responses. */
  readonly requests: number;
  readonly dataBytes: number;
  /** Number of pictures in or near the viewport. */
  readonly pictures: number;
  /** Number of elements in the page, shadow trees included; a drawing counts as one. */
  readonly elements: number;
}

export type Measurements = Readonly<Record<string, Measurement>>;

export const MEASUREMENTS_FILE = join(root, 'docs/guide/ecoconception.json');
export const SHEETS_FILE = join(root, 'docs/guide/ecoconception.md');

/** Returns the total size of files with gzip -9, in bytes. */
export const gzipSize = (names: readonly string[]): number =>
  names.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(root, 'dist/cdn', name)), {level: 9}).length,
    0,
  );

const NAMES: Readonly<Record<string, string>> = {
  'portal-cards': 'Portails en cartes',
  'family-filter': 'Filtre par famille',
  'resource-list': 'Liste de ressources',
  'project-map': 'Carte des projets',
  'programme-timeline': 'Frise des programmes',
  story: 'Récit de territoire',
  compare: 'Avant, après',
  'project-progress': 'Avancement d’un projet',
  contribute: 'Contribution',
  agenda: 'Agenda',
  directory: 'Annuaire',
  explorer: 'Explorateur',
};

const ALL_WIDGETS = Object.keys(NAMES);
const MAPS = ['project-map', 'story', 'contribute', 'explorer'];
const PICTURES = [
  'portal-cards',
  'resource-list',
  'story',
  'compare',
  'directory',
  'contribute',
  'explorer',
];
const SEARCHES = ['resource-list', 'explorer'];
const PAGED = [...SEARCHES, 'portal-cards', 'project-map', 'agenda', 'directory', 'contribute'];
const PLACES = ['resource-list', 'project-map', 'contribute', 'explorer'];

/** Criteria of the RGESN (2024): number, short title, measure taken, and evidence. */
const CRITERIA: readonly (readonly [
  number: string,
  who: readonly string[],
  how: string,
  held: string,
])[] = [
  ['1.8', ALL_WIDGETS, 'code ouvert, licence MIT', 'dépôt'],
  [
    '2.3',
    ALL_WIDGETS,
    'peu d’octets et de requêtes avant la première lecture, pour 512 kbit/s',
    'E-01, E-07',
  ],
  [
    '2.4',
    ALL_WIDGETS,
    'navigateurs de 2024 et après, essayés dans trois moteurs ; ailleurs le contenu de repli reste',
    'F-15, A-17',
  ],
  [
    '2.9',
    ALL_WIDGETS,
    'le poids de chaque bibliothèque est écrit, avec celles qui ont été écartées',
    '[dépendances](../dependencies.md)',
  ],
  ['4.1', ALL_WIDGETS, 'rien ne joue ni ne bouge de soi-même', 'E-06, E-10, A-12'],
  ['4.2', PAGED, 'un bouton ou des pages, jamais de défilement sans fin', 'E-10'],
  [
    '4.4',
    MAPS,
    'le fond d’un tiers attend un clic ; sans lui, des contours livrés avec le paquet',
    'E-03, P-03',
  ],
  ['4.5', ALL_WIDGETS, 'boutons, champs, listes, fenêtres et détails du navigateur', 'A-18'],
  ['4.8', ALL_WIDGETS, 'aucune police', 'E-02'],
  [
    '4.9',
    SEARCHES,
    'une recherche part après une demi-seconde et trois lettres, ou à l’appui sur Entrée',
    'E-10',
  ],
  [
    '4.11',
    ['resource-list', 'explorer'],
    'type, poids et langue d’un fichier sont dits avant le lien',
    'A-21',
  ],
  ['6.1', ALL_WIDGETS, 'un budget d’octets pour chaque fichier, tenu par un essai', 'E-01'],
  ['6.2', ALL_WIDGETS, 'une seconde visite ne reprend aucune donnée inchangée', 'E-08'],
  ['6.5', ALL_WIDGETS, 'chaque partie vient quand une page en a besoin', 'E-01, E-02'],
  [
    '6.5',
    PICTURES,
    'une image vient quand elle approche de l’écran, et à la demande si le navigateur économise les données',
    'E-04, E-09',
  ],
  ['6.6', PLACES, 'la position n’est demandée qu’après un clic qui le dit', 'P-07'],
];

const number = (value: number): string => new Intl.NumberFormat('fr').format(value);
const kilobytes = (bytes: number): string =>
  `${new Intl.NumberFormat('fr', {maximumFractionDigits: 1, minimumFractionDigits: 1}).format(bytes / 1000)}\u00a0ko`;
const pluralize = (count: number, noun: string): string =>
  `${number(count)} ${noun}${count > 1 ? 's' : ''}`;
/** Inserts the no-break spaces of French typography. */
const withFrenchSpaces = (text: string): string =>
  text
    .replace(/ ([;!?»])/g, '\u202f$1')
    .replace(/« /g, '«\u202f')
    .replace(/ :/g, '\u00a0:');

const renderSheet = (noun: string, measure: Measurement): string => {
  const {scripts, scriptBytes, requests, dataBytes, pictures, elements} = measure;
  const rows = [
    [
      'requêtes',
      `${number(scripts.length + requests + pictures)} : ${pluralize(scripts.length, 'script')}, ${pluralize(requests, 'question')} au portail, ${pluralize(pictures, 'image')}`,
    ],
    [
      'scripts, compressés',
      `${kilobytes(scriptBytes)} : ${scripts.map(name => `\`${name}\``).join(', ')}`,
    ],
    ['données, compressées', kilobytes(dataBytes)],
    ['éléments dans la page', number(elements)],
    ['polices, cookies, requêtes vers un tiers', '0'],
  ];
  const criteria = CRITERIA.filter(([, who]) => who.includes(noun)).map(
    ([id, , how, held]) => `| ${id} | ${how} | ${held} |`,
  );
  return `## ${NAMES[noun] ?? noun}

\`<spass-${noun}>\`, premier affichage d’une page qui n’a que lui :

| | |
| --- | --- |
${rows.map(([what, value]) => `| ${String(what)} | ${String(value)} |`).join('\n')}

| critère du RGESN | ce qui y répond | tenu par |
| --- | --- | --- |
${criteria.join('\n')}
`;
};

/** Returns the page in Markdown, generated from the measurements. */
export const renderSheets = (measures: Measurements): string =>
  withFrenchSpaces(`# Fiches d’écoconception

Ce qu’un organisme public demande pour sa déclaration d’écoconception (RGESN, version de 2024) : une fiche par composant, à recopier. Cette page est écrite par \`node --import tsx scripts/measure-ecodesign.ts\` ; rien n’y est corrigé à la main.

- **Mesuré** dans Chromium, à 1280 × 800, sur le portail de la démonstration, sans cache ; les scripts tels que \`gzip -9\` les réduit, les données telles qu’elles passent sur la ligne. Les données de votre portail pèsent autrement.
- **Partagé** : le premier composant d’une page amène \`spass-widgets.js\` pour tous. Deux composants ne pèsent donc pas la somme de leurs fiches.
- **Tenu par** : les identifiants sont ceux des [promesses](../quality.md), et de l’essai qui tient chacune.
- **Reste à l’hébergeur** : la compression (6.3), la mise en cache (6.2), un seul domaine (6.7), le format et la taille des images (5.1, 5.2, 6.4).

${Object.entries(measures)
  .map(([noun, measure]) => renderSheet(noun, measure))
  .join('\n')}`);
