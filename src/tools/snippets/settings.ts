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

/** Settings that determine a snippet. */
export interface SnippetSettings {
  /** Tag without `spass-`. */
  readonly widget: string;
  /** Attributes that differ from their defaults; a boolean attribute has the value ''. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Colours by custom property: `--spass-color-link` → `#1f5fa6`. */
  readonly colours: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  /** Author's HTML inside the tag, if the widget shows it; '' to create a draft. */
  readonly content: string;
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
  base: '',
};

/** Returns settings with another value of an attribute; undefined or the default removes it. */
export function withAttribute(
  settings: SnippetSettings,
  name: string,
  value: string | undefined,
  defaultValue = '',
): SnippetSettings {
  const {[name]: _old, ...others} = settings.attributes;
  const isDefault = value === undefined || (value === defaultValue && defaultValue !== '');
  return {...settings, attributes: isDefault ? others : {...others, [name]: value}};
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
export const showsOwnContent = ({widget, attributes}: SnippetSettings): boolean =>
  AUTHORED_WIDGETS.includes(widget) && (widget === 'compare' || !attributes['api']);

const COLOUR = /^--spass-[a-z-]+$/;

/**
 * Serializes settings as a query string, to be stored or shared. Links are left out, since they can be generated again
 * from the data.
 */
export function toQuery({widget, attributes, colours, content, base}: SnippetSettings): string {
  const query = new URLSearchParams({widget});
  for (const [name, value] of Object.entries(attributes)) query.append(name, value);
  for (const [name, value] of Object.entries(colours)) query.append(name, value);
  if (content) query.append('content', content);
  if (base) query.append('base', base);
  return query.toString();
}

/** Parses settings from a query string; missing ones are taken from `fallback`. */
export function fromQuery(
  query: string,
  fallback: SnippetSettings = DEFAULT_SETTINGS,
): SnippetSettings {
  const attributes: Record<string, string> = {};
  const colours: Record<string, string> = {};
  let {widget, content, base} = fallback;
  for (const [name, value] of new URLSearchParams(query))
    if (name === 'widget') widget = value;
    else if (name === 'base') base = value;
    // Whoever writes the link must not write code into the pages of others.
    else if (name === 'content') content = allowedContent(value);
    else if (COLOUR.test(name)) colours[name] = value;
    else if (/^[a-z][a-z-]*$/.test(name)) attributes[name] = value;
  return {...fallback, widget, content, base, attributes, colours};
}
