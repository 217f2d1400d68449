// Features of each widget that decide which criteria of the RGAA apply to it.

const SILENT = 'ne dessine rien : ce qu’il contient a sa propre fiche';
const everywhere = ['boutons', 'données', 'liens', 'listes', 'titres'];

/** Features of each widget. A widget without content of its own gives a reason in `silent`. */
export const WIDGETS = [
  {tag: 'spass-agenda', has: [...everywhere, 'images']},
  {
    tag: 'spass-compare',
    has: ['boutons', 'champs', 'données', 'figures', 'gestes', 'images', 'listes'],
  },
  {
    tag: 'spass-contribute',
    has: [...everywhere, 'carte', 'champs', 'formulaire', 'gestes', 'images'],
  },
  {tag: 'spass-directory', has: [...everywhere, 'champs', 'images']},
  {tag: 'spass-explorer', has: [...everywhere, 'carte', 'champs', 'documents', 'gestes', 'images']},
  {tag: 'spass-family-filter', has: ['boutons', 'données']},
  {tag: 'spass-layer', silent: 'est dessiné par la carte qui le contient : voir spass-project-map'},
  {tag: 'spass-portal', silent: SILENT},
  {tag: 'spass-portal-cards', has: [...everywhere, 'images']},
  {tag: 'spass-programme-timeline', has: [...everywhere, 'champs']},
  {tag: 'spass-project', has: [...everywhere, 'documents', 'figures', 'images']},
  {tag: 'spass-project-map', has: [...everywhere, 'carte', 'champs', 'gestes']},
  {tag: 'spass-project-progress', has: everywhere},
  {tag: 'spass-resource-list', has: [...everywhere, 'champs', 'documents', 'figures', 'images']},
  {
    tag: 'spass-story',
    has: [...everywhere, 'carte', 'champs', 'figures', 'gestes', 'images', 'récit'],
  },
];
