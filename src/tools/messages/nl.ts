import type {ToolMessages} from './tool-messages.js';

const count = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`;

const EXPECTED = {
  latitude: 'een getal tussen -90 en 90',
  longitude: 'een getal tussen -180 en 180',
  place: 'een plaats zoals 50.1003, 3.6347',
  date: 'een datum met het jaar, zoals 2016, 2016-10, 01/10/2016 of 31 maart 2003',
  link: 'een link die gevolgd kan worden (https, http, mailto, tel)',
  picture: 'een https-adres',
  email: 'een e-mailadres zoals mairie@exemple.fr',
  colour: 'een kleur #rrggbb',
  number: 'een getal',
  amount: 'een getal vanaf 0',
  euros: 'een bedrag in euro, zoals 12.000 €',
  percent: 'een getal van 0 tot 100',
  whole: 'een geheel getal',
  code: 'een tekst of een geheel getal',
  text: 'een tekst',
  list: 'waarden met “;” ertussen',
};

const REQUIRED_FIELDS = {id: 'een identificatie', name: 'een naam', period: 'een datum'};

export const nl: ToolMessages = {
  check: {
    title: address => `Controle van ${address}`,
    allWell: 'Geen problemen gevonden.',
    toFix: n => `Te herstellen of te verbeteren: ${count(n, 'punt', 'punten')}`,
    interregManual:
      'De handleiding van uw programma beslist: zij kan meer vragen. Deze controle beperkt zich tot wat de verordening vraagt.',
    sameAs: n => `dezelfde regels als bij punt ${n}`,
  },
  conversion: {
    recordCount: n => count(n, 'item', 'items'),
    errorCount: n => count(n, 'fout', 'fouten'),
    warningCount: n => count(n, 'waarschuwing', 'waarschuwingen'),
    entry: position => `item ${position}`,
  },
  diagnostics: {
    // The `portal` command and the configurator: reading a file.
    unreadable: (type, got) => `verwacht: ${EXPECTED[type]}, en niet ${got}`,
    projectedCoordinates: got =>
      `${got} is een afstand in meter van een onbekend stelsel: exporteer breedte en lengte in graden (WGS 84)`,
    readAsMetres: system =>
      `coördinaten in meter, gelezen als ${system}: controleer een plaats op de kaart`,
    halfCoordinates: () => 'de andere helft van de coördinaten ontbreekt',
    zeroCoordinates: () => '0, 0 ligt in de Golf van Guinee: het item krijgt geen coördinaten',
    missingField: field => `item overgeslagen: er is ${REQUIRED_FIELDS[field]} nodig`,
    notARecord: got => `${got} is geen item`,
    unusedColumn: n =>
      `onbekende kolom, ${count(n, 'waarde', 'waarden')} overgeslagen: wijs de kolom aan een veld toe (“fields”) of negeer ze (“ignore”)`,
    unfitColumn: (n, field, got) =>
      `${count(n, 'waarde', 'waarden')} overgeslagen: de naam van de kolom wijst op “${field}”, maar de waarden niet, zoals ${got}`,
    unknownField: (collection, field) => `“fields”: ${collection} heeft geen veld “${field}”`,
    duplicateColumn: (n, other) =>
      `${count(n, 'waarde', 'waarden')} overgeslagen: de kolom “${other}” wordt in plaats daarvan gelezen`,
    cellBeyondHeadings: got => `${got} staat onder geen enkele kolomtitel`,
    shortRow: (n, headings) =>
      `${count(n, 'cel', 'cellen')} op deze regel voor ${headings} kolomtitels`,
    unclosedQuote: () =>
      'hier opent een aanhalingsteken dat nooit sluit: de rest van het bestand zit in deze cel',
    strayQuote: () => 'een aanhalingsteken in deze cel is niet verdubbeld',
    formulaError: got => `de formule is mislukt: ${got}`,
    uncomputedFormula: () =>
      'het resultaat van de formule is niet opgeslagen: open de werkmap in een rekenblad en sla ze op',
    aboveHeadings: (n, got) =>
      `${count(n, 'regel', 'regels')} boven de kolomtitels, genegeerd: ${got}`,
    secondTable: got => `tweede tabel vanaf ${got}, niet gelezen: zet die in een apart blad`,
    totalRow: got => `rij met totalen of een maand, genegeerd: ${got}`,
    noHeadings: got =>
      `deze regel wordt als kolomtitels gelezen, maar bevat ${got}: zet er een regel met titels boven`,
    loneCell: got => `alleen ${got} is ingevuld: verwijder tussenkoppen en notities`,
    unknownSheet: (n, names) =>
      `onbekende bladnaam, ${count(n, 'rij', 'rijen')} overgeslagen: gebruik een bekende naam (${names}) of negeer het blad (“ignore”)`,
    unknownReference: (got, collection) =>
      `${got} is geen identificatie of titel in “${collection}”`,
    unreadSheet: n =>
      `dit blad wordt niet gelezen (${count(n, 'rij', 'rijen')}): kies een blad met “sheet”`,
    duplicateId: (got, given) =>
      `een eerder item heeft de identificatie ${got} al: dit item krijgt “${given}”`,
    noTitle: () => 'dit item heeft geen titel',
    noTitleColumn: () => 'geen enkel item heeft een titel: geef de kolom op met “fields”',
    invalidCommuneCode: (n, got) =>
      `${count(n, 'code hoort', 'codes horen')} bij geen gemeente, de eerste: ${got}`,
    lostZero: (got, given) =>
      `${got} wordt gelezen als ${given}: een rekenblad heeft de beginnul waarschijnlijk verwijderd`,
    severalLinks: given => `meerdere adressen: alleen ${given} blijft`,
    bareLink: given => `gelezen als ${given}`,
    misdecodedText: (n, got) =>
      `beschadigde tekens in ${count(n, 'cel', 'cellen')}, de eerste: ${got}. Een programma las deze tekst in de verkeerde codering`,
    titlesInCapitals: n =>
      `${n} titels in hoofdletters: schrijf ze in kleine letters, die leesbaarder zijn`,
    htmlInText: n => `HTML in ${count(n, 'cel', 'cellen')}: omgezet in gewone tekst`,
    swappedCoordinates: n =>
      `${count(n, 'plaats zou', 'plaatsen zouden')} in dit gebied liggen als breedte en lengte omgewisseld werden: controleer de coördinaten`,
    coordinateOrder: order =>
      order === 'lat-lon'
        ? 'coördinaten gelezen als breedtegraad, lengtegraad: andersom zouden ze allemaal buiten Europa en de Franse overzeese gebieden liggen'
        : 'coördinaten gelezen als lengtegraad, breedtegraad: andersom zouden ze allemaal buiten Europa en de Franse overzeese gebieden liggen',
    reducedShapes: n =>
      `${count(n, 'lijn of vlak', 'lijnen of vlakken')}: het portaal bewaart één punt. Een kaartlaag kan ze uit GeoJSON tonen`,
    invalidFields: got => `“fields”: ${got}`,
    missingColumn: got => `“fields” noemt “${got}”, dat in geen enkel item staat`,
    invalidMetadata: (option, got) => `“${option}”: ${got} is niet geldig`,
    protectedPosts: n => `${count(n, 'bericht', 'berichten')} met een wachtwoord overgeslagen`,
    noFile: name => `het bestand ${name} bestaat niet`,
    fileIsFolder: name => `${name} is een map: noem een bestand`,
    fileForbidden: name => `het bestand ${name} mag niet gelezen worden: controleer de rechten`,
    otherFormat: (format, kind) => `de inhoud is ${format}: kies "${kind}"`,
    unreadFormat: format => `de inhoud is ${format}, dat widgets niet lezen`,
    unreadFormatOf: (format, target) =>
      `de inhoud is ${format}, dat widgets niet lezen: zet hem om naar ${target}`,
    unreadableFile: reason => `onleesbaar: ${reason}`,
    malformedJson: line => `ongeldige JSON op regel ${line}`,
    malformedText: position => `tekst ${position} van de reeks is ongeldig`,
    otherContent: format => `de inhoud is geen ${format}`,
    tooLong: () => 'het bestand is te lang',
    noRecordList: () => 'het bestand bevat geen lijst met fiches',
    severalLists: lists =>
      `het bestand bevat meerdere lijsten (${lists}): zet die met de fiches achter de bestandsnaam, of behoud alleen die`,
    protectedWorkbook: () => 'deze werkmap heeft een wachtwoord: sla hem op zonder wachtwoord',
    damagedWorkbook: () => 'deze werkmap is beschadigd, of is er geen',
    invalidGeometry: () => 'ongeldige geometrie: de fiche staat niet op de kaart',
    otherEntries: (n, total) => `items die geen fiches zijn, genegeerd: ${n} van ${total}`,
    missingEntries: (n, total) => `items in het bestand: ${n} van ${total}. Exporteer ze allemaal`,
    firstOnly: n => `alleen de eerste ${n} items worden gelezen`,
    privateEvents: n => `${count(n, 'privé-evenement', 'privé-evenementen')} genegeerd`,
    undatedEvent: got => `evenement ${got} genegeerd: het heeft geen datum`,
    malformedEvent: got => `evenement ${got} genegeerd: het is ongeldig`,
    unreadRule: got => `evenement ${got}: de herhalingsregel wordt niet volledig gelezen`,
    hugeArchive: megabytes =>
      `deze gecomprimeerde werkmap bevat ${megabytes} MB of meer: ze is beschadigd, of gemaakt om het geheugen te vullen`,
    tooManyCells: cells =>
      `een blad beslaat ${cells} cellen: ver van de tabel is een cel ingevuld. Verwijder de kolommen rechts van de tabel en de rijen eronder, en sla op`,
    repeatedRow: (sheet, row, times) =>
      `blad "${sheet}": rij ${row} herhaalt zich meer dan ${times} keer. Verwijder de kopieën, en sla op`,
    nestedTooDeep: levels =>
      `lijsten of objecten zijn meer dan ${levels} niveaus diep genest: controleer het programma dat dit bestand heeft geschreven`,
    missingSheet: (got, sheets) => `geen blad ${got}; er zijn ${sheets}`,
    empty: () => 'geen items gevonden',

    // The `check` command: problems.
    unreachable: reason =>
      `geen antwoord (${reason}): controleer het adres, en of de server voor iedereen openstaat`,
    insecure: () =>
      'een http-adres: een pagina op https kan het niet lezen. Bied de dienst aan via https',
    redirectInsecure: to =>
      `het antwoord verwijst naar een http-adres, dat browsers weigeren: ${to}`,
    redirectLoop: () => 'te veel doorverwijzingen',
    redirected: to => `het adres verwijst door: geef de widgets het uiteindelijke adres, ${to}`,
    certificateOver: date => `het certificaat verliep op ${date}: vernieuw het`,
    certificateBad: reason =>
      `browsers weigeren het certificaat (${reason}): er is een volledige keten nodig, van een erkende autoriteit, op naam van deze host`,
    certificateSoon: (days, date) =>
      `het certificaat verloopt over ${days} dagen, op ${date}: controleer de automatische vernieuwing`,
    corsNone: () =>
      'geen enkele andere site kan dit antwoord lezen: de header Access-Control-Allow-Origin ontbreekt',
    corsTwice: got =>
      `de header Access-Control-Allow-Origin heeft meerdere waarden (${got}), wat browsers weigeren: de toepassing en de server voegen hem wellicht beide toe`,
    corsEcho: () =>
      'Access-Control-Allow-Origin herhaalt de site die vraagt: een kopie in de cache wordt de volgende site geweigerd. De gewenste waarde is *',
    corsOther: got =>
      `Access-Control-Allow-Origin is ${got}: andere sites kunnen niet lezen. De gewenste waarde is *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After ontbreekt: widgets kunnen niet weten wanneer ze het opnieuw moeten proberen',
    preflight: status =>
      `OPTIONS op de bijdragen antwoordt ${status} zonder POST en Idempotency-Key toe te staan: niemand kan vanaf een andere site bijdragen`,
    status: status => `het antwoord heeft status ${status} en niet 200`,
    html: () =>
      'het antwoord is een HTML-pagina en geen data: dit is geen adres van een API, of de server toont een fout',
    notUtf8: () => 'de tekst is geen UTF-8: accenten zouden verloren gaan',
    charset: got => `de header Content-Type zegt ${got}: JSON is altijd UTF-8`,
    contentType: got => `de header Content-Type is ${got} en niet application/json`,
    notJson: reason => `het antwoord is geen JSON: ${reason}`,
    notCompressed: size => `het antwoord is niet gecomprimeerd (${size} kB)`,
    heavy: size =>
      `bij het antwoord wordt ${size} MB overgedragen: maak het kleiner of gebruik een API met pagina’s`,
    slow: seconds => `het antwoord duurt ${seconds} s`,
    noCacheControl: () =>
      'de header Cache-Control ontbreekt: browsers kunnen niet weten hoelang ze het antwoord moeten bewaren',
    noStore: () => 'Cache-Control: no-store verhindert caching: elk bezoek laadt alles opnieuw',
    noEtag: () =>
      'de header ETag (of Last-Modified) ontbreekt: een ongewijzigd antwoord wordt helemaal opnieuw gestuurd',
    noRevalidation: status => `een ongewijzigd antwoord komt met status ${status} en niet 304`,
    noCollection: known =>
      `geen enkele collectie antwoordt op dit adres: het is geen portaal-API. Verwacht daaronder: ${known}`,
    noDocument: known => `dit document heeft geen enkele collectie van een portaal: ${known}`,
    noList: collection => `${collection} is geen lijst`,
    noItems: collection => `${collection}: het antwoord heeft geen lijst items`,
    version: got => `version is ${got} en niet “1”`,
    noTotal: collection => `${collection}: total ontbreekt, het aantal items op alle pagina’s`,
    totalWrong: (collection, total, counted) =>
      `${collection}: total is ${total} items, maar de pagina’s bevatten er ${counted}`,
    record: fault => `ongeldige waarde: ${fault}`,
    moreRecords: (collection, more) => `${collection}: en nog ${more} ongeldige waarden`,
    dropped: (collection, dropped) =>
      `${collection}: ongeldige items, die niet getoond zouden worden: ${dropped}`,
    nextElsewhere: next => `next leidt naar een andere origin en wordt niet gevolgd: ${next}`,
    nextBroken: (next, status) => `de volgende pagina antwoordt ${status}: ${next}`,
    noRecord: status => `een item is niet beschikbaar op zijn eigen adres (status ${status})`,
    notFound: status => `het adres van een item dat niet bestaat antwoordt ${status} en niet 404`,
    foolish: (question, status) =>
      `een ongeldige zoekopdracht (${question}) krijgt ${status} en niet 400`,
    noProblem: got =>
      `de fout komt als ${got} en niet als application/problem+json met een reden in detail`,
    unknownRefused: status => `een onbekende parameter krijgt ${status}: hij moet genegeerd worden`,
    refused: (collection, parameter) => `${collection}: de parameter ${parameter} wordt geweigerd`,
    ignored: (collection, parameter, value, strays) =>
      `${collection}: ${parameter}=${value} geeft items die niet overeenkomen (${strays})`,
    differs: (collection, parameter, value, total, wanted) =>
      `${collection}: ${parameter}=${value} geeft ${total} items en niet ${wanted}`,
    limitIgnored: collection => `${collection}: limit wordt niet gevolgd`,
    pageIgnored: collection =>
      `${collection}: page wordt niet gevolgd, pagina 2 is gelijk aan de eerste`,
    sortIgnored: (collection, order) => `${collection}: sort=${order} geeft die volgorde niet`,
    facetMissing: (collection, facet) => `${collection}: het facet ${facet} ontbreekt`,
    facetDiffers: (collection, facet) =>
      `${collection}: het facet ${facet} komt niet overeen met de items`,
    noRecords: () => 'geen items om te tonen',
    numericTitles: collection =>
      `${collection}: alle titels zijn getallen: neem een andere kolom als titel, met fields bij een bron`,
    noTitles: () => 'geen enkel item heeft een titel: geef het veld op met fields, “title: naam”',
    told: line => `melding van de widget, in het Engels: ${line}`,
    sourceFailed: reason => `onleesbaar: ${reason}`,
    noRange: status =>
      `het bestand kan niet in delen worden gelezen (status ${status} en niet 206): de server moet Range ondersteunen`,
    noTiles: () => 'dit bestand is geen .pmtiles-bestand',

    // The `check` command: checks that have passed.
    certificate: (days, date) => `certificaat nog ${days} dagen geldig, tot ${date}`,
    answers: (ms, size) => `antwoordt in ${ms} ms, ${size} kB overgedragen`,
    cached: () => 'een ongewijzigd antwoord wordt niet opnieuw gestuurd (304)',
    collection: (collection, total) => `${collection}: gelezen items, ${total}`,
    questions: collection =>
      `${collection}: zoeken, filters, pagina’s, sorteringen, facetten en fouten gecontroleerd`,
    records: total => `items: ${total}`,
    field: (name, filled, total) => `${name}: ${filled} van ${total}`,
    noField: names => `niet gevonden, op te geven met fields als ze bestaan: ${names}`,
    ranges: () => 'het bestand kan in delen worden gelezen',
    widgets: nouns => `gevonden widgets: ${nouns}`,
    // Duties of a partner of an Interreg project.
    // Duties of a partner of an Interreg project.
    interregNoStatement: () =>
      'de vermelding van de steun ontbreekt: “Medegefinancierd door de Europese Unie”, voluit naast de vlag (Verordening (EU) 2021/1060, bijlage IX)',
    interregOtherLanguage: (language, statement) =>
      `de vermelding van de steun staat niet in de taal van de pagina (${language}): “${statement}” (Verordening (EU) 2021/1060, bijlage IX)`,
    interregNoEmblem: () =>
      'de vlag van de Europese Unie ontbreekt, of heeft geen alternatieve tekst die haar noemt (Verordening (EU) 2021/1060, bijlage IX)',
    interregPageNoAims: () =>
      'de pagina vermeldt de doelstellingen van het project niet (Verordening (EU) 2021/1059, artikel 36, lid 4)',
    interregPageNoResults: () =>
      'de pagina vermeldt de resultaten van het project niet (Verordening (EU) 2021/1059, artikel 36, lid 4)',
    interregNoDescription: project =>
      `${project}: geen korte beschrijving, veld description (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregNoAims: project =>
      `${project}: geen doelstellingen, veld aims (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregNoResults: project =>
      `${project}: geen resultaten, veld results (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregNoSupport: project =>
      `${project}: de financiële steun is niet vermeld, velden budget.eu of budget.rate (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregNoProgramme: project =>
      `${project}: het programma is onbekend, zodat zijn vermelding en logo niet kunnen worden getoond (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregNoPartners: project =>
      `${project}: geen projectleider en geen partners (informatie over de concrete actie: Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregNoProject: () => 'geen project van een programma van 2021–2027 in deze gegevens',
    interregUnreadable: () => 'geen pagina en geen JSON-bestand van een portaal',
    interregStatementFound: () =>
      'de vermelding van de steun is aanwezig, of wordt door een widget getoond',
    interregWidget: () => 'een widget toont de vermelding en de vlag van elk gesteund project',
    interregStatementInAlt: () =>
      'de vermelding staat alleen in de alternatieve tekst van een afbeelding: ga na of ze ook voluit in de afbeelding te lezen is (Verordening (EU) 2021/1060, bijlage IX)',
    interregFrame: () =>
      'de pagina bevat een frame, waarvan de inhoud niet wordt onderzocht: controleer ook het adres daarvan met deze opdracht',
    interregEmblemRules: () =>
      'met het oog te controleren: de vlag is niet gewijzigd en niet met een ander logo versmolten, is minstens zo groot als de andere logo’s, en is reflexblauw, zwart of wit (Verordening (EU) 2021/1060, bijlage IX)',
    interregDocuments: () =>
      'ook documenten en materiaal voor het publiek dragen de vermelding van de steun (Verordening (EU) 2021/1059, artikel 36, lid 4)',
    interregOnSite: () =>
      'ter plaatse: een duurzame plaquette of een bord voor een fysieke investering van meer dan 100 000 euro, anders ten minste één A3-affiche of een elektronisch scherm; boven 5 miljoen euro een communicatie-evenement (Verordening (EU) 2021/1059, artikel 36, lid 4)',
    interregProjects: (total, concerned) =>
      `gelezen projecten: ${total}, waarvan ${concerned} van een programma van 2021–2027`,
    interregPlaque: project =>
      `${project}: totale kosten boven 100 000 euro: een duurzame plaquette of een duurzaam bord voor een fysieke investering of uitrusting, anders een affiche van A3 of groter, of een elektronisch scherm (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregPoster: project =>
      `${project}: ten minste één affiche van A3 of groter, of een elektronisch scherm (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
    interregEvent: project =>
      `${project}: meer dan 5 miljoen euro: een communicatie-evenement (Verordening (EU) 2021/1059, artikel 36, lid 4)`,

    // Snippets, in a page or pasted into the configurator.
    noSnippet: () => 'deze tekst bevat geen van de widgets',
    noWidget: () =>
      'deze pagina heeft geen enkele widget: de editor of een filter heeft hem verwijderd, of een script voegt hem later toe',
    unknownWidget: (used, suggestion) =>
      `er is geen widget “${used}”${suggestion ? `: schrijf “${suggestion}”` : ''}`,
    unknownAttribute: (used, suggestion) =>
      `het attribuut “${used}” bestaat niet${suggestion ? `: schrijf “${suggestion}”` : ''}`,
    badValue: (attribute, used, expected, suggestion) =>
      `${attribute}: “${used}” is niet geldig; verwacht: ${expected}${suggestion ? `; schrijf “${suggestion}”` : ''}`,
    badNumber: (attribute, used, min, max, suggestion) =>
      `${attribute}: “${used}” is niet geldig; geef een getal ${max === undefined ? `vanaf ${min}` : `van ${min} tot ${max}`}${suggestion ? `; schrijf “${suggestion}”` : ''}`,
    repeated: got =>
      `“${got}” is meer dan eens opgegeven: behoud er één, anders toont een kader niets`,
    movingAddress: got =>
      `de versie op het adres ${got} kan veranderen: gebruik een volledig versienummer`,
    noHash: () =>
      'het script heeft geen “integrity”: voeg de hash uit sri.json toe, zodat een gewijzigd bestand niet wordt uitgevoerd',
    mangled: () =>
      'de editor heeft aanhalingstekens veranderd, of tekens twee keer omgezet: plak het fragment als HTML, met rechte aanhalingstekens',
    repaired: () =>
      'een editor heeft aanhalingstekens of haken veranderd; het fragment hieronder is hersteld',
    relativeAddress: used =>
      `het adres “${used}” hangt af van de pagina waarin het geplakt is: gebruik het volledige adres, met https://`,
    badJson: reason => `deze tekst is geen JSON: ${reason}`,
    notRecords: () => 'verwacht: een lijst met records, of een document met collecties',
    removedFromTemplate: used => `${used} wordt uit het sjabloon verwijderd`,
    templateWithoutTitle: () =>
      'het sjabloon toont geen titel: voeg data-field="title" toe, of <a data-field="url">',
    notSentences: () => 'verwacht: een JSON-object met een zin per sleutel',
    unknownSentence: (key, suggestion) =>
      `${key} is geen zin van de interface${suggestion ? `: schrijf ${suggestion}` : ''}`,
    sentenceNotText: key => `${key} moet een tekst zijn`,
    sentenceNotForms: key =>
      `${key} moet een tekst zijn, of een tekst per meervoudsvorm, met other`,
    emptySentence: key => `${key} is leeg`,
    unknownPlaceholder: (key, used, allowed) =>
      `${key} heeft geen {${used}}${allowed ? `, maar ${allowed}` : ''}`,
    missingPlaceholder: (key, name) => `${key} moet {${name}} bevatten`,
    several: n => `er zijn ${n} widgets: alleen de eerste wordt gelezen`,
  },
};
