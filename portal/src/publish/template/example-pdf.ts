const LINES = [
  'Compte rendu de l’atelier du 14 mars 2026',
  '',
  'Trente habitants ont marché de l’écluse à la place.',
  'Ils demandent de l’ombre, des bancs et un passage pour les cycles.',
  'La haie du verger sera plantée à l’automne avec l’école.',
];

/** Returns a text in the encoding of the PDF font (WinAnsi), escaped. */
const pdfText = (text: string): string =>
  text
    .replaceAll('’', '\\222')
    .replace(/[()]/g, '\\$&')
    .replace(/[^\x20-\x7e]/g, sign => `\\${sign.charCodeAt(0).toString(8)}`);

/** Returns a PDF of one page with text, as an example of a document. */
export function examplePdf(): Uint8Array {
  const text = LINES.map(
    (line, i) => `${i === 0 ? '/F1 16 Tf' : '/F1 12 Tf'} (${pdfText(line)}) Tj 0 -22 Td`,
  ).join('\n');
  const stream = `BT 60 780 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
