import type {MessageSections} from '../messages.js';

export const placeSearch: MessageSections['finding'] = {
  nearMe: 'In mijn buurt',
  noPosition: 'Uw positie kon niet worden gelezen.',
  findCommune: 'Een gemeente zoeken',
  communeUnknown: name => `“${name}” komt in deze gegevens niet voor.`,
};
