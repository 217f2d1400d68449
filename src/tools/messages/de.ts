import type {ToolMessages} from './tool-messages.js';

const count = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`;

const EXPECTED = {
  latitude: 'eine Zahl zwischen -90 und 90',
  longitude: 'eine Zahl zwischen -180 und 180',
  place: 'ein Ort wie 50.1003, 3.6347',
  date: 'ein Datum mit Jahr wie 2016, 2016-10, 01.10.2016 oder 31. März 2003',
  link: 'ein Link, dem man folgen kann (https, http, mailto, tel)',
  picture: 'eine https-Adresse',
  email: 'eine E-Mail-Adresse wie mairie@exemple.fr',
  colour: 'eine Farbe #rrggbb',
  number: 'eine Zahl',
  amount: 'eine Zahl ab 0',
  euros: 'ein Betrag in Euro wie 12.000 €',
  percent: 'eine Zahl von 0 bis 100',
  whole: 'eine ganze Zahl',
  code: 'ein Text oder eine ganze Zahl',
  text: 'ein Text',
  list: 'Werte mit „;“ dazwischen',
};

const REQUIRED_FIELDS = {id: 'eine Kennung', name: 'ein Name', period: 'ein Datum'};

export const de: ToolMessages = {
  check: {
    title: address => `Prüfung von ${address}`,
    allWell: 'Keine Probleme gefunden.',
    toFix: n => `Zu beheben oder zu verbessern: ${count(n, 'Punkt', 'Punkte')}`,
    interregManual:
      'Das Handbuch Ihres Programms entscheidet: es kann mehr verlangen. Diese Prüfung beschränkt sich auf das, was die Verordnung verlangt.',
    sameAs: n => `dieselben Zeilen wie bei Punkt ${n}`,
  },
  conversion: {
    recordCount: n => count(n, 'Eintrag', 'Einträge'),
    errorCount: n => `${n} Fehler`,
    warningCount: n => count(n, 'Warnung', 'Warnungen'),
    entry: position => `Eintrag ${position}`,
  },
  diagnostics: {
    // The `portal` command and the configurator: reading a file.
    unreadable: (type, got) => `erwartet: ${EXPECTED[type]}, nicht ${got}`,
    projectedCoordinates: got =>
      `${got} ist eine Strecke in Metern eines unbekannten Systems: bitte Breite und Länge in Grad (WGS 84) ausgeben`,
    readAsMetres: system => `Meter, gelesen als ${system}: bitte einen Ort auf der Karte prüfen`,
    halfCoordinates: () => 'die andere Hälfte der Koordinaten fehlt',
    zeroCoordinates: () => '0, 0 liegt im Golf von Guinea: der Eintrag erhält keine Koordinaten',
    missingField: field => `Eintrag ausgelassen: nötig ist ${REQUIRED_FIELDS[field]}`,
    notARecord: got => `${got} ist kein Eintrag`,
    unusedColumn: n =>
      `unbekannte Spalte, ${count(n, 'Wert', 'Werte')} ausgelassen: bitte einem Feld zuordnen („fields“) oder ignorieren („ignore“)`,
    unfitColumn: (n, field, got) =>
      `${count(n, 'Wert', 'Werte')} ausgelassen: der Name der Spalte weist auf „${field}“ hin, ihre Werte aber nicht, etwa ${got}`,
    unknownField: (collection, field) => `„fields“: ${collection} hat kein Feld „${field}“`,
    duplicateColumn: (n, other) =>
      `${count(n, 'Wert', 'Werte')} ausgelassen: die Spalte „${other}“ wird stattdessen gelesen`,
    cellBeyondHeadings: got => `${got} steht unter keiner Überschrift`,
    shortRow: (n, headings) =>
      `${count(n, 'Zelle', 'Zellen')} in dieser Zeile für ${headings} Überschriften`,
    unclosedQuote: () =>
      'hier beginnt ein Anführungszeichen, das nie endet: der Rest der Datei steht in dieser Zelle',
    strayQuote: () => 'ein Anführungszeichen in dieser Zelle ist nicht verdoppelt',
    formulaError: got => `die Formel ist gescheitert: ${got}`,
    uncomputedFormula: () =>
      'das Ergebnis der Formel ist nicht gespeichert: öffnen Sie die Mappe in einer Tabellenkalkulation und speichern Sie sie',
    aboveHeadings: (n, got) =>
      `${count(n, 'Zeile', 'Zeilen')} über den Überschriften, ignoriert: ${got}`,
    secondTable: got => `zweite Tabelle ab ${got}, nicht gelesen: in ein eigenes Blatt verschieben`,
    totalRow: got => `Zeile mit Summen oder einem Monat, ignoriert: ${got}`,
    noHeadings: got =>
      `diese Zeile wird als Überschriften gelesen, enthält aber ${got}: bitte eine Zeile mit Überschriften darüber einfügen`,
    loneCell: got => `nur ${got} ist ausgefüllt: Zwischenüberschriften und Notizen löschen`,
    unknownSheet: (n, names) =>
      `unbekannter Blattname, ${count(n, 'Zeile', 'Zeilen')} ausgelassen: bitte einen bekannten Namen verwenden (${names}) oder das Blatt ignorieren („ignore“)`,
    unknownReference: (got, collection) =>
      `${got} ist weder eine Kennung noch ein Titel in „${collection}“`,
    unreadSheet: n =>
      `dieses Blatt wird nicht gelesen (${count(n, 'Zeile', 'Zeilen')}): bitte das gewünschte nennen („sheet“)`,
    duplicateId: (got, given) =>
      `ein früherer Eintrag hat schon die Kennung ${got}: dieser bekommt „${given}“`,
    noTitle: () => 'dieser Eintrag hat keinen Titel',
    noTitleColumn: () => 'kein Eintrag hat einen Titel: bitte die Spalte nennen („fields“)',
    invalidCommuneCode: (n, got) =>
      `${count(n, 'Schlüssel gehört', 'Schlüssel gehören')} zu keiner Gemeinde, der erste: ${got}`,
    lostZero: (got, given) =>
      `${got} wird als ${given} gelesen: eine Tabellenkalkulation hat wahrscheinlich die führende Null entfernt`,
    severalLinks: given => `mehrere Adressen: nur ${given} bleibt`,
    bareLink: given => `gelesen als ${given}`,
    misdecodedText: (n, got) =>
      `beschädigte Zeichen in ${count(n, 'Zelle', 'Zellen')}, die erste: ${got}. Ein Programm hat diesen Text in der falschen Kodierung gelesen`,
    titlesInCapitals: n =>
      `${n} Titel in Großbuchstaben: bitte in normaler Schreibweise, die besser lesbar ist`,
    htmlInText: n => `HTML in ${count(n, 'Zelle', 'Zellen')}: in einfachen Text umgewandelt`,
    swappedCoordinates: n =>
      `${count(n, 'Ort läge', 'Orte lägen')} in diesem Gebiet, wenn Breite und Länge vertauscht wären: bitte die Koordinaten prüfen`,
    coordinateOrder: order =>
      order === 'lat-lon'
        ? 'Koordinaten gelesen als Breite, Länge: andersherum lägen alle außerhalb Europas und der französischen Überseegebiete'
        : 'Koordinaten gelesen als Länge, Breite: andersherum lägen alle außerhalb Europas und der französischen Überseegebiete',
    reducedShapes: n =>
      `${count(n, 'Linie oder Fläche', 'Linien oder Flächen')}: das Portal behält je einen Punkt. Eine Kartenebene kann sie aus GeoJSON anzeigen`,
    invalidFields: got => `„fields“: ${got}`,
    missingColumn: got => `„fields“ nennt „${got}“, das in keinem Eintrag steht`,
    invalidMetadata: (option, got) => `„${option}“: ${got} ist nicht gültig`,
    protectedPosts: n => `${count(n, 'Beitrag', 'Beiträge')} mit Passwort ausgelassen`,
    noFile: name => `die Datei ${name} gibt es nicht`,
    fileIsFolder: name => `${name} ist ein Ordner: bitte eine Datei angeben`,
    fileForbidden: name => `die Datei ${name} darf nicht gelesen werden: bitte die Rechte prüfen`,
    otherFormat: (format, kind) => `der Inhalt ist ${format}: wählen Sie „${kind}“`,
    unreadFormat: format => `der Inhalt ist ${format}, das Widgets nicht lesen`,
    unreadFormatOf: (format, target) =>
      `der Inhalt ist ${format}, das Widgets nicht lesen: wandeln Sie ihn in ${target} um`,
    unreadableFile: reason => `unlesbar: ${reason}`,
    malformedJson: line => `fehlerhaftes JSON in Zeile ${line}`,
    malformedText: position => `Text ${position} der Folge ist fehlerhaft`,
    otherContent: format => `der Inhalt ist nicht im Format ${format}`,
    tooLong: () => 'die Datei ist zu lang',
    noRecordList: () => 'die Datei enthält keine Liste von Einträgen',
    severalLists: lists =>
      `die Datei enthält mehrere Listen (${lists}): hängen Sie die der Einträge an den Dateinamen an, oder behalten Sie nur diese`,
    protectedWorkbook: () => 'diese Arbeitsmappe hat ein Passwort: speichern Sie sie ohne Passwort',
    damagedWorkbook: () => 'diese Arbeitsmappe ist beschädigt oder keine',
    invalidGeometry: () => 'fehlerhafte Geometrie: der Eintrag ist nicht auf der Karte',
    otherEntries: (n, total) => `Elemente, die keine Einträge sind, ignoriert: ${n} von ${total}`,
    missingEntries: (n, total) => `Elemente in der Datei: ${n} von ${total}. Exportieren Sie alle`,
    firstOnly: n => `nur die ersten ${n} Elemente werden gelesen`,
    privateEvents: n => `${count(n, 'privater Termin', 'private Termine')} ignoriert`,
    undatedEvent: got => `Termin ${got} ignoriert: er hat kein Datum`,
    malformedEvent: got => `Termin ${got} ignoriert: er ist fehlerhaft`,
    unreadRule: got => `Termin ${got}: seine Wiederholungsregel wird nicht vollständig gelesen`,
    hugeArchive: megabytes =>
      `diese komprimierte Arbeitsmappe enthält ${megabytes} MB oder mehr: Sie ist beschädigt oder soll den Speicher füllen`,
    tooManyCells: cells =>
      `ein Blatt umfasst ${cells} Zellen: Weit von der Tabelle entfernt ist eine Zelle gefüllt. Löschen Sie die Spalten rechts von ihr und die Zeilen darunter, und speichern Sie`,
    repeatedRow: (sheet, row, times) =>
      `Blatt „${sheet}“: Zeile ${row} wiederholt sich mehr als ${times} Mal. Löschen Sie die Kopien, und speichern Sie`,
    nestedTooDeep: levels =>
      `Listen oder Objekte sind mehr als ${levels} Ebenen tief verschachtelt: Prüfen Sie das Programm, das diese Datei geschrieben hat`,
    missingSheet: (got, sheets) => `kein Blatt ${got}; es gibt ${sheets}`,
    empty: () => 'keine Einträge gefunden',

    // The `check` command: problems.
    unreachable: reason =>
      `keine Antwort (${reason}): bitte Adresse prüfen, und ob der Server allen offensteht`,
    insecure: () =>
      'eine http-Adresse: eine Seite mit https kann sie nicht lesen. Bitte über https anbieten',
    redirectInsecure: to =>
      `die Antwort leitet auf eine http-Adresse weiter, die Browser ablehnen: ${to}`,
    redirectLoop: () => 'zu viele Weiterleitungen',
    redirected: to => `die Adresse leitet weiter: den Widgets bitte die endgültige geben, ${to}`,
    certificateOver: date => `das Zertifikat ist am ${date} abgelaufen: bitte erneuern`,
    certificateBad: reason =>
      `Browser lehnen das Zertifikat ab (${reason}): nötig ist eine vollständige Kette einer anerkannten Stelle für diesen Hostnamen`,
    certificateSoon: (days, date) =>
      `das Zertifikat läuft in ${days} Tagen ab, am ${date}: bitte die automatische Erneuerung prüfen`,
    corsNone: () =>
      'keine andere Website kann diese Antwort lesen: der Header Access-Control-Allow-Origin fehlt',
    corsTwice: got =>
      `der Header Access-Control-Allow-Origin hat mehrere Werte (${got}), was Browser ablehnen: Anwendung und Server setzen ihn wohl beide`,
    corsEcho: () =>
      'Access-Control-Allow-Origin wiederholt die fragende Website: eine Kopie im Cache wird der nächsten verweigert. Gewünscht ist *',
    corsOther: got =>
      `Access-Control-Allow-Origin ist ${got}: andere Websites können nicht lesen. Gewünscht ist *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After fehlt: Widgets können nicht wissen, wann sie es erneut versuchen sollen',
    preflight: status =>
      `OPTIONS auf die Beiträge antwortet ${status}, ohne POST und Idempotency-Key zu erlauben: Beiträge von anderen Websites sind nicht möglich`,
    status: status => `die Antwort hat den Status ${status}, nicht 200`,
    html: () =>
      'die Antwort ist eine HTML-Seite, keine Daten: dies ist keine Adresse einer API, oder der Server zeigt einen Fehler',
    notUtf8: () => 'der Text ist nicht in UTF-8: Umlaute gingen verloren',
    charset: got => `der Header Content-Type sagt ${got}: JSON ist immer UTF-8`,
    contentType: got => `der Header Content-Type ist ${got}, nicht application/json`,
    notJson: reason => `die Antwort ist kein JSON: ${reason}`,
    notCompressed: size => `die Antwort ist nicht komprimiert (${size} kB)`,
    heavy: size =>
      `die Antwort überträgt ${size} MB: bitte verkleinern oder eine API mit Seiten nutzen`,
    slow: seconds => `die Antwort dauert ${seconds} s`,
    noCacheControl: () =>
      'der Header Cache-Control fehlt: Browser können nicht wissen, wie lange sie die Antwort aufbewahren dürfen',
    noStore: () =>
      'Cache-Control: no-store verhindert das Zwischenspeichern: jeder Besuch lädt alles neu',
    noEtag: () =>
      'der Header ETag (oder Last-Modified) fehlt: eine unveränderte Antwort wird vollständig neu gesendet',
    noRevalidation: status => `eine unveränderte Antwort kommt mit Status ${status}, nicht 304`,
    noCollection: known =>
      `keine Sammlung antwortet unter dieser Adresse: sie ist keine Portal-API. Erwartet darunter: ${known}`,
    noDocument: known => `dieses Dokument hat keine der Sammlungen eines Portals: ${known}`,
    noList: collection => `${collection} ist keine Liste`,
    noItems: collection => `${collection}: die Antwort hat keine Liste items`,
    version: got => `version ist ${got}, nicht „1“`,
    noTotal: collection => `${collection}: total fehlt, die Zahl der Einträge auf allen Seiten`,
    totalWrong: (collection, total, counted) =>
      `${collection}: total ist ${total} Einträge, aber die Seiten enthalten ${counted}`,
    record: fault => `ungültiger Wert: ${fault}`,
    moreRecords: (collection, more) => `${collection}: und ${more} weitere ungültige Werte`,
    dropped: (collection, dropped) =>
      `${collection}: ungültige Einträge, die nicht angezeigt würden: ${dropped}`,
    nextElsewhere: next => `next führt zu einer anderen Herkunft und wird nicht verfolgt: ${next}`,
    nextBroken: (next, status) => `die nächste Seite antwortet ${status}: ${next}`,
    noRecord: status => `ein Eintrag steht nicht unter seiner eigenen Adresse (Status ${status})`,
    notFound: status =>
      `die Adresse eines Eintrags, den es nicht gibt, antwortet ${status}, nicht 404`,
    foolish: (question, status) =>
      `eine ungültige Abfrage (${question}) erhält ${status}, nicht 400`,
    noProblem: got =>
      `der Fehler kommt als ${got}, nicht als application/problem+json mit einem Grund in detail`,
    unknownRefused: status =>
      `ein unbekannter Parameter erhält ${status}: er muss ignoriert werden`,
    refused: (collection, parameter) => `${collection}: der Parameter ${parameter} wird abgelehnt`,
    ignored: (collection, parameter, value, strays) =>
      `${collection}: ${parameter}=${value} liefert Einträge, die nicht passen (${strays})`,
    differs: (collection, parameter, value, total, wanted) =>
      `${collection}: ${parameter}=${value} liefert ${total} Einträge, nicht ${wanted}`,
    limitIgnored: collection => `${collection}: limit wird nicht beachtet`,
    pageIgnored: collection =>
      `${collection}: page wird nicht beachtet, Seite 2 ist gleich der ersten`,
    sortIgnored: (collection, order) =>
      `${collection}: sort=${order} liefert diese Reihenfolge nicht`,
    facetMissing: (collection, facet) => `${collection}: die Facette ${facet} fehlt`,
    facetDiffers: (collection, facet) =>
      `${collection}: die Facette ${facet} stimmt nicht mit den Einträgen überein`,
    noRecords: () => 'keine Einträge zum Anzeigen',
    numericTitles: collection =>
      `${collection}: alle Titel sind Zahlen: bitte eine andere Spalte als Titel nehmen, bei einer Quelle mit fields`,
    noTitles: () => 'kein Eintrag hat einen Titel: bitte das Feld mit fields nennen, „title: name“',
    told: line => `Meldung des Widgets, auf Englisch: ${line}`,
    sourceFailed: reason => `unlesbar: ${reason}`,
    noRange: status =>
      `die Datei lässt sich nicht in Teilen lesen (Status ${status}, nicht 206): der Server muss Range unterstützen`,
    noTiles: () => 'diese Datei ist keine .pmtiles-Datei',

    // The `check` command: checks that have passed.
    certificate: (days, date) => `Zertifikat noch ${days} Tage gültig, bis ${date}`,
    answers: (ms, size) => `antwortet in ${ms} ms, ${size} kB übertragen`,
    cached: () => 'eine unveränderte Antwort wird nicht erneut gesendet (304)',
    collection: (collection, total) => `${collection}: gelesene Einträge, ${total}`,
    questions: collection =>
      `${collection}: Suche, Filter, Seiten, Sortierungen, Facetten und Fehler geprüft`,
    records: total => `Einträge: ${total}`,
    field: (name, filled, total) => `${name}: ${filled} von ${total}`,
    noField: names => `nicht gefunden, mit fields zu nennen, falls vorhanden: ${names}`,
    ranges: () => 'die Datei lässt sich in Teilen lesen',
    widgets: nouns => `gefundene Komponenten: ${nouns}`,
    // Duties of a partner of an Interreg project.
    // Duties of a partner of an Interreg project.
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

    // Snippets, in a page or pasted into the configurator.
    noSnippet: () => 'dieser Text enthält keine der Komponenten',
    noWidget: () =>
      'diese Seite hat keine Komponente: der Editor oder ein Filter hat sie entfernt, oder ein Skript fügt sie später ein',
    unknownWidget: (used, suggestion) =>
      `es gibt keine Komponente „${used}“${suggestion ? `: schreiben Sie „${suggestion}“` : ''}`,
    unknownAttribute: (used, suggestion) =>
      `das Attribut „${used}“ gibt es nicht${suggestion ? `: schreiben Sie „${suggestion}“` : ''}`,
    badValue: (attribute, used, expected, suggestion) =>
      `${attribute}: „${used}“ ist nicht gültig; erwartet: ${expected}${suggestion ? `; schreiben Sie „${suggestion}“` : ''}`,
    badNumber: (attribute, used, min, max, suggestion) =>
      `${attribute}: „${used}“ ist nicht gültig; geben Sie eine Zahl ${max === undefined ? `ab ${min}` : `von ${min} bis ${max}`} an${suggestion ? `; schreiben Sie „${suggestion}“` : ''}`,
    repeated: got =>
      `„${got}“ ist mehrmals angegeben: behalten Sie eines, sonst zeigt ein Rahmen nichts`,
    movingAddress: got =>
      `die Version unter ${got} kann sich ändern: verwenden Sie eine vollständige Versionsnummer`,
    noHash: () =>
      'das Skript hat kein „integrity“: ergänzen Sie die Prüfsumme aus sri.json, damit eine veränderte Datei nicht ausgeführt wird',
    mangled: () =>
      'der Editor hat Anführungszeichen verändert oder Zeichen doppelt maskiert: fügen Sie den Code als HTML ein, mit geraden Anführungszeichen',
    repaired: () =>
      'ein Editor hat Anführungszeichen oder Klammern verändert; der Code unten wurde repariert',
    relativeAddress: used =>
      `die Adresse „${used}“ hängt von der Seite ab, in die sie eingefügt wird: verwenden Sie die vollständige Adresse mit https://`,
    badJson: reason => `dieser Text ist kein JSON: ${reason}`,
    notRecords: () => 'erwartet: eine Liste von Datensätzen oder ein Dokument mit Sammlungen',
    removedFromTemplate: used => `${used} wird aus der Vorlage entfernt`,
    templateWithoutTitle: () =>
      'die Vorlage zeigt keinen Titel: ergänzen Sie data-field="title" oder <a data-field="url">',
    notSentences: () => 'erwartet: ein JSON-Objekt mit einem Satz je Schlüssel',
    unknownSentence: (key, suggestion) =>
      `${key} ist kein Satz der Oberfläche${suggestion ? `: schreiben Sie ${suggestion}` : ''}`,
    sentenceNotText: key => `${key} muss ein Text sein`,
    sentenceNotForms: key => `${key} muss ein Text sein oder ein Text je Pluralform, mit other`,
    emptySentence: key => `${key} ist leer`,
    unknownPlaceholder: (key, used, allowed) =>
      `${key} hat kein {${used}}${allowed ? `, aber ${allowed}` : ''}`,
    missingPlaceholder: (key, name) => `${key} muss {${name}} enthalten`,
    several: n => `es sind ${n} Komponenten: nur die erste wird gelesen`,
  },
};
