import type {MessageSections} from '../messages.js';

export const familyFilter: MessageSections['familyFilter'] = {
  families: 'Portalfamilien',
  acteurMode: 'Im Netzwerk, nach Beruf oder Funktion',
  themeMode: 'Gemeinsam zu einem Thema',
  projetMode: 'Zu mehreren an einem konkreten Projekt',
};
