import {html, nothing} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {SpokenText} from '../../model/text.js';
import {heading} from '../heading.js';
import {momentOf} from './meeting.js';
import {participationState} from './standing.js';

export interface Participation {
  readonly label: SpokenText;
  /** An address that may be followed. */
  readonly href: string | undefined;
  readonly until: string | undefined;
  /** What the page says of it. */
  readonly said: string;
}

/** How to take part, and until when. One that is over says so, and has no bright link any more. */
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
