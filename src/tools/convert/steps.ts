import {readNumber} from '../../data/sources/shared/readers/value-readers.js';
import type {ChildSheet} from './child-sheets.js';

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
