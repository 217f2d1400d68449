/** Returns a seeded random number generator, from 0 to 1. */
function createRandom(seed: number): () => number {
  let state = (seed * 7_919 + 12_345) % 2_147_483_647;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < 5; i++) next();
  return next;
}

/** Widgets with records of the demo portal. */
const WIDGETS = [
  'project-map api="/api" portal="raismes,ors,127,445"',
  'project-map api="/api" limit="6"',
  'project-map api="/api"',
  'portal-cards api="/api" limit="4"',
  'portal-cards api="/api" limit="2"',
  'portal-cards api="/api" layout="list" portal="46,5,132,266"',
  'portal-cards api="/api" layout="une" portal="septentrion,312,raismes,110,610,457"',
  'portal-cards api="/api" group-by="family" limit="12"',
  'resource-list api="/api" limit="5"',
  'resource-list api="/api" facets="" limit="14"',
  'resource-list api="/api" group="fiche" portal="322,46,72,425" facets="" limit="3" detail',
  'resource-list api="/api" portal="312" facets="" limit="2" detail="inline"',
  'programme-timeline api="/api" programme="interreg-6-fwv"',
  'programme-timeline api="/api" from="2014"',
  'agenda api="/api" period="all"',
  'directory api="/api"',
  'story api="/api"',
  'project api="/api" project="clim-monts"',
  'project-progress api="/api" project="clim-monts"',
  'explorer api="/api" views="map list" portal="ors,127,raismes" limit="2"',
  'portal-cards api="/faulty/empty"',
  'resource-list api="/faulty/500"',
] as const;

const SENTENCES = [
  'La commune prépare son avenir avec celles et ceux qui l’habitent.',
  'Plus de sept cents questionnaires ont été remplis, au marché comme à l’école.',
  'Les anciennes fosses sont devenues des parcs, des ateliers et des logements.',
  'Le conseil municipal en a débattu en séance publique.',
  'Chacun peut proposer une idée jusqu’à la fin du mois.',
] as const;

/** Styles of pages, on the screen and on paper. */
const STYLES: readonly (readonly [name: string, css: string])[] = [
  ['plain', ''],
  ['narrow', 'main { max-inline-size: 44em; margin-inline: auto }'],
  ['menu', 'body > div { display: grid; grid-template-columns: 12em minmax(0, 1fr); gap: 2em }'],
  [
    'column',
    'body > div { display: flex; flex-direction: column; min-block-size: 100vh } main { flex: 1 }',
  ],
  ['large', 'html { font-size: 200% }'],
  ['flow', 'main > section { display: flow-root } h2, h3 { margin: 2em 0 0.5em }'],
  ['columns', '@media print and (width >= 1200px) { main { columns: 2; column-gap: 3em } }'],
  ['grids', 'main > section { display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr) }'],
];

interface RandomPage {
  /** Seed and styles of the page. */
  readonly name: string;
  /** Content of the element `body`. */
  readonly body: string;
  readonly css: string;
  /** Headings of the page itself. Each occurs once. */
  readonly headings: readonly string[];
}

/**
 * Writes a page with headings, paragraphs, lists, figures and widgets of the demo. The same seed
 * gives the same page.
 */
export function writeRandomPage(seed: number): RandomPage {
  const random = createRandom(seed);
  const integer = (min: number, max: number): number =>
    min + Math.floor(random() * (max - min + 1));
  const pick = <T>(values: readonly T[]): T => values[integer(0, values.length - 1)] as T;
  const headings: string[] = [];
  const heading = (level: number): string => {
    const long =
      random() < 0.15
        ? ' et tout ce que la commune en a fait avec ses habitants depuis dix ans'
        : '';
    const text = `Titre-${seed}-${headings.length + 1}${long}`;
    headings.push(text);
    return `<h${level}>${text}</h${level}>`;
  };
  const text = (min: number, max: number): string =>
    Array.from({length: integer(min, max)}, () => pick(SENTENCES)).join(' ');
  const paragraph = (min = 1, max = 12): string => `<p>${text(min, max)}</p>`;
  const widget = (): string => {
    const tag = pick(WIDGETS);
    return `<spass-${tag}></spass-${tag.split(' ')[0]}>`;
  };
  const picture = (height: number): string =>
    `<svg viewBox="0 0 600 ${height}" style="display:block;inline-size:100%;max-inline-size:600px" role="img" aria-label="Plan"><rect width="600" height="${height}" fill="#9ab"/></svg>`;
  const figure = (): string =>
    `<figure>${picture(integer(80, 420))}<figcaption>Légende : ${pick(SENTENCES)}</figcaption></figure>`;
  const list = (): string =>
    `<ul>${Array.from({length: integer(2, 8)}, () => `<li>${pick(SENTENCES)}</li>`).join('')}</ul>`;
  const block = (): string => {
    const level = pick([2, 2, 3]);
    const inner = pick([
      () => heading(level) + widget(),
      () => heading(level) + widget(),
      () => heading(level) + paragraph(1, 3) + widget(),
      () => heading(level) + paragraph(1, 3) + paragraph(1, 2) + widget(),
      () => heading(level) + heading(3) + widget(),
      () => heading(level) + widget() + widget(),
      () => heading(level) + figure(),
      () => heading(level) + paragraph() + figure(),
      () => heading(level) + list() + paragraph(),
      () => heading(level) + Array.from({length: integer(1, 4)}, () => paragraph()).join(''),
      () => `<div>${heading(level)}</div><div>${widget()}</div>`,
    ])();
    return random() < 0.5 ? `<section>${inner}</section>` : inner;
  };
  const [style, css] = pick(STYLES);
  const blocks = Array.from({length: integer(2, 6)}, block).join('') + heading(2) + widget();
  const content = random() < 0.3 ? `<spass-portal api="/api">${blocks}</spass-portal>` : blocks;
  const menu = style === 'menu' ? '<nav>Menu</nav>' : '';
  const footer = random() < 0.5 ? '<footer>Mairie d’Exemple</footer>' : '';
  return {
    name: `${seed} (${style})`,
    body: `<div>${menu}<main><h1>Commune ${seed}</h1>${paragraph(0, 20)}${content}</main>${footer}</div>`,
    css,
    headings,
  };
}
