/** Messages of the `check` command: problems found, and tests passed. */
export const checking = {
  title: (address: string) => `Prüfung von ${address}`,
  allWell: 'Alles ist gut.',
  toFix: (n: number, faults: string) =>
    `Zu beheben oder zu verbessern: ${faults} ${n === 1 ? 'Punkt' : 'Punkte'}`,
  sameAs: (first: string) => `dieselben Zeilen wie bei Punkt ${first}`,
  faults: {
    unreachable: (reason: string) =>
      `keine Antwort (${reason}): bitte Adresse prüfen, und ob der Server allen offensteht`,
    insecure: () =>
      'eine http-Adresse: eine Seite mit https kann sie nicht lesen. Bitte über https anbieten',
    redirectInsecure: (to: string) =>
      `die Antwort leitet auf eine http-Adresse weiter, die Browser ablehnen: ${to}`,
    redirectLoop: () => 'zu viele Weiterleitungen',
    redirected: (to: string) =>
      `die Adresse leitet weiter: den Widgets bitte die endgültige geben, ${to}`,
    certificateOver: (date: string) => `das Zertifikat ist am ${date} abgelaufen: bitte erneuern`,
    certificateBad: (reason: string) =>
      `Browser lehnen das Zertifikat ab (${reason}): nötig ist eine ganze Kette, von einer bekannten Stelle, auf den Namen dieses Hosts`,
    certificateSoon: (days: string, date: string) =>
      `das Zertifikat läuft in ${days} Tagen ab, am ${date}: bitte die automatische Erneuerung prüfen`,
    corsNone: () =>
      'keine andere Website kann diese Antwort lesen: der Header Access-Control-Allow-Origin fehlt',
    corsTwice: (got: string) =>
      `der Header Access-Control-Allow-Origin hat mehrere Werte (${got}), was Browser ablehnen: Anwendung und Server setzen ihn wohl beide`,
    corsEcho: () =>
      'Access-Control-Allow-Origin wiederholt die fragende Website: eine Kopie im Cache wird der nächsten verweigert. Gewünscht ist *',
    corsOther: (got: string) =>
      `Access-Control-Allow-Origin ist ${got}: andere Websites können nicht lesen. Gewünscht ist *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After fehlt: ein Widget weiß nicht, wann es wiederkommen soll',
    preflight: (status: string) =>
      `OPTIONS auf die Beiträge antwortet ${status}, ohne POST und Idempotency-Key zu erlauben: niemand kann von einer anderen Website beitragen`,
    status: (status: string) => `die Antwort hat den Status ${status}, nicht 200`,
    html: () =>
      'die Antwort ist eine HTML-Seite, keine Daten: dies ist keine Adresse einer API, oder der Server zeigt einen Fehler',
    notUtf8: () => 'der Text ist kein UTF-8: Umlaute gingen verloren',
    charset: (got: string) => `der Header Content-Type sagt ${got}: JSON ist immer UTF-8`,
    contentType: (got: string) => `der Header Content-Type ist ${got}, nicht application/json`,
    notJson: (reason: string) => `die Antwort ist kein JSON: ${reason}`,
    notCompressed: (size: string) => `die Antwort ist nicht komprimiert (${size} kB)`,
    heavy: (size: string) =>
      `die Antwort wiegt ${size} MB auf der Leitung: bitte erleichtern, oder eine API mit Seiten nutzen`,
    slow: (seconds: string) => `die Antwort dauert ${seconds} s`,
    noCacheControl: () =>
      'der Header Cache-Control fehlt: ein Browser weiß nicht, wie lange er die Antwort behalten darf',
    noStore: () => 'Cache-Control: no-store verbietet jede Kopie: jeder Besuch fragt alles neu',
    noEtag: () =>
      'der Header ETag (oder Last-Modified) fehlt: eine unveränderte Antwort kommt ganz von neuem',
    noRevalidation: (status: string) =>
      `eine unveränderte Antwort kommt mit Status ${status}, nicht 304`,
    noCollection: (known: string) =>
      `keine Sammlung antwortet unter dieser Adresse: sie ist keine Portal-API. Erwartet darunter: ${known}`,
    noDocument: (known: string) =>
      `dieses Dokument hat keine der Sammlungen eines Portals: ${known}`,
    noList: (collection: string) => `${collection} ist keine Liste`,
    noItems: (collection: string) => `${collection}: die Antwort hat keine Liste items`,
    version: (got: string) => `version ist ${got}, nicht „1“`,
    noTotal: (collection: string) =>
      `${collection}: total fehlt, die Zahl der Einträge auf allen Seiten`,
    totalWrong: (collection: string, total: string, counted: string) =>
      `${collection}: total sagt ${total} Einträge, und die Seiten geben ${counted}`,
    record: (fault: string) => `unbrauchbarer Wert: ${fault}`,
    moreRecords: (collection: string, more: string) =>
      `${collection}: und ${more} weitere unbrauchbare Werte`,
    dropped: (collection: string, dropped: string) =>
      `${collection}: unbrauchbare Einträge, die nicht gezeigt würden: ${dropped}`,
    nextElsewhere: (next: string) =>
      `next führt zu einer anderen Herkunft und wird nicht verfolgt: ${next}`,
    nextBroken: (next: string, status: string) => `die nächste Seite antwortet ${status}: ${next}`,
    noRecord: (status: string) =>
      `ein Eintrag steht nicht unter seiner eigenen Adresse (Status ${status})`,
    notFound: (status: string) =>
      `die Adresse eines Eintrags, den es nicht gibt, antwortet ${status}, nicht 404`,
    foolish: (question: string, status: string) =>
      `eine sinnlose Frage (${question}) bekommt ${status}, nicht 400`,
    noProblem: (got: string) =>
      `der Fehler kommt als ${got}, nicht als application/problem+json mit einem Grund in detail`,
    unknownRefused: (status: string) =>
      `ein unbekannter Parameter bekommt ${status}: er muss übergangen werden`,
    refused: (collection: string, parameter: string) =>
      `${collection}: der Parameter ${parameter} wird abgelehnt`,
    ignored: (collection: string, parameter: string, value: string, strays: string) =>
      `${collection}: ${parameter}=${value} gibt Einträge, die nicht passen (${strays})`,
    differs: (
      collection: string,
      parameter: string,
      value: string,
      total: string,
      wanted: string,
    ) => `${collection}: ${parameter}=${value} gibt ${total} Einträge, nicht ${wanted}`,
    limitIgnored: (collection: string) => `${collection}: limit wird nicht beachtet`,
    pageIgnored: (collection: string) =>
      `${collection}: page wird nicht beachtet, Seite 2 ist wie die erste`,
    sortIgnored: (collection: string, order: string) =>
      `${collection}: sort=${order} gibt diese Reihenfolge nicht`,
    facetMissing: (collection: string, facet: string) =>
      `${collection}: die Facette ${facet} fehlt`,
    facetDiffers: (collection: string, facet: string) =>
      `${collection}: die Facette ${facet} zählt nicht, was die Einträge geben`,
    noRecords: () => 'kein Eintrag zu zeigen',
    noTitles: () => 'kein Eintrag hat einen Titel: bitte das Feld mit fields nennen, „title: name“',
    told: (line: string) => line,
    sourceFailed: (reason: string) => `unlesbar: ${reason}`,
    noRange: (status: string) =>
      `die Datei lässt sich nicht in Stücken lesen (Status ${status}, nicht 206): der Server muss Range annehmen`,
    noTiles: () => 'diese Datei ist keine .pmtiles',
    noWidget: () =>
      'diese Seite hat keine Komponente: der Editor oder ein Filter hat sie entfernt, oder ein Skript setzt sie später ein',
    unknownWidget: (got: string, meant: string) =>
      `es gibt keine Komponente „${got}“${meant && `: schreiben Sie „${meant}“`}`,
    unknownAttribute: (got: string, meant: string) =>
      `das Attribut „${got}“ gibt es nicht${meant && `: schreiben Sie „${meant}“`}`,
    badValue: (attribute: string, got: string, expected: string, meant: string) =>
      `${attribute}: „${got}“ passt nicht; erwartet: ${expected}${meant && `; schreiben Sie „${meant}“`}`,
    repeated: (got: string) =>
      `„${got}“ ist mehrmals angegeben: behalten Sie eines, sonst zeigt ein Rahmen nichts`,
    movingAddress: (got: string) =>
      `unter ${got} kann von selbst eine andere Version stehen: nennen Sie eine ganze Version`,
    noHash: () =>
      'das Skript hat kein „integrity“: ergänzen Sie die Prüfsumme aus sri.json, damit eine veränderte Datei nicht läuft',
    mangled: () =>
      'der Editor hat Anführungszeichen verändert oder Zeichen doppelt maskiert: fügen Sie den Code als HTML ein, mit geraden Anführungszeichen',
  },
  merits: {
    certificate: (days: string, date: string) => `Zertifikat noch ${days} Tage gültig, bis ${date}`,
    answers: (ms: string, size: string) => `antwortet in ${ms} ms, ${size} kB auf der Leitung`,
    cached: () => 'eine unveränderte Antwort kommt nicht von neuem (304)',
    collection: (collection: string, total: string) => `${collection}: gelesene Einträge, ${total}`,
    questions: (collection: string) =>
      `${collection}: Suche, Filter, Seiten, Reihenfolgen, Facetten und Fehler versucht`,
    records: (total: string) => `Einträge: ${total}`,
    field: (name: string, filled: string, total: string) => `${name}: ${filled} von ${total}`,
    noField: (names: string) => `nicht gefunden, mit fields zu nennen, falls vorhanden: ${names}`,
    ranges: () => 'die Datei lässt sich in Stücken lesen',
    widgets: (nouns: string) => `gefundene Komponenten: ${nouns}`,
  },
};
