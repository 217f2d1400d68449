import {readLink, readNumber} from '../../../../src/data/sources/shared/readers/value-readers.js';
import {fold} from '../../../../src/model/fold.js';
import {readDate} from '../../../../src/data/sources/shared/readers/date-readers.js';
import type {JsonObject} from '../../../../src/model/schemas/schema-builder.js';
import type {ChildSheet} from '../../../../src/tools/convert/child-sheets.js';
import {codeOfCountry, codeOfLanguage} from './codes-by-name.js';

const PROJECT = 'projet projets project projecten projects projekt projekte';
const RESOURCE = 'ressource ressources bron resource material';
const RECORD = 'fiche fiches record eintrag datensatz';
const TITLE = 'titre intitule libelle titel title bezeichnung';
const ORDER = 'ordre rang numero n no volgorde order reihenfolge nummer';

/** Words for the state of a phase in French, Dutch, English and German, folded. */
const PHASE_STATES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:termine|acheve|fait|fini|clos|klaar|afgerond|voltooid|done|finished|completed?|abgeschlossen|fertig|beendet)/,
    'done',
  ],
  [/^(?:en cours|actuel|lopend|bezig|now|current|ongoing|in progress|laufend|aktuell)/, 'now'],
  [
    /^(?:a venir|prevu|futur|planifie|gepland|komend|toekomstig|next|planned|upcoming|future|geplant|kommend|zukunftig)/,
    'next',
  ],
];

function readPhaseState(value: unknown): unknown {
  const text = typeof value === 'string' ? fold(value).trim() : '';
  return PHASE_STATES.find(([words]) => words.test(text))?.[1] ?? value;
}

const UNITS: Readonly<Record<string, number>> = {'': 1, k: 1e3, m: 1e6, g: 1e9};

/** Reads a number of bytes: `850 ko`, `1,2 Mo`, `3 MB`, `120000`. */
function readBytes(value: unknown): unknown {
  const [, amount, unit = ''] =
    /^([\d\s.,\u00a0\u202f]+?)\s*(?:([kmg]?)(?:i?[ob]|bytes?|octets?)?)\.?$/i.exec(
      typeof value === 'string' ? value.trim() : '',
    ) ?? [];
  const number = amount === undefined ? value : readNumber(amount);
  return typeof number === 'number' ? Math.round(number * (UNITS[unit.toLowerCase()] ?? 1)) : value;
}

const AROUND = /^(?:vers|environ|env\.?|circa|ca\.?|c\.|about|around|rond|omstreeks|um|etwa)\s+/i;
const DECADE =
  /^(?:les\s+)?(?:annees|jaren|decennie)\s+(\d{2}|\d{3}0)$|^(\d{3}0)(?:s|er|er jahre)$/;

/** Reads the date of a picture: `1910`, `mai 1952`, `vers 1910`, `années 1950`. */
function dateOfPicture(item: JsonObject): JsonObject {
  const {date, ...rest} = item;
  if (typeof date !== 'string' && typeof date !== 'number') return item;
  const text = String(date).trim();
  const [, years, decade] = DECADE.exec(fold(text)) ?? [];
  const year = years?.length === 2 ? `19${years}` : (years ?? decade);
  if (year !== undefined) return {datePrecision: 'decade', ...rest, date: year};
  return AROUND.test(text)
    ? {datePrecision: 'circa', ...rest, date: readDate(text.replace(AROUND, ''))}
    : {...rest, date: readDate(text)};
}

const PRECISIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:exact|genau|precise)/, 'exact'],
  [/^(?:vers|environ|approximati|circa|ca\b|about|rond|ongeveer|um|etwa|ungefahr)/, 'circa'],
  [/^(?:decennie|decade|decennium|jahrzehnt)/, 'decade'],
];

function readPrecision(value: unknown): unknown {
  const text = typeof value === 'string' ? fold(value).trim() : '';
  return PRECISIONS.find(([words]) => words.test(text))?.[1] ?? value;
}

const YES = /^(?:oui|o|x|yes|y|ja|j|vrai|true|1)$/;
const NO = /^(?:non|n|no|nee|nein|faux|false|0)$/;

