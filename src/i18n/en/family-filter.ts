import type {MessageSections} from '../messages.js';

export const familyFilter: MessageSections['familyFilter'] = {
  families: 'Portal families',
  acteurMode: 'A network of one trade or role',
  themeMode: 'Together, on a shared subject',
  projetMode: 'Several partners, one concrete project',
};
