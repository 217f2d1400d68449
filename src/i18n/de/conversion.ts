/** Messages of the converter, which makes a portal from a file. */
export const conversion = {
  expected: (what: string, got: string) => `erwartet: ${what}, nicht ${got}`,
  latitude: 'eine Zahl zwischen -90 und 90',
  longitude: 'eine Zahl zwischen -180 und 180',
  place: 'ein Ort wie 50.1003, 3.6347',
  date: 'ein Datum wie 2016, 2016-10, 01.10.2016 oder 31. März 2003',
  link: 'ein Link, dem man folgen kann (https, http, mailto, tel)',
  picture: 'eine https-Adresse',
  colour: 'eine Farbe #rrggbb',
  number: 'eine Zahl',
  amount: 'eine Zahl ab 0',
  percent: 'eine Zahl von 0 bis 100',
  whole: 'eine ganze Zahl',
  code: 'ein Text oder eine ganze Zahl',
  text: 'ein Text',
  list: 'Werte mit „;“ dazwischen',
  projected: (got: string) =>
    `${got} ist eine Strecke in Metern (Lambert 93, UTM oder ähnlich): bitte Breite und Länge in Grad (WGS 84) ausgeben`,
  halfPlace: 'die andere Hälfte der Koordinaten fehlt',
  nowhere: '0, 0 liegt im Golf von Guinea: der Eintrag bleibt ohne Koordinaten',
  recordWithout: (field: string) => `Eintrag ausgelassen: nötig ist ${field}`,
  aDate: 'ein Datum',
  aName: 'ein Name',
  anId: 'eine Kennung',
  noRecord: (got: string) => `${got} ist kein Eintrag`,
  unusedColumn: (n: number, filled: string) =>
    `unbekannte Spalte, ${filled} ${n === 1 ? 'Wert' : 'Werte'} ausgelassen: ihr ein Feld geben („fields“) oder sie bewusst weglassen („ignore“)`,
  secondColumn: (n: number, filled: string, other: string) =>
    `${filled} ${n === 1 ? 'Wert' : 'Werte'} ausgelassen: die Spalte „${other}“ sagt dasselbe`,
  beyondHeadings: (got: string) => `${got} steht unter keiner Überschrift`,
  shortRow: (n: number, cells: string, headings: string) =>
    `${cells} ${n === 1 ? 'Zelle' : 'Zellen'} in dieser Zeile für ${headings} Überschriften`,
  openQuote:
    'hier beginnt ein Anführungszeichen, das nie endet: der Rest der Datei steht in dieser Zelle',
  strayQuote: 'ein Anführungszeichen in dieser Zelle ist nicht verdoppelt',
  formulaError: (got: string) => `die Formel ist gescheitert: ${got}`,
  aboveHeadings: (n: number, lines: string, got: string) =>
    `${lines} ${n === 1 ? 'Zeile' : 'Zeilen'} über den Überschriften, ohne Wirkung: ${got}`,
  otherSheet: (n: number, rows: string) =>
    `dieses Blatt wird nicht gelesen (${rows} ${n === 1 ? 'Zeile' : 'Zeilen'}): bitte das gewünschte nennen („sheet“)`,
  takenId: (got: string, given: string) =>
    `ein früherer Eintrag hat schon die Kennung ${got}: dieser bekommt „${given}“`,
  noTitle: 'dieser Eintrag hat keinen Titel',
  noTitles: 'kein Eintrag hat einen Titel: bitte die Spalte nennen („fields“)',
  oddCode: (n: number, cells: string, got: string) =>
    `${cells} ${n === 1 ? 'Schlüssel gehört' : 'Schlüssel gehören'} zu keiner Gemeinde, der erste: ${got}`,
  lostZero: (got: string, given: string) =>
    `${got} wird als ${given} gelesen: eine Tabelle hat wohl die Null verloren`,
  severalLinks: (given: string) => `mehrere Adressen: nur ${given} bleibt`,
  bareLink: (given: string) => `gelesen als ${given}`,
  garbled: (n: number, cells: string, got: string) =>
    `beschädigte Buchstaben in ${cells} ${n === 1 ? 'Zelle' : 'Zellen'}, die erste: ${got}. Ein Programm hat diesen Text in der falschen Kodierung gelesen`,
  markup: (n: number, cells: string) =>
    `HTML in ${cells} ${n === 1 ? 'Zelle' : 'Zellen'}: es wird gezeigt, wie es dasteht`,
  swapped: 'alle Orte lägen hier, wenn Breite und Länge tauschten: bitte ihre Spalten prüfen',
  latitudeFirst:
    'Koordinaten gelesen als Breite, Länge: andersherum lägen alle außerhalb Europas und der französischen Überseegebiete',
  longitudeFirst:
    'Koordinaten gelesen als Länge, Breite: andersherum lägen alle außerhalb Europas und der französischen Überseegebiete',
  shapes: (n: number, shapes: string) =>
    `${shapes} ${n === 1 ? 'Linie oder Fläche' : 'Linien oder Flächen'}: das Portal behält die Mitte. Eine Ebene der Karte zeichnet die Datei selbst`,
  fieldsFault: (got: string) => `„fields“: ${got}`,
  noColumn: (got: string) => `„fields“ nennt „${got}“, das in keinem Eintrag steht`,
  badFact: (option: string, got: string) => `„${option}“: ${got} passt nicht`,
  locked: (n: number, posts: string) =>
    `ohne ${posts} ${n === 1 ? 'Beitrag' : 'Beiträge'} mit Passwort`,
  unreadableFile: (reason: string) => `unlesbar: ${reason}`,
  noSheet: (got: string, sheets: string) => `kein Blatt ${got}; es gibt ${sheets}`,
  empty: 'kein Eintrag zu übernehmen',
  kept: (n: number, records: string) => `${records} ${n === 1 ? 'Eintrag' : 'Einträge'}`,
  droppedTotal: (n: number, dropped: string) => `${dropped} ${n === 1 ? 'Verlust' : 'Verluste'}`,
  doubtTotal: (n: number, doubts: string) => `${doubts} Zweifel`,
  entry: (position: string) => `Eintrag ${position}`,
};
