import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const story: MessageSections['story'] = {
  story: 'Story',
  steps: 'Steps of the story',
  step: number => `Step ${number}`,
  stepNamed: (number, title) => `Step ${number}: ${title}`,
  stepOf: (number, total) => `Step ${number} of ${total}`,
  previousStep: 'Previous step',
  nextStep: 'Next step',
  readOn: 'Read on',
  place: 'Place',
  coordinates: (lat, south, lon, west) =>
    `${lat}° ${south ? 'S' : 'N'}, ${lon}° ${west ? 'W' : 'E'}`,
  storyMap: 'Map of the story',
  storyMapLost: 'The map could not be loaded; the story reads just as well without it.',
  placesHere: (n, shown) => `${count(n, shown, 'place', 'places')}, zoom in`,
  pictureLost: 'The picture could not be loaded',
  noStory: 'There is no story here yet.',
};
