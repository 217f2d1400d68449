import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {network, subject} from '../tests/support/portals.js';
import {
  atlas,
  threeResources,
  completeResource,
  manyResources,
  marker,
  walls,
} from '../tests/support/resources.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';
import {dataBlock} from './data-block.js';
import {applyFilter} from './apply-filter.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const server = (
  change: Partial<StubServer>,
  resources: readonly unknown[] = threeResources,
): StubServer => Object.assign(new StubServer({resources}), change);

const meta = {
  title: 'Elements/Resource list',
  component: 'spass-resource-list',
  args: {items: [...threeResources, ...manyResources(40)]},
  render: args => {
    const list = html`<spass-resource-list
      ${attributes(args)}
      .items=${args.server ? undefined : args.items}
    ></spass-resource-list>`;
    return args.server ? withSource(args.server, list) : list;
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
/** Records written in the tag as JSON, without an API. */
export const InlineData: Story = {
  render: args =>
    html`<spass-resource-list ${attributes(args)}
      >${dataBlock(threeResources)}</spass-resource-list
    >`,
};
/** Search around an address, beside that around the reader; nothing is sent before the reader agrees. */
export const AddressSearch: Story = {args: {geocoder: 'ban'}};
/** The search around an address after the reader has agreed. */
export const AddressSearchAllowed: Story = {args: {geocoder: 'ban', consent: 'granted'}};
/** Grouped by the chapters of a portal; one refers to a missing record. */
export const Chapters: Story = {
  args: {
    chapters: true,
    server: new StubServer({
      resources: threeResources,
      chapters: [
        {
          id: 'paper',
          title: 'Le papier',
          order: 1,
          intro: 'Ce qui se lit, de l’atlas au carnet de voyage.',
          resources: ['atlas', 'walls'],
        },
        {id: 'water', title: 'L’eau', order: 2, resources: ['marker', 'gone']},
      ],
    }),
  },
};
/** Opens the first resource, as a user does. */
const open: NonNullable<Story['play']> = async ({canvasElement}) => {
  const list = canvasElement.querySelector('spass-resource-list');
  await list?.loadComplete;
  list?.shadowRoot?.querySelector<HTMLElement>('.opener')?.click();
  // The code of the detail view is being loaded.
  await new Promise(requestAnimationFrame);
  await list?.loadComplete;
};
const opened = (item: object, args: Args = {}): Story => ({
  args: {facets: '', detail: 'dialog', items: [item, ...threeResources], ...args},
  play: open,
});
/** With `detail`, a button opens each resource in place; its title still links to the original. */
export const Detail: Story = {args: {detail: 'dialog', items: threeResources}};
/** Project with its participants, files, a picture, and its portals. */
export const DetailOfProject = opened(completeResource, {
  items: undefined,
  server: new StubServer({
    resources: [completeResource, ...threeResources],
    portals: [network, subject],
  }),
});
export const DetailOfDocument = opened({
  ...atlas,
  id: 'document',
  authors: ['Jeanne Dupont'],
  tools: ['consulting'],
});
export const DetailOfSite = opened({...walls, id: 'site-2', updated: '2024-10-20'});
export const DetailOfNews = opened({
  id: 'news',
  title: 'Une visite à deux',
  type: 'actualite',
  section: 'actualite',
  abstract: 'Dix communes, un guide.',
  body: 'Rendez-vous devant la mairie.\n\nLa visite se fait à pied.',
  event: {start: '2023-05-23', end: '2023-05-24'},
  published: '2023-05-05',
  url: 'https://example.org/news',
});
export const DetailWithoutAddress = opened({...marker, id: 'no-address', url: undefined});
export const DetailOfMinimalRecord = opened({id: 'bare-2'});
export const DetailInline = opened(completeResource, {detail: 'inline'});
/** In Dutch: French texts are marked as such. */
export const DetailOtherLanguage = opened(completeResource, {lang: 'nl', detail: 'inline'});
export const DetailWithPublisher = opened(completeResource, {'show-publisher': true});
export const DetailDark: Story = {
  ...opened(completeResource, {skin: 'caue'}),
  globals: {scheme: 'dark'},
};
/** The URL of the page contains the id of a missing resource. */
export const DetailNotFound: Story = {
  args: {items: threeResources, detail: 'dialog', 'sync-url': true, group: 'introuvable'},
  decorators: [
    story => {
      const url = new URL(location.href);
      url.searchParams.set('introuvable.detail', 'nulle-part');
      history.replaceState(history.state, '', url);
      return story();
    },
  ],
};
/** Own fields of the records as facets; spellings of one value are counted together. */
export const OwnFacets: Story = {
  args: {
    facets: 'type',
    'facet-fields': 'modèle, école',
    items: manyResources(24).map((resource, i) => ({
      ...resource,
      extra: {
        Modèle: ['T10', 't10', 'T20 bis', 'Préau'][i % 4],
        ...(i % 3 && {École: ['Jules-Ferry', 'La Fontaine']}),
      },
    })),
  },
};
/** With `keep`, a copy of an earlier page view is shown, with its date, while the server is down. */
export const Kept: Story = {
  args: {keep: true, server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
/** Two dates, each optional: `from` and `to` are sent to a server. */
export const DateRange: Story = {
  args: {facets: 'date, type', items: threeResources},
  play: applyFilter('spass-resource-list', {from: '2016'}),
};
/** Values of an expanded facet: the first fifty of 300, with a field to find the others. */
export const ManyFacetValues: Story = {
  args: {
    facets: 'commune',
    items: Array.from({length: 300}, (_, i) => ({
      id: i,
      title: `Fiche ${i}`,
      url: `https://example.org/${i}`,
      commune: {name: `Commune ${i}`, insee: String(59_000 + i)},
    })),
  },
  play: async ({canvasElement}) => {
    const list = canvasElement.querySelector('spass-resource-list');
    await list?.loadComplete;
    list?.shadowRoot?.querySelector<HTMLElement>('fieldset .quiet')?.click();
  },
};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const NoMatch: Story = {
  args: {items: threeResources},
  play: async ({canvasElement}) => {
    const list = canvasElement.querySelector('spass-resource-list');
    await list?.loadComplete;
    const field = list?.shadowRoot?.querySelector<HTMLInputElement>('#q');
    if (field) field.value = 'zzz';
    field?.dispatchEvent(new InputEvent('input'));
  },
};
/** One record is invalid: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {args: {items: [...threeResources, {title: 'No id'}]}};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {
    server: server({
      extra: {
        staleSince: new Date(2026, 10, 3),
        attribution: {text: 'CAUE du Nord', licence: 'Licence Ouverte', updated: '2026-11-03'},
        contact: 'mailto:contact@example.org',
      },
    }),
  },
};
export const One: Story = {args: {items: [atlas]}};
/** A resource alone, with `record`. */
export const SingleRecord: Story = {args: {record: String(atlas.id)}};
/** Sentences of the page instead of the widget's. */
export const OwnSentences: Story = {
  render: args =>
    html`<spass-resource-list ${attributes(args)} .items=${args.items}>
      <script type="application/json" data-spass-messages lang="fr">
        {"more": "Charger la suite", "results": {"one": "{shown} fiche", "other": "{shown} fiches"}}
      </script>
    </spass-resource-list>`,
};
/** All that `hide` can leave out: titles, pages and attribution stay. */
export const HiddenParts: Story = {
  args: {hide: 'search sort export commune facets count foot-details', limit: 5},
};
/** An id that no record has. */
export const UnknownRecord: Story = {args: {record: 'unknown'}};
export const Many: Story = {args: {items: manyResources(5000)}};
export const Pages: Story = {args: {paging: 'pages', limit: 5}};
export const Server: Story = {args: {server: server({}, manyResources(500))}};
export const TwoFacets: Story = {args: {facets: 'theme,year'}};
export const NoFacets: Story = {args: {facets: ''}};
export const LongWords: Story = {
  args: {
    items: [
      {...marker, id: 'long', title: 'Stadtentwicklungsplanungsbeteiligung '.repeat(4)},
      {...walls, title: 'Rindfleischetikettierung'.repeat(8), authors: ['Donaudampf'.repeat(12)]},
      {id: 'bare'},
    ],
  },
};
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
/** Active filters, each with a button that removes it. */
export const Filtered: Story = {
  play: applyFilter('spass-resource-list', {q: 'fiche', theme: ['Thème 2'], type: ['document']}),
};
