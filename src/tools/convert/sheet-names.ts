import {normalizeName} from '../../data/sources/shared/columns/column-names.js';
import type {CollectionName} from '../../model/records.js';
import {STEPS} from './steps.js';

/** Collection of a sheet's rows, or the steps of stories. */
export type SheetKind = Exclude<CollectionName, 'chapters' | 'contributions'> | 'steps';

/** Names of sheets in French, Dutch, English and German, by what their rows are. */
const SHEET_NAMES: Readonly<Record<SheetKind, string>> = {
  portals: 'portails portail portalen portaal portals portal portale',
  programmes:
    'programmes programme programma_s programmas programma programs program programmen interreg',
  projects: 'projets projet projecten project projects projekte projekt',
  resources:
    'ressources ressource fiches fiche documents document bronnen bron resources resource materialien material ' +
    'mediatheque observatoire equipements',
  organisations:
    'acteurs acteur organismes organisme annuaire actoren actor organisaties organisatie actors organisations ' +
    'organisation organizations organization partenaires partners partner akteure akteur organisationen',
  events:
    'evenements evenement agenda rendez_vous evenementen events event veranstaltungen veranstaltung termine termin',
  stories: 'recits recit verhalen verhaal stories story geschichten geschichte',
  steps: STEPS.names,
};

const KINDS: ReadonlyMap<string, SheetKind> = new Map(
  Object.entries(SHEET_NAMES).flatMap(([kind, names]) =>
    names.split(' ').map(name => [name, kind as SheetKind] as const),
  ),
);

/** Returns what the rows of a sheet are, by its name; undefined if the name is unknown. */
export const kindOfSheet = (name: string): SheetKind | undefined => KINDS.get(normalizeName(name));

/** First name of each kind, in French, for messages. */
export const KNOWN_SHEETS = Object.values(SHEET_NAMES)
  .map(names => names.split(' ')[0])
  .join(', ');
