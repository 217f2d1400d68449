import type {ExampleSheet} from './examples.js';

/** Examples of the sheets whose rows belong to a project or a resource; their first column names it. */
export const CHILD_EXAMPLE_SHEETS: readonly ExampleSheet[] = [
  {
    name: 'Phases',
    columns: {Projet: 14, Ordre: 8, Titre: 34, Début: 12, Fin: 12, État: 14},
    rows: [
      ['canal', 1, 'Marches et ateliers avec les habitants', '2025-03', '2025-10', 'terminée'],
      ['canal', 2, 'Plantations et chemin', '2025-11', '2026-12', 'en cours'],
      ['canal', 3, 'Ponton et points d’eau', '2027-01', '2027-06', 'à venir'],
    ],
  },
  {
    name: 'Partenariats',
    columns: {Projet: 14, Nom: 30, Rôle: 34, Pays: 14, 'Chef de file': 12},
    rows: [
      ['canal', 'Commune de Bellerive', 'Maîtrise d’ouvrage', 'France', 'oui'],
      ['canal', 'CAUE du Nord', 'Conseil et ateliers', 'France', null],
      ['canal', 'Syndicat du canal', 'Entretien des berges', 'Belgique', null],
    ],
  },
  {
    name: 'Sources',
    columns: {Projet: 14, Titre: 40, Lien: 40},
    rows: [
      ['canal', 'Délibération du conseil municipal (exemple)', 'https://exemple.fr/deliberation'],
    ],
  },
  {
    name: 'Pièces jointes',
    columns: {Projet: 14, Ressource: 16, Titre: 40, Fichier: 30, Type: 10, Poids: 10, Langue: 12},
    rows: [
      ['canal', null, 'Compte rendu de l’atelier', 'compte-rendu.pdf', null, null, 'français'],
      [
        null,
        'guide-haies',
        'Liste des espèces',
        'https://exemple.fr/haies.pdf',
        'pdf',
        '1,2 Mo',
        'français',
      ],
    ],
  },
  {
    name: 'Photographies',
    columns: {
      Ressource: 14,
      Image: 20,
      Date: 14,
      'Texte alternatif': 40,
      Crédit: 26,
      Licence: 22,
      Direction: 10,
    },
    rows: [
      [
        'ecluse',
        'canal-1910.jpg',
        'vers 1910',
        'Dessin en noir et blanc d’un canal entre des collines',
        'Dessin d’exemple',
        'Domaine public',
        90,
      ],
      [
        'ecluse',
        'canal.jpg',
        '2026-02',
        'Dessin du même canal, en couleur',
        'Dessin d’exemple',
        'Licence Ouverte 2.0',
        90,
      ],
    ],
  },
];
