// Generated resources in the format of the portal API, the same at each call, with about thirty words of text each, as
// in real records.
import {randomFrom} from '../map/points.js';

const BEGINNINGS = [
  'châ',
  'mé',
  'par',
  'éco',
  'vil',
  'ter',
  'pla',
  'bio',
  'pay',
  'œu',
  'quar',
  'for',
];
const MIDDLES = ['te', 'mo', 'li', 'ré', 'sa', 'no', 'ni', 'ver', 'gi', 'ra'];
const ENDINGS = ['au', 'ire', 'que', 'le', 'ge', 'tion', 'té', 'lle', 'ment', 'on'];
const THEMES = [
  'Patrimoine',
  'Urbanisme',
  'Paysage',
  'Énergie',
  'Eau',
  'Mobilité',
  'Habitat',
  'Biodiversité',
  'Culture',
  'Tourisme',
  'Écoles',
  'Friches',
];
const TYPES = ['marqueur', 'projet', 'demarche', 'document', 'site', 'actualite', 'mission'];
const SECTIONS = ['observatoire', 'mediatheque', 'actualite', 'missions', 'action', 'apropos'];

const WORDS = BEGINNINGS.flatMap(a => MIDDLES.flatMap(b => ENDINGS.map(c => a + b + c)));

/**
 * @param communes Number of distinct communes; undefined for random names.
 * @param hasLongTitles Titles have 20 to 350 characters; otherwise about 40.
 */
export function makeResources(count, {communes, hasLongTitles = false} = {}) {
  const random = randomFrom(1975);
  const of = list => list[Math.floor(random() * list.length)];
  // A few words are frequent, most are rare.
  const word = () => WORDS[Math.floor(random() ** 3 * WORDS.length)];
  const words = number => [...Array(number)].map(word).join(' ');
  const communeNames = [...Array(communes ?? 0)].map((_, i) => `${word()}-${word()} ${i}`);
  const title = () => (hasLongTitles ? words(3 + Math.floor(random() ** 2 * 46)) : words(5));
  return [...Array(count)].map((_, i) => ({
    id: `r${i}`,
    title: `${title()} ${i}`,
    abstract: `${words(26)}.`,
    url: `https://example.org/ressources/${i}`,
    type: of(TYPES),
    section: of(SECTIONS),
    themes: [...new Set([of(THEMES), of(THEMES)])],
    tags: [word(), word()],
    commune: {name: communes ? of(communeNames) : `${word()}-${word()}`},
    authors: [`${word()} ${word()}`],
    identifier: `I${i}`,
  }));
}

/** Typed queries, letter by letter: a frequent word, rarer ones, two words. */
export const TYPED = ['château', 'mémoire', 'vilrage', 'écorale', 'parsation mélige'];

/** Returns the searched texts, joined. */
export const textOf = ({title, abstract, tags, commune, authors, identifier}) =>
  [title, abstract, ...tags, commune.name, ...authors, identifier].join(' ');

/** Removes case, diacritics and ligatures. */
export const fold = text =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
