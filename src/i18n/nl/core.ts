import type {MessageSections} from '../messages.js';

export const count = (n: number, shown: string, one: string, other: string): string =>
  `${shown} ${n === 1 ? one : other}`;

export const core: MessageSections['core'] = {
  loading: 'Laden…',
  failedNetwork: 'Deze gegevens zijn nu niet bereikbaar.',
  failedTimeout: 'De server antwoordt niet op tijd.',
  failedHttp: 'De server kon deze gegevens niet geven.',
  failedSchema: 'Deze gegevens zijn onleesbaar.',
  failedBusy: seconds => `De server is druk bezet: probeer over ${seconds} s opnieuw.`,
  failedUnsupported: 'Deze inhoud is nog niet ingesteld.',
  missing: names => `Ontbreekt op dit moment: ${names}.`,
  tryAgain: 'Opnieuw proberen',
  stale: date => `De server antwoordt niet: gegevens van ${date}.`,
  staleUnknown: 'De server antwoordt niet: eerder bewaarde gegevens.',

  untitled: id => `Zonder titel (${id})`,
  inLanguage: language => `(in het ${language})`,
  source: 'Bron',
  licence: 'Licentie',
  updated: date => `bijgewerkt ${/^\d+ \D/.test(date) ? 'op' : 'in'} ${date}`,
  reportError: 'Een fout melden',
  copyLink: 'Link naar deze selectie kopiëren',
  linkCopied: 'Link gekopieerd.',
  linkNotCopied: 'De browser weigerde de kopie: de link staat in de adresbalk.',

  since: date => `sinds ${date}`,
  until: date => `tot ${date}`,
  circa: period => `omstreeks ${period}`,

  acteur: 'ACTEUR',
  theme: 'THÈME',
  projet: 'PROJET',
  acteurMeaning:
    'Mensen met dezelfde rol of functie wisselen werkwijzen uit, delen instrumenten en leren van elkaars ervaringen.',
  themeMeaning:
    'Uiteenlopende actoren brengen bronnen samen en vergelijken hun kijk op een gedeeld vraagstuk: mobiliteit, dorpskern, erfgoed, landschap…',
  projetMeaning:
    'De partners van een gebiedsproject stemmen hun acties af, volgen de voortgang, laten bewoners meedoen en vertellen wat er gebeurt.',
  otherFamily: 'Andere portalen',
  all: 'Alle',
  portals: (n, shown) => count(n, shown, 'portaal', 'portalen'),
  resources: (n, shown) => count(n, shown, 'bron', 'bronnen'),
  projects: (n, shown) => count(n, shown, 'project', 'projecten'),
  actors: (n, shown) => count(n, shown, 'actor', 'actoren'),
  picture: 'Beeld',
  showPicture: 'Beeld tonen',
  archived: 'Archief',
  noPortals: 'Geen enkel portaal voldoet.',
  noData: 'Hier is nog niets.',

  observatoire: 'Observatorium',
  mediatheque: 'Mediatheek',
  actualite: 'Nieuws',
  missions: 'Opdrachten',
  action: 'Acties',
  apropos: 'Over',
  results: (n, shown) => count(n, shown, 'resultaat', 'resultaten'),
  clearAll: 'Alles wissen',
  more: 'Meer tonen',
  shownOf: (shown, total) => `${shown} van ${total}`,
  added: (n, added, shown, total) =>
    `${count(n, added, 'resultaat toegevoegd', 'resultaten toegevoegd')}, ${shown} van ${total}.`,
};
