// Responses in the formats of the Explore API 2.1 and of older exports, with fictional monuments.

/**
 * Returns a monument in the format of version 2.1: coordinates by name, multiple values as a list or a single text,
 * nulls.
 */
export const monument = (n: number, change: object = {}): Record<string, unknown> => ({
  reference: `PA0010${String(n).padStart(4, '0')}`,
  titre_editorial_de_la_notice: `Église n° ${n}`,
  commune_forme_index: n % 2 ? 'Denain' : 'Anzin',
  cog_insee_lors_de_la_protection: [n % 2 ? '59172' : '59014'],
  auteur_de_l_edifice: n % 3 ? 'Dupont Jeanne (architecte);Durand' : null,
  typologie: n % 2 ? 'inscrit MH' : 'classé MH',
  historique: 'Une seule nef.',
  date_de_publication: `19${60 + (n % 40)}-05-18`,
  coordonnees_au_format_wgs84: {lon: 3.4 + n / 1000, lat: 50.3},
  ...change,
});

const field = (name: string, type: string, ...annotations: string[]) => ({
  name,
  type,
  label: name,
  description: null,
  annotations: Object.fromEntries(annotations.map(annotation => [annotation, []])),
});

/** Metadata of the dataset. */
export const dataset = {
  dataset_id: 'monuments',
  dataset_uid: 'da_000000',
  attachments: [],
  has_records: true,
  data_visible: true,
  features: ['analyze', 'geo'],
  fields: [
    field('reference', 'text', 'id'),
    field('titre_editorial_de_la_notice', 'text', 'sortable'),
    field('commune_forme_index', 'text', 'facet'),
    field('cog_insee_lors_de_la_protection', 'text', 'multivalued'),
    field('auteur_de_l_edifice', 'text'),
    field('typologie', 'text', 'facet', 'disjunctive'),
    field('historique', 'text'),
    field('date_de_publication', 'date', 'timeserie_precision'),
    field('coordonnees_au_format_wgs84', 'geo_point_2d'),
  ],
  metas: {
    default: {
      title: 'Monuments du bassin',
      publisher: 'Ministère des exemples',
      license: 'Licence Ouverte v2.0 (Etalab)',
      license_url: 'https://portail.example/licence',
      modified: '2026-10-03T08:15:00+00:00',
      description: '<p>Des exemples.</p>',
      records_count: 44_480,
    },
  },
};

/** Export in the format of version 1: latitude first in the field, longitude first in the geometry. */
export const exportV1 = [
  {
    datasetid: 'stations',
    recordid: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    fields: {nom_statio: 'Place', commune: 'Lille', geo_point_2d: [50.63, 3.06], ligne: 1},
    geometry: {type: 'Point', coordinates: [3.06, 50.63]},
    record_timestamp: '2022-06-02T04:00:01.376+02:00',
  },
  {
    datasetid: 'stations',
    recordid: '1b2c3d4e5f60718293a4b5c6d7e8f9012345678a',
    fields: {nom_statio: 'Sans lieu', libelle: 7},
    record_timestamp: '2022-06-02T04:00:01.376+02:00',
  },
];
