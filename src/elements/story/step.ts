import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatNumber} from '../../i18n/format.js';
import type {Messages} from '../../i18n/messages.js';
import type {Picture, Resource} from '../../model/records.js';
import {actOn} from '../act-on.js';
import {heading} from '../heading.js';
import {image, isSpared} from '../picture.js';
import {aboutPictures, renderSpared} from '../shown-picture.js';
import {type ThenAndNow, viewOf} from '../then-and-now.js';
import type {Step} from './steps.js';

/** Data and callbacks shared by all steps of a story. */
export interface Steps {
  readonly i18n: LocalizeController<'story' | 'thenAndNow' | 'places'>;
  readonly colon: string;
  /** Heading level of the steps. */
  readonly level: number;
  /** Number of the current step, from 1. */
  readonly current: number;
  /** URLs of pictures that failed to load. */
  readonly lost: ReadonlySet<string>;
  pair(step: Step): ThenAndNow;
  resource(step: Step): Resource | undefined;
  link(resource: Resource): unknown;
  lose(picture: string): void;
  /** Shows the place of a step on the map; undefined if there is no map. */
  readonly see: ((step: Step) => void) | undefined;
}

/** Returns the title of a step, or its number as text if it has none. */
export const stepTitle = (
  step: Step,
  i18n: {messages: Messages<'story'>; text: Steps['i18n']['text']},
): string => i18n.text(step.title).value || i18n.messages.step(String(step.number));

/** Renders a step in reading order: heading, text, place, link, then the pictures. */
export function renderStep(step: Step, steps: Steps): TemplateResult {
  const isRead = step.number === steps.current;
  const picture = step.slot ? nothing : renderPictures(step, steps);
  return html`<li
    class="step ${isRead ? 'read' : ''} ${picture === nothing ? '' : 'pictured'}"
    part="step"
    tabindex="-1"
    aria-current=${isRead ? 'step' : nothing}
  >
    <div class="words">
      ${step.slot ? renderSlot(step) : renderWords(step, steps)} ${renderPlace(step, steps)}
    </div>
    ${picture}
  </li>`;
}

const year = (step: Step): unknown =>
  step.year === undefined ? nothing : html`<span class="year">${step.year}</span>`;

/** Renders the page's own section, which brings its own heading. */
const renderSlot = (step: Step): TemplateResult =>
  html`${step.year === undefined ? nothing : html`<p>${year(step)}</p>`}<slot
      name=${step.slot ?? ''}
    ></slot>`;

function renderWords(step: Step, steps: Steps): TemplateResult {
  const {i18n, colon} = steps;
  const title = i18n.text(step.title);
  const text = i18n.text(step.text);
  const resource = steps.resource(step);
  return html`${heading(
    steps.level,
    html`${year(step)} <span lang=${title.lang ?? nothing}>${stepTitle(step, i18n)}</span>`,
  )}
  ${paragraphs(text.value).map(words => html`<p lang=${text.lang ?? nothing}>${words}</p>`)}
  ${
    resource
      ? html`<p class="small">${i18n.messages.readOn}${colon}${steps.link(resource)}</p>`
      : nothing
  }`;
}

/** Splits a text into paragraphs at empty lines. */
export const paragraphs = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).filter(words => words.trim());

/** Renders the place of a step as text, so that the map is not needed. */
function renderPlace(step: Step, steps: Steps): unknown {
  const {geo} = step;
  if (!geo) return nothing;
  const {messages, language} = steps.i18n;
  const commune = steps.i18n.place(steps.resource(step)?.commune?.name);
  const degrees = (angle: number): string => formatNumber(language, Math.abs(angle), 4);
  const where =
    commune || messages.coordinates(degrees(geo.lat), geo.lat < 0, degrees(geo.lon), geo.lon < 0);
  const {see} = steps;
  return html`<p class="place small ${commune ? '' : 'bare'}">
    <span>${messages.place}${steps.colon}${where}</span>
    ${
      see
        ? html`<button class="quiet" type="button" @click=${() => see(step)}>
            ${actOn(
              messages.seeOnMap,
              {...steps.i18n.text(step.title), value: stepTitle(step, steps.i18n)},
              steps.colon,
            )}
          </button>`
        : nothing
    }
  </p>`;
}

function renderPictures(step: Step, steps: Steps): unknown {
  const {before, after, image: picture} = step;
  const {i18n} = steps;
  if (before || after) {
    const view = (picture: Picture | undefined) => picture && viewOf(picture, i18n);
    return html`<div class="picture">
      ${steps.pair(step).render({before: view(before), after: view(after), mode: 'slide'})}
    </div>`;
  }
  if (!picture) return nothing;
  const {src, alt, credit} = picture;
  const words = i18n.text(alt);
  return html`<figure
    class="picture"
    part="picture"
    role=${credit ? 'figure' : nothing}
    aria-label=${credit || nothing}
  >
    ${
      steps.lost.has(src)
        ? html`<p class="notice">${aboutPictures(i18n.messages.pictureLost, [words], i18n)}</p>`
        : isSpared(src)
          ? renderSpared([{src, alt: words}], i18n)
          : image(picture, i18n, () => steps.lose(src))
    }
    ${credit ? html`<figcaption class="small">${credit}</figcaption>` : nothing}
  </figure>`;
}
