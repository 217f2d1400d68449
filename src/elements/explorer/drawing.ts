import {html, noChange, nothing, type TemplateResult} from 'lit';
import {directive, Directive, type ElementPart} from 'lit/directive.js';
import {cache} from 'lit/directives/cache.js';
import type {LoadErrorEvent} from '../../events/error-event.js';
import type {LoadEvent} from '../../events/load-event.js';
import {LIST_FILTERS} from '../../model/query.js';
import type {SpassExplorer} from './explorer.js';
import type {View} from './views.js';

/** Data and callbacks that all views share. */
export interface Drawn {
  /** Explorer whose attributes are passed on to the views. */
  readonly explorer: SpassExplorer;
  /** Level of the record headings. */
  readonly level: number;
  /** Called when the load of a view has ended. */
  heard(event: LoadEvent | LoadErrorEvent): void;
}

type Properties = Readonly<Record<string, unknown>>;

/** Directive that sets properties of its element. An element that is not defined yet keeps them until its upgrade. */
class Given extends Directive {
  override render(_properties: Properties): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [properties]: [Properties]): unknown {
    Object.assign(element, properties);
    return noChange;
  }
}
const given = directive(Given);

const OF_ALL = [
  'epci',
  'departement',
  'region',
  'places',
  'from',
  'to',
  'q',
  'sort',
  'limit',
  'skin',
] as const;

/** Returns the properties that are the same for all views. */
function common({explorer, level}: Drawn): Properties {
  const {structuredData} = explorer;
  const told: Record<string, unknown> = {headingLevel: level, structuredData};
  for (const name of [...LIST_FILTERS, ...OF_ALL] as const) told[name] = explorer[name];
  return told;
}

const draw: Readonly<Record<View, (drawn: Drawn) => TemplateResult>> = {
  cards: drawn =>
    html`<spass-portal-cards
      class="widget"
      .groupBy=${drawn.explorer.groupBy}
      ${given(common(drawn))}
      @spass-load=${drawn.heard}
      @spass-error=${drawn.heard}
    ></spass-portal-cards>`,
  list: drawn => {
    const {facets, paging, detail, showPublisher, chapters} = drawn.explorer;
    return html`<spass-resource-list
      class="widget"
      facets=${facets ?? nothing}
      ${given({...common(drawn), paging, detail, showPublisher, chapters})}
      @spass-load=${drawn.heard}
      @spass-error=${drawn.heard}
    ></spass-resource-list>`;
  },
  map: drawn => {
    const {tiles, attribution, consent, center, zoom, fit, height, load} = drawn.explorer;
    const own = {tiles, attribution, consent, center, zoom, fit, height, load};
    return html`<spass-project-map
      class="widget"
      ${given({...common(drawn), ...own})}
      @spass-load=${drawn.heard}
      @spass-error=${drawn.heard}
    ></spass-project-map>`;
  },
  timeline: drawn =>
    html`<spass-programme-timeline
      class="widget"
      ${given(common(drawn))}
      @spass-load=${drawn.heard}
      @spass-error=${drawn.heard}
    ></spass-programme-timeline>`,
};

/** Renders a view. A hidden view keeps its DOM, and loads nothing until it is shown again. */
export const drawView = (view: View, isShown: boolean, drawn: Drawn): unknown =>
  cache(isShown ? draw[view](drawn) : nothing);

/**
 * Renders the family filter. It counts portals if there are cards, else resources if there is a list, else projects.
 */
export function drawFilter(views: readonly View[], drawn: Drawn): TemplateResult {
  const of = views.includes('cards')
    ? 'portals'
    : views.includes('list')
      ? 'resources'
      : 'projects';
  return html`<spass-family-filter
    class="filter"
    part="filter"
    .of=${of}
    ${given(common(drawn))}
    @spass-load=${drawn.heard}
    @spass-error=${drawn.heard}
  ></spass-family-filter>`;
}
