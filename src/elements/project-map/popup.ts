import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Family, Project} from '../../model/records.js';
import {familyMark} from '../family-mark.js';
import {sign} from './controls.js';
import {factsOf} from './place-list.js';

/** What a marker opens: a small dialog that leaves the page alone, held above its place by the map. */
export function createPopup(): HTMLElement {
  const popup = document.createElement('div');
  popup.className = 'popup';
  popup.part.add('popup');
  popup.role = 'dialog';
  popup.tabIndex = -1;
  popup.setAttribute('aria-labelledby', 'popup-title');
  return popup;
}

/** One project, or those that no zoom can part. */
export function renderPopup(
  projects: readonly Project[],
  family: Family | undefined,
  i18n: LocalizeController,
  link: (project: Project) => unknown,
  close: () => void,
): TemplateResult {
  const {messages, number} = i18n;
  const [first] = projects;
  const {length} = projects;
  return html`
    ${length === 1 && family ? familyMark(messages, family) : nothing}
    <p class="title" id="popup-title">
      ${length === 1 && first ? link(first) : messages.projects(length, number(length))}
    </p>
    ${
      length === 1 && first
        ? html`<p class="small">${factsOf(first, i18n)}</p>`
        : html`<ul>
            ${projects.map(project => html`<li>${link(project)}</li>`)}
          </ul>`
    }
    <button class="button close" type="button" aria-label=${messages.close} @click=${close}>
      ${sign('M4 4l8 8M12 4l-8 8')}
    </button>
  `;
}
