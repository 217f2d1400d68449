import {formatCount} from './core.js';

export const story = {
  story: 'Récit',
  steps: 'Étapes du récit',
  step: (number: string) => `Étape ${number}`,
  stepNamed: (number: string, title: string) => `Étape ${number} : ${title}`,
  stepOf: (number: string, total: string) => `Étape ${number} sur ${total}`,
  previousStep: 'Étape précédente',
  nextStep: 'Étape suivante',
  readOn: 'À lire aussi',
  place: 'Lieu',
  coordinates: (lat: string, south: boolean, lon: string, west: boolean) =>
    `${lat}° ${south ? 'S' : 'N'}, ${lon}° ${west ? 'O' : 'E'}`,
  storyMap: 'Carte du récit',
  storyMapLost: 'La carte n’a pas pu être chargée ; le récit se lit sans elle.',
  placesHere: (n: number, shown: string) => `${formatCount(n, shown, 'lieu', 'lieux')}, zoomer`,
  pictureLost: 'L’image n’a pas pu être chargée',
  noStory: 'Aucun récit pour le moment.',
};
