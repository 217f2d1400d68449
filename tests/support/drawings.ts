/** URLs of the demo drawings, past and present. */
const drawingUrl = (name: string): string =>
  new URL(`../../demo/data/drawing-${name}.svg`, import.meta.url).href;

export const goriauxThen = drawingUrl('goriaux-then');
export const goriauxNow = drawingUrl('goriaux-now');
export const orsThen = drawingUrl('ors-then');
export const orsNow = drawingUrl('ors-now');
/** URL of a missing picture. */
export const missingDrawing = drawingUrl('nowhere');

/** Pair of pictures, as passed by a page. */
export const goriaux = [
  {
    src: goriauxThen,
    alt: {
      fr: 'Un chevalement, un terril, une prairie humide',
      nl: 'Een schachttoren en een terril',
    },
    credit: 'Croquis, sans échelle',
    width: 900,
    height: 600,
    year: 1910,
  },
  {
    src: goriauxNow,
    alt: {fr: 'Un étang bordé d’arbres, un terril boisé', nl: 'Een vijver met bomen'},
    width: 900,
    height: 600,
    year: '2026',
  },
] as const;
