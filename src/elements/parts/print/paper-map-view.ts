import {html, nothing, render, svg, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {MapPoints} from '../../../map/map-view.js';
import type * as PaperMap from '../../../map/print/paper-map.js';
import {FAMILIES} from '../../../model/records.js';
import {FACT_SEPARATOR} from '../../../model/text.js';
import type {PaperMapContent} from '../../base/widget-view.js';
import {layoutOf, MAX_NUMBERED, MAX_STRETCH, type SheetSize, sizesFor} from './paper-map-sizes.js';

/** Height of a line of a title of the list, of its facts, of the gap, and of the name of a group, in pixels. */
const [TITLE_LINE, FACTS_LINE, ENTRY_GAP, GROUP_NAME] = [16, 14, 6, 40] as const;
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

/**
 * Returns the views of a map, one for each size; none if it has no place, or no outlines where its places are.
 *
 * @param stretch Factor of the heights.
 */
function viewsOf(
  drawing: PaperMapModule,
  content: PaperMapContent,
  stretch = 1,
): readonly PaperView[] {
  const {points, area, needsFineGround} = content;
  const sizes = sizesFor(content, stretch);
  const views = sizes.flatMap(size => drawing.paperView(points, size, area) ?? []);
  return needsFineGround && !views.every(drawing.hasFineGround) ? [] : views;
}

/** Loads what the drawing of a map of any height needs, so that it can be drawn at once when the browser prints. */
export const loadPaperMap = (drawing: PaperMapModule, content: PaperMapContent): Promise<unknown> =>
  Promise.all(
    [1, MAX_STRETCH]
      .flatMap(stretch => viewsOf(drawing, content, stretch))
      .map(view => drawing.loadPaperSheet(view)),
  );

/** Map on paper. */
export interface PrintedMap {
  /** False if the list of the screen is to be printed too, because there are too many records for one with numbers. */
  readonly isListed: boolean;
  /** Drawings for the sizes of sheets, of which one is shown. */
  drawings(): readonly Element[];
  /** True if a map whose height is multiplied by a factor shows the same records. */
  isComplete(stretch: number): boolean;
  /** Gives the map its height times a factor, without drawing it. */
  resize(stretch: number): void;
  /** Draws the map in its height times a factor. */
  draw(stretch: number): void;
}

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
    if (Number.isNaN(points.x[index])) withoutPlace.push(index);
    else (drawing.positionIn(view, points, index) ? onMap : offMap).push(index);
  }
  onMap.sort((a, b) => (points.family[a] ?? 0) - (points.family[b] ?? 0) || a - b);
  return {onMap, offMap, withoutPlace};
}

/**
 * Draws a map for paper with its list into a container, which must be in the tree. Returns undefined if nothing is drawn.
 */
export function drawPaperMapView(
  container: HTMLElement,
  drawing: PaperMapModule,
  content: PaperMapContent,
  i18n: PaperMapI18n,
): PrintedMap | undefined {
  const [first] = viewsOf(drawing, content);
  if (!first) return undefined;
  const isListed = content.listed.length <= MAX_NUMBERED;
  const {points, messages, basemap} = content;
  const key = listOf(drawing, first, content);
  const numbers = new Map(isListed ? key.onMap.map((index, i) => [index, i + 1]) : []);
  container.classList.add(...layoutOf(content).split(' '));
  const drawings = (): readonly Element[] => [...container.querySelectorAll('.plan')];
  const resize = (stretch: number): void => {
    for (const {name, width, height} of sizesFor(content, stretch))
      container.style.setProperty(`--_${name}`, String(height / width));
    viewsOf(drawing, content, stretch).forEach((view, i) => {
      drawings()[i]?.setAttribute('viewBox', drawing.boxOfPlan(view));
    });
  };
  const draw = (stretch: number): void => {
    const sizes = sizesFor(content, stretch);
    const views = viewsOf(drawing, content, stretch);
    render(
      html`<div class="plans">
          ${sizes.map(
            ({name}) =>
              html`<div class="plan-size ${name}">
                <div class="plan-map"></div>
                <p class="small plan-credit"></p>
              </div>`,
          )}
        </div>
        ${isListed ? renderKey(key, numbers, drawing, views, sizes, content, i18n) : nothing}`,
      container,
    );
    views.forEach((view, i) => {
      const target = container.querySelectorAll<HTMLElement>('.plan-map')[i];
      const options = {points, view, numbers, messages, basemap, north: i18n.messages.northLetter};
      target?.replaceChildren();
      const credit = target && drawing.drawPaperMap(target, options);
      const line = container.querySelectorAll('.plan-credit')[i];
      if (line) line.textContent = content.basemapCredit ?? credit?.text ?? OUTLINES_CREDIT;
    });
    resize(stretch);
  };
  draw(1);
  return {
    isListed,
    drawings,
    isComplete: stretch => {
      if (!isListed) return true;
      const views = viewsOf(drawing, content, stretch);
      const isOn = (index: number): boolean =>
        views.some(view => drawing.positionIn(view, points, index));
      return views.length > 0 && !key.offMap.some(isOn) && key.onMap.every(isOn);
    },
    resize,
    draw,
  };
}

function renderKey(
  {onMap, offMap, withoutPlace}: PaperMapList,
  numbers: ReadonlyMap<number, number>,
  drawing: PaperMapModule,
  views: readonly PaperView[],
  sheetSizes: readonly SheetSize[],
  content: PaperMapContent,
  {messages}: PaperMapI18n,
): TemplateResult {
  const {points} = content;
  const groups = new Map<string, number[]>();
  for (const index of onMap) {
    const name = points.nameSuffixAt?.(index) ?? '';
    if (!groups.get(name)?.push(index)) groups.set(name, [index]);
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
      ${(numbers.has(index) ? views : []).map(
        (view, i) =>
          html`<span class="plan-size ${sizes[i]?.name} key-square"
            >${drawing.gridSquare(view, points, index)}</span
          >`,
      )}
    </li>
  `;
  // Entries without a number follow one another like words: nobody looks for them on the map.
  const unnumbered = [
    [messages.offMap, offMap],
    [messages.withoutPlace, withoutPlace],
  ] as const;
  const sizes = sheetSizes.map(({name, width, height, printed, ...size}) => ({
    name,
    below: `below-${name}`,
    first: firstBelow(
      [...groups.values()],
      content,
      ((height + MAP_EDGES[1]) / (width + MAP_EDGES[0])) * printed,
      size,
    ),
  }));
  const list = (
    [title, indices]: readonly [string, readonly number[]],
    classes: readonly string[],
  ): TemplateResult => html`
    <section class="key-group ${classes.join(' ')}">
      ${title ? html`<p class="key-name">${title}</p>` : nothing}
      <ul>
        ${indices.map(entry)}
      </ul>
    </section>
  `;
  return html`<div class="key">
    ${shared.join('') ? html`<p class="small key-shared">${shared.join(FACT_SEPARATOR)}</p>` : nothing}
    ${[...groups].map((group, i) =>
      list(
        group,
        sizes.map(({below, first}) => (first === i ? below : '')),
      ),
    )}
    ${unnumbered.filter(([, {length}]) => length).map(group => list(group, ['unnumbered']))}
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
  {columns, letters}: Pick<SheetSize, 'columns' | 'letters'>,
): number {
  let end = 0;
  return groups.findIndex(group => {
    const begin = end;
    const heights = group.map(
      index =>
        Math.ceil(points.nameAt(index).length / letters) * TITLE_LINE +
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
