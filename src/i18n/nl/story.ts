import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const story: MessageSections['story'] = {
  story: 'Verhaal',
  steps: 'Stappen van het verhaal',
  step: number => `Stap ${number}`,
  stepNamed: (number, title) => `Stap ${number}: ${title}`,
  stepOf: (number, total) => `Stap ${number} van ${total}`,
  previousStep: 'Vorige stap',
  nextStep: 'Volgende stap',
  readOn: 'Lees ook',
  place: 'Plaats',
  coordinates: (lat, south, lon, west) =>
    `${lat}° ${south ? 'Z' : 'N'}, ${lon}° ${west ? 'W' : 'O'}`,
  storyMap: 'Kaart bij het verhaal',
  storyMapLost: 'De kaart kon niet worden geladen; het verhaal is ook zonder kaart te lezen.',
  placesHere: (n, shown) => `${count(n, shown, 'plaats', 'plaatsen')}, inzoomen`,
  pictureLost: 'Het beeld kon niet worden geladen',
  noStory: 'Hier staat nog geen verhaal.',
};
