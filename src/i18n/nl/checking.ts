/** Messages of the `check` command: problems found, and tests passed. */
export const checking = {
  title: (address: string) => `Onderzoek van ${address}`,
  allWell: 'Alles is in orde.',
  toFix: (n: number, faults: string) =>
    `Te herstellen of te verbeteren: ${faults} ${n === 1 ? 'punt' : 'punten'}`,
  sameAs: (first: string) => `dezelfde regels als bij punt ${first}`,
  faults: {
    unreachable: (reason: string) =>
      `geen antwoord (${reason}): controleer het adres, en of de server voor iedereen openstaat`,
    insecure: () =>
      'een http-adres: een pagina op https kan het niet lezen. Bied de dienst aan via https',
    redirectInsecure: (to: string) =>
      `het antwoord verwijst naar een http-adres, dat browsers weigeren: ${to}`,
    redirectLoop: () => 'te veel doorverwijzingen',
    redirected: (to: string) =>
      `het adres verwijst door: geef de widgets het uiteindelijke adres, ${to}`,
    certificateOver: (date: string) => `het certificaat verliep op ${date}: vernieuw het`,
    certificateBad: (reason: string) =>
      `browsers weigeren het certificaat (${reason}): er is een volledige keten nodig, van een erkende autoriteit, op naam van deze host`,
    certificateSoon: (days: string, date: string) =>
      `het certificaat verloopt over ${days} dagen, op ${date}: controleer de automatische vernieuwing`,
    corsNone: () =>
      'geen enkele andere site kan dit antwoord lezen: de header Access-Control-Allow-Origin ontbreekt',
    corsTwice: (got: string) =>
      `de header Access-Control-Allow-Origin heeft meerdere waarden (${got}), wat browsers weigeren: de toepassing en de server voegen hem wellicht beide toe`,
    corsEcho: () =>
      'Access-Control-Allow-Origin herhaalt de site die vraagt: een kopie in de cache wordt de volgende site geweigerd. De gewenste waarde is *',
    corsOther: (got: string) =>
      `Access-Control-Allow-Origin is ${got}: andere sites kunnen niet lezen. De gewenste waarde is *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After ontbreekt: een widget weet niet wanneer terug te komen',
    preflight: (status: string) =>
      `OPTIONS op de bijdragen antwoordt ${status} zonder POST en Idempotency-Key toe te staan: niemand kan vanaf een andere site bijdragen`,
    status: (status: string) => `het antwoord heeft status ${status} en niet 200`,
    html: () =>
      'het antwoord is een HTML-pagina en geen data: dit is geen adres van een API, of de server toont een fout',
    notUtf8: () => 'de tekst is geen UTF-8: accenten zouden verloren gaan',
    charset: (got: string) => `de header Content-Type zegt ${got}: JSON is altijd UTF-8`,
    contentType: (got: string) => `de header Content-Type is ${got} en niet application/json`,
    notJson: (reason: string) => `het antwoord is geen JSON: ${reason}`,
    notCompressed: (size: string) => `het antwoord is niet gecomprimeerd (${size} kB)`,
    heavy: (size: string) =>
      `het antwoord weegt ${size} MB op de lijn: maak het lichter, of gebruik een API met pagina’s`,
    slow: (seconds: string) => `het antwoord duurt ${seconds} s`,
    noCacheControl: () =>
      'de header Cache-Control ontbreekt: een browser weet niet hoe lang het antwoord te bewaren',
    noStore: () => 'Cache-Control: no-store verbiedt elke kopie: elk bezoek vraagt alles opnieuw',
    noEtag: () =>
      'de header ETag (of Last-Modified) ontbreekt: een ongewijzigd antwoord wordt helemaal opnieuw gestuurd',
    noRevalidation: (status: string) =>
      `een ongewijzigd antwoord komt met status ${status} en niet 304`,
    noCollection: (known: string) =>
      `geen enkele collectie antwoordt op dit adres: het is geen portaal-API. Verwacht daaronder: ${known}`,
    noDocument: (known: string) =>
      `dit document heeft geen enkele collectie van een portaal: ${known}`,
    noList: (collection: string) => `${collection} is geen lijst`,
    noItems: (collection: string) => `${collection}: het antwoord heeft geen lijst items`,
    version: (got: string) => `version is ${got} en niet “1”`,
    noTotal: (collection: string) =>
      `${collection}: total ontbreekt, het aantal fiches op alle pagina’s`,
    totalWrong: (collection: string, total: string, counted: string) =>
      `${collection}: total zegt ${total} fiches, en de pagina’s geven er ${counted}`,
    record: (fault: string) => `onbruikbare waarde: ${fault}`,
    moreRecords: (collection: string, more: string) =>
      `${collection}: en nog ${more} onbruikbare waarden`,
    dropped: (collection: string, dropped: string) =>
      `${collection}: onbruikbare fiches, die niet getoond zouden worden: ${dropped}`,
    nextElsewhere: (next: string) =>
      `next leidt naar een andere origin en wordt niet gevolgd: ${next}`,
    nextBroken: (next: string, status: string) => `de volgende pagina antwoordt ${status}: ${next}`,
    noRecord: (status: string) => `een fiche staat niet op haar eigen adres (status ${status})`,
    notFound: (status: string) =>
      `het adres van een fiche die niet bestaat antwoordt ${status} en niet 404`,
    foolish: (question: string, status: string) =>
      `een vraag zonder zin (${question}) krijgt ${status} en niet 400`,
    noProblem: (got: string) =>
      `de fout komt als ${got} en niet als application/problem+json met een reden in detail`,
    unknownRefused: (status: string) =>
      `een onbekende parameter krijgt ${status}: hij moet genegeerd worden`,
    refused: (collection: string, parameter: string) =>
      `${collection}: de parameter ${parameter} wordt geweigerd`,
    ignored: (collection: string, parameter: string, value: string, strays: string) =>
      `${collection}: ${parameter}=${value} geeft fiches die niet voldoen (${strays})`,
    differs: (
      collection: string,
      parameter: string,
      value: string,
      total: string,
      wanted: string,
    ) => `${collection}: ${parameter}=${value} geeft ${total} fiches en niet ${wanted}`,
    limitIgnored: (collection: string) => `${collection}: limit wordt niet gevolgd`,
    pageIgnored: (collection: string) =>
      `${collection}: page wordt niet gevolgd, pagina 2 is als de eerste`,
    sortIgnored: (collection: string, order: string) =>
      `${collection}: sort=${order} geeft die volgorde niet`,
    facetMissing: (collection: string, facet: string) =>
      `${collection}: het facet ${facet} ontbreekt`,
    facetDiffers: (collection: string, facet: string) =>
      `${collection}: het facet ${facet} telt niet wat de fiches geven`,
    noRecords: () => 'geen fiche om te tonen',
    noTitles: () => 'geen enkele fiche heeft een titel: noem het veld met fields, “title: naam”',
    told: (line: string) => line,
    sourceFailed: (reason: string) => `onleesbaar: ${reason}`,
    noRange: (status: string) =>
      `het bestand kan niet in stukken gelezen worden (status ${status} en niet 206): de server moet Range aanvaarden`,
    noTiles: () => 'dit bestand is geen .pmtiles',
    noWidget: () =>
      'deze pagina heeft geen enkele widget: de editor of een filter heeft hem verwijderd, of een script zet hem er later neer',
    unknownWidget: (got: string, meant: string) =>
      `er is geen widget “${got}”${meant && `: schrijf “${meant}”`}`,
    unknownAttribute: (got: string, meant: string) =>
      `het attribuut “${got}” bestaat niet${meant && `: schrijf “${meant}”`}`,
    badValue: (attribute: string, got: string, expected: string, meant: string) =>
      `${attribute}: “${got}” past niet; verwacht: ${expected}${meant && `; schrijf “${meant}”`}`,
    repeated: (got: string) =>
      `“${got}” is meer dan eens opgegeven: houd er één, anders toont een kader niets`,
    movingAddress: (got: string) =>
      `op het adres ${got} kan vanzelf een andere versie komen: noem een volledige versie`,
    noHash: () =>
      'het script heeft geen “integrity”: voeg de hash toe die sri.json geeft, zodat een gewijzigd bestand niet wordt uitgevoerd',
    mangled: () =>
      'de editor heeft aanhalingstekens veranderd, of tekens twee keer omgezet: plak het fragment als HTML, met rechte aanhalingstekens',
  },
  merits: {
    certificate: (days: string, date: string) =>
      `certificaat nog ${days} dagen geldig, tot ${date}`,
    answers: (ms: string, size: string) => `antwoordt in ${ms} ms, ${size} kB op de lijn`,
    cached: () => 'een ongewijzigd antwoord wordt niet opnieuw gestuurd (304)',
    collection: (collection: string, total: string) => `${collection}: gelezen fiches, ${total}`,
    questions: (collection: string) =>
      `${collection}: zoeken, filters, pagina’s, volgordes, facetten en fouten geprobeerd`,
    records: (total: string) => `fiches: ${total}`,
    field: (name: string, filled: string, total: string) => `${name}: ${filled} van ${total}`,
    noField: (names: string) => `niet gevonden, te noemen met fields als ze er zijn: ${names}`,
    ranges: () => 'het bestand kan in stukken gelezen worden',
    widgets: (nouns: string) => `gevonden widgets: ${nouns}`,
  },
};
