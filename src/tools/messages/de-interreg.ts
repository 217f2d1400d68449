import type {interreg as french} from './fr-interreg.js';
import type {ToolMessages} from './tool-messages.js';

/** German messages about the duties of a partner of an Interreg project. */
export const interreg: Pick<ToolMessages['diagnostics'], keyof typeof french> = {
  interregNoStatement: () =>
    'der Hinweis auf die Unterstützung fehlt: „Kofinanziert von der Europäischen Union“, ausgeschrieben neben der Flagge (Verordnung (EU) 2021/1060, Anhang IX)',
  interregOtherLanguage: (language, statement) =>
    `der Hinweis auf die Unterstützung ist nicht in der Sprache der Seite (${language}): „${statement}“ (Verordnung (EU) 2021/1060, Anhang IX)`,
  interregNoEmblem: () =>
    'die Flagge der Europäischen Union fehlt, oder ihr Alternativtext nennt sie nicht (Verordnung (EU) 2021/1060, Anhang IX)',
  interregPageNoAims: () =>
    'die Seite nennt die Ziele des Projekts nicht (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)',
  interregPageNoResults: () =>
    'die Seite nennt die Ergebnisse des Projekts nicht (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)',
  interregNoDescription: project =>
    `${project}: keine kurze Beschreibung, Feld description (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregNoAims: project =>
    `${project}: keine Ziele, Feld aims (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregNoResults: project =>
    `${project}: keine Ergebnisse, Feld results (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregNoSupport: project =>
    `${project}: die finanzielle Unterstützung ist nicht angegeben, Felder budget.eu oder budget.rate (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregNoProgramme: project =>
    `${project}: das Programm ist unbekannt, sein Hinweis und sein Logo können nicht gezeigt werden (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregNoPartners: project =>
    `${project}: weder federführender Partner noch Partner (Angaben zum Vorhaben: Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregNoProject: () => 'kein Projekt eines Programms von 2021–2027 in diesen Daten',
  interregUnreadable: () => 'weder eine Seite noch eine JSON-Datei eines Portals',
  interregStatementFound: () =>
    'der Hinweis auf die Unterstützung ist vorhanden, oder eine Komponente zeigt ihn',
  interregWidget: () =>
    'eine Komponente zeigt den Hinweis und die Flagge jedes unterstützten Projekts',
  interregStatementInAlt: () =>
    'der Hinweis steht nur im Alternativtext eines Bildes: prüfen Sie, ob er auch im Bild ausgeschrieben zu lesen ist (Verordnung (EU) 2021/1060, Anhang IX)',
  interregFrame: () =>
    'die Seite enthält einen Frame, dessen Inhalt nicht geprüft wird: prüfen Sie auch seine Adresse mit diesem Befehl',
  interregEmblemRules: () =>
    'mit dem Auge zu prüfen: die Flagge ist weder verändert noch mit einem anderen Logo verschmolzen, mindestens so groß wie die anderen Logos, und in Reflexblau, Schwarz oder Weiß (Verordnung (EU) 2021/1060, Anhang IX)',
  interregDocuments: () =>
    'auch Dokumente und Material für die Öffentlichkeit tragen den Hinweis auf die Unterstützung (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)',
  interregOnSite: () =>
    'vor Ort: eine langlebige Tafel oder ein Schild für eine Sachinvestition von mehr als 100 000 Euro, sonst mindestens ein Plakat in A3 oder eine elektronische Anzeige; über 5 Millionen Euro eine Kommunikationsveranstaltung (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)',
  interregProjects: (total, concerned) =>
    `gelesene Projekte: ${total}, davon ${concerned} aus einem Programm von 2021–2027`,
  interregPlaque: project =>
    `${project}: mehr als 100 000 Euro Gesamtkosten: eine langlebige Tafel oder ein Schild für eine Sachinvestition oder Ausrüstung, sonst ein Plakat in A3 oder größer, oder eine elektronische Anzeige (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregPoster: project =>
    `${project}: mindestens ein Plakat in A3 oder größer, oder eine elektronische Anzeige (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
  interregEvent: project =>
    `${project}: mehr als 5 Millionen Euro: eine Kommunikationsveranstaltung (Verordnung (EU) 2021/1059, Artikel 36 Absatz 4)`,
};
