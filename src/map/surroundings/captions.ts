import {isNearest, overlaps, type PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import type {Caption, MapPoints} from '../map-view.js';
import {markRadius} from '../markers/grid.js';
import {fillOf} from '../markers/mark.js';
import type {Group} from '../markers/group-set.js';
import {svg} from '../svg.js';

/** Styles of the captions of marks. */
export const captionStyles = `
.spass-map .captions {
  font-size: 11.5px;
  font-weight: 500;
  stroke: color-mix(in srgb, var(--_home) 100%, #0000);
  stroke-width: 4px;
  stroke-linejoin: round;
  paint-order: stroke;
}
.spass-map .captions .name { fill: color-mix(in srgb, var(--_shape) 85%, var(--_map-ink)); }
.spass-map .captions .note { font-size: 10.5px; font-weight: 400; fill: color-mix(in srgb, var(--_map-ink) 78%, var(--_map-land)); }
@media screen and (forced-colors: active) {
  .spass-map .captions :is(.name, .note) { fill: CanvasText; stroke: Canvas; }
}
`;

/** Maximum number of records of a mark that are named, and of marks in a view with captions. */
const [MAX_NAMED, MAX_CAPTIONED] = [3, 60] as const;
/** Maximum number of marks in a view in which those of several records are named too. */
const MAX_SPARSE = 12;
/** Minimum distance between two captions, in pixels. */
const CAPTION_DISTANCE = 8;
/** Maximum number of letters of a line, and of lines of a title. */
const [LINE_LENGTH, MAX_LINES] = [26, 2] as const;
/** Distance of a caption from its mark, and between two lines, in pixels. */
const [GAP, LINE_HEIGHT] = [5, 14] as const;
/** Minimum distance of a caption from the frame, in pixels. */
const EDGE = 8;

/** Titles and dates beside the marks, as on a site plan, where there is room. */
export class Captions {
  /** Boxes of the captions, in pane coordinates. */
  boxes: PaneBox[] = [];
  readonly root = svg('svg', {class: 'captions', 'aria-hidden': 'true'});

  /**
   * Draws the captions of a view.
   *
   * @param occupied Boxes of controls and of texts, in pane coordinates.
   * @param marks Boxes of the marks: a caption is nearer to its own than to any other.
   */
  draw(
    view: Viewport,
    groups: readonly Group[],
    points: MapPoints,
    occupied: readonly PaneBox[],
    marks: readonly PaneBox[],
  ): void {
    this.boxes = [];
    const rooms: PaneBox[] = [];
    const most = groups.length > MAX_SPARSE ? 1 : MAX_NAMED;
    const isNamed = ({members, recordCount}: Group): boolean =>
      members.length <= most && members.length === recordCount;
    const named = points.captionAt && groups.length <= MAX_CAPTIONED ? groups.filter(isNamed) : [];
    const texts = named.map(({members}) => captionText([...members], points));
    this.root.replaceChildren(...texts);
    // All are measured together, in one layout.
    const widths = texts.map(widthOf);
    const [left, top] = [view.x(view.box.west), view.y(view.box.north)];
    named.forEach(({recordCount, x, y}, i) => {
      const text = texts[i] as SVGTextElement;
      const [width, height] = [widths[i] ?? 0, text.children.length * LINE_HEIGHT];
      const radius = markRadius(recordCount) + GAP;
      const [centerX, centerY] = [view.x(x), view.y(y)];
      const candidates = [
        {anchor: 'start', dx: radius, dy: -height / 2},
        {anchor: 'end', dx: -radius, dy: -height / 2},
        {anchor: 'middle', dx: 0, dy: radius},
        {anchor: 'middle', dx: 0, dy: -radius - height},
      ] as const;
      const found = candidates.find(({anchor, dx, dy}) => {
        const shift = anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2;
        const box = {
          left: centerX + dx - shift,
          top: centerY + dy,
          right: centerX + dx - shift + width,
          bottom: centerY + dy + height,
          reach: GAP,
        };
        const isFree =
          box.left > left + EDGE &&
          box.right < left + view.width - EDGE &&
          box.top > top + EDGE &&
          box.bottom < top + view.height - EDGE &&
          ![...occupied, ...rooms].some(other => overlaps(other, box)) &&
          isNearest(
            box,
            GAP,
            marks.filter(mark => !contains(mark, centerX, centerY)),
          );
        if (isFree) {
          this.boxes.push(box);
          rooms.push(roomAround(box));
        }
        return isFree;
      });
      if (!found) {
        text.remove();
        return;
      }
      text.setAttribute('text-anchor', found.anchor);
      [...text.children].forEach((line, at) => {
        line.setAttribute('x', String(centerX + found.dx));
        line.setAttribute('y', String(centerY + found.dy + at * LINE_HEIGHT + 10.5));
      });
    });
  }
}

const contains = ({left, top, right, bottom}: PaneBox, x: number, y: number): boolean =>
  x > left && x < right && y > top && y < bottom;

const roomAround = ({left, top, right, bottom}: PaneBox): PaneBox => ({
  left: left - CAPTION_DISTANCE,
  top: top - CAPTION_DISTANCE,
  right: right + CAPTION_DISTANCE,
  bottom: bottom + CAPTION_DISTANCE,
});

const widthOf = (text: SVGTextElement): number =>
  Math.max(...[...text.children].map(line => (line as SVGTSpanElement).getComputedTextLength()));

function captionText(members: readonly number[], points: MapPoints): SVGTextElement {
  const text = svg('text');
  const captions = members.map(index => points.captionAt?.(index) as Caption);
  captions.forEach(({title, lang, note}, i) => {
    const lines = wrap(title, members.length > 1 ? 1 : MAX_LINES);
    const family = points.family[members[i] ?? -1] ?? 0;
    for (const [line, className] of [
      ...lines.map(one => [one, 'name'] as const),
      ...(note && members.length === 1 ? [[note, 'note'] as const] : []),
    ]) {
      const span = svg('tspan', {class: className});
      span.textContent = line;
      if (lang && className === 'name') span.setAttribute('lang', lang);
      span.style.setProperty('--_shape', fillOf(family, points));
      text.append(span);
    }
  });
  return text;
}

/** Divides a title into lines of about the same length: none is a single word if there is another way. */
function wrap(title: string, maxLines: number): string[] {
  const lines = fill(title, maxLines, LINE_LENGTH);
  const shortest = Math.ceil(title.length / lines.length);
  for (let length = shortest; length < LINE_LENGTH; length++) {
    const even = fill(title, lines.length, length);
    if (even.join(' ') === title) return even;
  }
  return lines;
}

/** Fills lines one after the other; the last one ends with an ellipsis after a whole word if there is more. */
function fill(title: string, maxLines: number, maxLength: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= maxLength || !line) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) return [...lines, `${line.replace(/[\s,;:.–-]+$/, '')}…`];
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}
