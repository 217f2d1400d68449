import type {CommuneCentre} from '../../src/model/geo/commune-index.js';

/** Some communes, three with the same name. */
export const communes: readonly CommuneCentre[] = [
  {code: '59350', name: 'Lille', lat: 50.632, lon: 3.047, epci: '200093201'},
  {code: '59450', name: 'Ors', lat: 50.101, lon: 3.634, epci: '200030633'},
  {code: '59526', name: 'Saint-Amand-les-Eaux', lat: 50.447, lon: 3.43},
  {code: '62481', name: 'Le Quesnoy-en-Artois', lat: 50.335, lon: 2.044},
  {code: '93066', name: 'Saint-Denis', lat: 48.938, lon: 2.357},
  {code: '97411', name: 'Saint-Denis', lat: -20.933, lon: 55.446},
  {code: '11339', name: 'Saint-Denis', lat: 43.354, lon: 2.224},
  {code: '75056', name: 'Paris', lat: 48.859, lon: 2.347},
  {code: '2A004', name: 'Ajaccio', lat: 41.935, lon: 8.701},
];
