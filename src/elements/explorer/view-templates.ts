import {html, noChange, nothing, type TemplateResult} from 'lit';
import {directive, Directive, type DirectiveResult, type ElementPart} from 'lit/directive.js';
import {cache} from 'lit/directives/cache.js';
import type {LoadErrorEvent, LoadEvent} from '../../events/events.js';
import type {Geo} from '../../model/geo/geo.js';
import {LIST_FILTERS} from '../../model/query.js';
import type {DetailMode} from '../base/shared-attributes.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {View} from './views.js';
import {hasModifier, targetIndex} from '../../controllers/roving-focus-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';

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

/** Minimum number of bars of the timeline: fewer, one for each programme, are an almost empty table. */
const MIN_BARS = 8;

/** Sets the properties that are the same for all views, and some more of the explorer. */
function setSharedProperties(
  {explorer, headingLevel}: ViewContext,
  others: typeof LIST_PROPERTIES | typeof MAP_PROPERTIES | readonly [] = [],
  minLimit = 0,
): DirectiveResult {
  const {structuredData} = explorer;
  const properties: Record<string, unknown> = {headingLevel, structuredData};
  for (const name of [...LIST_FILTERS, ...SHARED_PROPERTIES, ...others])
    properties[name] = explorer[name];
  return setProperties({...properties, limit: Math.max(explorer.limit, minLimit)});
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
      ${setSharedProperties(context, [], MIN_BARS)}
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

interface TabsOptions {
  readonly i18n: LocalizeController<'explorer'>;
  readonly views: readonly View[];
  readonly selected: View | undefined;
  select(view: View): void;
}

/** Renders the tabs. Arrow keys, Home and End move between tabs and activate them (WAI-ARIA APG, Tabs). */
export function renderTabs({i18n, views, selected, select}: TabsOptions): TemplateResult {
  const {messages, isReady} = i18n;
  const handleKeydown = (event: KeyboardEvent): void => {
    if (hasModifier(event)) return;
    const tab = event.target as HTMLElement;
    const from = views.findIndex(view => tab.id === `tab-${view}`);
    const to = targetIndex(event.key, from, views.length);
    const view = to === undefined ? undefined : views[to];
    if (from < 0 || !view) return;
    event.preventDefault();
    select(view);
    (tab.parentElement?.children[to ?? 0] as HTMLElement | undefined)?.focus();
  };
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${messages.views}
    @keydown=${handleKeydown}
  >
    ${views.map(
      view =>
        html`<button
          id="tab-${view}"
          class="tab"
          part="tab"
          type="button"
          role="tab"
          data-view=${view}
          tabindex=${view === selected ? 0 : -1}
          aria-selected=${view === selected}
          aria-controls="view-${view}"
          @click=${() => select(view)}
        >
          ${isReady ? messages[`${view}View`] : '…'}
        </button>`,
    )}
  </div>`;
}

/** Coast and borders between Somme and Scheldt, drawn by hand to a few kilometres: a decoration, not a map. */
const COAST =
  'M65 555l30-60 30-5-20-25 0-55 10-50-5-75 0-65 30-20 40-20 65-15 65-15 50-15 95-60 70-40 45-15 55-15 65 20 40-25 55 15M360 135l15 55-5 15 10 35 25 10 20 35 25 10 30-30 20-5 20 10 20 20-5 35 10 35 25 15 35-15 25 15 15 20 0 40 10 15 45-10 40-10 25 40 20 0-15 50 15 25-20 30 80 25 60-25 40-65 10 5-10 75M570 20l0 35 40 0 15-5 55 15 25 20 55-30 30-30 50-5 5-40 65-5M105 410l20 20 65 10 55 35 65 10 10 30 50 20 45 25 80-5 25 15 70-5 55 20 60-20 60 10M245 165l5 35 30 10 35 50 10 45 55 15 40-15 20 25-10 35 30 15 15 20 30 5-20 25 15 20-25 65 20 40';

/** Renders an outline of filter, list and map, in place of views that have failed to load. */
export const renderOutline = (): TemplateResult =>
  html`<div class="outline">
    <div class="bone"><i></i><i></i><i></i><i></i></div>
    <div>${[1, 2, 3, 4].map(() => html`<p><i class="bone"></i><i></i><i></i></p>`)}</div>
    <svg class="bone" viewBox="0 0 1000 600" preserveAspectRatio="xMidYMid slice">
      <path d=${COAST} />
    </svg>
  </div>`;
