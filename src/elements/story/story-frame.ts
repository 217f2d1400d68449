import {css, html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {bindSpaces} from '../../i18n/no-break.js';
import type {Story} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {skeletonTextStyles} from '../../styles/skeleton-text.styles.js';
import {renderHeading} from '../parts/elements.js';
import {renderLanguageNote, renderRecordTitle} from '../parts/records/record-link.js';
import {splitParagraphs, stepTitle} from './render-step.js';
import {renderIcon} from '../parts/map/map-controls.js';
import type {Step} from './steps.js';

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

/** Styles of the skeleton, and of the drawing of a story that has failed to load: its first step beside the stage. */
export const drawingStyles = [
  skeletonTextStyles,
  css`
    .bone.title {
      inline-size: 80%;
    }
    .bone.text {
      block-size: 8.25em;
    }
    header > .bone.text {
      block-size: 3.75em;
    }
    .skeleton .steps {
      background: none;
    }
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

/** Steps of a story, the current one, and the messages to render them. */
interface StoryProgress {
  readonly i18n: LocalizeController<'story'>;
  readonly host: WidgetHost;
  readonly steps: readonly Step[];
  /** Index from 0. */
  readonly current: number;
}

/** Returns the position of a step as text: `Étape 2 sur 7`. */
export const formatProgress = (
  {i18n, steps}: Pick<StoryProgress, 'i18n' | 'steps'>,
  {number}: Step,
): string => i18n.messages.stepOf(i18n.number(number), i18n.number(steps.length));

/** Maximum number of columns of the contents. */
const MAX_COLUMNS = 5;

/** Returns the number of columns, 3 to 5, in which the rows of the contents have about the same length. */
const columnCount = ({length}: readonly Step[]): number =>
  length > MAX_COLUMNS ? Math.ceil(length / Math.ceil(length / MAX_COLUMNS)) : MAX_COLUMNS;

/** True if so many steps have a year that years are enough to find them. */
const isDated = (steps: readonly Step[]): boolean =>
  steps.filter(({year}) => year !== undefined).length > 0.7 * steps.length;

/** Renders a list of links to the steps, by year or by title; nothing for fewer than two. */
export function renderContents(
  {host, i18n, steps, current}: StoryProgress,
  onLinkClick: (step: Step, event: MouseEvent) => void,
): unknown {
  const hasYears = isDated(steps);
  // A year is one link to its first step; a step without one is a dot.
  const entries = steps.filter(
    ({year}, index) => !hasYears || year === undefined || year !== steps[index - 1]?.year,
  );
  if (entries.length < 2) return nothing;
  const currentEntry = entries.filter(({number}) => number <= current + 1).at(-1);
  const renderLink = (step: Step): TemplateResult => {
    const title = stepTitle(step, i18n);
    return html`<li>
      <a
        href="#${step.fragment}"
        lang=${i18n.text(step.title).lang ?? nothing}
        aria-current=${step === currentEntry ? 'step' : nothing}
        title=${hasYears ? title : nothing}
        @click=${(click: MouseEvent) => onLinkClick(step, click)}
        >${hasYears ? html`${step.year ?? '·'} <span class="sr">${title}</span>` : title}</a
      >
    </li>`;
  };
  return html`<nav
    class="contents small"
    part="contents"
    aria-label=${host.regionName(i18n.messages.steps)}
  >
    <ol class=${hasYears ? 'dated' : `columns-${columnCount(steps)}`}>
      ${entries.map(renderLink)}
    </ol>
  </nav>`;
}

/** Returns how much of a story has been read, in percent. */
export const progressPercentage = ({
  steps,
  current,
}: Pick<StoryProgress, 'steps' | 'current'>): number =>
  Math.round(((current + 1) / steps.length) * 100);

/** Renders the position in the story, with buttons for the previous and the next step. */
export function renderProgress(progress: StoryProgress, moveBy: (offset: number) => void): unknown {
  const {i18n, steps, current} = progress;
  const {messages} = i18n;
  const step = steps[current];
  if (!step || steps.length < 2) return nothing;
  const renderButton = (label: string, iconPath: string, offset: number): TemplateResult =>
    html`<button
      class="button"
      type="button"
      title=${label}
      aria-disabled=${steps[current + offset] ? nothing : 'true'}
      @click=${({currentTarget}: Event) => {
        // Safari does not focus a button that is clicked.
        (currentTarget as HTMLElement).focus({preventScroll: true});
        moveBy(offset);
      }}
    >
      ${renderIcon(iconPath)}<span class="sr">${label}</span>
    </button>`;
  return html`<div class="progress" part="progress">
    <p class="small">${formatProgress(progress, step)}</p>
    ${renderButton(messages.previousStep, 'M8 13V3M3.5 7.5 8 3l4.5 4.5', -1)}
    ${renderButton(messages.nextStep, 'M8 3v10M3.5 8.5 8 13l4.5-4.5', 1)}
  </div>`;
}
