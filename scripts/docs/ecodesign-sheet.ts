import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {root} from '../setup.mjs';

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
  project: 'Fiche d’un projet',
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
  ['1.8', ALL_WIDGETS, 'code source ouvert, licence MIT', 'dépôt'],
  [
    '2.3',
    ALL_WIDGETS,
    'poids et nombre de requêtes limités avant le premier affichage, pour une connexion à 512 kbit/s',
    'E-01, E-07',
  ],
  [
    '2.4',
    ALL_WIDGETS,
    'navigateurs de 2024 et plus récents, testés dans trois moteurs ; dans les autres, le contenu de secours est affiché',
    'F-15, A-17',
  ],
  [
    '2.9',
    ALL_WIDGETS,
    'le poids de chaque bibliothèque est publié, avec les solutions écartées',
    '[dépendances](../dependencies.md)',
  ],
  ['4.1', ALL_WIDGETS, 'aucune lecture ni animation automatique', 'E-06, E-10, A-12'],
  ['4.2', PAGED, 'un bouton ou des pages, aucun défilement infini', 'E-10'],
  [
    '4.4',
    MAPS,
    'le fond de carte d’un tiers n’est chargé qu’après un clic ; par défaut, la carte affiche des contours fournis avec le script',
    'E-03, P-03',
  ],
  [
    '4.5',
    ALL_WIDGETS,
    'boutons, champs, listes, fenêtres et zones dépliables du navigateur',
    'A-18',
  ],
  ['4.8', ALL_WIDGETS, 'aucune police chargée', 'E-02'],
  [
    '4.9',
    SEARCHES,
    'une recherche est envoyée après une pause d’une demi-seconde et au moins trois lettres, ou avec la touche Entrée',
    'E-10',
  ],
  [
    '4.11',
    ['resource-list', 'explorer'],
    'le type, le poids et la langue d’un fichier sont indiqués dans le lien',
    'A-21',
  ],
  ['6.1', ALL_WIDGETS, 'poids maximal de chaque fichier, vérifié par un test', 'E-01'],
  ['6.2', ALL_WIDGETS, 'une seconde visite ne recharge aucune donnée inchangée', 'E-08'],
  ['6.5', ALL_WIDGETS, 'chaque partie du script est chargée à la demande', 'E-01, E-02'],
  [
    '6.5',
    PICTURES,
    'une image est chargée quand elle approche de la zone visible, et après un clic si le navigateur économise les données',
    'E-04, E-09',
  ],
  [
    '6.6',
    PLACES,
    'la position n’est demandée qu’après un clic sur un bouton qui l’annonce',
    'P-07',
  ],
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
      `${number(scripts.length + requests + pictures)} : ${pluralize(scripts.length, 'script')}, ${pluralize(requests, 'requête')} au portail, ${pluralize(pictures, 'image')}`,
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

\`<spass-${noun}>\`, premier affichage d’une page qui contient ce seul composant :

| | |
| --- | --- |
${rows.map(([what, value]) => `| ${String(what)} | ${String(value)} |`).join('\n')}

| critère du RGESN | mesure | preuve |
| --- | --- | --- |
${criteria.join('\n')}
`;
};

/** Returns the page in Markdown, generated from the measurements. */
export const renderSheets = (measures: Measurements): string =>
  withFrenchSpaces(`# Fiches d’écoconception

Une fiche par composant, à reprendre dans une déclaration d’écoconception (RGESN, version de 2024). Cette page est générée par \`node --import tsx scripts/docs/measure-ecodesign.ts\`.

- **Mesures** : Chromium, 1280 × 800 px, portail de la démonstration, cache vide ; poids des scripts compressés par \`gzip -9\`, poids des données transférées. Le poids des données dépend de votre portail.
- **Script commun** : \`spass-widgets.js\` est chargé une seule fois par page. Le poids de deux composants est donc inférieur à la somme de leurs fiches.
- **Preuve** : les identifiants renvoient aux [exigences de qualité](../quality.md) (en anglais) et à leurs tests.
- **À la charge de l’hébergeur** : la compression (6.3), la mise en cache (6.2), un seul domaine (6.7), le format et la taille des images (5.1, 5.2, 6.4).

${Object.entries(measures)
  .map(([noun, measure]) => renderSheet(noun, measure))
  .join('\n')}`);
