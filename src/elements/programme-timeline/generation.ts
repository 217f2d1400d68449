import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {DeferredParts} from '../base/deferred-parts.js';
import {dayNumber, daySpan, type DaySpan, yearOfDay, overlaps} from '../../model/time/period.js';
import type {Programme} from '../../model/records.js';
import {FACT_SEPARATOR, joinFacts, type LocalizedText} from '../../model/text.js';
import {joinClasses, renderHeading} from '../parts/elements.js';
import type {Bars} from './bars.js';
import {isRomanNumeral, type ShownRow, type TimelineRow} from './rows.js';
import {type TimeAxis, dayPosition, positionOf, ticksOf} from '../../model/time/time-axis.js';
import {formatProgramme, type TimelineI18n} from '../parts/project/project-texts.js';

/** Number of projects above which a row is rendered only when it nears the screen (`content-visibility`). */
const MAX_EAGER_PROJECTS = 30;
/** Number of programmes of a generation above which they are collapsed. */
const MAX_OPEN_PROGRAMMES = 8;
/** Maximum number of programmes listed for a generation. */
const MAX_PROGRAMMES = 200;
/** Number of programmes above which a collapsed list is rendered after the first frame. */
const MAX_EAGER_PROGRAMMES = 20;

interface GenerationRowOptions {
  readonly i18n: TimelineI18n;
  readonly level: number;
  /** Ids of the selected programmes. */
  readonly selected: readonly string[];
  readonly isZoomed: boolean;
  readonly axis: TimeAxis | undefined;
  readonly bars: Bars;
  /** Long collapsed lists of programmes, by row. */
  readonly lists: DeferredParts;
  onZoom(): void;
  onToggle(ids: readonly string[]): void;
}

export function rowName({generation, programmes}: TimelineRow, i18n: TimelineI18n): LocalizedText {
  const {messages} = i18n;
  const [programme] = programmes;
  if (generation === undefined || !programme) return {value: messages.otherProjects};
  if (generation === '') return programmeName(programme, i18n);
  return {value: isRomanNumeral(generation) ? messages.generation(generation) : generation};
}

/** Returns the title of a programme, or a placeholder with its identifier. */
function programmeName({id, title}: Programme, i18n: TimelineI18n): LocalizedText {
  const text = i18n.text(title);
  return text.value ? text : {value: i18n.messages.untitled(String(id))};
}

// Set as a property: a content security policy without 'unsafe-inline' blocks the attribute.
const styleDeclaration = (name: string, value: number | undefined) => `${name}:${value}`;

/** Number of days of two years. */
const TWO_YEARS = 731;

/**
 * Renders the years above the axis, or the quarters of one year or two, a line for each, and today. Hidden from assistive
 * technology, because the list contains the same as text.
 *
 * @param measures Number of labels that have room on the axis, and the width of a year as a share of it.
 */
export function renderScale(
  axis: TimeAxis,
  today: number,
  {language, messages}: TimelineI18n,
  measures: {readonly tickRoom: number; readonly yearShare: number},
): TemplateResult {
  const {tickRoom: room, yearShare} = measures;
  const now = dayPosition(today, axis) ?? NaN;
  const ticks = ticksOf(axis, room);
  // The word has its line in its middle, except at the ends of the axis, and leaves out the years below it.
  const word = (messages.today.length / 3.5) * yearShare;
  const before = Math.min(Math.max(0.5, 1 - (1 - now) / word), now / word);
  const isCovered = (position: number): boolean =>
    Math.abs(position - now - (0.5 - before) * word) < word / 2 + yearShare * 0.75;
  const hasQuarters = axis.last - axis.first < TWO_YEARS && ticks.length * 4 < room;
  // The empty box has the width of the axis, and a height that no row changes.
  return html`<div class="scale" aria-hidden="true">
    <div></div>
    ${ticks.flatMap(year =>
      (hasQuarters ? [0, 3, 6, 9] : [0]).map(month => {
        const position = dayPosition(dayNumber(year, month + 1, 1), axis) ?? 0;
        return html`<span
          class=${isCovered(position) ? 'covered' : nothing}
          .style=${styleDeclaration('--s', position)}
          .textContent=${month ? new Date(year, month).toLocaleDateString(language, {month: 'short'}) : year}
        ></span>`;
      }),
    )}
    ${now >= 0 ? html`<i data-today=${messages.today} .style=${`--s:${now};--t:${before}`}></i>` : nothing}
  </div>`;
}

