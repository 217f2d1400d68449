import {css, html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {bindSpaces} from '../../i18n/no-break.js';
import type {Story} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {skeletonTextStyles} from '../../styles/skeleton-text.styles.js';
import {renderHeading} from '../parts/heading.js';
import {renderLanguageNote, renderRecordTitle} from '../parts/records/record-link.js';
import {splitParagraphs} from './render-step.js';

/** Renders the title of a story and its introduction. */
export function renderStoryHeader(
  host: WidgetHost,
  i18n: LocalizeController<'story'>,
  record: Story,
): TemplateResult {
  const intro = i18n.text(record.intro);
  return html`<header>
    ${renderHeading(
      host.level,
      html`<span id="name">${renderRecordTitle(host, record)}</span
        >${renderLanguageNote(i18n, record)}`,
    )}
    ${splitParagraphs(intro.value).map(text => html`<p lang=${intro.lang ?? nothing}>${bindSpaces(text)}</p>`)}
  </header>`;
}

/** Renders the placeholders of a story: its title, and its first steps beside the stage. */
export const renderSkeleton = (hasStage: boolean): TemplateResult =>
  html`<div class="story ${hasStage ? 'mapped has-stage' : ''}">
    <header><span class="bone title">.</span><span class="bone text"></span></header>
    <div class="body">
      <div class="reading">
        ${hasStage ? html`<div class="beside"><div class="bone stage"></div></div>` : nothing}
        <div class="steps">
          ${[1, 2].map(
            () =>
              html`<div class="step">
                <div class="words">
                  <span class="bone title">.</span><span class="bone text"></span>
                </div>
              </div>`,
          )}
        </div>
      </div>
    </div>
  </div>`;

/** Drawing of a story that has failed to load: its first step beside the stage. */
export const drawingStyles = [
  skeletonTextStyles,
  css`
    .drawing :is(header, .step + .step) {
      display: none;
    }
    .drawing .stage {
      block-size: 12em;
    }
    .drawing :is(.step.step, .beside) {
      min-block-size: 0;
      margin: 0;
      padding-block: 0;
    }
  `,
];
