/** Messages of the `check` command: problems found, and tests passed. */
export const checking = {
  title: (address: string) => `Check of ${address}`,
  allWell: 'All is well.',
  toFix: (n: number, faults: string) =>
    `To put right or to improve: ${faults} ${n === 1 ? 'thing' : 'things'}`,
  sameAs: (first: string) => `the same lines as for number ${first}`,
  faults: {
    unreachable: (reason: string) =>
      `no answer (${reason}): check the address, and that the server is open to all`,
    insecure: () => 'an http address: a page on https can’t read it. Serve it over https',
    redirectInsecure: (to: string) =>
      `the answer sends on to an http address, which browsers refuse: ${to}`,
    redirectLoop: () => 'too many redirections',
    redirected: (to: string) => `the address sends on: give the widgets the final one, ${to}`,
    certificateOver: (date: string) => `the certificate ended on ${date}: renew it`,
    certificateBad: (reason: string) =>
      `browsers refuse the certificate (${reason}): it takes a whole chain, of a known authority, in the name of this host`,
    certificateSoon: (days: string, date: string) =>
      `the certificate ends in ${days} days, on ${date}: check that it renews itself`,
    corsNone: () =>
      'no other site can read this answer: the header Access-Control-Allow-Origin is missing',
    corsTwice: (got: string) =>
      `the header Access-Control-Allow-Origin has several values (${got}), which browsers refuse: the application and the server seem to add it both`,
    corsEcho: () =>
      'Access-Control-Allow-Origin repeats the site that asks: a cached copy is refused to the next site. The value wanted is *',
    corsOther: (got: string) =>
      `Access-Control-Allow-Origin is ${got}: other sites can’t read. The value wanted is *`,
    notExposed: () =>
      'Access-Control-Expose-Headers: Retry-After is missing: a widget can’t know when to come back',
    preflight: (status: string) =>
      `OPTIONS on the contributions answers ${status} without allowing POST and Idempotency-Key: nobody can contribute from another site`,
    status: (status: string) => `the answer has the status ${status}, not 200`,
    html: () =>
      'the answer is a page of HTML, not data: this is no address of an API, or the server shows an error',
    notUtf8: () => 'the text is not UTF-8: accents would be lost',
    charset: (got: string) => `the header Content-Type says ${got}: JSON is always UTF-8`,
    contentType: (got: string) => `the header Content-Type is ${got}, not application/json`,
    notJson: (reason: string) => `the answer is no JSON: ${reason}`,
    notCompressed: (size: string) => `the answer is not compressed (${size} kB)`,
    heavy: (size: string) =>
      `the answer weighs ${size} MB on the line: make it lighter, or use an API with pages`,
    slow: (seconds: string) => `the answer takes ${seconds} s`,
    noCacheControl: () =>
      'the header Cache-Control is missing: a browser can’t know how long to keep the answer',
    noStore: () => 'Cache-Control: no-store forbids any copy: each visit asks for everything again',
    noEtag: () =>
      'the header ETag (or Last-Modified) is missing: an unchanged answer is sent whole again',
    noRevalidation: (status: string) =>
      `an unchanged answer is sent with the status ${status}, not 304`,
    noCollection: (known: string) =>
      `no collection answers at this address: it is no portal API. Expected below it: ${known}`,
    noDocument: (known: string) =>
      `this document has none of the collections of a portal: ${known}`,
    noList: (collection: string) => `${collection} is no list`,
    noItems: (collection: string) => `${collection}: the answer has no list of items`,
    version: (got: string) => `version is ${got}, not “1”`,
    noTotal: (collection: string) =>
      `${collection}: total is missing, the number of records on all pages`,
    totalWrong: (collection: string, total: string, counted: string) =>
      `${collection}: total says ${total} records, and the pages give ${counted}`,
    record: (fault: string) => `a value that can’t be used: ${fault}`,
    moreRecords: (collection: string, more: string) =>
      `${collection}: and ${more} other values that can’t be used`,
    dropped: (collection: string, dropped: string) =>
      `${collection}: records that can’t be used and would not be shown: ${dropped}`,
    nextElsewhere: (next: string) => `next leads to another origin and is not followed: ${next}`,
    nextBroken: (next: string, status: string) => `the next page answers ${status}: ${next}`,
    noRecord: (status: string) => `a record is not at its own address (status ${status})`,
    notFound: (status: string) =>
      `the address of a record that is not there answers ${status}, not 404`,
    foolish: (question: string, status: string) =>
      `a question that makes no sense (${question}) gets ${status}, not 400`,
    noProblem: (got: string) =>
      `the error comes as ${got}, not as application/problem+json with a reason in detail`,
    unknownRefused: (status: string) => `an unknown parameter gets ${status}: it must be ignored`,
    refused: (collection: string, parameter: string) =>
      `${collection}: the parameter ${parameter} is refused`,
    ignored: (collection: string, parameter: string, value: string, strays: string) =>
      `${collection}: ${parameter}=${value} gives records that do not fit (${strays})`,
    differs: (
      collection: string,
      parameter: string,
      value: string,
      total: string,
      wanted: string,
    ) => `${collection}: ${parameter}=${value} gives ${total} records, not ${wanted}`,
    limitIgnored: (collection: string) => `${collection}: limit is not honoured`,
    pageIgnored: (collection: string) =>
      `${collection}: page is not honoured, page 2 is as the first`,
    sortIgnored: (collection: string, order: string) =>
      `${collection}: sort=${order} does not give that order`,
    facetMissing: (collection: string, facet: string) =>
      `${collection}: the facet ${facet} is missing`,
    facetDiffers: (collection: string, facet: string) =>
      `${collection}: the facet ${facet} does not count what the records give`,
    noRecords: () => 'no record to show',
    noTitles: () => 'no record has a title: name the field with fields, “title: name”',
    told: (line: string) => line,
    sourceFailed: (reason: string) => `unreadable: ${reason}`,
    noRange: (status: string) =>
      `the file can’t be read in pieces (status ${status}, not 206): the server must accept Range`,
    noTiles: () => 'this file is no .pmtiles',
    noWidget: () =>
      'this page has no widget: the editor or a filter has removed it, or a script puts it there later',
    unknownWidget: (got: string, meant: string) =>
      `there is no widget “${got}”${meant && `: write “${meant}”`}`,
    unknownAttribute: (got: string, meant: string) =>
      `there is no attribute “${got}”${meant && `: write “${meant}”`}`,
    badValue: (attribute: string, got: string, expected: string, meant: string) =>
      `${attribute}: “${got}” won’t do; expected: ${expected}${meant && `; write “${meant}”`}`,
    repeated: (got: string) =>
      `“${got}” is given more than once: keep one, or a frame shows nothing`,
    movingAddress: (got: string) =>
      `another version may stand at ${got} tomorrow: name a whole version`,
    noHash: () =>
      'the script has no “integrity”: add the hash that sri.json gives, so that an altered file does not run',
    mangled: () =>
      'the editor has changed quotation marks, or escaped signs twice: paste the snippet as HTML, with straight quotation marks',
  },
  merits: {
    certificate: (days: string, date: string) =>
      `certificate good for ${days} more days, until ${date}`,
    answers: (ms: string, size: string) => `answers in ${ms} ms, ${size} kB on the line`,
    cached: () => 'an unchanged answer is not sent again (304)',
    collection: (collection: string, total: string) => `${collection}: records read, ${total}`,
    questions: (collection: string) =>
      `${collection}: search, filters, pages, orders, facets and errors tried`,
    records: (total: string) => `records: ${total}`,
    field: (name: string, filled: string, total: string) => `${name}: ${filled} of ${total}`,
    noField: (names: string) => `not found, to be named with fields if they are there: ${names}`,
    ranges: () => 'the file can be read in pieces',
    widgets: (nouns: string) => `widgets found: ${nouns}`,
  },
};
