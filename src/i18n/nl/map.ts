import type {MessageSections} from '../messages.js';

export const map: MessageSections['map'] = {
  mapHelp: 'Pijltjes verplaatsen de kaart, plus en min zoomen.',
  skipMap: 'Kaart overslaan',
  showMap: 'Kaart tonen',
  mapUnavailable: 'De kaart kon niet worden geladen; de lijst zegt hetzelfde.',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  wholeView: 'Alles zien',
  fullScreen: 'Volledig scherm',
  leaveFullScreen: 'Volledig scherm verlaten',
  close: 'Sluiten',
  tilesAsk: provider => `Achtergrondkaart van ${provider} tonen`,
  tilesWarning: provider => `Uw IP-adres gaat naar ${provider}, die de kaartbeelden levert.`,
  tilesPolicy: 'Hun privacybeleid',
  tilesHide: 'Achtergrondkaart verwijderen',
  groundFailed: 'De achtergrondkaart kon niet worden geladen; de contouren komen in de plaats.',
  groundGaps: 'Een deel van de achtergrondkaart ontbreekt; de contouren komen in de plaats.',
  pickHint: 'Raak de plek aan, of breng die met de pijltjes naar het midden van de kaart.',
  pickMiddle: 'Het midden kiezen',
  cancel: 'Annuleren',
};
