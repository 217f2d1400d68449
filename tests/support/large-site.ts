import {Addresses} from '../../portal/src/publish/pages/addresses.js';
import type {SiteModel} from '../../portal/src/publish/site/site-model.js';
import {PAGE_COLLECTIONS, type PortalRecords} from '../../portal/src/publish/source/records.js';

const THEMES = ['Eau', 'Paysage', 'Patrimoine', 'Habitat', 'Biodiversité', 'Mobilité', 'École'];
const TYPES = ['marqueur', 'document', 'actualite', 'projet'];

/** Returns a site with many resources; the same for the same number. */
export function largeSite(count: number): SiteModel {
  const resources = Array.from({length: count}, (_, i) => ({
    id: `fiche-${i}`,
    title: `Fiche ${(i * 7919) % count} de l’observatoire`,
    type: TYPES[(i * 31) % TYPES.length] ?? '',
    abstract: `Une description de quelques mots, celle de la fiche ${i}, pour que le fichier ait sa taille.`,
    themes: [THEMES[i % THEMES.length] ?? '', THEMES[(i * 13 + 5) % THEMES.length] ?? ''],
    commune: {name: `Commune ${i % 1500}`, insee: String(59_000 + (i % 1500)).padStart(5, '0')},
    geo: {lat: 49.5 + ((i * 17) % 1000) / 900, lon: 2 + ((i * 29) % 1000) / 500},
    published: `20${String(10 + (i % 16)).padStart(2, '0')}-0${1 + (i % 9)}`,
  }));
  const none = Object.fromEntries(PAGE_COLLECTIONS.map(name => [name, []]));
  const records = {...none, resources} as unknown as PortalRecords;
  return {
    config: {
      title: 'Grand',
      languages: ['fr'],
      skin: 'caue',
      accessibility: 'none',
      keep: [],
      ignore: [],
    },
    records,
    texts: [],
    media: {picture: () => undefined, document: () => undefined, cover: () => undefined} as never,
    addresses: new Addresses(['fr'], records),
    integrity: {},
    isArchive: false,
  };
}
