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
    words: /maison forestière en brique/,
  },
  {widget: 'portal', args: [], children: PORTAL, words: /Septentrion/},
];

const SERIES = `${PICTURES}
<img src="/then.svg" alt="La fosse en 1936" width="600" height="400" data-year="1936">`;

const CONTRIBUTE = ['--controller=Ville', '--contact=mairie@example.org', '--retention=un an'];

/** Layouts and states of the elements that `TAGS` do not show. */
export const LAYOUTS: readonly PrerenderedTag[] = [
  {widget: 'portal-cards', args: ['--layout=list', '--limit=6'], words: /Septentrion/},
  {widget: 'portal-cards', args: ['--layout=une'], words: /Septentrion/},
  {widget: 'portal-cards', args: ['--record=septentrion', '--skin=caue'], words: /Septentrion/},
  {widget: 'family-filter', args: ['--of=resources', '--skin=dsfr'], words: /ACTEUR/},
  {widget: 'resource-list', args: ['--chapters', '--portal=425'], words: /Maille/},
  {widget: 'resource-list', args: ['--paging=pages', '--limit=3'], words: /Murailles/},
  {widget: 'resource-list', args: ['--record=ors-maison-forestiere'], words: /Wilfred Owen/},
  {widget: 'project-map', args: ['--load=click'], words: /Septentrion/},
  {widget: 'project-map', args: ['--no-list', '--skin=dsfr'], words: /Union/},
  {
    widget: 'project-map',
    args: ['--consent=ask', '--tiles=https://tile.example/{z}/{x}/{y}.png'],
    words: /Septentrion/,
  },
  {widget: 'programme-timeline', args: ['--limit=3'], words: /Interreg III/},
  {widget: 'agenda', args: ['--record=marche'], words: /Marche au bord de l’étang/},
  {widget: 'directory', args: ['--group-by=role', '--limit=6'], words: /CAUE/},
  {widget: 'directory', args: ['--group-by=none', '--limit=6'], words: /Agence/},
  {widget: 'story', args: ['--no-map', '--story=ors-wilfred-owen'], words: /Owen/},
  {widget: 'project', args: ['--project=eutopia'], words: /EUTOPIA/},
  {widget: 'project', args: ['--project=septentrion', '--poster=a4'], words: /Septentrion/},
  {widget: 'contribute', args: ['--kind=photo', ...CONTRIBUTE], words: /mairie@example\.org/},
  {widget: 'compare', args: ['--mode=side'], children: PICTURES, words: /La fosse en 1905/},
  {widget: 'compare', args: ['--geo=50.4,3.5'], children: SERIES, words: /1936/},
  {widget: 'compare', args: ['--mode=grid'], children: SERIES, words: /1936/},
  {widget: 'explorer', args: [], words: /Septentrion/},
  {widget: 'explorer', args: ['--views=list map'], words: /Murailles/},
  {
    widget: 'portal',
    args: ['--languages=fr nl', '--lang=nl'],
    children: PORTAL,
    words: /Septentrion/,
  },
];

/** Returns the command-line arguments; `compare` has no data unless it shows a record. */
export const prerenderArgs = ({widget, args, children}: PrerenderedTag, api: string): string[] => [
  `--widget=${widget}`,
  ...(widget === 'compare' && children ? [] : [`--api=${api}`]),
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
