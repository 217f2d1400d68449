import type {Contribution} from '../../src/model/records.js';

/** Fictional contributions: two trees and an idea are published, one tree is pending. */
export const contributions: readonly Contribution[] = [
  {
    id: 'T1',
    kind: 'tree',
    state: 'published',
    text: 'Un tilleul de la place, planté pour la Libération.\nIl sent jusqu’à l’église.',
    name: 'Léa',
    geo: {lat: 50.1012, lon: 3.6353},
    created: '2026-05-12T09:00:00Z',
    photos: [
      {src: '/none-1.jpg', alt: 'Sa forme', width: 1600, height: 1200},
      {src: '/none-2.jpg', alt: 'Ses fleurs', width: 1200, height: 1600},
    ],
  },
  {
    id: 'T2',
    kind: 'tree',
    state: 'published',
    text: {nl: 'Een oude wilg langs het kanaal.'},
    geo: {lat: 50.0986, lon: 3.6421},
    created: '2026-06-02',
  },
  {
    id: 'T3',
    kind: 'tree',
    state: 'pending',
    text: 'Nul ne doit lire ceci.',
    geo: {lat: 50.1, lon: 3.63},
    created: '2026-06-03',
  },
  {
    id: 'I1',
    kind: 'idea',
    state: 'published',
    text: 'Un banc sous le tilleul.',
    created: '2026-04-01',
  },
];
