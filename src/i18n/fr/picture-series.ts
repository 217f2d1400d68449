import {hasDay} from './core.js';

/** Messages of a series of pictures of one place. */
export const pictureSeries = {
  seriesViews: 'Présentation',
  viewSlide: 'Curseur',
  viewFade: 'Fondu',
  viewSide: 'Côte à côte',
  viewAll: 'Toutes les années',
  seriesChoice: 'Images de la série',
  seriesChoiceHint: 'La comparaison montre les deux dernières images choisies.',
  seriesCompared: (before: string, after: string) => `Comparaison : ${before} et ${after}.`,
  aroundDate: (date: string) => `vers ${hasDay(date) ? 'le ' : ''}${date}`,
  decade: (year: string) => `années ${year}`,
  seriesUndated: 'Sans date',
  seriesPlace: (place: string) => `Lieu : ${place}`,
  seriesPictureLost: 'Cette image n’a pas pu être chargée',
};