/** Names the lead of a project: a partner with `oui` in its row, or the name in the cell. */
function applyLead(project: JsonObject, {lead, name}: JsonObject): JsonObject {
  const text = typeof lead === 'string' || typeof lead === 'number' ? String(lead).trim() : '';
  if (text === '' || NO.test(fold(text))) return project;
  return project['lead'] === undefined
    ? {...project, lead: YES.test(fold(text)) ? name : text}
    : project;
}

/** Sheets whose rows belong to a project or a resource: a table of their own, since a cell holds one value. */
export const CHILD_SHEETS: readonly ChildSheet[] = [
  {
    names: 'phases phase fasen fase phasen',
    lists: {projects: 'phases'},
    columns: {
      projects: PROJECT,
      order: ORDER,
      title: `${TITLE} phase fase nom naam name`,
      period: 'periode dates data zeitraum period',
      'period.start': 'debut date_de_debut start begin startdatum begindatum start_date beginn',
      'period.end': 'fin date_de_fin end einde einddatum end_date ende enddatum',
      state: 'etat statut avancement toestand stand state status zustand',
    },
    readers: {state: readPhaseState},
  },
  {
    names:
      'partenariats partenariat partenaires_des_projets partenaires_du_projet roles partnerschappen partnerschap ' +
      'projectpartners partnerships partnership project_partners partnerschaften partnerschaft projektpartner',
    lists: {projects: 'partners'},
    key: 'name',
    columns: {
      projects: PROJECT,
      order: ORDER,
      name: 'nom partenaire organisme acteur naam partner organisatie name organisation organization',
      role: 'role fonction rol functie rolle funktion',
      country: 'pays land country',
      lead: 'chef_de_file hoofdpartner lead lead_partner leadpartner federfuhrung',
      geo: 'geo coordonnees position coordinaten coordinates koordinaten',
      'geo.lat': 'lat latitude breedtegraad breitengrad',
      'geo.lon': 'lon lng long longitude lengtegraad langengrad',
    },
    readers: {country: codeOfCountry},
    applyTo: applyLead,
  },
  {
    names:
      'sources source references bibliographie bronvermelding bronvermeldingen verwijzingen quellen quelle',
    lists: {projects: 'sources'},
    key: 'url',
    columns: {
      projects: PROJECT,
      order: ORDER,
      title: `${TITLE} source bronvermelding quelle reference`,
      url: 'lien adresse url link adres address',
    },
  },
  {
    names:
      'pieces_jointes piece_jointe fichiers bijlagen bijlage bestanden attachments files anhange anlagen dateien',
    lists: {projects: 'documents', resources: 'attachments'},
    key: 'url',
    columns: {
      projects: PROJECT,
      resources: RESOURCE,
      record: RECORD,
      order: ORDER,
      title: TITLE,
      url: 'fichier document piece_jointe lien adresse bestand bijlage file attachment link url datei anhang anlage',
      type: 'type format formaat soort art',
      size: 'poids taille grootte omvang size grosse',
      lang: 'langue taal language sprache',
    },
    readers: {size: readBytes, lang: codeOfLanguage},
  },
  {
    names:
      'photographies photographie photos photo series serie prises_de_vue images fotos foto foto_s fotoreeks ' +
      'photographs pictures fotografien bilder bilderserie',
    lists: {resources: 'pictures'},
    key: 'src',
    columns: {
      resources: RESOURCE,
      record: RECORD,
      order: ORDER,
      src: 'image photo photographie fichier afbeelding foto bestand picture photograph file bild datei',
      date: 'date annee prise_de_vue datum jaar year jahr aufnahmedatum',
      datePrecision: 'precision nauwkeurigheid precision_de_la_date genauigkeit',
      alt: 'texte_alternatif alt alternatieve_tekst alt_text alternativtext',
      credit:
        'credit credits credit_photo auteur fotocredit fotograaf photographer copyright bildnachweis fotograf',
      licence: 'licence licentie license lizenz',
      direction: 'direction cap orientation richting blickrichtung',
    },
    readers: {
      src: readLink,
      date: value => value,
      datePrecision: readPrecision,
      direction: readNumber,
    },
    complete: dateOfPicture,
  },
];
