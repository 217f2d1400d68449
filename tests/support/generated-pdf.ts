import {deflateSync} from 'node:zlib';

/** Page of a generated PDF: its lines, or none for a scanned page. */
export type PdfPage = readonly string[];

/** Escapes a text in the encoding of the font (WinAnsi). */
const winAnsi = (text: string): string =>
  text
    .replaceAll('’', '\x92')
    .replaceAll('œ', '\x9c')
    .replace(/[\\()]/g, '\\$&');

/** Returns a PDF with compressed streams, page tree, fonts and cross-reference table, as programs write it. */
export function pdfOf(pages: readonly PdfPage[], encoding: 'latin' | 'unicode' = 'latin'): Buffer {
  const objects: (string | Buffer)[] = ['', ''];
  const add = (object: string | Buffer): number => objects.push(object);
  const stream = (content: string | Buffer, entries = ''): Buffer => {
    const bytes = deflateSync(
      typeof content === 'string' ? Buffer.from(content, 'latin1') : content,
    );
    const head = `<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`;
    return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream')]);
  };
  const isUnicode = encoding === 'unicode';
  const letters = isUnicode ? [...new Set(pages.flat().join(''))] : [];
  const font = isUnicode
    ? add(unicodeFont(add, stream, letters))
    : add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const shown = (line: string): string =>
    isUnicode
      ? `<${Array.from(line, one => hex(letters.indexOf(one) + 1)).join('')}> Tj`
      : `(${winAnsi(line)}) Tj`;
  const kids = pages.map(lines => {
    const text = lines.map(line => `${shown(line)} 0 -14 Td`).join('\n');
    // A scanned page has a picture alone.
    const isScan = lines.length === 0;
    const picture = isScan
      ? add(
          stream(
            Buffer.alloc(64 * 64, 200),
            '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8',
          ),
        )
      : 0;
    const content = add(
      stream(isScan ? 'q 595 0 0 842 0 0 cm /Im Do Q' : `BT /F 7 Tf 40 790 Td\n${text}\nET`),
    );
    const resources = isScan ? `/XObject << /Im ${picture} 0 R >>` : `/Font << /F ${font} 0 R >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << ${resources} >> >>`,
    );
  });
  objects[0] = '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>';
  objects[1] = `<< /Type /Pages /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return fileOf(objects);
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');

/** Returns a composite font whose glyphs mean letters of any script, by its `ToUnicode` table. */
function unicodeFont(
  add: (object: string | Buffer) => number,
  stream: (content: string, entries?: string) => Buffer,
  letters: readonly string[],
): string {
  const utf16 = (letter: string): string =>
    Array.from(letter)
      .flatMap(one => [...Array(one.length).keys()].map(i => hex(one.charCodeAt(i))))
      .join('');
  const lines = letters.map((letter, i) => `<${hex(i + 1)}> <${utf16(letter)}>`);
  const groups = Array.from({length: Math.ceil(lines.length / 100)}, (_, i) =>
    lines.slice(100 * i, 100 * (i + 1)),
  );
  const table = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${groups.map(group => `${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`).join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  const toUnicode = add(stream(table));
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 600 /CIDToGIDMap /Identity >>`,
  );
  return `<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`;
}

function fileOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const push = (part: string | Buffer): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const offsets = objects.map((object, i) => {
    const offset = length;
    push(`${i + 1} 0 obj\n`);
    push(object);
    push('\nendobj\n');
    return offset;
  });
  const start = length;
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}

/** Returns a PDF that opens with a password alone: the entry `Encrypt` with keys that no empty password has. */
export function encryptedPdf(): Buffer {
  const key = '00'.repeat(32);
  return fileOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${key}> >>`,
    ],
    `/Encrypt 4 0 R /ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>]`,
  );
}
