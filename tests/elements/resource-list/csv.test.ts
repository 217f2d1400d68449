import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {formatCell, createCsv} from '../../../src/elements/parts/records/csv-file.js';
import type {Resource} from '../../../src/model/records.js';
import {atlas, marker, walls} from '../../support/resources.js';
import {isComplete} from '../../support/test-scope.js';

/** Parses a file as RFC 4180 says, with `;` as separator, independently of csv.ts. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
        if (text[at] === '"') at++;
        cell += text.charAt(at++);
      }
      at++;
    } else while (at < text.length && !';\r'.includes(text[at] ?? '')) cell += text.charAt(at++);
    row.push(cell);
    if (text[at] === ';') at++;
    else {
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}

/** Returns the text of the file, with its byte order mark, which `Blob.text` would drop. */
const textOf = async (records: readonly Resource[]): Promise<string> =>
  new TextDecoder('utf-8', {ignoreBOM: true}).decode(await createCsv(records, 'fr').arrayBuffer());

const dangers = [
  '=1+1',
  '+33 3 20 00 00 00',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\ttext',
  '\rtext',
  '  =1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '\n=1',
  '\u202e=1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
  '﹦1',
  '−1',
  '\u3000＝cmd|’/c calc’!A0',
];

describe('a cell of a CSV file', () => {
  for (const danger of dangers)
    it(`cannot be executed: ${JSON.stringify(danger)}`, () => {
      expect(formatCell(danger)).to.equal(`"'${danger}"`);
    });

  it('keeps other text, with doubled quotes', () => {
    expect(formatCell('Un « lavoir » ; "à l’eau", 2016-2017')).to.equal(
      '"Un « lavoir » ; ""à l’eau"", 2016-2017"',
    );
    expect(formatCell('a=b')).to.equal('"a=b"');
    expect(formatCell(undefined)).to.equal('""');
    expect(formatCell(-3.5)).to.equal('-3.5');
  });

  it('never starts like a formula, for any text', () => {
    const signs = fc.constantFrom(
      ...'=+-@\t\r\n "\';＝＋－＠﹦−⁺\u200b\u00a0\ufeffa1'.split(/(?:)/u),
    );
    const text = fc.oneof(fc.string({unit: signs}), fc.string({unit: 'binary'}));
    fc.assert(
      fc.property(text, value => {
        const cell = parse(formatCell(value) + '\r\n')[0]?.[0] ?? '';
        // A spreadsheet reads the text, or the text after an apostrophe.
        expect([value, `'${value}`]).to.include(cell);
        expect(cell.normalize('NFKC').trimStart()).not.to.match(/^[=+\-@]/);
        expect(cell).not.to.match(/^[\t\r]/);
      }),
      {seed: 1, numRuns: isComplete ? 2000 : 500},
    );
  });
});

describe('a CSV file', () => {
  it('has a byte order mark, a header row and a row per resource', async () => {
    const text = await textOf([atlas, walls, marker]);
    expect(text.charCodeAt(0)).to.equal(0xfeff);
    const [names = [], ...rows] = parse(text.slice(1));
    const cells = (name: string) => rows.map(row => row[names.indexOf(name)]);
    expect(cells('title')).to.deep.equal(['Atlas de Flandre', 'Murailles et jardins', 'Un lavoir']);
    expect(cells('commune')).to.deep.equal(['', 'Ieper', 'Ors']);
    expect(cells('lat')).to.deep.equal(['', '', '50.1']);
    expect(cells('start')).to.deep.equal(['', '2012', '']);
    expect(cells('authors')).to.deep.equal(['', 'Jeanne Dupont, Jan Peeters', '']);
    expect(cells('files')).to.deep.equal(['https://example.org/atlas.pdf', '', '']);
  });

  it('can be parsed back unchanged', async () => {
    const title = fc.string({unit: fc.constantFrom(...'ab;"\r\n é=,'.split(/(?:)/u))});
    await fc.assert(
      fc.asyncProperty(fc.array(title, {maxLength: 5}), async titles => {
        const text = await textOf(titles.map((one, id) => ({id, title: one})));
        const read = parse(text.slice(1))
          .slice(1)
          .map(row => row[1]?.replace(/^'/, ''));
        // A title of spaces is none.
        expect(read).to.deep.equal(titles.map(one => one.trim() && one));
      }),
      {seed: 1, numRuns: 200},
    );
  });
});
