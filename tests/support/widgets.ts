import {fixture} from '@open-wc/testing';
import {ContextProvider} from '@lit/context';
import {html, render, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {ref} from 'lit/directives/ref.js';
import {html as staticHtml, unsafeStatic} from 'lit/static-html.js';
import '../../src/define/all.js';
import {sourceContext} from '../../src/controllers/source-controller.js';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {fr} from '../../src/i18n/fr.js';
import type {CollectionName} from '../../src/model/records.js';
import {allCollections, now} from './all-collections.js';
import {goriaux} from './drawings.js';
import {flatDescendants, isVisible} from './flat-tree.js';
import {monuments} from './monuments.js';
import {portalData} from './portal-data.js';
import {StubServer} from './stub-server.js';
import {isComplete} from './test-scope.js';
import {settled} from './widget-fixture.js';

/** Names of the tags that `src/define/` registers. */
export type Tag = Extract<keyof HTMLElementTagNameMap, `spass-${string}`>;

/** One row of the table: how to make a tag show its records, and how to recognize them. */
interface Row {
  /** Attributes without which the element shows no records. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Collection that the element loads. Absent if it loads nothing. */
  readonly collection?: CollectionName;
  /** Selector of the part rendered for each record. */
  readonly record: string;
  /** Number of records of `createServer` shown with `limit="3"`. */
  readonly count: number;
  /** Text shown instead of records if there are none. Absent if the widget is the same without data. */
  readonly emptyText?: string;
  /** Text shown if no record matches the selection of the user. Absent if the widget does not follow it. */
  readonly noMatchText?: string;
  /** Records for the property `items`. Absent if the element has no such property. */
  readonly items?: readonly unknown[];
  /** Content that the element needs. */
  readonly content?: TemplateResult;
  /** Renders the element where it is visible, if it renders nothing itself. */
  readonly wrap?: (element: TemplateResult) => TemplateResult;
  /** True if its content is not printed. */
  readonly isScreenOnly?: boolean;
}

/** Sentence of a tag without data, with its name. */
const noData = (tag: keyof typeof fr.core & Tag): string =>
  fr.core.noData.replace('.', `\u00a0: ${fr.core[tag]}.`);

/** A tag without a row does not compile, and fails a test. */
const ROWS: Readonly<Record<Tag, Row>> = {
  'spass-agenda': {
    collection: 'events',
    record: '.event',
    count: 3,
    emptyText: fr.agenda.noEvents,
    noMatchText: fr.agenda.noEvents,
    items: allCollections.events,
  },
  'spass-compare': {record: 'figure img', count: 2, items: goriaux},
  'spass-contribute': {
    attributes: {controller: 'CAUE du Nord', contact: 'droits@caue.example', retention: 'un an'},
    collection: 'contributions',
    record: '.published li',
    count: 1,
    emptyText: fr.contribute.takesNone,
    items: allCollections.contributions,
  },
  'spass-directory': {
    collection: 'organisations',
    record: '.actor',
    count: 3,
    emptyText: noData('spass-directory'),
    noMatchText: fr.directory.noActors,
    items: allCollections.organisations,
  },
  'spass-explorer': {
    collection: 'portals',
    record: '.card',
    count: 3,
    emptyText: noData('spass-portal-cards'),
    items: [portalData],
  },
  'spass-family-filter': {
    collection: 'portals',
    record: '.toggle',
    count: 4,
    items: allCollections.portals,
    isScreenOnly: true,
  },
  'spass-layer': {
    collection: 'resources',
    attributes: {label: 'Monuments'},
    record: '.list .title',
    count: 3,
    items: monuments,
    wrap: layer => html`<spass-project-map limit="3" .items=${[]}>${layer}</spass-project-map>`,
  },
  'spass-portal': {
    record: '.card',
    count: 3,
    content: html`<spass-portal-cards
      limit="3"
      .items=${allCollections.portals}
    ></spass-portal-cards>`,
  },
  'spass-portal-cards': {
    collection: 'portals',
    record: '.card',
    count: 3,
    emptyText: noData('spass-portal-cards'),
    noMatchText: fr.portalCards.noPortals,
    items: allCollections.portals,
  },
  'spass-programme-timeline': {
    collection: 'programmes',
    record: '.name',
    count: 3,
    emptyText: noData('spass-programme-timeline'),
    noMatchText: fr.projects.noProjects,
    items: [...allCollections.programmes, ...allCollections.projects],
  },
  'spass-project': {
    attributes: {project: 'centre-bourg'},
    collection: 'projects',
    record: '.name .title',
    count: 1,
    emptyText: fr.projectProgress.noProject,
    items: allCollections.projects,
  },
  'spass-project-map': {
    collection: 'projects',
    record: '.list .title',
    count: 3,
    emptyText: fr.projects.noProjectsYet,
    noMatchText: fr.projects.noProjects,
    items: allCollections.projects,
  },
  'spass-project-progress': {
    attributes: {project: 'centre-bourg'},
    collection: 'projects',
    record: '[part=phase]',
    count: 4,
    emptyText: fr.projectProgress.noProject,
    items: allCollections.projects,
  },
  'spass-resource-list': {
    collection: 'resources',
    record: '.row',
    count: 3,
    emptyText: noData('spass-resource-list'),
    noMatchText: fr.resourceList.noResults,
    items: allCollections.resources,
  },
  'spass-story': {
    attributes: {'no-map': ''},
    collection: 'stories',
    record: '.step',
    count: 5,
    emptyText: fr.story.noStory,
    items: allCollections.stories,
  },
};

/** Element as the suites of tests/elements/widgets test it. */
export interface ElementCase extends Row {
  readonly tag: Tag;
}
/** Element that loads records. */
export interface DataCase extends ElementCase {
  readonly collection: CollectionName;
}

/** Every element of the library. */
export const ELEMENTS: readonly ElementCase[] = Object.entries(ROWS).map(([tag, row]) => ({
  tag: tag as Tag,
  ...row,
}));
/** Elements that load records. */
export const DATA_ELEMENTS = ELEMENTS.filter(
  (one): one is DataCase => one.collection !== undefined,
);
/** Elements that load and render records. */
export const WIDGETS = DATA_ELEMENTS.filter(({wrap}) => !wrap);

/** A form, a single record, a map and a list. */
const TYPICAL_TAGS: ReadonlySet<Tag> = new Set([
  'spass-contribute',
  'spass-project',
  'spass-project-map',
  'spass-resource-list',
]);

/** Returns all of some elements, or one of each kind in `npm test`. */
export const typical = <T extends ElementCase>(elements: readonly T[]): readonly T[] =>
  elements.filter(({tag}) => isComplete || TYPICAL_TAGS.has(tag));

/** Returns a server with records, by default of every collection. */
export const createServer = (
  change: Partial<StubServer> = {},
  records: ConstructorParameters<typeof StubServer>[0] = allCollections,
): StubServer =>
  Object.assign(
    new StubServer(records),
    {contributionsUrl: 'http://127.0.0.1:9/contributions'},
    change,
  );

interface TemplateOptions {
  readonly lang?: string;
  readonly skin?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Content of the page between the tags. */
  readonly content?: TemplateResult;
}

/** Renders an element with the attributes that it needs to show its records, three at first. */
export function widgetTemplate(
  {tag, attributes, content: ownContent, wrap = element => element}: ElementCase,
  {lang, skin, attributes: more, content = ownContent ?? html``}: TemplateOptions = {},
): TemplateResult {
  const name = unsafeStatic(tag);
  const hasLimit = 'limit' in customElements.get(tag)!.prototype;
  const setAttributes = (element: Element | undefined): void => {
    for (const [attribute, value] of Object.entries({...attributes, ...more}))
      element?.setAttribute(attribute, value);
  };
  return wrap(
    staticHtml`<${name} ${ref(setAttributes)} limit=${ifDefined(hasLimit ? 3 : undefined)} .now=${now}
      lang=${ifDefined(lang)} skin=${ifDefined(skin)}>${content}</${name}>`,
  );
}

interface RenderOptions extends TemplateOptions {
  readonly server?: StubServer;
  /** True to set `items`, also for an element that would load its records. */
  readonly usesItems?: boolean;
  /** Parent of the element, inside an element that provides the server. Default: that element. */
  readonly createParent?: (provider: HTMLElement) => HTMLElement | ShadowRoot;
}

/** Renders an element with a server, as inside a `<spass-portal>`, without waiting for its data. */
export async function startWidget(
  widget: ElementCase,
  {server = createServer(), usesItems = false, createParent, ...options}: RenderOptions = {},
): Promise<DataWidget> {
  const provider = await fixture<HTMLElement>(html`<div></div>`);
  new ContextProvider(provider, {context: sourceContext, initialValue: server});
  const parent = createParent?.(provider) ?? provider;
  render(widgetTemplate(widget, options), parent as HTMLElement);
  const element = parent.querySelector<DataWidget>(widget.tag)!;
  if (usesItems || !widget.collection) Object.assign(element, {items: widget.items});
  await element.updateComplete;
  return element;
}

/** Renders an element with a server, and waits until its data or an error are shown. */
export async function renderWidget(
  widget: ElementCase,
  options: RenderOptions = {},
): Promise<DataWidget> {
  const element = await startWidget(widget, options);
  await shown(element);
  return element;
}

/** Returns the element that renders the records: the map of a layer, otherwise the element itself. */
export const surfaceOf = (element: Element): Element =>
  (element.localName === 'spass-layer' && element.closest('spass-project-map')) || element;

/** Waits until an element, and those in it or around it that render its records, have rendered them. */
export async function shown(element: Element): Promise<void> {
  const surface = surfaceOf(element);
  const isWidget = (one: Element): one is DataWidget => 'loadComplete' in one;
  const elements = [element, ...surface.querySelectorAll('*'), surface];
  for (const widget of elements.filter(isWidget)) await settled(widget);
}

/** Answers all pending queries, and those that follow. */
export function release(server: StubServer): void {
  server.isHeld = false;
  for (const query of server.queries) query.answer();
}

/** Returns the visible elements of a widget, and of those in it, that match a selector. */
export const visibleElements = (element: Element, selector: string): HTMLElement[] =>
  flatDescendants(surfaceOf(element)).filter(
    (found): found is HTMLElement =>
      found instanceof HTMLElement && found.matches(selector) && isVisible(found),
  );

/** Returns a text with each white space, also a no-break one, as one space. */
export const collapseSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textOf = ({textContent}: Element): string => collapseSpaces(textContent);

/** Returns the texts of the visible elements that match a selector. */
export const visibleTexts = (element: Element, selector: string): string[] =>
  visibleElements(element, selector).map(textOf);

/** Returns the texts of the records shown. */
export const recordTexts = (element: Element, {record}: ElementCase): string[] =>
  visibleTexts(element, record);

/** Text of a failed request, and of data from a copy of 3 October 2026. */
export const FAILURE = collapseSpaces(fr.core.failedNetwork);
export const STALE = collapseSpaces(fr.core.stale('3 octobre 2026'));

/** Content of the page inside an element. */
export const ownContent = html`<a href="#own">Le contenu de la page</a>`;
export const showsOwnContent = (el: Element): boolean => isVisible(el.querySelector('a')!);

export const alerts = (el: Element): string[] => visibleTexts(el, '[role=alert]');
export const retryButton = (el: Element): HTMLElement =>
  visibleElements(el, '.failure button').find(
    ({textContent}) => textContent.trim() === 'Réessayer',
  )!;
