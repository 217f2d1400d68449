import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const story: MessageSections['story'] = {
  story: 'Geschichte',
  steps: 'Schritte der Geschichte',
  step: number => `Schritt ${number}`,
  stepNamed: (number, title) => `Schritt ${number}: ${title}`,
  stepOf: (number, total) => `Schritt ${number} von ${total}`,
  previousStep: 'Voriger Schritt',
  nextStep: 'Nächster Schritt',
  readOn: 'Weiterlesen',
  place: 'Ort',
  coordinates: (lat, south, lon, west) =>
    `${lat}° ${south ? 'S' : 'N'}, ${lon}° ${west ? 'W' : 'O'}`,
  storyMap: 'Karte zur Geschichte',
  storyMapLost: 'Die Karte konnte nicht geladen werden; die Geschichte liest sich auch ohne sie.',
  placesHere: (n, shown) => `${count(n, shown, 'Ort', 'Orte')}, vergrößern`,
  pictureLost: 'Das Bild konnte nicht geladen werden',
  noStory: 'Hier gibt es noch keine Geschichte.',
};
