import type {MessageSections} from '../messages.js';

export const familyFilter: MessageSections['familyFilter'] = {
  families: 'Portaalfamilies',
  acteurMode: 'In een netwerk, per beroep of functie',
  themeMode: 'Samen rond een gedeeld onderwerp',
  projetMode: 'Met meerdere partners aan een concreet project',
};
