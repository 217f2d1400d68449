/** Messages of the converter, which makes a portal from a file. */
export const conversion = {
  expected: (what: string, got: string) => `expected ${what}, got ${got}`,
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
  projected: (got: string) =>
    `${got} is a distance in metres (Lambert 93 or its like): export latitude and longitude in degrees (WGS 84)`,
  halfPlace: 'the other half of the coordinates is missing',
  nowhere: '0, 0 is in the Gulf of Guinea: the record stays without coordinates',
  recordWithout: (field: string) => `record left out: it needs ${field}`,
  aDate: 'a date',
  aName: 'a name',
  anId: 'an identifier',
  noRecord: (got: string) => `${got} is no record`,
  unusedColumn: (n: number, filled: string) =>
    `unknown column, ${filled} ${n === 1 ? 'value' : 'values'} left out: give it a field (“fields”), or leave it out knowingly (“ignore”)`,
  secondColumn: (n: number, filled: string, other: string) =>
    `${filled} ${n === 1 ? 'value' : 'values'} left out: the column “${other}” says the same`,
  beyondHeadings: (got: string) => `${got} stands under no heading`,
  shortRow: (n: number, cells: string, headings: string) =>
    `${cells} ${n === 1 ? 'cell' : 'cells'} on this line for ${headings} headings`,
  openQuote: 'a quote is opened here and never closed: the rest of the file is in this cell',
  strayQuote: 'a quote in this cell is not doubled',
  formulaError: (got: string) => `the formula failed: ${got}`,
  aboveHeadings: (n: number, lines: string, got: string) =>
    `${lines} ${n === 1 ? 'line' : 'lines'} above the headings, of no effect: ${got}`,
  otherSheet: (n: number, rows: string) =>
    `this sheet is not read (${rows} ${n === 1 ? 'row' : 'rows'}): name the one that you want (“sheet”)`,
  takenId: (got: string, given: string) =>
    `an earlier record has the identifier ${got}: this one gets “${given}”`,
  noTitle: 'this record has no title',
  noTitles: 'no record has a title: name its column (“fields”)',
  oddCode: (n: number, cells: string, got: string) =>
    `${cells} ${n === 1 ? 'code is' : 'codes are'} of no commune, the first: ${got}`,
  lostZero: (got: string, given: string) =>
    `${got} is read as ${given}: a spreadsheet seems to have lost the zero`,
  severalLinks: (given: string) => `several addresses: only ${given} is kept`,
  bareLink: (given: string) => `read as ${given}`,
  garbled: (n: number, cells: string, got: string) =>
    `letters are broken in ${cells} ${n === 1 ? 'cell' : 'cells'}, the first: ${got}. A program read this text in the wrong encoding`,
  markup: (n: number, cells: string) =>
    `HTML in ${cells} ${n === 1 ? 'cell' : 'cells'}: it will be shown as it stands`,
  swapped: 'every place would be here if latitude and longitude changed over: check their columns',
  latitudeFirst:
    'coordinates read as latitude, longitude: the other way, all of them would lie outside Europe and overseas France',
  longitudeFirst:
    'coordinates read as longitude, latitude: the other way, all of them would lie outside Europe and overseas France',
  shapes: (n: number, shapes: string) =>
    `${shapes} ${n === 1 ? 'line or area' : 'lines or areas'}: the portal keeps the middle. A layer of the map draws the file itself`,
  fieldsFault: (got: string) => `“fields”: ${got}`,
  noColumn: (got: string) => `“fields” names “${got}”, which is in no record`,
  badFact: (option: string, got: string) => `“${option}”: ${got} does not fit`,
  locked: (n: number, posts: string) =>
    `without ${posts} ${n === 1 ? 'post' : 'posts'} that a password hides`,
  unreadableFile: (reason: string) => `unreadable: ${reason}`,
  noSheet: (got: string, sheets: string) => `no sheet ${got}; there are ${sheets}`,
  empty: 'no record to take',
  kept: (n: number, records: string) => `${records} ${n === 1 ? 'record' : 'records'}`,
  droppedTotal: (n: number, dropped: string) => `${dropped} ${n === 1 ? 'loss' : 'losses'}`,
  doubtTotal: (n: number, doubts: string) => `${doubts} ${n === 1 ? 'doubt' : 'doubts'}`,
  entry: (position: string) => `record ${position}`,
};
