import {worldX, worldY} from '../../../../src/map/mercator.js';
import {entryOf, placeOf} from '../site/record-parts.js';
import type {SiteModel} from '../site/site-model.js';
import {PAGE_COLLECTIONS, type PageCollection, type PageRecord} from '../source/records.js';
import {SHARE_SIZE} from './pictures.js';

const MARGIN = 90;
const COLOURS: Readonly<Partial<Record<PageCollection, string>>> = {
  projects: '#a3470f',
  resources: '#2a7048',
  organisations: '#1f5fa6',
};
/** Smallest extent that is drawn, in units of the projection: about two kilometres. */
const MIN_EXTENT = 0.00005;

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** Draws the picture that social networks show for pages without one: the places of the records on paper. */
export async function drawShare(site: SiteModel): Promise<Uint8Array> {
  const {default: sharp} = await import('sharp');
  const {width, height} = SHARE_SIZE;
  const accent = site.config.accent ?? '#a3470f';
  const marks = fit(marksOf(site));
  const rings = marks.map(({x, y, colour}) =>
    [64, 40, 20]
      .map(
        r =>
          `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colour}" stroke-opacity=".25"/>`,
      )
      .join(''),
  );
  const dots = marks.map(
    ({x, y, colour}) =>
      `<circle cx="${x}" cy="${y}" r="11" fill="${colour}" stroke="#fbfaf6" stroke-width="3"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbfaf6"/>${rings.join('')}${dots.join('')}<rect y="${height - 18}" width="100%" height="18" fill="${accent}"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({quality: 82, mozjpeg: true}).toBuffer();
}

function marksOf({records}: SiteModel): readonly Mark[] {
  return PAGE_COLLECTIONS.flatMap(collection =>
    (records[collection] as readonly PageRecord[]).flatMap(record => {
      const place = placeOf(entryOf(collection, record));
      if (!place) return [];
      const colour = COLOURS[collection] ?? '#4d5a5f';
      return [{x: worldX(place.lon), y: worldY(place.lat), colour}];
    }),
  ).slice(0, 2000);
}

/** Moves marks into the picture; one alone stands in its middle. */
function fit(marks: readonly Mark[]): readonly Mark[] {
  const {width, height} = SHARE_SIZE;
  const [xs, ys] = [marks.map(({x}) => x), marks.map(({y}) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [extentX, extentY] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(extentX, MIN_EXTENT),
    (height - 2 * MARGIN) / Math.max(extentY, MIN_EXTENT),
  );
  const round = (value: number): number => Math.round(value * 10) / 10;
  return marks.map(({x, y, colour}) => ({
    x: round(width / 2 + (x - left - extentX / 2) * scale),
    y: round(height / 2 + (y - top - extentY / 2) * scale),
    colour,
  }));
}
