import type {MessageSections} from '../messages.js';

export const map: MessageSections['map'] = {
  mapHelp: 'Pfeiltasten bewegen die Karte, Plus und Minus zoomen.',
  skipMap: 'Karte überspringen',
  showMap: 'Karte anzeigen',
  mapUnavailable: 'Die Karte konnte nicht geladen werden; die Liste sagt dasselbe.',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  wholeView: 'Alles sehen',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild verlassen',
  close: 'Schließen',
  tilesAsk: provider => `Hintergrundkarte von ${provider} anzeigen`,
  tilesWarning: provider => `Ihre IP-Adresse geht an ${provider}, den Anbieter der Kartenbilder.`,
  tilesPolicy: 'Datenschutzerklärung des Anbieters',
  tilesHide: 'Hintergrundkarte entfernen',
  groundFailed:
    'Die Hintergrundkarte konnte nicht geladen werden; stattdessen sind Umrisse zu sehen.',
  groundGaps: 'Ein Teil der Hintergrundkarte fehlt; dort sind Umrisse zu sehen.',
  pickHint: 'Berühren Sie den Ort, oder bringen Sie ihn mit den Pfeiltasten in die Kartenmitte.',
  pickMiddle: 'Die Mitte wählen',
  cancel: 'Abbrechen',
};
