import {html, nothing, svg, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {FAMILIES} from '../../../model/records.js';
import {FACT_SEPARATOR} from '../../../model/text.js';
import type {PaperMapContent} from '../../base/widget-view.js';
import type {PaperMapModule, SheetSize} from './paper-map-sizes.js';

export type PaperMapI18n = LocalizeController<'printSheet'>;
export type PaperView = NonNullable<ReturnType<PaperMapModule['paperView']>>;

/** Records of the list beside a printed map. */
export interface PaperMapList {
  readonly onMap: readonly number[];
  readonly offMap: readonly number[];
  readonly withoutPlace: readonly number[];
}

/** Map on paper, with the records of each mark in the order of their numbers, and its views for each size of sheets. */
export interface DrawnMap {
  readonly drawing: PaperMapModule;
  readonly content: PaperMapContent;
  readonly marks: readonly (readonly number[])[];
  readonly views: readonly PaperView[];
  readonly sizes: readonly SheetSize[];
}

/** Renders the key of a map: entries with a number by group, then those off the map and without a place. */
export function renderKey(
  {onMap, offMap, withoutPlace}: PaperMapList,
  map: DrawnMap,
  {messages}: PaperMapI18n,
): TemplateResult {
  const {content} = map;
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
  // No space within: it would be a chance to break the line between a mark and its title.
  const entry = (index: number): TemplateResult =>
    html`<li class="key-entry">
      ${renderNumber(map, index)}
      <div>
        <p class="key-title">${content.renderTitle(index)}</p>
        <p class="small key-facts">
          ${factsOf(index)
            .filter(fact => !shared.includes(fact))
            .join(FACT_SEPARATOR)}
        </p>
      </div>
      ${renderSquares(map, index)}
    </li>`;
  const isNamed = (index: number): boolean => Boolean(content.placeName?.(index));
  const unnumbered = (
    [
      [messages.offMap, offMap],
      [messages.withoutPosition, withoutPlace.filter(isNamed)],
      [messages.withoutPlace, withoutPlace.filter(index => !isNamed(index))],
    ] as const
  ).filter(([, {length}]) => length);
  const list = (
    [title, indices]: readonly [string, readonly number[]],
    className = '',
  ): TemplateResult => html`
    <section class="key-group ${className}">
      ${title ? html`<p class="key-name">${title}</p>` : nothing}
      <ul>
        ${indices.map(entry)}
      </ul>
    </section>
  `;
  return html`<div class="key">
      ${shared.join('') ? html`<p class="small key-shared">${shared.join(FACT_SEPARATOR)}</p>` : nothing}
      ${[...groups].map(group => list(group))}
    </div>
    ${unnumbered.length ? html`<div class="key key-rest">${unnumbered.map(group => list(group, 'unnumbered'))}</div>` : nothing}`;
}

/** Renders the square of the grid that contains a record with a number, for each size of sheets. */
export const renderSquares = (
  {drawing, content, marks, views, sizes}: DrawnMap,
  index: number,
): readonly TemplateResult[] => {
  const indices = marks.find(mark => mark.includes(index));
  return (indices ? views : []).map(
    (view, i) =>
      html`<span class="plan-size ${sizes[i]?.name} key-square"
        >${drawing.gridSquare(view, content.points, indices ?? [], marks)}</span
      >`,
  );
};

/** Renders the meaning of the marks without a number. */
export function renderUnnumbered(map: DrawnMap, {messages}: PaperMapI18n): unknown {
  const {drawing, content, marks, views} = map;
  const [view] = views;
  const found = view && drawing.unnumberedOf({...content, marks, view});
  if (!found?.families.size || !(marks.length || found.areGroups)) return nothing;
  const {points} = content;
  const families = [...found.families];
  const own = families.filter(([family]) => family <= FAMILIES.length);
  return html`<p class="small plan-legend">
    ${
      found.areGroups
        ? messages.groupMarks
        : [
            own.map(([family]) => renderMark(map, family, 5)),
            own.length ? html` ${messages.unnumbered} ` : nothing,
            families
              .filter(([family]) => family > FAMILIES.length)
              .map(
                ([family, i]) => html`${renderMark(map, family, 5)} ${points.nameSuffixAt?.(i)} `,
              ),
          ]
    }
  </p>`;
}

/** Renders the number of records off the map that the key does not name. */
export function renderOutside(map: DrawnMap, {messages, number}: PaperMapI18n): unknown {
  const {drawing, content, views} = map;
  const {points, listed} = content;
  const [view] = views;
  if (!view) return nothing;
  const named = new Set(listed);
  let count = 0;
  points.x.forEach((x, index) => {
    if (x === x && !named.has(index) && !drawing.positionIn(view, points, index))
      count += points.recordCounts?.[index] ?? 1;
  });
  return count
    ? html`<p class="small plan-legend">${messages.outsideMap(count, number(count))}</p>`
    : nothing;
}

/** Renders the mark of an entry, as on the map; a small one without a number if it is not there. */
export function renderNumber(map: DrawnMap, index: number): TemplateResult {
  const number = map.marks.flat().indexOf(index) + 1;
  const family = map.content.points.family[index] ?? FAMILIES.length;
  return renderMark(map, family, number ? 9 : 5, number);
}

/** Renders the mark of a family. */
const renderMark = (
  {drawing: {fillOf, markShape}, content: {points}}: DrawnMap,
  family: number,
  radius: number,
  number?: number,
): TemplateResult =>
  html`<svg
    class="key-mark"
    .style=${`fill: ${fillOf(family, points)}`}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
  >
    ${svg`<path d=${markShape(family, 12, 12, radius)}></path>`}
    ${number ? svg`<text x="12" y="15.6">${number}</text>` : nothing}
  </svg>`;
