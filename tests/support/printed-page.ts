import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {riverNames} from '../../src/map/regional-sheet/sheet.data.js';

/** Word of a printed page, with its box in points from the top left corner. */
export interface PrintedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PrintedWord[];
}

/** Share of the smaller box from which two words are printed over each other. */
const MAX_OVERLAP = 0.25;

/** Share of the height of a line that is free above, and below, its letters. */
const LINE_SPACE = 0.2;

/** True if poppler is installed, which reads the files. */
export function canReadPdf(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');

/** Reads the pages of a file with the boxes of their words. */
export function readPdf(path: string): readonly PrintedPage[] {
  const text = execFileSync('pdftotext', ['-bbox', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...text.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(
    ([, width, height, content = '']) => ({
      width: Number(width),
      height: Number(height),
      words: [
        ...content.matchAll(
          /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, word = '']) => ({
        text: decode(word),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    }),
  );
}

/** Resolution at which the ink of a page is searched, in dots per inch. */
const INK_DPI = 20;
/** Margin of a sheet, in inches: the number of the sheet in it fills nothing. */
const MARGIN = 12 / 25.4;
/** Brightness below which a dot is printed, and number of such dots of a printed line. */
const [INK, MIN_DOTS] = [245, 3];
/** Brightness of black, as dots of this size show it between lines and letters. */
const DARK = 60;

interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Returns the pages of a file as grey pictures. */
function greyPictures(path: string): readonly GreyPicture[] {
  const pictures = execFileSync('pdftoppm', ['-r', String(INK_DPI), '-gray', path], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const pages: GreyPicture[] = [];
  for (let start = 0; start < pictures.length;) {
    // PGM: type, width, height, maximum, then the bytes; one picture a page.
    const [header = '', width, height] =
      /^P5\s(\d+) (\d+)\s255\s/.exec(pictures.toString('latin1', start, start + 32)) ?? [];
    const size = {width: Number(width), height: Number(height)};
    start += header.length + size.width * size.height;
    pages.push({...size, data: pictures.subarray(start - size.width * size.height, start)});
  }
  return pages;
}

/** Returns the share of the height of each page of a file down to its last printed line, text or drawing. */
export const filledShares = (path: string): readonly number[] =>
  greyPictures(path).map(({width, height, data}) => {
    const rows = [...Array(Math.round(height - MARGIN * INK_DPI)).keys()].filter(
      row =>
        data.subarray(row * width, (row + 1) * width).filter(dot => dot < INK).length >= MIN_DOTS,
    );
    return (rows.at(-1) ?? 0) / height;
  });

/** Returns the largest share of a page of a file that is darker than any ground on paper. */
export const darkShare = (path: string): number =>
  Math.max(
    ...greyPictures(path).map(({data}) => data.filter(dot => dot < DARK).length / data.length),
  );

/** Difference of the channels of the ink of a family, which grounds and grey texts do not have. */
const INK_OF_FAMILY = 80;

/** Returns the largest share of a page of a file that is printed in the ink of a family. */
export const familyInkShare = (path: string): number => {
  const folder = mkdtempSync(join(tmpdir(), 'spass-ink-'));
  execFileSync('pdftoppm', ['-r', String(INK_DPI), path, join(folder, 'page')]);
  const shares = readdirSync(folder).map(name => {
    const data = readFileSync(join(folder, name));
    let dots = 0;
    // After the header, whose length does not matter for a share.
    for (let i = 15; i + 2 < data.length; i += 3) {
      const channels = data.subarray(i, i + 3);
      if (Math.max(...channels) - Math.min(...channels) > INK_OF_FAMILY) dots++;
    }
    return (dots * 3) / data.length;
  });
  rmSync(folder, {recursive: true});
  return Math.max(...shares);
};

/** Scale of poppler's sizes of type, which are whole numbers: its largest. */
const TYPE_SCALE = 3;
/** Size of the smallest type that is read on paper, in points. */
const MIN_TYPE = 6;

/** Returns the texts of a file in type that is too small to be read, with their sheets. */
export function tinyTexts(path: string): readonly string[] {
  const text = execFileSync(
    'pdftohtml',
    ['-xml', '-i', '-stdout', '-zoom', String(TYPE_SCALE), path],
    {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024},
  );
  const tiny = [...text.matchAll(/<fontspec id="(\d+)" size="(-?\d+)"/g)]
    .filter(([, , size]) => Number(size) < MIN_TYPE * TYPE_SCALE)
    .map(([, id]) => id);
  return [...text.matchAll(/<page number="(\d+)"[^]*?<\/page>/g)].flatMap(([page, number]) =>
    [...page.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)]
      .filter(([, font, words]) => tiny.includes(font) && /[\p{L}\d]/u.test(words ?? ''))
      .map(([, , words = '']) => `${decode(words.replace(/<.*?>/g, '')).trim()} on ${number}`),
  );
}

const overlap = (a: PrintedWord, b: PrintedWord): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const area = ({left, top, right, bottom}: PrintedWord): number => (right - left) * (bottom - top);

/** Box of the letters. The box of the line is higher. */
const lettersOf = ({top, bottom, ...word}: PrintedWord): PrintedWord => {
  const space = (bottom - top) * LINE_SPACE;
  return {...word, top: top + space, bottom: bottom - space};
};

/** True for the halo of a text: the same text, printed below it, or beside it for a turned letter. */
const isHalo = (a: PrintedWord, b: PrintedWord): boolean =>
  a.text === b.text && (a.text.length === 1 || overlap(a, b) > 0.6 * Math.min(area(a), area(b)));

const RIVERS = riverNames.split(/[|/]/);

/** True for two pieces of the turned name of a river, whose boxes overlap. */
const areOfRiver = (a: PrintedWord, b: PrintedWord): boolean =>
  RIVERS.some(name => name.includes(a.text) && name.includes(b.text));

/** Returns the pairs of words that are printed over each other. */
export const overlappingWords = ({words}: PrintedPage): readonly string[] =>
  words.map(lettersOf).flatMap((a, i, all) =>
    all
      .slice(i + 1)
      .filter(
        b =>
          !isHalo(a, b) &&
          !areOfRiver(a, b) &&
          overlap(a, b) > MAX_OVERLAP * Math.min(area(a), area(b)),
      )
      .map(b => `${a.text} × ${b.text}`),
  );

/** Returns the words that extend beyond the sheet. */
export const cutWords = ({width, height, words}: PrintedPage): readonly string[] =>
  words
    .filter(({left, top, right, bottom}) => left < 0 || top < 0 || right > width || bottom > height)
    .map(({text}) => text);

/** Returns the words of a text that are divided between two lines, without a hyphen. */
export const brokenWords = ({words}: PrintedPage, known: ReadonlySet<string>): readonly string[] =>
  words.flatMap((start, i) => {
    const end = words[i + 1];
    // A letter may be one of the name of a sea.
    if (!end || end.top < start.bottom - 3 || !/^\p{L}{2,}$/u.test(start.text)) return [];
    const [rest = ''] = /^\p{L}*/u.exec(end.text) ?? [];
    const isWhole = known.has(start.text) && known.has(rest);
    return rest && !isWhole && known.has(start.text + rest) ? [`${start.text} / ${rest}`] : [];
  });

/** Number of years from which a line is that of an axis. */
const MIN_YEARS = 3;

/** True if the last line of a page is the years of an axis, without a row below them. */
export function endsWithAxis({words}: PrintedPage): boolean {
  const end = Math.max(...words.map(({bottom}) => bottom));
  const years = words
    .filter(({bottom}) => bottom > end - 4)
    .sort((a, b) => a.left - b.left)
    .map(({text}) => (/^\d{4}$/.test(text) ? Number(text) : NaN));
  return years.length >= MIN_YEARS && years.every((year, i) => i === 0 || year > years[i - 1]!);
}

/** Minimum height of a heading, as a multiple of most words: names of records occur in texts too. */
const MIN_HEADING_SIZE = 1.15;

const heightOf = ({top, bottom}: PrintedWord): number => bottom - top;

/** Returns the headings after which nothing more is printed in their column of the page, nor beside them. */
export const loneHeadings = (
  {words}: PrintedPage,
  headings: readonly string[],
): readonly string[] => {
  const heights = words.map(heightOf).sort((a, b) => a - b);
  const minHeight = MIN_HEADING_SIZE * (heights[heights.length >> 1] ?? 0);
  return headings.filter(heading => {
    const parts = heading.split(/\s+/);
    return words.some((_, start) => {
      if (!parts.every((part, i) => words[start + i]?.text === part)) return false;
      const own = words.slice(start, start + parts.length);
      if (own.some(word => heightOf(word) < minHeight)) return false;
      const bottom = Math.max(...own.map(word => word.bottom));
      const left = Math.min(...own.map(word => word.left));
      const right = Math.max(...own.map(word => word.right)) + 500;
      const top = Math.min(...own.map(word => word.top));
      const end = Math.max(...own.map(word => word.right));
      return !words.some(
        word =>
          (word.top > bottom - 2 && word.left < right && word.right > left - 40) ||
          (word.left > end + 8 && word.top < bottom && word.bottom > top),
      );
    });
  });
};

/** Share of a square by which a mark that was moved aside may be outside its own. */
const MAX_ASIDE = 0.4;

/** Height of the number in a mark, in points. */
const MAX_MARK_HEIGHT = 10.6;

const centerOf = (start: number, end: number): number => (start + end) / 2;

/** Words at the same height, or below each other, that follow one another from the first one: `A`, `B`, `C`. */
function series(
  first: PrintedWord,
  words: readonly PrintedWord[],
  isInLine: (word: PrintedWord) => boolean,
): readonly PrintedWord[] {
  const found = [first];
  for (;;) {
    const last = found.at(-1) ?? first;
    const text = String.fromCharCode(last.text.charCodeAt(0) + 1);
    const aside = ({left, top}: PrintedWord): number => left - last.left + top - last.top;
    // The nearest one: another map may be at the same height, or below.
    const [next] = words
      .filter(word => word.text === text && isInLine(word))
      .sort((a, b) => Math.abs(aside(a)) - Math.abs(aside(b)));
    if (!next) return found;
    found.push(next);
  }
}

/** Frame of a printed map, from the letters above it and the numbers beside it. */
function mapFrames({words}: PrintedPage) {
  return words
    .filter(({text}) => text === 'A')
    .flatMap(a => {
      const isBeside = ({left, top}: PrintedWord): boolean =>
        left > a.left && Math.abs(top - a.top) < 1;
      // Another map may begin on the same line.
      const end = Math.min(...words.filter(b => b.text === 'A' && isBeside(b)).map(b => b.left));
      const columns = series(a, words, word => isBeside(word) && word.left < end);
      // An entry of the key below may have this number too.
      const [one] = words
        .filter(
          ({text, left, top}) =>
            text === '1' && left < a.left && left > a.left - 120 && top > a.top,
        )
        .sort((b, c) => b.top - c.top);
      if (columns.length < 2 || !one) return [];
      const isBelow = ({left, top}: PrintedWord): boolean =>
        top > one.top && Math.abs(left - one.left) < 1;
      const rows = series(one, words, isBelow);
      const [x, y] = [centerOf(a.left, a.right), centerOf(one.top, one.bottom)];
      const across = centerOf(columns[1]!.left, columns[1]!.right) - x;
      const down = rows[1] ? rows[1].top - one.top : across;
      const [left, top] = [x - across / 2, y - down / 2];
      const [right, bottom] = [left + across * columns.length, top + down * rows.length];
      return [{left, top, right, bottom, across, down}];
    });
}

/** Returns the pages with entries of a key, but without a map. */
export const keysWithoutMap = (pages: readonly PrintedPage[]): readonly string[] =>
  pages.flatMap((page, i) =>
    page.words.some(({text}) => /^[A-I][1-9]$/.test(text)) && mapFrames(page).length === 0
      ? [`sheet ${i + 1}`]
      : [],
  );

/** Returns the entries of the key of a printed map whose square is not that of the mark with their number. */
export function wrongSquares(page: PrintedPage): readonly string[] {
  const frames = mapFrames(page);
  // Not those of the scale, the bar and the ratio, nor those in titles, which follow another word.
  const isOfMark = ({top, left, right}: PrintedWord): boolean =>
    !page.words.some(
      word =>
        Math.abs(word.top - top) < 4 &&
        (/^(k?m|:|\d{3})$/.test(word.text)
          ? word.left > right && word.left < right + (/m/.test(word.text) ? 120 : 8)
          : word.right < left && word.right > left - 8),
    );
  // Some are read as one word a digit.
  const digits = page.words.filter(
    word => /^\d\d?$/.test(word.text) && heightOf(word) < MAX_MARK_HEIGHT,
  );
  const numbers = digits.filter(
    a =>
      isOfMark(a) &&
      !digits.some(b => a !== b && a.top === b.top && a.left < b.right + 2 && b.left < a.right + 2),
  );
  const isIn = ({left, right, top, bottom}: PrintedWord, frame: (typeof frames)[number]): boolean =>
    left > frame.left && right < frame.right && top > frame.top && bottom < frame.bottom;
  return page.words
    .filter(({text}) => /^[A-I][1-9]$/.test(text))
    .flatMap(square => {
      // That of its column, if maps are side by side.
      const frame = frames
        .filter(({top, left}) => top < square.top + 60 && left < square.right)
        .sort((a, b) => Math.round((a.left - b.left) / 100) || a.top - b.top)
        .at(-1);
      // The nearest column of numbers at the left, and the last one in it that is not below the square.
      const before = numbers.filter(
        word =>
          word.right < square.left &&
          word.top < square.bottom &&
          word.top > square.top - 45 &&
          !frames.some(one => isIn(word, one)),
      );
      const end = Math.max(...before.map(({right}) => right));
      const number = before.filter(({right}) => right > end - 12).sort((a, b) => b.top - a.top)[0];
      // The counts of groups are smaller.
      const [mark] = numbers
        .filter(word => frame && word.text === number?.text && isIn(word, frame))
        .sort((a, b) => heightOf(b) - heightOf(a));
      if (!frame || !mark) return [];
      const column = (centerOf(mark.left, mark.right) - frame.left) / frame.across;
      const row = (centerOf(mark.top, mark.bottom) - frame.top) / frame.down;
      const aside = [
        column - (square.text.charCodeAt(0) - 65 + 0.5),
        row - (Number(square.text[1]) - 0.5),
      ].map(distance => Math.abs(distance) - 0.5);
      return Math.max(...aside) > MAX_ASIDE ? [`${mark.text}: ${square.text}`] : [];
    });
}
