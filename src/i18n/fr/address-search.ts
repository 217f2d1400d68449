import {formatCount} from './core.js';

/** Messages of the search for an address. */
export const addressSearch = {
  addressAsk: 'Chercher une adresse',
  addressWarning:
    'L’adresse saisie et votre adresse IP seront transmises à l’IGN, qui fournit cette recherche.',
  addressPolicy: 'Sa politique de confidentialité',
  addressLabel: 'Chercher une adresse en France',
  addressSubmit: 'Chercher',
  addressShort: 'Saisissez au moins trois caractères.',
  addressResults: 'Adresses trouvées',
  addressUnknown: (text: string) => `Aucune adresse trouvée pour « ${text} ».`,
  addressesFound: (n: number, shown: string) =>
    formatCount(n, shown, 'adresse trouvée', 'adresses trouvées'),
};
