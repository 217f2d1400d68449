import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {detectFormat} from '../../../../src/tools/convert/convert.js';
import {convertFile, utf8} from '../convert-fixture.js';
import {excel, libreOffice} from '../workbooks.js';

const texts = ['Titre', 'Date', 'Latitude', 'Longitude', 'Code INSEE', 'Étang &amp; roselière', 'x'].map(text => `<t>${text}</t>`); // prettier-ignore
const rich = '<r><t>Maison </t></r><r><t xml:space="preserve">forestière</t></r>';
const headings =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>';

const book = () =>
  excel(
    {
      'Feuille 1': `${headings}<row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3" s="1"><v>45322</v></c><c r="C3"><v>50.1003</v></c><c r="D3"><v>3.6347</v></c><c r="E3"><v>1004</v></c></row><row r="4"><c r="A4" t="s"><v>7</v></c><c r="B4"><v>2016</v></c><c r="C4" t="e"><v>#N/A</v></c><c r="D4" t="inlineStr"><is><t>3,63</t></is></c></row>`,
      Brouillon: '<row r="1"><c r="A1" t="s"><v>6</v></c></row>',
    },
    [...texts, rich],
  );

const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const ods = libreOffice(
  `<table:table table:name="Vide"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="Agenda"><table:table-row>${['Événement', 'Début', 'Lieu', 'Notes'].map(cell).join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row>${cell('Atelier')}<table:table-cell office:value-type="date" office:date-value="2026-12-12T18:30:00"><text:p>12/12/26 18:30</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>Salle</text:p><text:p>des fêtes</text:p></table:table-cell></table:table-row>
<table:table-row>${cell('Visite')}</table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
);

describe('a portal from a spreadsheet', () => {
  it('reads an Excel file: shared strings, dates, numbers; and names the cell of an error', async () => {
    const {records, said} = await convertFile(book(), {format: 'xlsx'}, 'f.xlsx');
    assert.deepEqual(records, [
      {
        id: 'etang-roseliere',
        title: 'Étang & roselière',
        published: '2024-01-31',
        geo: {lat: 50.1003, lon: 3.6347},
        commune: {insee: '01004'},
      },
      {id: 'maison-forestiere', title: 'Maison forestière', published: '2016'},
    ]);
    assert.deepEqual(said, [
      'error f.xlsx (Brouillon): this sheet is not read (1 row): select a sheet with “sheet”',
      'error f.xlsx:4:3 (Latitude, C4): the formula failed: #N/A',
      'warning f.xlsx:3:5 (Code INSEE, E3): 1004 is read as 01004: a spreadsheet has probably removed the leading zero',
      'error f.xlsx:4:4 (Longitude, D4): the other half of the coordinates is missing',
    ]);
  });

  it('reads a LibreOffice file: repeated cells, times, lines in a cell', async () => {
    const options = {format: 'ods', kind: 'events'} as const;
    const {records, said} = await convertFile(ods, options, 'f.ods');
    assert.deepEqual(records, [
      {
        id: 'atelier',
        title: 'Atelier',
        period: {start: '2026-12-12T18:30:00'},
        place: 'Salle\ndes fêtes',
      },
    ]);
    assert.deepEqual(said, [
      'error f.ods:1:4 (Notes, D1): unknown column, 1 value omitted: map the column to a field (“fields”) or ignore it (“ignore”)',
      'error f.ods:5: record omitted: it needs a date',
    ]);
  });

  it('reads times in a column of their own', async () => {
    const period = {start: '2026-06-06T20:30', end: '2026-06-06T23:45'};
    const time = (value: string) =>
      `<table:table-cell office:value-type="time" office:time-value="${value}"><text:p>x</text:p></table:table-cell>`;
    const agenda = libreOffice(
      `<table:table table:name="Agenda"><table:table-row>${['Titre', 'Date', 'Heure', 'Heure de fin'].map(cell).join('')}</table:table-row><table:table-row>${cell('Concert')}<table:table-cell office:value-type="date" office:date-value="2026-06-06"><text:p>06/06/26</text:p></table:table-cell>${time('PT20H30M00S')}${time('PT23H45M00S')}</table:table-row></table:table>`,
    );
    const inLibreOffice = await convertFile(agenda, {format: 'ods', kind: 'events'});
    assert.deepEqual(inLibreOffice.records[0]?.['period'], period);
    const row = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
    const rows =
      row([0, 1, 2, 3].map(n => `<c t="s"><v>${n}</v></c>`)) +
      row([
        '<c t="s"><v>4</v></c>',
        ...['46179', '0.854166666666667', '0.989583333333333'].map(
          value => `<c s="1"><v>${value}</v></c>`,
        ),
      ]);
    const inExcel = await convertFile(
      excel(
        {Agenda: rows},
        ['Titre', 'Date', 'Heure', 'Heure de fin', 'Concert'].map(text => `<t>${text}</t>`),
      ),
      {format: 'xlsx', kind: 'events'},
    );
    assert.deepEqual(inExcel.records[0]?.['period'], period);
  });

  it('reads the named sheet, and lists the sheets', async () => {
    const named = await convertFile(book(), {format: 'xlsx', sheet: 'Brouillon'});
    assert.deepEqual(named.said, ['fatal f.csv: no records found']);
    const wrong = await convertFile(book(), {format: 'xlsx', sheet: 'Feuil1'});
    assert.deepEqual(wrong.said, [
      'fatal f.csv: no sheet "Feuil1"; there are "Feuille 1", "Brouillon"',
    ]);
  });

  it('reports that a file is not a spreadsheet', async () => {
    for (const format of ['xlsx', 'ods'] as const)
      for (const bytes of [utf8('Titre;Lien'), new Uint8Array(0), book().slice(0, 900)]) {
        const {document, said} = await convertFile(bytes, {format});
        assert.equal(document, undefined);
        assert.match(
          said.join('\n'),
          /^fatal f\.csv: (?:unreadable: \S|this workbook is damaged|the content is XLSX)/,
        );
      }
  });

  it('detects a format by the name and the first bytes of a file', () => {
    const [zipped, text] = [book(), utf8('Titre')];
    assert.equal(detectFormat('Fiches.XLSX', zipped), 'xlsx');
    assert.equal(detectFormat('fiches.ods', zipped), 'ods');
    assert.equal(detectFormat('fiches.csv', text), 'csv');
    assert.equal(detectFormat('fiches.csv', zipped), 'xlsx');
    assert.equal(detectFormat('fiches.geojson', text), 'geojson');
    assert.equal(detectFormat('fiches.json', utf8('{"type": "FeatureCollection"}')), 'geojson');
    assert.equal(detectFormat('fiches.json', utf8('[{"Titre": "a"}]')), 'json');
    assert.equal(detectFormat('fiches.pdf', text), undefined);
    // An old workbook whose name was changed, and a text as Excel saves it in UTF-16.
    assert.equal(detectFormat('fiches.csv', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0)), undefined);
    assert.equal(detectFormat('fiches.txt', Uint8Array.of(0xff, 0xfe, 0x54, 0)), 'csv');
  });
});
