import {html, nothing} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {FACT_SEPARATOR, type LocalizedText} from '../../../model/text.js';
import {renderHeading} from '../heading.js';
import {formatDateTime} from './meeting.js';
import {participationState} from './project-state.js';

export interface Participation {
  readonly label: LocalizedText;
  /** Validated URL. */
  readonly href: string | undefined;
  readonly until: string | undefined;
  /** State set by the page. */
  readonly explicitState: string;
}

/** Renders the call for participation with its deadline. A closed one has no link; one of the future no emphasis. */
export function renderParticipation(
  {label, href, until, explicitState}: Participation,
  i18n: LocalizeController<'projectProgress'>,
  headingLevel: number,
  now: Date,
): unknown {
  if (!href && !label.value && !until && !explicitState) return nothing;
  const {messages} = i18n;
  const state = participationState(explicitState, until, now);
  const isOpen = state !== 'closed' && state !== 'soon';
  const linkText = html`<span lang=${label.lang ?? nothing}
    >${label.value || messages.takePart}</span
  >`;
  return html`<div class="card participation ${isOpen ? '' : 'over'}" part="participation">
    ${renderHeading(headingLevel, messages.participation)} ${renderState(state, until, i18n)}
    ${
      state === 'closed'
        ? nothing
        : href
          ? html`<p>
              <a
                class=${isOpen ? 'action' : ''}
                part="action"
                href=${href}
                rel="noopener"
                referrerpolicy="strict-origin-when-cross-origin"
                >${linkText}</a
              >
            </p>`
          : label.value
            ? html`<p>${linkText}</p>`
            : nothing
    }
  </div>`;
}

function renderState(
  state: string,
  until: string | undefined,
  i18n: LocalizeController<'projectProgress'>,
): unknown {
  const {messages} = i18n;
  const date = until && formatDateTime(until, i18n);
  const deadline =
    date && html`${messages.deadline}${i18n.colon}<time datetime=${until}>${date}</time>`;
  switch (state) {
    case 'open':
      return deadline ? html`<p>${deadline}</p>` : nothing;
    case 'closed':
      return html`<p><strong>${messages.closed}</strong> ${deadline}</p>`;
    case 'soon':
      return html`<p>${messages.opensSoon} ${deadline}</p>`;
    default:
      return html`<p>${state}${deadline && FACT_SEPARATOR}${deadline}</p>`;
  }
}
