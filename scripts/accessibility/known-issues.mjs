// Known nonconformities and limitations, listed in docs/accessibilite/.
import {tagsWith} from './widgets.mjs';

/** Nonconformities found by audit, by criterion. They replace the assessment of these criteria for these widgets. */
export const NONCONFORMITIES = [
  {
    criteria: ['8.7'],
    tags: tagsWith('données'),
    why: 'le nom de la source et celui de la licence n’indiquent pas leur langue lorsqu’elle diffère de celle du composant',
  },
  {
    criteria: ['10.4', '10.12'],
    tags: ['spass-agenda', 'spass-explorer', 'spass-portal-cards', 'spass-resource-list'],
    why: 'le résumé d’une fiche est coupé à deux ou trois lignes, même si le texte est agrandi ou espacé, et à l’impression',
  },
];

/** Known limitations that concern no criterion of the RGAA. */
export const LIMITATIONS = [];
