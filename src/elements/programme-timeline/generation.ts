import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Messages} from '../../i18n/messages.js';
import {daySpan, type DaySpan, yearOfDay} from '../../model/period.js';
import {overlaps} from '../../model/spans.js';
import {heading} from '../heading.js';
import type {Bars} from './bars.js';
import {isNumeral, type Row} from './rows.js';
import {type Axis, dayAt, placeOf, tickAt} from './scale.js';
import {programmeFacts} from './words.js';

/** Number of projects above which a row is rendered only when it nears the screen (`content-visibility`). */
const LONG = 30;

interface Look {
  readonly i18n: LocalizeController<'programmeTimeline'>;
  readonly level: number;
  /** Ids of the selected programmes. */
  readonly chosen: readonly string[];
  readonly isZoomed: boolean;
  readonly axis: Axis | undefined;
  readonly bars: Bars;
  zoom(): void;
  press(ids: readonly string[]): void;
}

/** Returns the name of a row. */
export const nameOf = ({generation}: Row, messages: Messages<'programmeTimeline'>): string => {
  if (generation === undefined) return messages.otherProjects;
  if (generation === '') return messages.otherProgrammes;
  return isNumeral(generation) ? messages.generation(generation) : generation;
};

// Set as a property: a content security policy without 'unsafe-inline' blocks the attribute.
const position = (name: string, value: number) => `${name}:${value}`;

/**
 * Renders the years above the axis, a line for each, and today. Hidden from assistive technology, because the list
 * contains the same as text.
 */
export function scale(axis: Axis, today: number): TemplateResult {
  const now = dayAt(today, axis);
  return html`<div class="scale" aria-hidden="true">
    ${axis.ticks.map(
      year => html`<span .style=${position('--s', tickAt(year, axis))}>${year}</span>`,
    )}
    ${now === undefined ? nothing : html`<i .style=${position('--s', now)}></i>`}
  </div>`;
}

/** Renders a generation: its name and years, its programmes as toggle buttons, its projects. */
export function generation(row: Row, look: Look): TemplateResult {
  const {i18n, chosen, axis, bars} = look;
  const {messages} = i18n;
  const {programmes, span, entries} = row;
  const name = nameOf(row, messages);
  const ids = programmes.map(({id}) => String(id));
  const place = span && axis && overlaps(span, axis) ? placeOf(span, axis) : undefined;
  const isDimmed = chosen.length > 0 && !ids.some(id => chosen.includes(id));
  const classes = [
    entries.length > LONG && 'long',
    isDimmed && 'dim',
    place && 'band',
    place?.isCutBefore && 'cut-before',
    place?.isCutAfter && 'cut-after',
  ];
  const [first] = programmes;
  const isOne = programmes.length === 1 && first && i18n.text(first.title).value === name;
  return html`<li
    class="generation ${classes.filter(Boolean).join(' ')}"
    part="generation"
    .style=${`--n:${entries.length};${place ? `--s:${place.start};--e:${place.end}` : ''}`}
  >
    <div class="label">
      ${heading(look.level, ids.length ? toggle(name, ids, look) : name)}
      ${
        span
          ? html`<button
              class="zoom"
              type="button"
              aria-pressed=${look.isZoomed}
              aria-label=${messages.zoomTo(name)}
              @click=${look.zoom}
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
        ${yearsOf(span, i18n)}${isOne ? factsAfter(programmeFacts(first, i18n)) : nothing}
      </p>
      ${isOne ? nothing : programmesOf(row, name, look)}
    </div>
    ${bars.listOf(entries, span)}
  </li>`;
}

/**
 * Renders a toggle button that selects only its programmes, or clears the selection. No `title` for a foreign name: it
 * could not be marked as such.
 */
const toggle = (
  name: string,
  ids: readonly string[],
  {i18n, chosen, press}: Look,
  lang?: string,
): TemplateResult =>
  html`<button
    class="toggle"
    type="button"
    aria-pressed=${ids.every(id => chosen.includes(id))}
    title=${lang ? nothing : i18n.messages.choose(name)}
    @click=${() => press(ids)}
  >
    <span lang=${lang ?? nothing}>${name}</span>
  </button>`;

const factsAfter = (facts: string): string => facts && ` · ${facts}`;

/** Renders the first and last year in `<time>` elements. */
function yearsOf(
  span: DaySpan | undefined,
  {messages}: LocalizeController<'programmeTimeline'>,
): unknown {
  if (!span) return nothing;
  const year = (day: number, say = (text: string) => text): TemplateResult => {
    const text = String(yearOfDay(day)).padStart(4, '0');
    return html`<time datetime=${text}>${say(text)}</time>`;
  };
  const {first, last} = span;
  if (first === -Infinity) return year(last, messages.until);
  if (last === Infinity) return year(first, messages.since);
  return html`${year(first)}–${year(last)}`;
}

/** Renders the programmes of a generation whose name differs from that of the generation. */
function programmesOf({programmes, span}: Row, name: string, look: Look): unknown {
  const {i18n} = look;
  const named = programmes.filter(({title}) => i18n.text(title).value !== name);
  if (named.length === 0) return nothing;
  return html`<ul class="programmes small">
    ${named.map(programme => {
      const {value, lang} = i18n.text(programme.title);
      const title = value || i18n.messages.untitled(String(programme.id));
      const own = daySpan(programme.period);
      const years =
        own?.first === span?.first && own?.last === span?.last ? nothing : yearsOf(own, i18n);
      return html`<li>
        ${programmes.length > 1 ? toggle(title, [String(programme.id)], look, lang) : html`<span lang=${lang ?? nothing}>${title}</span>`}
        <span>${programmeFacts(programme, i18n)} ${years}</span>
      </li>`;
    })}
  </ul>`;
}

/** Skeleton with as many rows as there are generations, staggered in time. */
export const skeleton: TemplateResult = html`<div class="frame">
  ${[0, 0.1, 0.24, 0.4, 0.56, 0.72].map(
    start =>
      html`<div class="generation" .style=${position('--s', start)}>
        <span class="bone"></span><span class="bone"></span>
      </div>`,
  )}
</div>`;
