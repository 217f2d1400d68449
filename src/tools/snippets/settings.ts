import type {CollectionName} from '../../model/records.js';
import {allowedContent} from './allowed-content.js';

/** Fallback link, shown without JavaScript, before the data are loaded, and to search engines. */
export interface Link {
  readonly title: string;
  readonly url: string;
  /** Language of the title, if not that of the page. */
  readonly lang?: string;
}

/** Formats of a snippet. */
export const SNIPPET_FORMATS = [
  'element',
  'placeholder',
  'frame',
  'shortcode',
  'block',
  'spip',
] as const;
export type SnippetFormat = (typeof SNIPPET_FORMATS)[number];

/** Attributes of a tag that differ from their defaults; a boolean attribute has the value ''. */
export type Attributes = Readonly<Record<string, string>>;

/** Settings of one tag. */
export interface WidgetSettings {
  /** Tag without `spass-`. */
  readonly widget: string;
  readonly attributes: Attributes;
  readonly links: readonly Link[];
  /** Author's HTML inside the tag, if the widget shows it; '' to create a draft. */
  readonly content: string;
  /** Attributes of each `<spass-layer>` inside a map. */
  readonly layers: readonly Attributes[];
}

/** `<spass-portal>` around a widget, with the other widgets inside it. */
export interface PortalSettings {
  readonly attributes: Attributes;
  readonly before: readonly WidgetSettings[];
  readonly after: readonly WidgetSettings[];
}

/** Settings that determine a snippet. */
export interface SnippetSettings extends WidgetSettings {
  /** Colours by custom property: `--spass-link` → `#1f5fa6`. */
  readonly colours: Readonly<Record<string, string>>;
  /** Undefined for a widget on its own. */
  readonly portal: PortalSettings | undefined;
  /** Folder of the script, without a trailing slash: an immutable, versioned URL. */
  readonly base: string;
}

/** Integrity hashes by file name, as in `sri.json`. */
export type Hashes = Readonly<Record<string, string>>;

export const DEFAULT_SETTINGS: SnippetSettings = {
  widget: 'resource-list',
  attributes: {},
  colours: {},
  links: [],
  content: '',
  layers: [],
  portal: undefined,
  base: '',
};

/** Attributes that a widget takes from the portal around it, unless it has its own. */
const INHERITED_ATTRIBUTES = ['api', 'source', 'fields', 'link-origin', 'skin'];

/** Returns the attributes that apply to the widget, those of its portal included. */
export const effectiveAttributes = ({attributes, portal}: SnippetSettings): Attributes => ({
  ...Object.fromEntries(
    Object.entries(portal?.attributes ?? {}).filter(([name]) =>
      INHERITED_ATTRIBUTES.includes(name),
    ),
  ),
  ...attributes,
});

/** Returns the widgets of a snippet, in order. */
export const widgetsOf = (settings: SnippetSettings): readonly WidgetSettings[] => [
  ...(settings.portal?.before ?? []),
  settings,
  ...(settings.portal?.after ?? []),
];

/** Returns the attributes of every tag of a snippet. */
export const attributesOfAllTags = (settings: SnippetSettings): readonly Attributes[] => [
  ...(settings.portal ? [settings.portal.attributes] : []),
  ...widgetsOf(settings).flatMap(({attributes, layers}) => [attributes, ...layers]),
];

/**
 * Returns settings with the attributes of every tag changed.
 *
 * @param changeLayer Change of the attributes of layers. Default: the same.
 */
export function mapAttributes(
  settings: SnippetSettings,
  change: (attributes: Attributes) => Attributes,
  changeLayer = change,
): SnippetSettings {
  const changeOne = <T extends WidgetSettings>(one: T): T => ({
    ...one,
    attributes: change(one.attributes),
    layers: one.layers.map(changeLayer),
  });
  const {portal} = settings;
  return {
    ...changeOne(settings),
    portal: portal && {
      attributes: change(portal.attributes),
      before: portal.before.map(changeOne),
      after: portal.after.map(changeOne),
    },
  };
}

/** Returns settings with the edited widget exchanged for another one of its portal, by its position. */
export function selectInPortal(settings: SnippetSettings, index: number): SnippetSettings {
  const {portal, widget, attributes, links, content, layers} = settings;
  if (!portal) return settings;
  const own = {widget, attributes, links, content, layers};
  const all = [...portal.before, own, ...portal.after];
  const chosen = all[index];
  return chosen
    ? {
        ...settings,
        ...chosen,
        portal: {...portal, before: all.slice(0, index), after: all.slice(index + 1)},
      }
    : settings;
}

