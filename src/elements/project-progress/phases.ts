import {html, nothing, type TemplateResult} from 'lit';
import type {ContentController} from '../../controllers/content-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {periodWords} from '../../controllers/period-words.js';
import type {Phase} from '../../model/records.js';
import {phaseState} from './standing.js';

/** Phase to render, from a record or from the page. */
export interface ShownPhase extends Phase {
  /** Name of the slot that shows the page's own item. */
  readonly slot?: string | undefined;
}

/** Returns the phases that the page has written into the widget, or those of the record. */
export function phasesIn(content: ContentController, phases: readonly Phase[] = []) {
  if (content.nodes.length === 0) return phases;
  return content.nodes.flatMap((node, index): readonly ShownPhase[] => {
    const {state} = node.dataset;
    if (!/^[ou]l$/.test(node.localName)) return [{slot: content.slotOf(index), state}];
    // Some editors wrap the items in a list, whose children cannot be slotted.
    return [...node.querySelectorAll('li')].map(item => ({
      title: item.textContent.replace(/\s+/g, ' ').trim(),
      state: item.dataset['state'],
    }));
  });
}

/** Renders the phases as a line of marks with text. */
export function renderPhases(
  phases: readonly ShownPhase[],
  i18n: LocalizeController<'projectProgress'>,
  now: Date,
): unknown {
  if (phases.length === 0) return nothing;
  const {messages} = i18n;
  const names = new Map([
    ['done', messages.phaseDone],
    ['now', messages.phaseNow],
    ['next', messages.phaseNext],
  ]);
  const phase = (one: ShownPhase): TemplateResult => {
    const state = phaseState(one, now);
    const title = i18n.text(one.title);
    const {start, end} = one.period ?? {};
    const period =
      state === 'next' && start && !end
        ? `${messages.phaseStarts}${i18n.colon}${i18n.date(start)}`
        : periodWords(i18n, one.period);
    return html`<li
      class="phase ${names.has(state) ? state : ''}"
      part="phase"
      aria-current=${state === 'now' ? 'step' : nothing}
    >
      ${state ? html`<p class="state">${names.get(state) ?? state}</p>` : nothing}
      <div class="what">
        ${
          one.slot
            ? html`<slot name=${one.slot}></slot>`
            : html`<span lang=${title.lang ?? nothing}>${title.value}</span>`
        }
      </div>
      ${period ? html`<p class="small">${period}</p>` : nothing}
    </li>`;
  };
  return html`<ol
    class="phases ${phases.length > MOST_IN_A_LINE ? 'many' : ''}"
    part="phases"
    aria-label=${messages.phases}
  >
    ${phases.map(phase)}
  </ol>`;
}

/** Maximum number of phases shown in a row; more are stacked at any width. */
const MOST_IN_A_LINE = 6;
