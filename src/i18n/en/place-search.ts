import type {MessageSections} from '../messages.js';

export const placeSearch: MessageSections['finding'] = {
  nearMe: 'Near me',
  noPosition: 'Your position could not be read.',
  findCommune: 'Find a town',
  communeUnknown: name => `“${name}” is not in this data.`,
};
