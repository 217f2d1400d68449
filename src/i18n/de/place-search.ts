import type {MessageSections} from '../messages.js';

export const placeSearch: MessageSections['finding'] = {
  nearMe: 'In meiner Nähe',
  noPosition: 'Ihr Standort konnte nicht gelesen werden.',
  findCommune: 'Eine Gemeinde finden',
  communeUnknown: name => `„${name}“ kommt in diesen Daten nicht vor.`,
};
