import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import {normalizeName, targetFor} from '../../data/sources/shared/rows/field-mapping.js';
import type {CollectionName} from '../../model/records.js';

/**
 * Common headings of each field in French, Dutch, English and German, case-folded, with `_` for all characters but
 * letters and digits. They precede the guesses common to all sources.
 */
const COMMON_HEADINGS: Readonly<Record<string, string>> = {
  id: 'id identifiant identifier uid numero no n nummer kennung',
  title:
    'titre title titel nom name naam intitule libelle denomination bezeichnung benaming designation',
  description:
    'description resume descriptif presentation texte chapeau accroche abstract summary omschrijving samenvatting ' +
    'beschrijving beschreibung zusammenfassung kurzbeschreibung',
  body: 'contenu corps texte_complet texte_integral body content inhoud inhalt volltext',
  url:
    'url lien adresse_du_site adresse_web adresse_internet site site_web site_internet page page_web lien_web link ' +
    'website web_address webadresse webadres webseite internetadresse homepage fiche lien_vers_la_fiche',
  commune:
    'commune ville nom_de_la_commune localite gemeente stad municipality town city gemeinde stadt nom_commune',
  insee:
    'insee code_insee code_commune code_insee_commune code_insee_de_la_commune insee_commune code_nis nis niscode ' +
    'nis_code gemeentecode cbs_code municipality_code ags gemeindeschlussel amtlicher_gemeindeschlussel',
  lat: 'latitude lat breedtegraad breite breitengrad y',
  lon: 'longitude lon lng long lengtegraad lange langengrad x',
  geo:
    'geo coordonnees coordonnees_gps coordonnees_geographiques gps position geolocalisation point coordinaten ' +
    'coordinates koordinaten latitude_longitude lat_lon latlon',
  date:
    'date annee year jaar jahr datum millesime date_de_publication publie_le publication publicatiedatum ' +
    'publication_date published gepubliceerd_op veroffentlicht erscheinungsjahr',
  start:
    'debut date_de_debut date_debut du start begin startdatum begindatum start_date from von van beginn ' +
    'annee_de_debut beginjaar startjahr date_heure_de_debut start_time',
  end:
    'fin date_de_fin date_fin au end ende einde einddatum enddatum end_date to tot bis annee_de_fin eindjaar ' +
    'endjahr date_heure_de_fin end_time',
  type: 'type nature genre soort art kind typologie type_de_ressource type_de_document sort',
  themes:
    'theme themes theme_s thematique thematiques thema themas thema_s themen topic topics sujet sujets categorie ' +
    'categories category kategorie kategorien onderwerp onderwerpen',
  tags: 'tags tag mots_cles mot_cle mots_clefs etiquettes keywords trefwoorden schlagworter schlagworte stichworter',
  image:
    'image photo photographie visuel vignette illustration adresse_de_l_image lien_image afbeelding foto bild picture',
  'image.alt':
    'texte_alternatif alt description_de_l_image image_alt alternatieve_tekst alternativtext alt_text',
  'image.credit':
    'credit credits credit_photo credits_photo copyright fotocredit bildnachweis photo_credit',
  attachments:
    'fichier fichiers document documents piece_jointe pieces_jointes pdf telechargement file files attachment ' +
    'attachments bestand bestanden bijlage bijlagen datei dateien anhang anlage download',
  authors: 'auteur auteurs author authors autor autoren verfasser',
  owners:
    'maitre_d_ouvrage maitrise_d_ouvrage maitres_d_ouvrage moa owner client opdrachtgever bauherr',
  designers:
    'maitre_d_oeuvre maitrise_d_oeuvre maitres_d_oeuvre moe architecte architectes paysagiste designer ontwerper ' +
    'architect architekt entwurfsverfasser',
  organisation: 'organisme structure organisation organization organisatie',
  identifier: 'reference ref cote referentie referenz kenmerk aktenzeichen',
  section: 'rubrique section rubriek rubrik',
  scales: 'echelle echelles scale schaal massstab',
  licence: 'licence license licentie lizenz',
  lang: 'langue language taal sprache',
  languages: 'langues languages talen sprachen',
  updated: 'mise_a_jour date_de_mise_a_jour mis_a_jour_le updated bijgewerkt aktualisiert',
  created: 'cree_le date_de_creation created aangemaakt erstellt',
  family: 'famille family familie',
  accent: 'couleur colour color kleur farbe',
  acronym: 'acronyme sigle acronym acroniem akronym kurzname',
  programme: 'programme programma program programm',
  lead: 'chef_de_file lead lead_partner hoofdpartner projectleider leadpartner projekttrager',
  partners: 'partenaires partenaire partners partner partner_s',
  'budget.total':
    'budget budget_total cout_total montant montant_total total_budget totaal_budget gesamtbudget',
  'budget.eu':
    'feder subvention_ue contribution_ue aide_ue erdf efro efre eu_budget eu_bijdrage eu_contribution eu_mittel',
  'budget.rate': 'taux taux_de_cofinancement cofinancing_rate',
  generation: 'generation periode_de_programmation generatie',
  strand: 'volet strand',
  country: 'pays land country',
  role: 'role rol rolle fonction qualite funktion',
  logo: 'logo',
  status: 'statut status etat',
};