/** Returns settings with another value of an attribute; undefined or the default removes it. */
export function withAttribute(
  settings: SnippetSettings,
  name: string,
  value: string | undefined,
  defaultValue = '',
): SnippetSettings {
  const {[name]: _old, ...others} = settings.attributes;
  const isDefault = value === undefined || (value === defaultValue && defaultValue !== '');
  if (isDefault) return {...settings, attributes: others};
  // The address comes first: it is what a reader of the snippet looks for.
  const attributes = name === 'api' ? {api: value, ...others} : {...others, [name]: value};
  return {...settings, attributes};
}

/** Collection that a widget lists in its fallback content; absent for widgets without data. */
export const WIDGET_COLLECTIONS: Readonly<Record<string, CollectionName>> = {
  'portal-cards': 'portals',
  'family-filter': 'portals',
  'resource-list': 'resources',
  'project-map': 'projects',
  'programme-timeline': 'projects',
  'project-progress': 'projects',
  agenda: 'events',
  directory: 'organisations',
  story: 'stories',
  explorer: 'resources',
};

/** Widgets that can show content of their author, written inside the tag. */
export const AUTHORED_WIDGETS: readonly string[] = ['compare', 'project-progress', 'story'];

/** True if the widget shows its author's content: always, or if it has no data. */
export const showsOwnContent = ({
  widget,
  attributes,
}: Pick<WidgetSettings, 'widget' | 'attributes'>): boolean =>
  AUTHORED_WIDGETS.includes(widget) && (widget === 'compare' || !attributes['api']);

const COLOUR = /^--spass-[a-z-]+$/;

/** Adds a widget to a query string; the attributes of a layer are a query string of their own. */
function appendWidget(
  query: URLSearchParams,
  {widget, attributes, content, layers}: WidgetSettings,
): URLSearchParams {
  query.append('widget', widget);
  for (const [name, value] of Object.entries(attributes)) query.append(name, value);
  if (content) query.append('content', content);
  for (const layer of layers) query.append('layer', new URLSearchParams(layer).toString());
  return query;
}

/**
 * Serializes settings as a query string, to be stored or shared. Links are left out, since they can be generated again
 * from the data.
 */
export function toQuery(settings: SnippetSettings): string {
  const {colours, portal, base} = settings;
  const query = appendWidget(new URLSearchParams(), settings);
  for (const [name, value] of Object.entries(colours)) query.append(name, value);
  if (portal) {
    query.append('around', new URLSearchParams(portal.attributes).toString());
    for (const place of ['before', 'after'] as const)
      for (const one of portal[place])
        query.append(place, appendWidget(new URLSearchParams(), one).toString());
  }
  if (base) query.append('base', base);
  return query.toString();
}

const ATTRIBUTE_NAME = /^[a-z][a-z-]*$/;

const parseAttributes = (query: string): Attributes =>
  Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => ATTRIBUTE_NAME.test(name)));

/** Parses settings from a query string; missing ones are taken from `fallback`. */
export function fromQuery(
  query: string,
  fallback: SnippetSettings = DEFAULT_SETTINGS,
): SnippetSettings {
  const attributes: Record<string, string> = {};
  const colours: Record<string, string> = {};
  const layers: Attributes[] = [];
  const siblings: Record<'before' | 'after', WidgetSettings[]> = {before: [], after: []};
  let {widget, content, base} = fallback;
  let around: Attributes | undefined;
  for (const [name, value] of new URLSearchParams(query))
    if (name === 'widget') widget = value;
    else if (name === 'base') base = value;
    // Whoever writes the link must not write code into the pages of others.
    else if (name === 'content') content = allowedContent(value);
    else if (name === 'layer') layers.push(parseAttributes(value));
    else if (name === 'around') around = parseAttributes(value);
    else if (name === 'before' || name === 'after') siblings[name].push(widgetFromQuery(value));
    else if (COLOUR.test(name)) colours[name] = value;
    else if (ATTRIBUTE_NAME.test(name)) attributes[name] = value;
  const portal = around && {attributes: around, ...siblings};
  return {...fallback, widget, content, base, attributes, colours, layers, portal};
}

/** Parses a widget beside another one: without widgets of its own beside it, which a link could nest without end. */
function widgetFromQuery(query: string): WidgetSettings {
  const parameters = new URLSearchParams(query);
  for (const name of ['around', 'before', 'after']) parameters.delete(name);
  const {widget, attributes, content, layers} = fromQuery(parameters.toString());
  return {widget, attributes, links: [], content, layers};
}
