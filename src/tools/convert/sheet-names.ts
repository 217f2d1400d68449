import {normalizeName} from '../../data/sources/shared/columns/column-names.js';
import type {CollectionName} from '../../model/records.js';
import {readNumber} from '../../data/sources/shared/readers/value-readers.js';
import type {ChildSheet} from './child-sheets.js';
import {byName, type NameLists} from './heading-names.js';

export const STEPS: ChildSheet = {
  names: 'etapes etape stappen stap steps step schritte schritt',
  lists: {stories: 'steps'},
  columns: {
    stories: 'recit recits verhaal story geschichte',
    order: 'ordre rang numero n no volgorde order reihenfolge nummer etape stap step schritt',
    title: 'titre titel title',
    text: 'texte text tekst description beschrijving beschreibung',
    'image.src': 'image photo afbeelding foto bild picture',
    'image.alt': 'texte_alternatif alt image_alt alternatieve_tekst alternativtext alt_text',
    'image.credit': 'credit credits credit_photo fotocredit bildnachweis copyright',
    'before.src': 'avant image_avant photo_avant voor before vorher',
    'before.alt':
      'texte_alternatif_avant alt_avant before_alt alt_before alternatieve_tekst_voor alternativtext_vorher',
    'before.credit': 'credit_avant before_credit fotocredit_voor bildnachweis_vorher',
    'after.src': 'apres image_apres photo_apres na after nachher',
    'after.alt':
      'texte_alternatif_apres alt_apres after_alt alt_after alternatieve_tekst_na alternativtext_nachher',
    'after.credit': 'credit_apres after_credit fotocredit_na bildnachweis_nachher',
    geo: 'geo coordonnees position coordinaten coordinates koordinaten lieu',
    'geo.lat': 'lat latitude breedtegraad breitengrad',
    'geo.lon': 'lon lng long longitude lengtegraad langengrad',
    zoom: 'zoom',
    year: 'annee year jaar jahr',
    resource: 'ressource fiche resource bron material',
  },
  references: {resource: 'resources'},
  readers: {zoom: readNumber, year: readNumber},
};

/** Collection of a sheet's rows, or the steps of stories. */
export type SheetKind = Exclude<CollectionName, 'chapters' | 'contributions'> | 'steps';

/** Names of sheets in French, Dutch, English and German, by what their rows are. */
const SHEET_NAMES: NameLists<SheetKind> = {
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

const KINDS = byName(SHEET_NAMES);

/** Returns what the rows of a sheet are, by its name; undefined if the name is unknown. */
export const kindOfSheet = (name: string): SheetKind | undefined => KINDS.get(normalizeName(name));

/** First name of each kind, in French, for messages. */
export const KNOWN_SHEETS = Object.values(SHEET_NAMES)
  .map(names => names.split(' ')[0])
  .join(', ');
