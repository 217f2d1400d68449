import type {ToolMessages} from './tool-messages.js';

const count = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`;

const EXPECTED = {
  latitude: 'a number between -90 and 90',
  longitude: 'a number between -180 and 180',
  place: 'a place such as 50.1003, 3.6347',
  date: 'a date with its year, such as 2016, 2016-10, 01/10/2016 or 31 mars 2003',
  link: 'a link (https, http, mailto, tel)',
  picture: 'an https address',
  email: 'an e-mail address such as mairie@exemple.fr',
  colour: 'a colour such as #8a2432',
  number: 'a number',
  amount: 'a number of 0 or more',
  euros: 'an amount in euros such as 12,000 €',
  percent: 'a number from 0 to 100',
  whole: 'a whole number',
  code: 'a text or a whole number',
  text: 'a text',
  list: 'values separated by “;”',
};

const REQUIRED_FIELDS = {id: 'an identifier', name: 'a name', period: 'a date'};

export const en: ToolMessages = {
  check: {
    title: address => `Check of ${address}`,
    allWell: 'No problems found.',
    toFix: n => `To correct or improve: ${count(n, 'point', 'points')}`,
    interregManual:
      'The manual of your programme decides: it may ask for more. This check is limited to what the Regulation asks.',
    sameAs: n => `the same lines as for point ${n}`,
  },
  conversion: {
    recordCount: n => count(n, 'record', 'records'),
    errorCount: n => count(n, 'error', 'errors'),
    warningCount: n => count(n, 'warning', 'warnings'),
    entry: position => `record ${position}`,
  },
  diagnostics: {
    // The `portal` command and the configurator: reading a file.
    unreadable: (type, got) => `expected ${EXPECTED[type]}, got ${got}`,
    projectedCoordinates: got =>
      `${got} is a distance in metres of an unknown system: export latitude and longitude in degrees (WGS 84)`,
    readAsMetres: system => `coordinates in metres, read as ${system}: check a place on the map`,
    halfCoordinates: () => 'the other half of the coordinates is missing',
    zeroCoordinates: () => '0, 0 is in the Gulf of Guinea: the record has no coordinates',
    missingField: field => `record omitted: it needs ${REQUIRED_FIELDS[field]}`,
    notARecord: got => `${got} is not a record`,
    unusedColumn: n =>
      `unknown column, ${count(n, 'value', 'values')} omitted: map the column to a field (“fields”) or ignore it (“ignore”)`,
    unfitColumn: (n, field, got) =>
      `${count(n, 'value', 'values')} omitted: the column is named like “${field}”, but its values are different, such as ${got}`,
    unknownField: (collection, field) => `“fields”: ${collection} have no field “${field}”`,
    duplicateColumn: (n, other) =>
      `${count(n, 'value', 'values')} omitted: the column “${other}” is read instead`,
    cellBeyondHeadings: got => `${got} is not below a heading`,
    shortRow: (n, headings) => `${count(n, 'cell', 'cells')} on this line for ${headings} headings`,
    unclosedQuote: () =>
      'a quotation mark is opened here and never closed: the rest of the file is in this cell',
    strayQuote: () => 'a quotation mark in this cell is not doubled',
    formulaError: got => `the formula failed: ${got}`,
    uncomputedFormula: () =>
      'the result of the formula is not saved: open the workbook in a spreadsheet program and save it',
    aboveHeadings: (n, got) => `${count(n, 'line', 'lines')} above the headings, ignored: ${got}`,
    secondTable: got => `a second table begins at ${got}, not read: move it to a sheet of its own`,
    totalRow: got => `row of totals or of a month, ignored: ${got}`,
    noHeadings: got =>
      `this line is read as headings, but contains ${got}: add a line of headings above it`,
    loneCell: got => `only ${got} is filled: delete the row if it is a subheading or a note`,
    unknownSheet: (n, names) =>
      `unknown sheet name, ${count(n, 'row', 'rows')} omitted: use a known name (${names}) or ignore the sheet (“ignore”)`,
    unknownReference: (got, collection) =>
      `${got} is neither an identifier nor a title in “${collection}”`,
    unreadSheet: n =>
      `this sheet is not read (${count(n, 'row', 'rows')}): select a sheet with “sheet”`,
    duplicateId: (got, given) =>
      `an earlier record has the identifier ${got}: this one is given “${given}”`,
    noTitle: () => 'this record has no title',
    noTitleColumn: () => 'no record has a title: set its column with “fields”',
    invalidCommuneCode: (n, got) =>
      `${count(n, 'code does', 'codes do')} not belong to a municipality, the first: ${got}`,
    lostZero: (got, given) =>
      `${got} is read as ${given}: a spreadsheet has probably removed the leading zero`,
    severalLinks: given => `several addresses: only ${given} is kept`,
    bareLink: given => `read as ${given}`,
    misdecodedText: (n, got) =>
      `damaged characters in ${count(n, 'cell', 'cells')}, the first: ${got}. A program has read this text in the wrong encoding`,
    titlesInCapitals: n =>
      `${n} titles in capitals: write them in small letters, which are easier to read`,
    htmlInText: n => `HTML in ${count(n, 'cell', 'cells')}: converted to plain text`,
    swappedCoordinates: n =>
      `${count(n, 'place', 'places')} would be in this area if latitude and longitude were swapped: check the coordinates`,
    coordinateOrder: order =>
      order === 'lat-lon'
        ? 'coordinates read as latitude, longitude: in the other order, all would be outside Europe and overseas France'
        : 'coordinates read as longitude, latitude: in the other order, all would be outside Europe and overseas France',
    reducedShapes: n =>
      `${count(n, 'line or area', 'lines or areas')}: the portal keeps a point of each. A map layer can display them from GeoJSON`,
    invalidFields: got => `“fields”: ${got}`,
    missingColumn: got => `“fields” names “${got}”, which no record contains`,
    invalidMetadata: (option, got) => `“${option}”: ${got} is not valid`,
    protectedPosts: n =>
      `${count(n, 'password-protected post', 'password-protected posts')} omitted`,
    noFile: name => `there is no file ${name}`,
    fileIsFolder: name => `${name} is a folder: name a file`,
    fileForbidden: name => `the file ${name} must not be read: check its permissions`,
    otherFormat: (format, kind) => `the content is ${format}: choose "${kind}"`,
    unreadFormat: format => `the content is ${format}, which the widgets do not read`,
    unreadFormatOf: (format, target) =>
      `the content is ${format}, which the widgets do not read: convert it to ${target}`,
    unreadableFile: reason => `unreadable: ${reason}`,
    malformedJson: line => `malformed JSON on line ${line}`,
    malformedText: position => `text ${position} of the sequence is malformed`,
    otherContent: format => `the content is not ${format}`,
    tooLong: () => 'the file is too long',
    noRecordList: () => 'the file has no list of records',
    severalLists: lists =>
      `the file has several lists (${lists}): add that of the records to the name of the file, or keep only it`,
    protectedWorkbook: () => 'this workbook has a password: save it without one',
    damagedWorkbook: () => 'this workbook is damaged, or is none',
    invalidGeometry: () => 'malformed geometry: the record is not on the map',
    otherEntries: (n, total) => `entries that are no records, ignored: ${n} of ${total}`,
    missingEntries: (n, total) => `entries in the file: ${n} of ${total}. Export all of them`,
    firstOnly: n => `only the first ${n} entries are read`,
    privateEvents: n => `${count(n, 'private event', 'private events')} ignored`,
    undatedEvent: got => `event ${got} ignored: it has no date`,
    malformedEvent: got => `event ${got} ignored: it is malformed`,
    unreadRule: got => `event ${got}: its recurrence rule is not read completely`,
    hugeArchive: megabytes =>
      `this compressed workbook contains ${megabytes} MB or more: it is damaged, or made to fill the memory`,
    tooManyCells: cells =>
      `a sheet spans ${cells} cells: a cell far away from the table is filled. Delete the columns to its right and the rows below it, and save`,
    repeatedRow: (sheet, row, times) =>
      `sheet "${sheet}": row ${row} is repeated more than ${times} times. Delete its copies, and save`,
    nestedTooDeep: levels =>
      `lists or objects are nested more than ${levels} levels deep: check the program that wrote this file`,
    missingSheet: (got, sheets) => `no sheet ${got}; there are ${sheets}`,
    empty: () => 'no records found',

    // The `check` command: problems.
    unreachable: reason =>
      `no response (${reason}): check the address, and that the server is publicly accessible`,
    insecure: () => 'an http address: pages on https cannot read it. Use https',
    redirectInsecure: to => `it redirects to an http address, which browsers refuse: ${to}`,
    redirectLoop: () => 'too many redirects',
    redirected: to => `the address redirects: use the final address in the widgets, ${to}`,
    certificateOver: date => `the certificate expired on ${date}: renew it`,
    certificateBad: reason =>
      `browsers refuse the certificate (${reason}): it needs a complete chain, from a trusted authority, for this host name`,
    certificateSoon: (days, date) =>
      `the certificate expires in ${days} days, on ${date}: check its automatic renewal`,
    corsNone: () =>
      'other sites cannot read this response: the header Access-Control-Allow-Origin is missing',
    corsTwice: got =>
      `the header Access-Control-Allow-Origin has several values (${got}), which browsers refuse: the application and the server probably both add it`,
    corsEcho: () =>
      'Access-Control-Allow-Origin repeats the requesting site: browsers refuse a cached copy on another site. Use the value *',
    corsOther: got =>
      `Access-Control-Allow-Origin is ${got}: other sites cannot read the response. Use the value *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After is missing: widgets cannot know when to try again',
    preflight: status =>
      `OPTIONS for the contributions returns ${status} without allowing POST and Idempotency-Key: contributions from other sites are not possible`,
    status: status => `the response has status ${status} instead of 200`,
    html: () =>
      'the response is an HTML page instead of data: this is not the address of an API, or the server shows an error',
    notUtf8: () => 'the text is not UTF-8: accents would be lost',
    charset: got => `the header Content-Type says ${got}: JSON is always UTF-8`,
    contentType: got => `the header Content-Type is ${got} instead of application/json`,
    notJson: reason => `the response is not JSON: ${reason}`,
    notCompressed: size => `the response is not compressed (${size} kB)`,
    heavy: size => `the response transfers ${size} MB: reduce it, or use an API with pages`,
    slow: seconds => `the response takes ${seconds} s`,
    noCacheControl: () =>
      'the header Cache-Control is missing: browsers cannot know how long to keep the response',
    noStore: () => 'Cache-Control: no-store prevents caching: each visit loads everything again',
    noEtag: () =>
      'the header ETag (or Last-Modified) is missing: an unchanged response is sent again completely',
    noRevalidation: status => `an unchanged response is sent with status ${status} instead of 304`,
    noCollection: known =>
      `no collection exists at this address: it is not a portal API. Expected below it: ${known}`,
    noDocument: known => `this document has none of the collections of a portal: ${known}`,
    noList: collection => `${collection} is not a list`,
    noItems: collection => `${collection}: the response has no list items`,
    version: got => `version is ${got} instead of “1”`,
    noTotal: collection => `${collection}: total is missing, the number of records on all pages`,
    totalWrong: (collection, total, counted) =>
      `${collection}: total is ${total} records, but the pages contain ${counted}`,
    record: fault => `invalid value: ${fault}`,
    moreRecords: (collection, more) => `${collection}: and ${more} other invalid values`,
    dropped: (collection, dropped) =>
      `${collection}: invalid records, which would not be shown: ${dropped}`,
    nextElsewhere: next => `next points to another origin and is not followed: ${next}`,
    nextBroken: (next, status) => `the next page returns ${status}: ${next}`,
    noRecord: status => `a record is not available at its own address (status ${status})`,
    notFound: status => `a record that does not exist returns ${status} instead of 404`,
    foolish: (question, status) => `an invalid query (${question}) returns ${status}, not 400`,
    noProblem: got =>
      `the error is sent as ${got} instead of application/problem+json with a reason in detail`,
    unknownRefused: status => `an unknown parameter returns ${status}: it must be ignored`,
    refused: (collection, parameter) => `${collection}: the parameter ${parameter} is refused`,
    ignored: (collection, parameter, value, strays) =>
      `${collection}: ${parameter}=${value} returns records that do not match (${strays})`,
    differs: (collection, parameter, value, total, wanted) =>
      `${collection}: ${parameter}=${value} returns ${total} records instead of ${wanted}`,
    limitIgnored: collection => `${collection}: limit is not respected`,
    pageIgnored: collection => `${collection}: page is not respected, page 2 is the same as page 1`,
    sortIgnored: (collection, order) => `${collection}: sort=${order} does not return that order`,
    facetMissing: (collection, facet) => `${collection}: the facet ${facet} is missing`,
    facetDiffers: (collection, facet) =>
      `${collection}: the facet ${facet} does not match the records`,
    noRecords: () => 'no records to show',
    numericTitles: collection =>
      `${collection}: all titles are numbers: take another column as title, with fields in a source`,
    noTitles: () => 'no record has a title: set the field with fields, “title: name”',
    told: line => `message of the widget: ${line}`,
    sourceFailed: reason => `unreadable: ${reason}`,
    noRange: status =>
      `the file cannot be read in parts (status ${status} instead of 206): the server must support Range`,
    noTiles: () => 'this file is not a .pmtiles file',

    // The `check` command: checks that have passed.
    certificate: (days, date) => `certificate valid for ${days} more days, until ${date}`,
    answers: (ms, size) => `responds in ${ms} ms, ${size} kB transferred`,
    cached: () => 'an unchanged response is not sent again (304)',
    collection: (collection, total) => `${collection}: records read, ${total}`,
    questions: collection =>
      `${collection}: search, filters, pages, sort orders, facets and errors checked`,
    records: total => `records: ${total}`,
    field: (name, filled, total) => `${name}: ${filled} of ${total}`,
    noField: names => `not found, set them with fields if they exist: ${names}`,
    ranges: () => 'the file can be read in parts',
    widgets: nouns => `widgets found: ${nouns}`,
    // Duties of a partner of an Interreg project.
    interregNoStatement: () =>
      'the statement of the support is missing: “Co-funded by the European Union”, spelled out beside the flag (Regulation (EU) 2021/1060, annex IX)',
    interregOtherLanguage: (language, statement) =>
      `the statement of the support is not in the language of the page (${language}): “${statement}” (Regulation (EU) 2021/1060, annex IX)`,
    interregNoEmblem: () =>
      'the flag of the European Union is missing, or has no alternative text that names it (Regulation (EU) 2021/1060, annex IX)',
    interregPageNoAims: () =>
      'the page does not present the aims of the project (Regulation (EU) 2021/1059, article 36(4))',
    interregPageNoResults: () =>
      'the page does not present the results of the project (Regulation (EU) 2021/1059, article 36(4))',
    interregNoDescription: project =>
      `${project}: no short description, field description (Regulation (EU) 2021/1059, article 36(4))`,
    interregNoAims: project =>
      `${project}: no aims, field aims (Regulation (EU) 2021/1059, article 36(4))`,
    interregNoResults: project =>
      `${project}: no results, field results (Regulation (EU) 2021/1059, article 36(4))`,
    interregNoSupport: project =>
      `${project}: the financial support is not stated, fields budget.eu or budget.rate (Regulation (EU) 2021/1059, article 36(4))`,
    interregNoProgramme: project =>
      `${project}: the programme is unknown, so that its statement and logo cannot be shown (Regulation (EU) 2021/1059, article 36(4))`,
    interregNoPartners: project =>
      `${project}: neither a lead nor partners (information about the operation: Regulation (EU) 2021/1059, article 36(4))`,
    interregNoProject: () => 'no project of a programme of 2021–2027 in these data',
    interregUnreadable: () => 'neither a page nor a JSON file of a portal',
    interregStatementFound: () => 'the statement of the support is there, or shown by a widget',
    interregWidget: () => 'a widget shows the statement and the flag of each supported project',
    interregStatementInAlt: () =>
      'the statement is only in the alternative text of an image: check that it can also be read in the image, spelled out (Regulation (EU) 2021/1060, annex IX)',
    interregFrame: () =>
      'the page contains a frame, whose content is not examined: check its address with this command too',
    interregEmblemRules: () =>
      'to be checked by eye: the flag is neither altered nor merged with another logo, is at least as large as the others, and is in Reflex Blue, black or white (Regulation (EU) 2021/1060, annex IX)',
    interregDocuments: () =>
      'documents and material for the public have the statement of the support too (Regulation (EU) 2021/1059, article 36(4))',
    interregOnSite: () =>
      'on the spot: a durable plaque or billboard for a physical investment above EUR 100,000, otherwise at least one poster of A3 or an electronic display; above EUR 5 million, a communication event (Regulation (EU) 2021/1059, article 36(4))',
    interregProjects: (total, concerned) =>
      `projects read: ${total}, of which ${concerned} of a programme of 2021–2027`,
    interregPlaque: project =>
      `${project}: more than EUR 100,000 of total cost: a durable plaque or billboard for a physical investment or equipment, otherwise a poster of A3 or larger, or an electronic display (Regulation (EU) 2021/1059, article 36(4))`,
    interregPoster: project =>
      `${project}: at least one poster of A3 or larger, or an electronic display (Regulation (EU) 2021/1059, article 36(4))`,
    interregEvent: project =>
      `${project}: more than EUR 5 million: a communication event (Regulation (EU) 2021/1059, article 36(4))`,

    // Snippets, in a page or pasted into the configurator.
    noSnippet: () => 'this text contains none of the widgets',
    noWidget: () =>
      'this page has no widget: the editor or a filter has removed it, or a script adds it later',
    unknownWidget: (used, suggestion) =>
      `there is no widget “${used}”${suggestion ? `: write “${suggestion}”` : ''}`,
    unknownAttribute: (used, suggestion) =>
      `there is no attribute “${used}”${suggestion ? `: write “${suggestion}”` : ''}`,
    badValue: (attribute, used, expected, suggestion) =>
      `${attribute}: “${used}” is not valid; expected: ${expected}${suggestion ? `; write “${suggestion}”` : ''}`,
    badNumber: (attribute, used, min, max, suggestion) =>
      `${attribute}: “${used}” is not valid; give a number ${max === undefined ? `from ${min}` : `from ${min} to ${max}`}${suggestion ? `; write “${suggestion}”` : ''}`,
    repeated: got => `“${got}” is given more than once: keep one, otherwise a frame shows nothing`,
    movingAddress: got => `the version at ${got} may change: use a complete version number`,
    noHash: () =>
      'the script has no “integrity”: add the hash from sri.json, so that a modified file does not run',
    mangled: () =>
      'the editor has changed quotation marks or escaped characters twice: paste the snippet as HTML, with straight quotation marks',
    repaired: () =>
      'an editor has changed quotation marks or brackets; the snippet below has been repaired',
    relativeAddress: used =>
      `the address “${used}” depends on the page it is pasted into: use the complete address, with https://`,
    badJson: reason => `this text is not JSON: ${reason}`,
    notRecords: () => 'expected: a list of records, or a document with collections',
    removedFromTemplate: used => `${used} is removed from the template`,
    templateWithoutTitle: () =>
      'the template shows no title: add data-field="title", or <a data-field="url">',
    notSentences: () => 'expected: a JSON object, with one sentence for each key',
    unknownSentence: (key, suggestion) =>
      `${key} is not a sentence of the interface${suggestion ? `: write ${suggestion}` : ''}`,
    sentenceNotText: key => `${key} must be a text`,
    sentenceNotForms: key => `${key} must be a text, or a text for each plural form, with other`,
    emptySentence: key => `${key} is empty`,
    unknownPlaceholder: (key, used, allowed) =>
      `${key} has no {${used}}${allowed ? `, but ${allowed}` : ''}`,
    missingPlaceholder: (key, name) => `${key} must contain {${name}}`,
    several: n => `there are ${n} widgets: only the first one is read`,
  },
};
