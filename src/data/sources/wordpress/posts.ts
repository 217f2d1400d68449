import {isObject} from '../../../model/schemas/schema-builder.js';
import type {FieldDefaults, ForeignRecord} from '../shared/rows/foreign-record.js';
import {resolveUrl, objectsIn, objectIn} from '../shared/rows/json-access.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import {plainText} from '../shared/readers/plain-text.js';

/** Default paths of our fields in the rows made by `rowsOf`. */
export const POST_DEFAULTS: FieldDefaults = {
  id: 'id',
  title: 'words.title',
  description: 'words.excerpt | words.content',
  url: 'link',
  image: 'picture.src',
  'image.alt': 'picture.alt',
  'image.credit': 'picture.credit',
  'image.width': 'picture.width',
  'image.height': 'picture.height',
  date: 'date',
  updated: 'modified',
  type: 'kind',
  themes: 'categoryNames',
  tags: 'tagNames',
  // Set because the guessed field contains the id of a user, not a name.
  authors: 'authorNames',
};

/** Fields of a post that are requested. The full text would be many times as long. */
export const POST_FIELDS =
  'id,date,modified,link,type,title,excerpt,_links.wp:featuredmedia,_links.wp:term,_embedded';

/** Default paths for an event of The Events Calendar (`/wp-json/tribe/events/v1/events`). */
export const EVENT_DEFAULTS: FieldDefaults = {
  ...POST_DEFAULTS,
  date: '""',
  start: 'begins',
  end: 'ends',
  timezone: 'timezone',
  place: 'venue.venue',
  commune: 'venue.city',
  lat: 'venue.geo_lat',
  lon: 'venue.geo_lng',
};

/** Slug of the default category of posts without one. */
const DEFAULT_CATEGORY = /^(?:uncategori[sz]ed|non-classe|geen-categorie|allgemein)$/;

/** Returns the text of an HTML field: `{rendered}`, or a string. */
function textOf(value: unknown): string | undefined {
  const html = isObject(value) ? value['rendered'] : value;
  return typeof html === 'string' ? plainText(html) : undefined;
}

const isProtected = (post: ForeignRecord): boolean =>
  ['excerpt', 'content'].some(part => objectIn(post, part)['protected'] === true);

/** Returns the embedded terms of a post: categories, tags and custom taxonomies. */
function termsOf(post: ForeignRecord): ForeignRecord[] {
  const groups = objectIn(post, '_embedded')['wp:term'];
  const terms: unknown[] = Array.isArray(groups) ? groups.flat() : [];
  return terms.filter(isObject).filter(({slug}) => !DEFAULT_CATEGORY.test(String(slug)));
}

/** Returns the names of a post's categories, with their ids. */
export const categoriesOf = (post: unknown): (readonly [name: string, id: unknown])[] =>
  isObject(post)
    ? termsOf(post)
        .filter(({taxonomy}) => taxonomy === 'category')
        .map(({name, id}) => [textOf(name) ?? '', id])
    : [];

/** Returns the picture of a post or an event, in a size that fits a card. */
function pictureOf(post: ForeignRecord, pageUrl: string): ForeignRecord | undefined {
  const [media] = objectsIn(objectIn(post, '_embedded'), 'wp:featuredmedia');
  if (!media) return {src: resolveUrl(objectIn(post, 'image')['url'], pageUrl)};
  const details = objectIn(media, 'media_details');
  const sizes = objectIn(details, 'sizes');
  const size = ['medium_large', 'large', 'medium']
    .map(name => objectIn(sizes, name))
    .find(size => typeof size['source_url'] === 'string');
  const {source_url: src = media['source_url'], width, height} = size ?? details;
  return {
    src: resolveUrl(src, pageUrl),
    alt: media['alt_text'],
    credit: textOf(media['caption']),
    width,
    height,
  };
}

/**
 * Returns a time of an event of The Events Calendar, such as `2026-06-06 10:00:00`: in UTC if available, otherwise
 * local.
 */
const timeOf = (event: ForeignRecord, bound: 'start' | 'end'): unknown => {
  const utc = event[`utc_${bound}_date`];
  return typeof utc === 'string' ? `${utc.replace(' ', 'T')}Z` : event[`${bound}_date`];
};

/**
 * Returns the record type of a post: `actualite` for posts, none for pages, and the type's own name for custom post
 * types.
 */
const typeOf = ({type}: ForeignRecord): unknown =>
  type === 'post' ? 'actualite' : type === 'page' ? undefined : type;

/** Returns the rows of a post, page, custom post type or event; none if it is protected by a password. */
export function rowsOf(post: unknown, pageUrl: string): Row[] {
  if (!isObject(post)) return [{fields: {}}];
  if (isProtected(post)) return [];
  const isEvent = 'start_date' in post;
  const names = (list: string): unknown[] => objectsIn(post, list).map(({name}) => textOf(name));
  const terms = (isTag: boolean): unknown[] =>
    termsOf(post)
      .filter(({taxonomy}) => (taxonomy === 'post_tag') === isTag)
      .map(({name}) => textOf(name));
  const {type: _type, ...fields} = post;
  return [
    {
      id: post['id'],
      fields: {
        ...fields,
        link: post['link'] ?? post['url'],
        words: {
          title: textOf(post['title']),
          excerpt: textOf(post['excerpt'] ?? post['description']),
          content: textOf(post['content']),
        },
        kind: isEvent ? undefined : typeOf(post),
        picture: pictureOf(post, pageUrl),
        categoryNames: isEvent ? names('categories') : terms(false),
        tagNames: isEvent ? names('tags') : terms(true),
        begins: isEvent ? timeOf(post, 'start') : undefined,
        ends: isEvent ? timeOf(post, 'end') : undefined,
      },
    },
  ];
}
