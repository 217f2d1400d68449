import {isPictureTarget} from './sources/shared/rows/target-names.js';
import {parseFields, quotedText} from './sources/shared/rows/fields-attribute.js';

/** URL as written; undefined if its host would come from the records. */
type WrittenUrl = string | undefined;

/** Returns the picture URLs of the `fields` attribute: quoted templates, in which `{path}` stands for a value of a record. */
const pictureUrlsIn = (fields: string): readonly WrittenUrl[] =>
  [...parseFields(fields, () => undefined)]
    .filter(([name]) => isPictureTarget(name))
    .flatMap(([, parts]) => parts.map(quotedText))
    // A path, or a template of a single value, is a URL from the data.
    .filter(text => text !== undefined && !/^\{[^{}]+\}$/.test(text))
    .map(text => (text && /^https?:\/\/[^\s{}/?#\\]+[/?#]/i.test(text) ? text : undefined));

/**
 * Attributes that make a widget fetch a URL, each with a function that returns its URLs. A page test sets every other
 * attribute to a URL, and fails if that is fetched.
 */
export const FETCHED_ATTRIBUTES: Readonly<
  Record<string, (value: string) => readonly WrittenUrl[]>
> = {
  api: value => value.split(/\s+/).filter(Boolean),
  places: value => (value ? [value] : []),
  // The name of a basemap contains none of these; each file name or template contains one.
  tiles: value => (/[/.{]/.test(value) ? [value] : []),
  fields: pictureUrlsIn,
};

/**
 * Attributes that state who receives contributions and for how long they are kept (GDPR, article 13). In a frame they come
 * from `embed.json` alone: whoever writes the link of a frame must not collect in the name of its site.
 */
export const RECIPIENT_ATTRIBUTES: readonly string[] = [
  'controller',
  'contact',
  'policy',
  'retention',
];

/** Attributes whose URL becomes a link. */
export const LINK_ATTRIBUTES: readonly string[] = ['href', 'policy'];

/** Returns the URLs, as written, that an attribute makes its widget fetch; none for any other attribute. */
export const fetchedUrls = (name: string, value: string): readonly WrittenUrl[] =>
  Object.hasOwn(FETCHED_ATTRIBUTES, name) ? (FETCHED_ATTRIBUTES[name]?.(value) ?? []) : [];
