import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatNumber} from '../../i18n/format.js';
import type {Messages} from '../../i18n/messages.js';
import {splitOpening} from '../../model/excerpt.js';
import {bindSpaces} from '../../i18n/no-break.js';
import type {Picture, Resource} from '../../model/records.js';
import type {LocalizedText} from '../../model/text.js';
import {actionLabel} from '../parts/records/record-labels.js';
import {renderHeading} from '../parts/elements.js';
import {renderImage, isDeferred} from '../parts/pictures/picture.js';
import {renderAltTexts, renderDeferredPictures} from '../parts/pictures/deferred-pictures.js';
import {type PictureComparison, comparedPicture} from '../parts/pictures/picture-comparison.js';
import type {Step} from './steps.js';

/** Data and callbacks shared by all steps of a story. */
export interface StepContext {
  readonly i18n: LocalizeController<'story' | 'pictureComparison' | 'places'>;
  readonly headingLevel: number;
  /** Number of the current step, from 1. */
  readonly currentNumber: number;
  /** Number of the step whose picture is on the stage beside the text. */
  readonly stageNumber: number | undefined;
  /** URLs of pictures that failed to load. */
  readonly failedPictures: ReadonlySet<string>;
  comparisonOf(step: Step): PictureComparison;
  resourceOf(step: Step): Resource | undefined;
  renderLink(resource: Resource): unknown;
  onPictureError(url: string): void;
  /** Shows the place of a step on the map; undefined if there is no map. */
  readonly showOnMap: ((step: Step) => void) | undefined;
}

/** Returns the title of a step, or its number as text if it has none. */
export const stepTitle = (
  step: Step,
  i18n: {messages: Messages<'story'>; text: StepContext['i18n']['text']},
): string => i18n.text(step.title).value || i18n.messages.step(String(step.number));

export function renderSteps(
  steps: readonly Step[],
  context: StepContext,
): readonly TemplateResult[] {
  let previous: Step | undefined;
  return steps.map(step => {
    const rendered = renderStep(step, context, previous);
    if (step.geo) previous = step;
    return rendered;
  });
}

/**
 * Renders a step in reading order: heading, text, place, link, then the pictures.
 *
 * @param previous Last step before it that has a place: the same place is not named again.
 */
function renderStep(step: Step, context: StepContext, previous: Step | undefined): TemplateResult {
  const isCurrent = step.number === context.currentNumber;
  return html`<li
    class="step ${isCurrent ? 'read' : ''} ${step.number === context.stageNumber ? 'staged' : ''}"
    part="step"
    tabindex="-1"
    aria-current=${isCurrent ? 'step' : nothing}
  >
    <div class="words">
      ${step.slot ? renderSlot(step) : renderText(step, context)}
      ${renderPlace(step, context, previous)}
    </div>
    ${isPictured(step) ? html`<div class="exhibit">${renderPictures(step, context)}</div>` : nothing}
  </li>`;
}

const renderYear = (step: Step): unknown =>
  step.year === undefined ? nothing : html`<span class="year">${step.year}</span>`;

/** Renders the page's own section, which brings its own heading. */
const renderSlot = (step: Step): TemplateResult =>
  html`${step.year === undefined ? nothing : html`<p>${renderYear(step)}</p>`}<slot
      name=${step.slot ?? ''}
    ></slot>`;

function renderText(step: Step, context: StepContext): TemplateResult {
  const {i18n} = context;
  const title = i18n.text(step.title);
  const text = i18n.text(step.text);
  const resource = context.resourceOf(step);
  return html`${renderHeading(
    context.headingLevel,
    html`${renderYear(step)} <span lang=${title.lang ?? nothing}>${stepTitle(step, i18n)}</span>`,
  )}
  ${renderParagraphs(text)}
  ${
    resource
      ? html`<p class="small">
          ${i18n.messages.readOn}${i18n.colon}${context.renderLink(resource)}
        </p>`
      : nothing
  }`;
}

/** Splits a text into paragraphs at empty lines. */
export const splitParagraphs = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).filter(paragraph => paragraph.trim());

/** Maximum length of a sentence that opens a step in larger type, in characters. */
const MAX_OPENING_LENGTH = 160;