/** Renders a row: its name and years, its programmes as toggle buttons, its projects. */
export function renderRow(
  {row, shownCount}: ShownRow,
  options: GenerationRowOptions,
): TemplateResult {
  const {i18n, selected, axis, bars} = options;
  const {programmes, span, entries, projectCount} = row;
  const name = rowName(row, i18n);
  const ids = programmes.map(({id}) => String(id));
  const position = span && axis && overlaps(span, axis) ? positionOf(span, axis) : undefined;
  const isDimmed = selected.length > 0 && !ids.some(id => selected.includes(id));
  const classes = [
    shownCount > MAX_EAGER_PROJECTS && 'long',
    projectCount === 0 && 'bare',
    span && axis && span.last < axis.first && 'early',
    span && axis && span.first > axis.last && 'late',
    isDimmed && 'dim',
    position && 'band',
    position?.isCutBefore && 'cut-before',
    position?.isCutAfter && 'cut-after',
  ];
  const [first] = programmes;
  const isSingleProgramme =
    programmes.length === 1 && first && programmeName(first, i18n).value === name.value;
  const facts = joinFacts([
    isSingleProgramme && formatProgramme(first, i18n),
    shownCount < projectCount && formatShown(shownCount, projectCount, i18n),
  ]);
  return html`<li
    class=${joinClasses('generation', ...classes)}
    part="generation"
    .style=${`--n:${shownCount};${position ? `--s:${position.start};--e:${position.end}` : ''}`}
  >
    <div class="label">
      ${renderHeading(options.level, ids.length ? renderToggle(name, ids, options) : name.value)}
      ${span ? renderZoom(name, ids.length > 0, options) : nothing}
      <p class="small">
        ${renderYears(span, i18n)}${
          facts ? html`<span class="about">${span ? FACT_SEPARATOR : ''}${facts}</span>` : nothing
        }
      </p>
      ${isSingleProgramme ? nothing : renderProgrammes(row, name.value, options)}
    </div>
    ${bars.listOf(entries, shownCount, span)}
  </li>`;
}

const formatShown = (shown: number, total: number, {messages, number}: TimelineI18n): string =>
  messages.shownProjects(total, number(total), number(shown));

/**
 * Renders the button that fills the axis with the period of a row.
 *
 * @param hasToggle True if the name of the row is a button, which is then the tab stop of both.
 */
const renderZoom = (
  {value: name, lang}: LocalizedText,
  hasToggle: boolean,
  {i18n, isZoomed, onZoom}: GenerationRowOptions,
): TemplateResult => {
  const label = i18n.messages.zoomTo(name);
  const [before, after] = label.split(name);
  return html`<button
    class="zoom"
    type="button"
    tabindex=${hasToggle ? -1 : nothing}
    aria-pressed=${isZoomed}
    aria-label=${lang ? nothing : label}
    @click=${onZoom}
  >
    ${
      // An attribute cannot mark a part of its text as another language.
      lang
        ? html`<span class="sr">${before}<span lang=${lang}>${name}</span>${after}</span>`
        : nothing
    }<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M2 6.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10 10l4.5 4.5M4.5 6.5h4m-2-2v4" />
    </svg>
  </button>`;
};

/**
 * Renders a toggle button that selects only its programmes, or clears the selection. No `title` for a foreign name: it
 * could not be marked as such.
 */
const renderToggle = (
  {value: name, lang}: LocalizedText,
  ids: readonly string[],
  {i18n, selected, onToggle}: GenerationRowOptions,
  isTabStop = true,
  text: unknown = name,
): TemplateResult =>
  html`<button
    class="toggle"
    type="button"
    tabindex=${isTabStop ? nothing : -1}
    aria-pressed=${ids.every(id => selected.includes(id))}
    title=${lang ? nothing : i18n.messages.choose(name)}
    lang=${lang ?? nothing}
    @click=${() => onToggle(ids)}
  >
    ${text}
  </button>`;

/** Returns the name of a programme without that of its generation. */
const shortName = (name: string, generation: string): string =>
  name.startsWith(`${generation} `) ? name.slice(generation.length + 1) : name;

/** Renders the name of a programme below its generation, whose name is not repeated on the screen. */
const renderShortName = (name: string, generation: string): unknown => {
  const short = shortName(name, generation);
  return short === name ? name : html`<span class="sr">${generation} </span>${short}`;
};

