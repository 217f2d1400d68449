import type {Sections} from '../messages.js';

export const finding: Sections['finding'] = {
  nearMe: 'In meiner Nähe',
  noPosition: 'Ihr Standort konnte nicht gelesen werden.',
  findCommune: 'Eine Gemeinde finden',
  communeUnknown: name => `„${name}“ kommt in diesen Daten nicht vor.`,
};
