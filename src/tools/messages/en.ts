import type {ToolMessages} from './tool-messages.js';

const count = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`;

const EXPECTED = {
  latitude: 'a number between -90 and 90',
  longitude: 'a number between -180 and 180',
  place: 'a place such as 50.1003, 3.6347',
  date: 'a date such as 2016, 2016-10, 01/10/2016 or 31 mars 2003',
  link: 'a link that may be followed (https, http, mailto, tel)',
  picture: 'an https address',
  colour: 'a colour #rrggbb',
  number: 'a number',
  amount: 'a number from 0 up',
  percent: 'a number from 0 to 100',
  whole: 'a whole number',
  code: 'a text or a whole number',
  text: 'a text',
  list: 'values with “;” between them',
};

const REQUIRED_FIELDS = {id: 'an identifier', name: 'a name', period: 'a date'};

export const en: ToolMessages = {
  check: {
    title: address => `Check of ${address}`,
    allWell: 'All is well.',
    toFix: n => `To put right or to improve: ${count(n, 'thing', 'things')}`,
    sameAs: n => `the same lines as for number ${n}`,
  },
  conversion: {
    recordCount: n => count(n, 'record', 'records'),
    errorCount: n => count(n, 'loss', 'losses'),
    warningCount: n => count(n, 'doubt', 'doubts'),
    entry: position => `record ${position}`,
  },
  diagnostics: {
    // The `portal` command and the configurator: reading a file.
    unreadable: (type, got) => `expected ${EXPECTED[type]}, got ${got}`,
    projectedCoordinates: got =>
      `${got} is a distance in metres (Lambert 93 or its like): export latitude and longitude in degrees (WGS 84)`,
    halfCoordinates: () => 'the other half of the coordinates is missing',
    zeroCoordinates: () => '0, 0 is in the Gulf of Guinea: the record stays without coordinates',
    missingField: field => `record left out: it needs ${REQUIRED_FIELDS[field]}`,
    notARecord: got => `${got} is no record`,
    unusedColumn: n =>
      `unknown column, ${count(n, 'value', 'values')} left out: give it a field (“fields”), or leave it out knowingly (“ignore”)`,
    unfitColumn: (n, field, got) =>
      `${count(n, 'value', 'values')} left out: the name of the column means “${field}”, and its values do not, such as ${got}`,
    unknownField: (collection, field) => `“fields”: ${collection} have no field “${field}”`,
    duplicateColumn: (n, other) =>
      `${count(n, 'value', 'values')} left out: the column “${other}” says the same`,
    cellBeyondHeadings: got => `${got} stands under no heading`,
    shortRow: (n, headings) => `${count(n, 'cell', 'cells')} on this line for ${headings} headings`,
    unclosedQuote: () =>
      'a quote is opened here and never closed: the rest of the file is in this cell',
    strayQuote: () => 'a quote in this cell is not doubled',
    formulaError: got => `the formula failed: ${got}`,
    aboveHeadings: (n, got) =>
      `${count(n, 'line', 'lines')} above the headings, of no effect: ${got}`,
    unreadSheet: n =>
      `this sheet is not read (${count(n, 'row', 'rows')}): name the one that you want (“sheet”)`,
    duplicateId: (got, given) =>
      `an earlier record has the identifier ${got}: this one gets “${given}”`,
    noTitle: () => 'this record has no title',
    noTitleColumn: () => 'no record has a title: name its column (“fields”)',
    invalidCommuneCode: (n, got) =>
      `${count(n, 'code is', 'codes are')} of no commune, the first: ${got}`,
    lostZero: (got, given) =>
      `${got} is read as ${given}: a spreadsheet seems to have lost the zero`,
    severalLinks: given => `several addresses: only ${given} is kept`,
    bareLink: given => `read as ${given}`,
    misdecodedText: (n, got) =>
      `letters are broken in ${count(n, 'cell', 'cells')}, the first: ${got}. A program read this text in the wrong encoding`,
    htmlInText: n => `HTML in ${count(n, 'cell', 'cells')}: converted to plain text`,
    swappedCoordinates: () =>
      'every place would be here if latitude and longitude changed over: check their columns',
    coordinateOrder: order =>
      order === 'lat-lon'
        ? 'coordinates read as latitude, longitude: the other way, all of them would lie outside Europe and overseas France'
        : 'coordinates read as longitude, latitude: the other way, all of them would lie outside Europe and overseas France',
    reducedShapes: n =>
      `${count(n, 'line or area', 'lines or areas')}: the portal keeps the middle. A layer of the map draws the file itself`,
    invalidFields: got => `“fields”: ${got}`,
    missingColumn: got => `“fields” names “${got}”, which is in no record`,
    invalidMetadata: (option, got) => `“${option}”: ${got} does not fit`,
    protectedPosts: n => `without ${count(n, 'post', 'posts')} that a password hides`,
    unreadableFile: reason => `unreadable: ${reason}`,
    missingSheet: (got, sheets) => `no sheet ${got}; there are ${sheets}`,
    empty: () => 'no record to take',

    // The `check` command: problems.
    unreachable: reason =>
      `no answer (${reason}): check the address, and that the server is open to all`,
    insecure: () => 'an http address: a page on https can’t read it. Serve it over https',
    redirectInsecure: to => `the answer sends on to an http address, which browsers refuse: ${to}`,
    redirectLoop: () => 'too many redirections',
    redirected: to => `the address sends on: give the widgets the final one, ${to}`,
    certificateOver: date => `the certificate ended on ${date}: renew it`,
    certificateBad: reason =>
      `browsers refuse the certificate (${reason}): it takes a whole chain, of a known authority, in the name of this host`,
    certificateSoon: (days, date) =>
      `the certificate ends in ${days} days, on ${date}: check that it renews itself`,
    corsNone: () =>
      'no other site can read this answer: the header Access-Control-Allow-Origin is missing',
    corsTwice: got =>
      `the header Access-Control-Allow-Origin has several values (${got}), which browsers refuse: the application and the server seem to add it both`,
    corsEcho: () =>
      'Access-Control-Allow-Origin repeats the site that asks: a cached copy is refused to the next site. The value wanted is *',
    corsOther: got =>
      `Access-Control-Allow-Origin is ${got}: other sites can’t read. The value wanted is *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After is missing: a widget can’t know when to come back',
    preflight: status =>
      `OPTIONS on the contributions answers ${status} without allowing POST and Idempotency-Key: nobody can contribute from another site`,
    status: status => `the answer has the status ${status}, not 200`,
    html: () =>
      'the answer is a page of HTML, not data: this is no address of an API, or the server shows an error',
    notUtf8: () => 'the text is not UTF-8: accents would be lost',
    charset: got => `the header Content-Type says ${got}: JSON is always UTF-8`,
    contentType: got => `the header Content-Type is ${got}, not application/json`,
    notJson: reason => `the answer is no JSON: ${reason}`,
    notCompressed: size => `the answer is not compressed (${size} kB)`,
    heavy: size =>
      `the answer weighs ${size} MB on the line: make it lighter, or use an API with pages`,
    slow: seconds => `the answer takes ${seconds} s`,
    noCacheControl: () =>
      'the header Cache-Control is missing: a browser can’t know how long to keep the answer',
    noStore: () => 'Cache-Control: no-store forbids any copy: each visit asks for everything again',
    noEtag: () =>
      'the header ETag (or Last-Modified) is missing: an unchanged answer is sent whole again',
    noRevalidation: status => `an unchanged answer is sent with the status ${status}, not 304`,
    noCollection: known =>
      `no collection answers at this address: it is no portal API. Expected below it: ${known}`,
    noDocument: known => `this document has none of the collections of a portal: ${known}`,
    noList: collection => `${collection} is no list`,
    noItems: collection => `${collection}: the answer has no list of items`,
    version: got => `version is ${got}, not “1”`,
    noTotal: collection => `${collection}: total is missing, the number of records on all pages`,
    totalWrong: (collection, total, counted) =>
      `${collection}: total says ${total} records, and the pages give ${counted}`,
    record: fault => `a value that can’t be used: ${fault}`,
    moreRecords: (collection, more) => `${collection}: and ${more} other values that can’t be used`,
    dropped: (collection, dropped) =>
      `${collection}: records that can’t be used and would not be shown: ${dropped}`,
    nextElsewhere: next => `next leads to another origin and is not followed: ${next}`,
    nextBroken: (next, status) => `the next page answers ${status}: ${next}`,
    noRecord: status => `a record is not at its own address (status ${status})`,
    notFound: status => `the address of a record that is not there answers ${status}, not 404`,
    foolish: (question, status) =>
      `a question that makes no sense (${question}) gets ${status}, not 400`,
    noProblem: got =>
      `the error comes as ${got}, not as application/problem+json with a reason in detail`,
    unknownRefused: status => `an unknown parameter gets ${status}: it must be ignored`,
    refused: (collection, parameter) => `${collection}: the parameter ${parameter} is refused`,
    ignored: (collection, parameter, value, strays) =>
      `${collection}: ${parameter}=${value} gives records that do not fit (${strays})`,
    differs: (collection, parameter, value, total, wanted) =>
      `${collection}: ${parameter}=${value} gives ${total} records, not ${wanted}`,
    limitIgnored: collection => `${collection}: limit is not honoured`,
    pageIgnored: collection => `${collection}: page is not honoured, page 2 is as the first`,
    sortIgnored: (collection, order) => `${collection}: sort=${order} does not give that order`,
    facetMissing: (collection, facet) => `${collection}: the facet ${facet} is missing`,
    facetDiffers: (collection, facet) =>
      `${collection}: the facet ${facet} does not count what the records give`,
    noRecords: () => 'no record to show',
    noTitles: () => 'no record has a title: name the field with fields, “title: name”',
    told: line => line,
    sourceFailed: reason => `unreadable: ${reason}`,
    noRange: status =>
      `the file can’t be read in pieces (status ${status}, not 206): the server must accept Range`,
    noTiles: () => 'this file is no .pmtiles',

    // The `check` command: checks that have passed.
    certificate: (days, date) => `certificate good for ${days} more days, until ${date}`,
    answers: (ms, size) => `answers in ${ms} ms, ${size} kB on the line`,
    cached: () => 'an unchanged answer is not sent again (304)',
    collection: (collection, total) => `${collection}: records read, ${total}`,
    questions: collection =>
      `${collection}: search, filters, pages, orders, facets and errors tried`,
    records: total => `records: ${total}`,
    field: (name, filled, total) => `${name}: ${filled} of ${total}`,
    noField: names => `not found, to be named with fields if they are there: ${names}`,
    ranges: () => 'the file can be read in pieces',
    widgets: nouns => `widgets found: ${nouns}`,

    // Snippets, in a page or pasted into the configurator.
    noSnippet: () => 'none of our widgets is in this text',
    noWidget: () =>
      'this page has no widget: the editor or a filter has removed it, or a script puts it there later',
    unknownWidget: (used, suggestion) =>
      `there is no widget “${used}”${suggestion ? `: write “${suggestion}”` : ''}`,
    unknownAttribute: (used, suggestion) =>
      `there is no attribute “${used}”${suggestion ? `: write “${suggestion}”` : ''}`,
    badValue: (attribute, used, expected, suggestion) =>
      `${attribute}: “${used}” won’t do; expected: ${expected}${suggestion ? `; write “${suggestion}”` : ''}`,
    repeated: got => `“${got}” is given more than once: keep one, or a frame shows nothing`,
    movingAddress: got => `another version may stand at ${got} tomorrow: name a whole version`,
    noHash: () =>
      'the script has no “integrity”: add the hash that sri.json gives, so that an altered file does not run',
    mangled: () =>
      'the editor has changed quotation marks, or escaped signs twice: paste the snippet as HTML, with straight quotation marks',
    repaired: () => 'an editor has changed quotes or brackets; the snippet below is repaired',
    relativeAddress: used =>
      `what the address “${used}” means depends on the page it is pasted into: write all of it, with https://`,
    several: n => `there are ${n} widgets: the first is read`,
  },
};
