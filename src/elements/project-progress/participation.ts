import {html, nothing} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {SpokenText} from '../../model/text.js';
import {heading} from '../heading.js';
import {momentOf} from './meeting.js';
import {participationState} from './standing.js';

export interface Participation {
  readonly label: SpokenText;
  /** Validated URL. */
  readonly href: string | undefined;
  readonly until: string | undefined;
  /** State set by the page. */
  readonly said: string;
}

/** Renders the call for participation with its deadline. A closed one says so, and its link is no longer emphasized. */
export function renderParticipation(
  {label, href, until, said}: Participation,
  i18n: LocalizeController<'projectProgress'>,
  level: number,
  now: Date,
): unknown {
  if (!href && !label.value && !until && !said) return nothing;
  const {messages} = i18n;
  const state = participationState(said, until, now);
  const isBright = state !== 'closed' && state !== 'soon';
  const words = html`<span lang=${label.lang ?? nothing}
    >${label.value || messages.takePart}</span
  >`;
  return html`<div class="card participation ${isBright ? '' : 'over'}" part="participation">
    ${heading(level, messages.participation)} ${sentence(state, until, i18n)}
    ${
      href
        ? html`<p>
            <a
              class=${isBright ? 'action' : ''}
              part="action"
              href=${href}
              rel="noopener"
              referrerpolicy="strict-origin-when-cross-origin"
              >${words}</a
            >
          </p>`
        : label.value
          ? html`<p>${words}</p>`
          : nothing
    }
  </div>`;
}

function sentence(
  state: string,
  until: string | undefined,
  i18n: LocalizeController<'projectProgress'>,
): unknown {
  const {messages} = i18n;
  const date = until && momentOf(until, i18n);
  const limit = date && html`<time datetime=${until}>${date}</time>`;
  switch (state) {
    case 'open':
      return limit ? html`<p>${messages.deadline}${i18n.colon}${limit}</p>` : nothing;
    case 'closed':
      return html`<p>
        <strong>${messages.closed}</strong>${
          limit ? html` ${messages.deadlineWas}${i18n.colon}${limit}` : nothing
        }
      </p>`;
    case 'soon':
      return html`<p>
        ${messages.opensSoon}${limit ? html` ${messages.deadline}${i18n.colon}${limit}` : nothing}
      </p>`;
    default:
      return html`<p>
        ${state}${limit ? html` · ${messages.deadline}${i18n.colon}${limit}` : nothing}
      </p>`;
  }
}
