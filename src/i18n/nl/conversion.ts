/** Messages of the converter, which makes a portal from a file. */
export const conversion = {
  expected: (what: string, got: string) => `verwacht: ${what}, en niet ${got}`,
  latitude: 'een getal tussen -90 en 90',
  longitude: 'een getal tussen -180 en 180',
  place: 'een plaats zoals 50.1003, 3.6347',
  date: 'een datum zoals 2016, 2016-10, 01/10/2016 of 31 maart 2003',
  link: 'een link die gevolgd kan worden (https, http, mailto, tel)',
  picture: 'een https-adres',
  colour: 'een kleur #rrggbb',
  number: 'een getal',
  amount: 'een getal vanaf 0',
  percent: 'een getal van 0 tot 100',
  whole: 'een geheel getal',
  code: 'een tekst of een geheel getal',
  text: 'een tekst',
  list: 'waarden met “;” ertussen',
  projected: (got: string) =>
    `${got} is een afstand in meter (Lambert 93, RD of dergelijke): exporteer breedte en lengte in graden (WGS 84)`,
  halfPlace: 'de andere helft van de coördinaten ontbreekt',
  nowhere: '0, 0 ligt in de Golf van Guinee: de fiche blijft zonder coördinaten',
  recordWithout: (field: string) => `fiche weggelaten: er is ${field} nodig`,
  aDate: 'een datum',
  aName: 'een naam',
  anId: 'een identificatie',
  noRecord: (got: string) => `${got} is geen fiche`,
  unusedColumn: (n: number, filled: string) =>
    `onbekende kolom, ${filled} ${n === 1 ? 'waarde' : 'waarden'} weggelaten: geef haar een veld (“fields”), of laat haar bewust weg (“ignore”)`,
  secondColumn: (n: number, filled: string, other: string) =>
    `${filled} ${n === 1 ? 'waarde' : 'waarden'} weggelaten: de kolom “${other}” zegt hetzelfde`,
  beyondHeadings: (got: string) => `${got} staat onder geen enkele kolomtitel`,
  shortRow: (n: number, cells: string, headings: string) =>
    `${cells} ${n === 1 ? 'cel' : 'cellen'} op deze regel voor ${headings} kolomtitels`,
  openQuote:
    'hier opent een aanhalingsteken dat nooit sluit: de rest van het bestand zit in deze cel',
  strayQuote: 'een aanhalingsteken in deze cel is niet verdubbeld',
  formulaError: (got: string) => `de formule is mislukt: ${got}`,
  aboveHeadings: (n: number, lines: string, got: string) =>
    `${lines} ${n === 1 ? 'regel' : 'regels'} boven de kolomtitels, zonder gevolg: ${got}`,
  otherSheet: (n: number, rows: string) =>
    `dit blad wordt niet gelezen (${rows} ${n === 1 ? 'rij' : 'rijen'}): noem het blad dat u wilt (“sheet”)`,
  takenId: (got: string, given: string) =>
    `een eerdere fiche heeft de identificatie ${got} al: deze krijgt “${given}”`,
  noTitle: 'deze fiche heeft geen titel',
  noTitles: 'geen enkele fiche heeft een titel: noem haar kolom (“fields”)',
  oddCode: (n: number, cells: string, got: string) =>
    `${cells} ${n === 1 ? 'code hoort' : 'codes horen'} bij geen gemeente, de eerste: ${got}`,
  lostZero: (got: string, given: string) =>
    `${got} wordt gelezen als ${given}: een rekenblad heeft de nul wellicht verloren`,
  severalLinks: (given: string) => `meerdere adressen: alleen ${given} blijft`,
  bareLink: (given: string) => `gelezen als ${given}`,
  garbled: (n: number, cells: string, got: string) =>
    `beschadigde letters in ${cells} ${n === 1 ? 'cel' : 'cellen'}, de eerste: ${got}. Een programma las deze tekst in de verkeerde codering`,
  markup: (n: number, cells: string) =>
    `HTML in ${cells} ${n === 1 ? 'cel' : 'cellen'}: het wordt getoond zoals het is`,
  swapped:
    'alle plaatsen zouden hier liggen als breedte en lengte van plaats wisselden: kijk hun kolommen na',
  latitudeFirst:
    'coördinaten gelezen als breedtegraad, lengtegraad: andersom zouden ze allemaal buiten Europa en de Franse overzeese gebieden liggen',
  longitudeFirst:
    'coördinaten gelezen als lengtegraad, breedtegraad: andersom zouden ze allemaal buiten Europa en de Franse overzeese gebieden liggen',
  shapes: (n: number, shapes: string) =>
    `${shapes} ${n === 1 ? 'lijn of vlak' : 'lijnen of vlakken'}: het portaal bewaart het midden. Een laag van de kaart tekent het bestand zelf`,
  fieldsFault: (got: string) => `“fields”: ${got}`,
  noColumn: (got: string) => `“fields” noemt “${got}”, dat in geen enkele fiche staat`,
  badFact: (option: string, got: string) => `“${option}”: ${got} voldoet niet`,
  locked: (n: number, posts: string) =>
    `zonder ${posts} ${n === 1 ? 'bericht' : 'berichten'} met een wachtwoord`,
  unreadableFile: (reason: string) => `onleesbaar: ${reason}`,
  noSheet: (got: string, sheets: string) => `geen blad ${got}; er zijn ${sheets}`,
  empty: 'geen enkele fiche om mee te nemen',
  kept: (n: number, records: string) => `${records} ${n === 1 ? 'fiche' : 'fiches'}`,
  droppedTotal: (n: number, dropped: string) => `${dropped} ${n === 1 ? 'verlies' : 'verliezen'}`,
  doubtTotal: (n: number, doubts: string) => `${doubts} ${n === 1 ? 'twijfel' : 'twijfels'}`,
  entry: (position: string) => `fiche ${position}`,
};
