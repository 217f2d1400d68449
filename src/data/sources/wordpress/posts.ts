import {isObject} from '../../shape.js';
import type {Defaults, Foreign} from '../foreign/fields.js';
import {addressIn, listIn, partIn} from '../foreign/reading.js';
import type {Row} from '../foreign/rows.js';
import {plainText} from './plain-text.js';

/** Where each field of ours stands in what `rowsOf` makes of a post. */
export const POST_DEFAULTS: Defaults = {
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
  // The guesses would take the number of a user for a name.
  authors: 'authorNames',
};

/** What a site is asked to send of a post: its whole text would be many times as much. */
export const POST_FIELDS =
  'id,date,modified,link,type,title,excerpt,_links.wp:featuredmedia,_links.wp:term,_embedded';

/** The same of an event of The Events Calendar (`/wp-json/tribe/events/v1/events`). */
export const EVENT_DEFAULTS: Defaults = {
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

/** The category that a post has when nobody chose one. */
const NO_CATEGORY = /^(?:uncategori[sz]ed|non-classe|geen-categorie|allgemein)$/;

/** The words of a field that is HTML: `{rendered}`, or the text itself. */
function wordsOf(value: unknown): string | undefined {
  const html = isObject(value) ? value['rendered'] : value;
  return typeof html === 'string' ? plainText(html) : undefined;
}

/** Whether a post asks for a password before it is read. */
const isLocked = (post: Foreign): boolean =>
  ['excerpt', 'content'].some(part => partIn(post, part)['protected'] === true);

/** The terms that came with a post: its categories, tags, and what else a site sorts its posts by. */
function termsOf(post: Foreign): Foreign[] {
  const groups = partIn(post, '_embedded')['wp:term'];
  const terms: unknown[] = Array.isArray(groups) ? groups.flat() : [];
  return terms.filter(isObject).filter(({slug}) => !NO_CATEGORY.test(String(slug)));
}

/** The categories of a post, and the numbers by which a site knows them. */
export const categoriesOf = (post: unknown): (readonly [name: string, id: unknown])[] =>
  isObject(post)
    ? termsOf(post)
        .filter(({taxonomy}) => taxonomy === 'category')
        .map(({name, id}) => [wordsOf(name) ?? '', id])
    : [];

/** The picture of a post or an event, in a size that a card has. */
function pictureOf(post: Foreign, from: string): Foreign | undefined {
  const [media] = listIn(partIn(post, '_embedded'), 'wp:featuredmedia');
  if (!media) return {src: addressIn(partIn(post, 'image')['url'], from)};
  const details = partIn(media, 'media_details');
  const sizes = partIn(details, 'sizes');
  const fit = ['medium_large', 'large', 'medium']
    .map(name => partIn(sizes, name))
    .find(size => typeof size['source_url'] === 'string');
  const {source_url: src = media['source_url'], width, height} = fit ?? details;
  return {
    src: addressIn(src, from),
    alt: media['alt_text'],
    credit: wordsOf(media['caption']),
    width,
    height,
  };
}

/** The times of an event of The Events Calendar, `2026-06-06 10:00:00` in UTC or on its own clock. */
const timeOf = (event: Foreign, which: 'start' | 'end'): unknown => {
  const utc = event[`utc_${which}_date`];
  return typeof utc === 'string' ? `${utc.replace(' ', 'T')}Z` : event[`${which}_date`];
};

/** The kind of a post: one is news, a page is nothing in particular, a site's own types are called as it calls them. */
const kindOf = ({type}: Foreign): unknown =>
  type === 'post' ? 'actualite' : type === 'page' ? undefined : type;

/** The rows of a post, a page, a type of a site's own, or an event: none where a password is asked for. */
export function rowsOf(post: unknown, from: string): Row[] {
  if (!isObject(post)) return [{fields: {}}];
  if (isLocked(post)) return [];
  const isEvent = 'start_date' in post;
  const names = (list: string): unknown[] => listIn(post, list).map(({name}) => wordsOf(name));
  const terms = (isTag: boolean): unknown[] =>
    termsOf(post)
      .filter(({taxonomy}) => (taxonomy === 'post_tag') === isTag)
      .map(({name}) => wordsOf(name));
  const {type: _type, ...given} = post;
  return [
    {
      id: post['id'],
      fields: {
        ...given,
        link: post['link'] ?? post['url'],
        words: {
          title: wordsOf(post['title']),
          excerpt: wordsOf(post['excerpt'] ?? post['description']),
          content: wordsOf(post['content']),
        },
        kind: isEvent ? undefined : kindOf(post),
        picture: pictureOf(post, from),
        categoryNames: isEvent ? names('categories') : terms(false),
        tagNames: isEvent ? names('tags') : terms(true),
        begins: isEvent ? timeOf(post, 'start') : undefined,
        ends: isEvent ? timeOf(post, 'end') : undefined,
      },
    },
  ];
}