const renderYear = (year: string, text = year): TemplateResult =>
  html`<time datetime=${year} .textContent=${text}></time>`;

/** Renders the first and last year in `<time>` elements. */
function renderYears(span: DaySpan | undefined, {messages}: TimelineI18n): unknown {
  if (!span) return nothing;
  const year = (day: number): string => String(yearOfDay(day)).padStart(4, '0');
  const [first, last] = [year(span.first), year(span.last)];
  if (span.first === -Infinity) return renderYear(last, messages.until(last));
  if (span.last === Infinity) return renderYear(first, messages.since(first));
  return first === last
    ? renderYear(first)
    : html`<time datetime=${first} .textContent=${first}></time>–<time
          datetime=${last}
          .textContent=${last}
        ></time>`;
}

/**
 * Renders the programmes whose name differs from the name of their generation. They are collapsed if there are
 * many, as Interreg has more than eighty in one generation, or if there are no projects.
 */
function renderProgrammes(row: TimelineRow, name: string, options: GenerationRowOptions): unknown {
  const isLong = row.programmes.length > MAX_EAGER_PROGRAMMES;
  const isDue = !isLong || options.lists.isDue(row.key);
  const render = () => renderNamedProgrammes(row, name, isDue, options);
  // Other languages have other rows.
  return isLong ? guard([row, isDue, options.selected.join()], render) : render();
}

function renderNamedProgrammes(
  {programmes, span, projectCount}: TimelineRow,
  name: string,
  isDue: boolean,
  options: GenerationRowOptions,
): unknown {
  const {i18n} = options;
  const {messages, number} = i18n;
  const named = programmes.filter(one => programmeName(one, i18n).value !== name);
  const {length} = named;
  if (length === 0) return nothing;
  const isOpen = length <= MAX_OPEN_PROGRAMMES && projectCount > 0;
  // Arrow keys reach an open list from the name of its generation.
  const isTabStop = (index: number): boolean => !isOpen && index === 0;
  const renderList = () =>
    html`<ul class="programmes small">
      ${named.slice(0, MAX_PROGRAMMES).map((programme, index) => {
        const title = programmeName(programme, i18n);
        const own = daySpan(programme.period);
        const years =
          own?.first === span?.first && own?.last === span?.last ? nothing : renderYears(own, i18n);
        return html`<li>
          ${programmes.length > 1 ? renderToggle(title, [String(programme.id)], options, isTabStop(index), renderShortName(title.value, name)) : html`<span lang=${title.lang ?? nothing}>${renderShortName(title.value, name)}</span>`}
          <span>${renderFacts(programme, shortName(title.value, name), i18n)} ${years}</span>
        </li>`;
      })}
    </ul>`;
  if (isOpen) return renderList();
  const rest = messages.shownOf(number(MAX_PROGRAMMES), number(length));
  return html`<details>
    <summary class="small">${messages.programmes(length, number(length))}</summary>
    ${isDue ? renderList() : nothing}${length > MAX_PROGRAMMES ? html`<p class="small">${rest}</p>` : nothing}
  </details>`;
}

/**
 * Renders strand and fund. The second part of the strand, such as `, transnational`, is hidden where it has no room; the
 * first part is left out after a short name that begins with its letter, such as `B North-West Europe`.
 */
function renderFacts(programme: Programme, shortName: string, i18n: TimelineI18n): unknown {
  const {fund, ...others} = programme;
  const [strand = '', kind] = formatProgramme(others, i18n).split(/(?=, )/);
  if (!kind) return formatProgramme(programme, i18n);
  const funding = formatProgramme({...programme, strand: undefined}, i18n);
  const separator = fund ? FACT_SEPARATOR : '';
  return shortName.startsWith(`${programme.strand ?? ''} `)
    ? html`<span class="strand-kind">${kind.slice(2)}${separator}</span>${funding}`
    : html`${strand}<span class="strand-kind">${kind}</span>${separator}${funding}`;
}

/** Skeleton with as many rows as there are generations, staggered in time. */
export const skeleton: TemplateResult = html`<div class="frame">
  ${[0, 0.1, 0.24, 0.4, 0.56, 0.72].map(
    start =>
      html`<div class="generation" .style=${styleDeclaration('--s', start)}>
        <span class="bone"></span><span class="bone"></span>
      </div>`,
  )}
</div>`;
