import type {CollectionName} from '../../model/records.js';
import type {Blocks} from './blocks.js';

/** Fallback link, shown without JavaScript, before the data are loaded, and to search engines. */
export interface Link {
  readonly title: string;
  readonly url: string;
  /** Language of the title, if it differs from the page's. */
  readonly lang?: string;
}

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

/** Settings of a `<spass-layer>` inside a map. */
export interface LayerSettings {
  readonly attributes: Attributes;
  /** Records inside the tag, as JSON; '' for none. */
  readonly items: string;
}

export interface WidgetSettings {
  /** Tag without `spass-`. */
  readonly widget: string;
  readonly attributes: Attributes;
  readonly links: readonly Link[];
  /** Author's HTML inside the tag, if the widget shows it; '' to create a draft. */
  readonly content: string;
  /** Layers of a map, in order. */
  readonly layers: readonly LayerSettings[];
  /** Own templates and records inside the tag. */
  readonly blocks: Blocks;
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
  /** Message overrides of the page, as JSON by language; '' for the page's language. */
  readonly messageOverrides: Readonly<Record<string, string>>;
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
  blocks: {},
  portal: undefined,
  messageOverrides: {},
  base: '',
};

/** Attributes that a widget takes from the portal around it, unless it has its own. */
const INHERITED_ATTRIBUTES = ['api', 'source', 'fields', 'link-origin', 'skin'];

/** Returns the attributes that apply to the widget, including the attributes of its portal. */
export const effectiveAttributes = ({attributes, portal}: SnippetSettings): Attributes => ({
  ...Object.fromEntries(
    Object.entries(portal?.attributes ?? {}).filter(([name]) =>
      INHERITED_ATTRIBUTES.includes(name),
    ),
  ),
  ...attributes,
});

export const widgetsOf = (settings: SnippetSettings): readonly WidgetSettings[] => [
  ...(settings.portal?.before ?? []),
  settings,
  ...(settings.portal?.after ?? []),
];

export const attributesOfAllTags = (settings: SnippetSettings): readonly Attributes[] => [
  ...(settings.portal ? [settings.portal.attributes] : []),
  ...widgetsOf(settings).flatMap(({attributes, layers}) => [
    attributes,
    ...layers.map(layer => layer.attributes),
  ]),
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
    layers: one.layers.map(layer => ({...layer, attributes: changeLayer(layer.attributes)})),
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
  const {portal, widget, attributes, links, content, layers, blocks} = settings;
  if (!portal) return settings;
  const own = {widget, attributes, links, content, layers, blocks};
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
  project: 'projects',
  'project-progress': 'projects',
  agenda: 'events',
  directory: 'organisations',
  story: 'stories',
  explorer: 'resources',
};

/** Widgets that can show content of their author, written inside the tag. */
export const AUTHORED_WIDGETS: readonly string[] = ['compare', 'project-progress', 'story'];

/**
 * True if the widget shows the content written inside its tag: `compare` without `record`, `story` and
 * `project-progress` without `api`.
 */
export const showsOwnContent = ({
  widget,
  attributes,
}: Pick<WidgetSettings, 'widget' | 'attributes'>): boolean =>
  AUTHORED_WIDGETS.includes(widget) && !attributes[widget === 'compare' ? 'record' : 'api'];
