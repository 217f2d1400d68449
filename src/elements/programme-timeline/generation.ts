import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Messages} from '../../i18n/messages.js';
import {daySpan, type DaySpan, yearOfDay, overlaps} from '../../model/time/period.js';
import {renderHeading} from '../parts/heading.js';
import type {Bars} from './bars.js';
import {isRomanNumeral, type TimelineRow} from './rows.js';
import {type TimeAxis, dayPosition, positionOf, yearPosition} from './time-axis.js';
import {formatProgramme} from './project-texts.js';

/** Number of projects above which a row is rendered only when it nears the screen (`content-visibility`). */
const MAX_EAGER_PROJECTS = 30;

interface RowOptions {
  readonly i18n: LocalizeController<'programmeTimeline'>;
  readonly level: number;
  /** Ids of the selected programmes. */
  readonly selected: readonly string[];
  readonly isZoomed: boolean;
  readonly axis: TimeAxis | undefined;
  readonly bars: Bars;
  onZoom(): void;
  onToggle(ids: readonly string[]): void;
}

/** Returns the name of a row. */
export const generationName = (
  {generation}: TimelineRow,
  messages: Messages<'programmeTimeline'>,
): string => {
  if (generation === undefined) return messages.otherProjects;
  if (generation === '') return messages.otherProgrammes;
  return isRomanNumeral(generation) ? messages.generation(generation) : generation;
};

// Set as a property: a content security policy without 'unsafe-inline' blocks the attribute.
const styleDeclaration = (name: string, value: number) => `${name}:${value}`;

/**
 * Renders the years above the axis, a line for each, and today. Hidden from assistive technology, because the list
 * contains the same as text.
 */
export function renderScale(axis: TimeAxis, today: number): TemplateResult {
  const now = dayPosition(today, axis);
  return html`<div class="scale" aria-hidden="true">
    ${axis.ticks.map(
      year =>
        html`<span .style=${styleDeclaration('--s', yearPosition(year, axis))}>${year}</span>`,
    )}
    ${now === undefined ? nothing : html`<i .style=${styleDeclaration('--s', now)}></i>`}
  </div>`;
}

/** Renders a generation: its name and years, its programmes as toggle buttons, its projects. */
export function renderGeneration(row: TimelineRow, options: RowOptions): TemplateResult {
  const {i18n, selected, axis, bars} = options;
  const {messages} = i18n;
  const {programmes, span, entries} = row;
  const name = generationName(row, messages);
  const ids = programmes.map(({id}) => String(id));
  const position = span && axis && overlaps(span, axis) ? positionOf(span, axis) : undefined;
  const isDimmed = selected.length > 0 && !ids.some(id => selected.includes(id));
  const classes = [
    entries.length > MAX_EAGER_PROJECTS && 'long',
    isDimmed && 'dim',
    position && 'band',
    position?.isCutBefore && 'cut-before',
    position?.isCutAfter && 'cut-after',
  ];
  const [first] = programmes;
  const isSingleProgramme =
    programmes.length === 1 && first && i18n.text(first.title).value === name;
  return html`<li
    class="generation ${classes.filter(Boolean).join(' ')}"
    part="generation"
    .style=${`--n:${entries.length};${position ? `--s:${position.start};--e:${position.end}` : ''}`}
  >
    <div class="label">
      ${renderHeading(options.level, ids.length ? renderToggle(name, ids, options) : name)}
      ${
        span
          ? html`<button
              class="zoom"
              type="button"
              aria-pressed=${options.isZoomed}
              aria-label=${messages.zoomTo(name)}
              @click=${options.onZoom}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path
                  d="M2 6.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10 10l4.5 4.5M4.5 6.5h4m-2-2v4"
                />
              </svg>
            </button>`
          : nothing
      }
      <p class="small">
        ${renderYears(span, i18n)}${isSingleProgramme ? withSeparator(formatProgramme(first, i18n)) : nothing}
      </p>
      ${isSingleProgramme ? nothing : renderProgrammes(row, name, options)}
    </div>
    ${bars.listOf(entries, span)}
  </li>`;
}

/**
 * Renders a toggle button that selects only its programmes, or clears the selection. No `title` for a foreign name: it
 * could not be marked as such.
 */
const renderToggle = (
  name: string,
  ids: readonly string[],
  {i18n, selected, onToggle}: RowOptions,
  lang?: string,
): TemplateResult =>
  html`<button
    class="toggle"
    type="button"
    aria-pressed=${ids.every(id => selected.includes(id))}
    title=${lang ? nothing : i18n.messages.choose(name)}
    @click=${() => onToggle(ids)}
  >
    <span lang=${lang ?? nothing}>${name}</span>
  </button>`;

const withSeparator = (facts: string): string => facts && ` · ${facts}`;

/** Renders the first and last year in `<time>` elements. */
function renderYears(
  span: DaySpan | undefined,
  {messages}: LocalizeController<'programmeTimeline'>,
): unknown {
  if (!span) return nothing;
  const year = (day: number, format = (text: string) => text): TemplateResult => {
    const text = String(yearOfDay(day)).padStart(4, '0');
    return html`<time datetime=${text}>${format(text)}</time>`;
  };
  const {first, last} = span;
  if (first === -Infinity) return year(last, messages.until);
  if (last === Infinity) return year(first, messages.since);
  return html`${year(first)}–${year(last)}`;
}

/** Renders the programmes of a generation whose name differs from that of the generation. */
function renderProgrammes(
  {programmes, span}: TimelineRow,
  name: string,
  options: RowOptions,
): unknown {
  const {i18n} = options;
  const named = programmes.filter(({title}) => i18n.text(title).value !== name);
  if (named.length === 0) return nothing;
  return html`<ul class="programmes small">
    ${named.map(programme => {
      const {value, lang} = i18n.text(programme.title);
      const title = value || i18n.messages.untitled(String(programme.id));
      const own = daySpan(programme.period);
      const years =
        own?.first === span?.first && own?.last === span?.last ? nothing : renderYears(own, i18n);
      return html`<li>
        ${programmes.length > 1 ? renderToggle(title, [String(programme.id)], options, lang) : html`<span lang=${lang ?? nothing}>${title}</span>`}
        <span>${formatProgramme(programme, i18n)} ${years}</span>
      </li>`;
    })}
  </ul>`;
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
