import {html, nothing} from 'lit';

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
    width: 960,
    height: 540,
    year: 1910,
  },
  {
    src: goriauxNow,
    alt: {fr: 'Un étang bordé d’arbres, un terril boisé', nl: 'Een vijver met bomen'},
    width: 960,
    height: 540,
    year: '2026',
  },
] as const;

const villagePicture = (year: number, alt: string, details: object): Record<string, unknown> => ({
  src: drawingUrl(`village-${year}`),
  sources: [{src: drawingUrl(`village-${year}`), width: 300}],
  alt: {fr: alt},
  width: 960,
  height: 540,
  credit: 'Croquis',
  licence: 'CC BY 4.0',
  ...details,
});

/** Six pictures of one place, not in the order of their dates. */
export const villageSeries: readonly Record<string, unknown>[] = [
  villagePicture(2026, 'La place sans voitures, de jeunes arbres', {date: '2026-05-12'}),
  villagePicture(1900, 'La place en terre, une charrette', {
    date: '1900',
    datePrecision: 'decade',
    credit: 'Carte postale, collection particulière',
    licence: 'domaine public',
  }),
  villagePicture(1936, 'Des peupliers et des poteaux', {date: '1936', datePrecision: 'circa'}),
  villagePicture(1978, 'La place goudronnée, un silo', {date: '1978-06'}),
  villagePicture(1958, 'La place et une première voiture', {date: '1958'}),
  villagePicture(2004, 'Un rond-point de gazon', {date: '2004'}),
];

/** The series as images of a page. */
export const villageImages = html`${villageSeries.map(item => {
  const {src, alt, date, datePrecision, credit, licence} = item as Record<string, string>;
  return html`<img
    src=${src}
    alt=${(alt as unknown as {fr: string}).fr}
    loading="lazy"
    data-date=${date}
    data-date-precision=${datePrecision ?? nothing}
    data-credit=${credit}
    data-licence=${licence}
  />`;
})}`;

/** Resource of a photographic observatory. */
export const village = {
  id: 'place',
  title: {fr: 'La place'},
  url: 'https://example.org/place',
  commune: {name: 'Ors', insee: '59450'},
  geo: {lat: 50.1, lon: 3.63},
  pictures: villageSeries,
} as const;

/** A picture higher than wide: 25 by 41 pixels. */
export const tallPicture = new URL(
  '../../node_modules/leaflet/dist/images/marker-icon.png',
  import.meta.url,
).href;
