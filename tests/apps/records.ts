import type {Resource} from 'spass-widgets';

/** Records shown initially, and records added later. */
export const first: readonly Resource[] = [
  {id: 1, title: 'Étang', url: 'https://exemple.fr/etang', themes: ['Eau'], publisher: 'CAUE'},
  {id: 2, title: 'Halle', url: 'https://exemple.fr/halle', themes: ['Bourg'], publisher: 'CAUE'},
];
export const added: Resource = {id: 3, title: 'Verger', url: 'https://exemple.fr/verger'};
