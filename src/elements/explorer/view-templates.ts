import {html, noChange, nothing, type TemplateResult} from 'lit';
import {directive, Directive, type DirectiveResult, type ElementPart} from 'lit/directive.js';
import {cache} from 'lit/directives/cache.js';
import type {LoadErrorEvent} from '../../events/load-error-event.js';
import type {LoadEvent} from '../../events/load-event.js';
import type {Geo} from '../../model/geo/geo.js';
import {LIST_FILTERS} from '../../model/query.js';
import type {DetailMode} from '../base/shared-attributes.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {View} from './views.js';

/** Attributes of an explorer, most of which are passed on to its views. */
export interface ExplorerHost extends WidgetHost {
  readonly views: readonly View[];
  readonly limit: number;
  readonly skin: string;
  readonly groupBy: '' | 'family';
  readonly facets?: string | null;
  readonly facetFields: readonly string[];
  readonly paging: 'more' | 'pages';
  readonly detail: DetailMode | undefined;
  readonly showPublisher: boolean;
  readonly chapters: boolean;
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
  readonly geocoder: '' | 'ban';
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
  readonly fit: 'data' | 'none';
  readonly shapes: string;
  readonly height: string;
  readonly load: string;
}

/** Data and callbacks that all views share. */
export interface ViewContext {
  /** Explorer whose attributes are passed on to the views. */
  readonly explorer: ExplorerHost;
  /** Level of the record headings. */
  readonly headingLevel: number;
  /** Called when the load of a view has ended. */
  onLoadEnd(event: LoadEvent | LoadErrorEvent): void;
}

type ElementProperties = Readonly<Record<string, unknown>>;

/** Directive that sets properties of its element. An element that is not defined yet keeps them until its upgrade. */
class SetProperties extends Directive {
  override render(_properties: ElementProperties): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [properties]: [ElementProperties]): unknown {
    Object.assign(element, properties);
    return noChange;
  }
}
const setProperties = directive(SetProperties);

const SHARED_PROPERTIES = [
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
  'hide',
] as const;

const LIST_PROPERTIES = [
  'facetFields',
  'paging',
  'detail',
  'showPublisher',
  'chapters',
  'geocoder',
  'consent',
] as const;

const MAP_PROPERTIES = [
  'tiles',
  'attribution',
  'consent',
  'geocoder',
  'center',
  'zoom',
  'fit',
  'shapes',
  'height',
  'load',
] as const;

/** Sets the properties that are the same for all views, and some more of the explorer. */
function setSharedProperties(
  {explorer, headingLevel}: ViewContext,
  others: typeof LIST_PROPERTIES | typeof MAP_PROPERTIES | readonly [] = [],
): DirectiveResult {
  const {structuredData} = explorer;
  const properties: Record<string, unknown> = {headingLevel, structuredData};
  for (const name of [...LIST_FILTERS, ...SHARED_PROPERTIES, ...others])
    properties[name] = explorer[name];
  return setProperties(properties);
}

const templates: Readonly<Record<View, (context: ViewContext) => TemplateResult>> = {
  cards: context =>
    html`<spass-portal-cards
      class="widget"
      .groupBy=${context.explorer.groupBy}
      ${setSharedProperties(context)}
      @spass-load=${context.onLoadEnd}
      @spass-error=${context.onLoadEnd}
    ></spass-portal-cards>`,
  list: context =>
    html`<spass-resource-list
      class="widget"
      facets=${context.explorer.facets ?? nothing}
      ${setSharedProperties(context, LIST_PROPERTIES)}
      @spass-load=${context.onLoadEnd}
      @spass-error=${context.onLoadEnd}
    ></spass-resource-list>`,
  map: context =>
    html`<spass-project-map
      class="widget"
      ${setSharedProperties(context, MAP_PROPERTIES)}
      @spass-load=${context.onLoadEnd}
      @spass-error=${context.onLoadEnd}
    ></spass-project-map>`,
  timeline: context =>
    html`<spass-programme-timeline
      class="widget"
      ${setSharedProperties(context)}
      @spass-load=${context.onLoadEnd}
      @spass-error=${context.onLoadEnd}
    ></spass-programme-timeline>`,
};

/** Renders a view. A hidden view keeps its DOM, and loads nothing until it is shown again. */
export const renderView = (view: View, isVisible: boolean, context: ViewContext): unknown =>
  cache(isVisible ? templates[view](context) : nothing);

/**
 * Renders the family filter. It counts portals if there are cards, else resources if there is a list, else projects.
 */
export function renderFilter(views: readonly View[], context: ViewContext): TemplateResult {
  const countedCollection = views.includes('cards')
    ? 'portals'
    : views.includes('list')
      ? 'resources'
      : 'projects';
  return html`<spass-family-filter
    class="filter"
    part="filter"
    .of=${countedCollection}
    ${setSharedProperties(context)}
    @spass-load=${context.onLoadEnd}
    @spass-error=${context.onLoadEnd}
  ></spass-family-filter>`;
}
