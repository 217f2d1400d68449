/** A link that is read where the widget isn't: without JavaScript, before the data, by search engines. */
export interface Link {
  readonly title: string;
  readonly url: string;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string;
}

/** The names of what a webmaster can be given to paste. */
export const SHAPES = ['element', 'placeholder', 'frame', 'shortcode', 'block', 'spip'] as const;
export type Shape = (typeof SHAPES)[number];

/** Everything that decides what is pasted. */
export interface Settings {
  /** The tag without `spass-`. */
  readonly widget: string;
  /** What differs from the defaults; a flag that is set has the value ''. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Colours by their custom property: `--spass-color-link` → `#1f5fa6`. */
  readonly colours: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  /** What its author wrote inside the tag, as HTML, where that is what the widget shows; '' for a first draft. */
  readonly content: string;
  /** The folder of the script, without a slash at its end: an immutable, versioned address. */
  readonly base: string;
}

/** Hashes of the files of the folder, by name, as `sri.json` has them. */
export type Hashes = Readonly<Record<string, string>>;

export const EMPTY: Settings = {
  widget: 'resource-list',
  attributes: {},
  colours: {},
  links: [],
  content: '',
  base: '',
};

/** With an attribute at another value; undefined or its default leaves it out. */
export function withAttribute(
  settings: Settings,
  name: string,
  value: string | undefined,
  standard = '',
): Settings {
  const {[name]: _old, ...others} = settings.attributes;
  const isLeftOut = value === undefined || (value === standard && standard !== '');
  return {...settings, attributes: isLeftOut ? others : {...others, [name]: value}};
}

/** Widgets that show what their author writes inside them, all of them or where they have no data. */
export const isOfContent = ({widget, attributes}: Settings): boolean =>
  widget === 'compare' ||
  ((widget === 'story' || widget === 'project-progress') && !attributes['api']);

const COLOUR = /^--spass-[a-z-]+$/;

/** The settings as the query of an address, to be kept or sent. The links are found again from the data. */
export function toQuery({widget, attributes, colours, content, base}: Settings): string {
  const query = new URLSearchParams({widget});
  for (const [name, value] of Object.entries(attributes)) query.append(name, value);
  for (const [name, value] of Object.entries(colours)) query.append(name, value);
  if (content) query.append('content', content);
  if (base) query.append('base', base);
  return query.toString();
}

/** The settings that an address holds; what it does not hold is as in `fallback`. */
export function fromQuery(query: string, fallback: Settings = EMPTY): Settings {
  const attributes: Record<string, string> = {};
  const colours: Record<string, string> = {};
  let {widget, content, base} = fallback;
  for (const [name, value] of new URLSearchParams(query))
    if (name === 'widget') widget = value;
    else if (name === 'base') base = value;
    else if (name === 'content') content = value;
    else if (COLOUR.test(name)) colours[name] = value;
    else if (/^[a-z][a-z-]*$/.test(name)) attributes[name] = value;
  return {...fallback, widget, content, base, attributes, colours};
}
