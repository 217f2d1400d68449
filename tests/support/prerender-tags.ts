/** Element with its command-line arguments and a text that its output must contain. */
export interface PrerenderedTag {
  readonly widget: string;
  readonly args: readonly string[];
  readonly children?: string;
  readonly words: RegExp;
}

const PICTURES = `<h2 slot="heading">Hier, aujourd’hui</h2>
<img src="/then.svg" alt="La fosse en 1905" width="600" height="400" data-year="1905">
<img src="/now.svg" alt="Le parc en 2024" width="600" height="400" data-year="2024">`;

const PORTAL = `<h2>Nos portails</h2>
<spass-family-filter></spass-family-filter>
<spass-portal-cards limit="3"></spass-portal-cards>`;

/** All elements that render something; layers are rendered by the map. */
export const TAGS: readonly PrerenderedTag[] = [
  {widget: 'portal-cards', args: ['--limit=4'], words: /Septentrion/},
  {widget: 'portal-cards', args: ['--group-by=family', '--lang=nl'], words: /Septentrion/},
  {widget: 'family-filter', args: [], words: /ACTEUR/},
  {widget: 'resource-list', args: ['--limit=5'], words: /Septentrion, de la ville forte/i},
  {widget: 'project-map', args: [], words: /Septentrion/},
  {widget: 'programme-timeline', args: [], words: /Interreg IV/},
  {widget: 'agenda', args: [], words: /Marche au bord de l’étang/},
  {widget: 'directory', args: ['--limit=6'], words: /Agence d’urbanisme/},
  {widget: 'story', args: [], words: /château de la mine/},
  {widget: 'project', args: ['--project=septentrion'], words: /Septentrion/},
  {widget: 'project-progress', args: ['--project=septentrion'], words: /Septentrion/},
  {
    widget: 'contribute',
    args: ['--controller=Ville', '--contact=mairie@example.org', '--retention=un an'],
    words: /mairie@example\.org/,
  },
  {widget: 'compare', args: [], children: PICTURES, words: /La fosse en 1905/},
  {
    widget: 'compare',
    args: ['--record=ors-maison-forestiere'],
    words: /maison forestière en brique rouge/,
  },
  {widget: 'portal', args: [], children: PORTAL, words: /Septentrion/},
];

/** Returns the command-line arguments; `compare` has no data unless it shows a record. */
export const prerenderArgs = ({widget, args, children}: PrerenderedTag, api: string): string[] => [
  `--widget=${widget}`,
  ...(children === PICTURES ? [] : [`--api=${api}`]),
  ...(children ? ['--children=-'] : []),
  ...args,
];

/** Event in the far future. */
export const UPCOMING_EVENT = {
  id: 'marche',
  title: {fr: 'Marche au bord de l’étang'},
  period: {start: '2099-05-02T10:00:00+02:00', end: '2099-05-02T12:00:00+02:00'},
  place: 'Raismes',
  url: 'https://example.org/marche',
};

/** Published contribution. */
export const PUBLISHED_CONTRIBUTION = {
  id: 1,
  kind: 'idea' as const,
  text: 'Un banc à l’ombre du terril',
  name: 'Marie',
  created: '2026-05-01T10:00:00Z',
  state: 'published' as const,
};
