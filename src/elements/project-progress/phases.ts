import {html, nothing, type TemplateResult} from 'lit';
import type {ContentController} from '../../controllers/content-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatPeriod} from '../../controllers/format-period.js';
import type {Family, Phase} from '../../model/records.js';
import {isKnownFamily} from '../parts/records/family-label.js';
import {phaseState} from '../parts/project/project-state.js';

/** Phase to render, from a record or from the page. */
export interface PhaseItem extends Phase {
  /** Name of the slot that shows the page's own item. */
  readonly slot?: string | undefined;
}

/** Returns the phases written in the page, or else the phases of the record. */
export function phaseItems(content: ContentController, phases: readonly Phase[] = []) {
  if (content.nodes.length === 0) return phases;
  return content.nodes.flatMap((node, index): readonly PhaseItem[] => {
    const {state} = node.dataset;
    if (!/^[ou]l$/.test(node.localName)) return [{slot: content.slotName(index), state}];
    // Some editors wrap the items in a list, whose children cannot be slotted.
    return [...node.querySelectorAll('li')].map(item => ({
      title: item.textContent.replace(/\s+/g, ' ').trim(),
      state: item.dataset['state'],
    }));
  });
}

/** Renders the phases as a line of marks with text, in the colour of the family of their project. */
export function renderPhases(
  phases: readonly PhaseItem[],
  i18n: LocalizeController<'projectProgress'>,
  now: Date,
  family: Family | undefined,
): unknown {
  const {messages} = i18n;
  const names = new Map([
    ['done', messages.phaseDone],
    ['now', messages.phaseNow],
    ['next', messages.phaseNext],
  ]);
  const renderPhase = (one: PhaseItem): TemplateResult => {
    const state = phaseState(one, now);
    const title = i18n.text(one.title);
    const {start, end} = one.period ?? {};
    const period =
      state === 'next' && start && !end
        ? `${messages.phaseStarts}${i18n.colon}${i18n.date(start)}`
        : formatPeriod(i18n, one.period);
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
    class="phases ${phases.length > MAX_PHASES_IN_ROW ? 'many' : ''} ${isKnownFamily(family) ? family : ''}"
    part="phases"
    aria-label=${messages.phases}
  >
    ${phases.map(renderPhase)}
  </ol>`;
}

/** Maximum number of phases shown in a row; more are stacked at any width. */
const MAX_PHASES_IN_ROW = 6;

/** Placeholder of a project: its title, four phases, and a card with an action. */
export const skeleton: TemplateResult = html`<div class="body">
  <span class="bone title">.</span>
  <div class="phases">
    ${[1, 2, 3, 4].map(
      () =>
        html`<div class="phase">
          <span class="bone state">.</span><span class="bone">.</span
          ><span class="bone small">.</span>
        </div>`,
    )}
  </div>
  <div class="acts"><div class="card"></div></div>
</div>`;
