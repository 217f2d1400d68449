import type {Resource} from '../../src/model/records.js';

/** Monuments near the lock of Ors: 40 m and 210 m north of it, 2 km away, and unlocated. */
export const monuments: readonly Resource[] = [
  {
    id: 'PA1',
    title: 'Église Saint-Martin',
    url: 'https://example.org/PA1',
    geo: {lat: 50.10436, lon: 3.635},
    commune: {name: 'Ors', insee: '59450'},
  },
  {
    id: 'PA2',
    title: 'Maison forestière',
    url: 'https://example.org/PA2',
    geo: {lat: 50.10589, lon: 3.635},
    commune: {name: 'Ors', insee: '59450'},
  },
  {
    id: 'PA3',
    title: 'Moulin',
    url: 'https://example.org/PA3',
    geo: {lat: 50.122, lon: 3.635},
    commune: {name: 'Catillon-sur-Sambre', insee: '59137'},
  },
  {id: 'PA4', title: 'Croix disparue', url: 'https://example.org/PA4', geo: null},
];