/** Headings that name another field in one collection. */
const COLLECTION_HEADINGS: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, string>>>>
> = {
  events: {
    place:
      'lieu adresse salle endroit plaats locatie adres ort veranstaltungsort venue location place address',
    period: 'periode dates quand when wanneer wann zeitraum',
    title: 'evenement evenementen event veranstaltung activite activiteit',
  },
  projects: {
    period: 'periode dates duree looptijd laufzeit zeitraum period',
    lead: 'porteur porteur_du_projet maitre_d_ouvrage',
    title: 'projet project projekt',
  },
  programmes: {period: 'periode dates zeitraum period'},
  organisations: {title: 'organisme structure organisation organization organisatie acteur actor'},
  resources: {period: 'periode dates zeitraum period'},
};

/** Field in one language, such as `title.nl`. */
export const TRANSLATION = /^(title|description|abstract|body|intro|text|role|label)\.[a-z]{2}$/;
const LANGUAGE_SUFFIXES: Readonly<Record<string, string>> = {
  fr: 'fr',
  francais: 'fr',
  frans: 'fr',
  french: 'fr',
  nl: 'nl',
  neerlandais: 'nl',
  nederlands: 'nl',
  dutch: 'nl',
  en: 'en',
  anglais: 'en',
  english: 'en',
  engels: 'en',
  de: 'de',
  allemand: 'de',
  deutsch: 'de',
  duits: 'de',
};

/** Returns a map from heading to field. */
const fieldsByHeading = (headings: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(headings).flatMap(([field, names]) =>
      names.split(' ').map(name => [name, field] as const),
    ),
  );
const COMMON_FIELDS = fieldsByHeading(COMMON_HEADINGS);
const collectionFields = new Map<CollectionName, ReadonlyMap<string, string>>();

function collectionFieldsOf(kind: CollectionName): ReadonlyMap<string, string> {
  const fields = collectionFields.get(kind) ?? fieldsByHeading(COLLECTION_HEADINGS[kind] ?? {});
  collectionFields.set(kind, fields);
  return fields;
}

/** Returns a field path used as a heading, such as `budget.total` or `period.start`. */
const fieldPathOf = (kind: CollectionName, heading: string): string | undefined =>
  /^\w+(?:\.\w+)*$/.test(heading) && isField(kind, heading) ? heading : undefined;

/** True if a collection has the field, or a latitude or longitude. */
function isField(kind: CollectionName, target: string): boolean {
  const {properties: shapes} = RECORD_SCHEMAS[kind];
  const root = target.split('.')[0] ?? '';
  return Object.hasOwn(shapes, root) || (/^(?:lat|lon)$/.test(target) && 'geo' in shapes);
}

/** Returns the field that a heading names, such as `title`, `period.start` or `title.nl`; undefined if unknown. */
export function fieldForHeading(kind: CollectionName, heading: string): string | undefined {
  const name = normalizeName(heading);
  const field = collectionFieldsOf(kind).get(name) ?? COMMON_FIELDS.get(name);
  const target = field === undefined ? undefined : targetFor(kind, field);
  if (target !== undefined && isField(kind, target)) return target;
  const [, base = '', suffix = ''] = /^(.+)_([a-z]+)$/.exec(name) ?? [];
  const language = LANGUAGE_SUFFIXES[suffix];
  const baseField = language === undefined ? undefined : fieldForHeading(kind, base);
  const translation = `${baseField ?? ''}.${language ?? ''}`;
  if (TRANSLATION.test(translation)) return translation;
  return fieldPathOf(kind, heading.trim());
}