/** Renders the text of a step, its first sentence in larger type. */
function renderParagraphs({value, lang}: LocalizedText): unknown {
  const [first = '', ...others] = splitParagraphs(value);
  const [opening, rest] = splitOpening(first.trim(), MAX_OPENING_LENGTH);
  const renderParagraph = (text: string, className?: string): unknown =>
    text
      ? html`<p class=${className ?? nothing} lang=${lang ?? nothing}>${bindSpaces(text)}</p>`
      : nothing;
  return [
    renderParagraph(opening, 'opening'),
    ...[rest, ...others].map(text => renderParagraph(text)),
  ];
}

/** True if a step has a picture, or two to compare. */
export const isPictured = ({slot, before, after, image}: Step): boolean =>
  !slot && Boolean(before ?? after ?? image);

/**
 * Returns the number of the step whose picture is on the stage: the current step; without a map, the last step up to
 * there that has a picture.
 */
export const stageNumber = (
  steps: readonly Step[],
  currentIndex: number,
  hasMap: boolean,
): number | undefined =>
  steps
    .slice(0, currentIndex + 1)
    .filter(step => hasMap || isPictured(step))
    .at(-1)?.number;

/** Returns the place of a step as text, its commune or else its coordinates, and true for coordinates. */
function placeNameOf(step: Step, {i18n, resourceOf}: StepContext): [string, boolean] {
  const {geo} = step;
  const commune = i18n.placeName(resourceOf(step)?.commune?.name);
  if (commune || !geo) return [commune, false];
  const formatDegrees = (angle: number): string => formatNumber(i18n.language, Math.abs(angle), 4);
  const {lat, lon} = geo;
  return [
    i18n.messages.coordinates(formatDegrees(lat), lat < 0, formatDegrees(lon), lon < 0),
    true,
  ];
}

/** Renders the place of a step as text, so that the map is not needed, unless the step before it has the same. */
function renderPlace(step: Step, context: StepContext, previous: Step | undefined): unknown {
  if (!step.geo) return nothing;
  const {messages} = context.i18n;
  const [placeName, isBare] = placeNameOf(step, context);
  const isSame = previous !== undefined && placeNameOf(previous, context)[0] === placeName;
  const {showOnMap} = context;
  if (isSame && !showOnMap) return nothing;
  return html`<p class="place small ${isBare ? 'bare' : ''} ${isSame ? 'same' : ''}">
    ${isSame ? nothing : html`<span>${messages.place}${context.i18n.colon}${placeName}</span>`}
    ${
      showOnMap
        ? html`<button class="quiet" type="button" @click=${() => showOnMap(step)}>
            ${actionLabel(
              messages.seeOnMap,
              {...context.i18n.text(step.title), value: stepTitle(step, context.i18n)},
              context.i18n,
            )}
          </button>`
        : nothing
    }
  </p>`;
}

function renderPictures(step: Step, context: StepContext): unknown {
  const {before, after, image: picture} = step;
  const {i18n} = context;
  if (before || after) {
    const toView = (picture: Picture | undefined) => picture && comparedPicture(picture, i18n);
    return html`<div class="picture">
      ${context.comparisonOf(step).render({before: toView(before), after: toView(after), mode: 'slide'})}
    </div>`;
  }
  if (!picture) return nothing;
  const {src, alt, credit} = picture;
  const altText = i18n.text(alt);
  return html`<figure
    class="picture"
    part="picture"
    role=${credit ? 'figure' : nothing}
    aria-label=${credit || nothing}
  >
    ${
      context.failedPictures.has(src)
        ? html`<p class="notice">${renderAltTexts(i18n.messages.pictureLost, [altText], i18n)}</p>`
        : isDeferred(src)
          ? renderDeferredPictures([{src, alt: altText}], i18n)
          : renderImage(picture, i18n, {
              className: (picture.height ?? 0) > (picture.width ?? 0) ? 'tall' : '',
              onError: () => context.onPictureError(src),
            })
    }
    ${credit ? html`<figcaption class="small">${credit}</figcaption>` : nothing}
  </figure>`;
}
