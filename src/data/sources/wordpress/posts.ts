import {isObject} from '../../shape.js';
import type {Defaults, Foreign} from '../foreign/fields.js';
import {listIn, partIn} from '../foreign/reading.js';
import type {Row} from '../foreign/rows.js';
import {plainText} from './plain-text.js';

/** Where each field of ours stands in what `rowOf` makes of a post. */
export const POST_DEFAULTS: Defaults = {
  id: 'id',
  title: 'words.title',
  description: 'words.excerpt | words.content',
  url: 'link',
  image: 'picture',
  date: 'published',
  updated: 'changed',
  themes: 'categoryNames',
  tags: 'tagNames',
};

/** The same of an event of The Events Calendar (`/wp-json/tribe/events/v1/events`). */
export const EVENT_DEFAULTS: Defaults = {
  ...POST_DEFAULTS,
  start: 'begins',
  end: 'ends',
  timezone: 'timezone',
  place: 'venue.venue',
  commune: 'venue.city',
  lat: 'venue.geo_lat',
  lon: 'venue.geo_lng',
};

/** The words of a field that is HTML: `{rendered}`, or the text itself. */
function wordsOf(value: unknown): string | undefined {
  const html = isObject(value) ? value['rendered'] : value;
  const isOpen = !isObject(value) || value['protected'] !== true;
  return typeof html === 'string' && isOpen ? plainText(html) : undefined;
}

/** A date: in UTC where it is given so, else as it stands, on the site's own clock. */
function dateOf(post: Foreign, utc: string, local: string): unknown {
  const [zulu, own] = [post[utc], post[local]];
  const isDate = (date: unknown): date is string =>
    typeof date === 'string' && /^\d{4}-\d\d-\d\dT/.test(date);
  return isDate(zulu) && !zulu.startsWith('0000') ? `${zulu}Z` : own;
}

/** The names of the terms of a taxonomy that came with a post. */
const termsOf = (post: Foreign, taxonomy: string): unknown[] => {
  const groups = partIn(post, '_embedded')['wp:term'];
  return (Array.isArray(groups) ? groups : [])
    .flat()
    .filter(isObject)
    .filter(term => term['taxonomy'] === taxonomy)
    .map(term => wordsOf(term['name']));
};

function pictureOf(post: Foreign): unknown {
  const [media] = listIn(partIn(post, '_embedded'), 'wp:featuredmedia');
  if (!media) return isObject(post['image']) ? post['image']['url'] : undefined;
  const sizes = partIn(partIn(media, 'media_details'), 'sizes');
  // A card needs no picture of some megabytes.
  return partIn(sizes, 'medium_large')['source_url'] ?? media['source_url'];
}

/** The times of an event of The Events Calendar, `2026-06-06 10:00:00` in UTC or on its own clock. */
const timeOf = (event: Foreign, which: 'start' | 'end'): unknown => {
  const utc = event[`utc_${which}_date`];
  return typeof utc === 'string' ? `${utc.replace(' ', 'T')}Z` : event[`${which}_date`];
};

/** The row of a post, a page, a type of a site's own, or an event. Of one behind a password the title is public. */
export function rowOf(post: unknown): Row {
  if (!isObject(post)) return {fields: {}};
  const isEvent = 'start_date' in post;
  const names = (list: string): unknown[] =>
    listIn(post, list).map(({name}) => (typeof name === 'string' ? plainText(name) : undefined));
  return {
    id: post['id'],
    fields: {
      ...post,
      link: post['link'] ?? post['url'],
      words: {
        title: wordsOf(post['title']),
        excerpt: wordsOf(post['excerpt'] ?? post['description']),
        content: wordsOf(post['content']),
      },
      picture: pictureOf(post),
      published: isEvent ? undefined : dateOf(post, 'date_gmt', 'date'),
      changed: dateOf(post, 'modified_gmt', 'modified'),
      categoryNames: isEvent ? names('categories') : termsOf(post, 'category'),
      tagNames: isEvent ? names('tags') : termsOf(post, 'post_tag'),
      begins: isEvent ? timeOf(post, 'start') : undefined,
      ends: isEvent ? timeOf(post, 'end') : undefined,
    },
  };
}
