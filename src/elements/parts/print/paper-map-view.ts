import {html, nothing, render, svg, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {MapPoints} from '../../../map/map-view.js';
import type {PaperSize} from '../../../map/print/paper-view.js';
import type * as PaperMap from '../../../map/print/paper-map.js';
import {FAMILIES} from '../../../model/records.js';
import {FACT_SEPARATOR} from '../../../model/text.js';
import type {PaperMapContent} from '../../base/widget-view.js';

/** Height of the map on a sheet of A3, with a number of entries beside it. */
function largeHeight(count: number): number {
  if (count > MAX_NUMBERED) return 430;
  return count > MAX_BESIDE ? 360 : Math.max(360, 40 + 20 * count);
}

/** Size of the map on a sheet of A4. */
function smallSize(count: number): PaperSize {
  if (count > MAX_NARROW) return {width: 660, height: 360};
  return {width: 440, height: count <= MAX_COLUMN ? 225 : 280};
}

/**
 * Sizes of the drawing: for two thirds of a sheet of A4, as wide as the sheet with many entries, and for two thirds of a
 * sheet of A3, there as high as what is beside it.
 */
const sizesFor = (count: number) =>
  [
    {name: 'small', ...smallSize(count)},
    {name: 'large', width: 940, height: largeHeight(count)},
  ] as const;
/** Maximum number of records with a number and an entry. Beyond, the map is a pattern of marks, and the list of the
 *  screen is printed. */
const MAX_NUMBERED = 99;
/** Maximum number of entries, in two columns, beside the map of a sheet of A3: more go on below it. */
export const MAX_BESIDE = 24;
/** Maximum number of entries of a map that is two thirds as wide as a sheet of A4. */
const MAX_NARROW = 36;
/** Maximum number of entries in one column beside a map. */
const MAX_COLUMN = 8;

/** Height of a line of a title of the list, of its facts, of the gap, and of the name of a group, in pixels. */
const [TITLE_LINE, FACTS_LINE, ENTRY_GAP, GROUP_NAME] = [17, 15, 7, 44] as const;
/** Letters of a line of a title, and of the place after it, which is not in the list. */
const LINE_LETTERS = 40;
/** Widths of the maps on sheets of A4 and A3, two thirds of theirs, in pixels. */
const MAP_WIDTHS = {small: 462, large: 992} as const;
/** Width and height of the letters, scale and credit around a map, in units of the drawing. */
const MAP_EDGES = [32, 50] as const;
/** Share of the height of a map from which a group that does not fit beside it begins below it. */
const MAX_BEGIN = 0.7;

/** Credit of the outlines. */
const OUTLINES_CREDIT = 'Natural Earth';

type PaperMapI18n = LocalizeController<'printSheet'>;
/** Code that draws maps on paper, loaded on demand. */
export type PaperMapModule = typeof PaperMap;
type PaperView = NonNullable<ReturnType<PaperMapModule['paperView']>>;

/** Returns the views of a map, one for each size; none if it has no place, or no outlines where its places are. */
function viewsOf(drawing: PaperMapModule, content: PaperMapContent): readonly PaperView[] {
  const {points, area, listed, needsFineGround} = content;
  const views = sizesFor(listed.length).flatMap(
    size => drawing.paperView(points, size, area) ?? [],
  );
  return needsFineGround && !views.every(drawing.hasFineGround) ? [] : views;
}

/** Loads what the drawing of a map needs, so that it can be drawn at once when the browser prints. */
export const loadPaperMap = (drawing: PaperMapModule, content: PaperMapContent): Promise<unknown> =>
  Promise.all(viewsOf(drawing, content).map(view => drawing.loadPaperSheet(view)));

/** Records of the list beside a printed map. */
interface PaperMapList {
  readonly onMap: readonly number[];
  readonly offMap: readonly number[];
  readonly withoutPlace: readonly number[];
}

/** Divides the records of a list by the map on which they have a number. */
function listOf(
  drawing: PaperMapModule,
  view: PaperView,
  {points, listed}: PaperMapContent,
): PaperMapList {
  const onMap: number[] = [];
  const offMap: number[] = [];
  const withoutPlace: number[] = [];
  for (const index of listed) {
    if (Number.isNaN(points.lat[index])) withoutPlace.push(index);
    else (drawing.positionIn(view, points, index) ? onMap : offMap).push(index);
  }
  onMap.sort((a, b) => (points.family[a] ?? 0) - (points.family[b] ?? 0) || a - b);
  return {onMap, offMap, withoutPlace};
}

/**
 * Draws a map for paper with its list into a container, which must be in the tree. Returns false if the list of the
 * screen is to be printed too, because there are too many records for one with numbers; undefined if nothing is drawn.
 */
export function drawPaperMapView(
  container: HTMLElement,
  drawing: PaperMapModule,
  content: PaperMapContent,
  i18n: PaperMapI18n,
): boolean | undefined {
  const views = viewsOf(drawing, content);
  const [first] = views;
  if (!first) return undefined;
  const isListed = content.listed.length <= MAX_NUMBERED;
  const {points, messages, basemap} = content;
  const key = listOf(drawing, first, content);
  const {length} = content.listed;
  container.classList.toggle('long', isListed && length > MAX_NARROW);
  for (const {name, width, height} of sizesFor(length))
    container.style.setProperty(`--_${name}`, String(height / width));
  container.classList.toggle('few', length <= MAX_COLUMN);
  const numbers = new Map(isListed ? key.onMap.map((index, i) => [index, i + 1]) : []);
  render(
    html`<div class="plans">
        ${sizesFor(content.listed.length).map(
          ({name}) =>
            html`<div class="plan-size ${name}">
              <div class="plan-map"></div>
              <p class="small plan-credit"></p>
            </div>`,
        )}
      </div>
      ${isListed ? renderKey(key, numbers, drawing, views, content, i18n) : nothing}`,
    container,
  );
  views.forEach((view, i) => {
    const target = container.querySelectorAll<HTMLElement>('.plan-map')[i];
    const options = {points, view, numbers, messages, basemap, north: i18n.messages.northLetter};
    const credit = target && drawing.drawPaperMap(target, options);
    const line = container.querySelectorAll('.plan-credit')[i];
    if (line) line.textContent = content.basemapCredit ?? credit?.text ?? OUTLINES_CREDIT;
  });
  return isListed;
}

function renderKey(
  {onMap, offMap, withoutPlace}: PaperMapList,
  numbers: ReadonlyMap<number, number>,
  drawing: PaperMapModule,
  views: readonly PaperView[],
  content: PaperMapContent,
  {messages}: PaperMapI18n,
): TemplateResult {
  const {points} = content;
  const groups = new Map<string, number[]>();
  for (const index of onMap) {
    const name = points.nameSuffixAt?.(index) ?? '';
    groups.set(name, [...(groups.get(name) ?? []), index]);
  }
  const factsOf = (index: number): string[] => content.facts(index).split(FACT_SEPARATOR);
  // A fact of all entries, such as the precision of their places, is stated once.
  const [first, ...rest] = onMap.map(factsOf);
  const shared = rest.length
    ? (first ?? []).filter(fact => rest.every(facts => facts.includes(fact)))
    : [];
  const entry = (index: number): TemplateResult => html`
    <li class="key-entry">
      ${renderNumber(drawing, points, index, numbers.get(index))}
      <div>
        <p class="key-title">${content.renderTitle(index)}</p>
        <p class="small key-facts">
          ${factsOf(index)
            .filter(fact => !shared.includes(fact))
            .join(FACT_SEPARATOR)}
        </p>
      </div>
      ${views.map(
        (view, i) =>
          html`<span class="plan-size ${sizes[i]?.name} key-square"
            >${drawing.gridSquare(view, points, index)}</span
          >`,
      )}
    </li>
  `;
  const lists = [
    ...groups,
    [messages.offMap, offMap] as const,
    [messages.withoutPlace, withoutPlace] as const,
  ].filter(([, indices]) => indices.length);
  const sizes = sizesFor(content.listed.length).map(({name, width, height}, i) => ({
    name,
    below: `below-${name}`,
    first: firstBelow(
      lists.map(([, indices]) => indices),
      content,
      ((height + MAP_EDGES[1]) / (width + MAP_EDGES[0])) * MAP_WIDTHS[name],
      i + 1,
    ),
  }));
  const list = ([title, indices]: (typeof lists)[number], i: number): TemplateResult => html`
    <section
      class="key-group ${sizes.map(({below, first}) => (first === i ? below : '')).join(' ')}"
    >
      ${title ? html`<p class="key-name">${title}</p>` : nothing}
      <ul>
        ${indices.map(entry)}
      </ul>
    </section>
  `;
  return html`<div class="key">
    ${shared.join('') ? html`<p class="small key-shared">${shared.join(FACT_SEPARATOR)}</p>` : nothing}
    ${lists.map(list)}
  </div>`;
}

/**
 * Returns the index of the first group that begins below the map, for a sheet with a number of columns beside it. Groups
 * that only begin beside its end would have their names there, and their entries below.
 */
function firstBelow(
  groups: readonly (readonly number[])[],
  {points, facts}: PaperMapContent,
  height: number,
  columns: number,
): number {
  let end = 0;
  return groups.findIndex(group => {
    const begin = end;
    const heights = group.map(
      index =>
        Math.ceil(points.nameAt(index).length / LINE_LETTERS) * TITLE_LINE +
        (facts(index) ? FACTS_LINE : 0),
    );
    end += GROUP_NAME;
    for (let i = 0; i < heights.length; i += columns)
      end += Math.max(...heights.slice(i, i + columns)) + ENTRY_GAP;
    return end > height && begin > MAX_BEGIN * height;
  });
}

/** Renders the mark of an entry, as on the map; a small one without a number if it is not there. */
function renderNumber(
  {fillOf, markShape}: PaperMapModule,
  points: MapPoints,
  index: number,
  number: number | undefined,
): TemplateResult {
  const family = points.family[index] ?? FAMILIES.length;
  const radius = number === undefined ? 5 : 9;
  return html`<svg
    class="key-mark"
    .style=${`fill: ${fillOf(family, points)}`}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
  >
    ${svg`<path d=${markShape(family, 12, 12, radius)}></path>`}
    ${number === undefined ? nothing : svg`<text x="12" y="15.6">${number}</text>`}
  </svg>`;
}
