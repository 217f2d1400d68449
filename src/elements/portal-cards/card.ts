import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Portal} from '../../model/records.js';
import type {RecordRef, Selection} from '../../model/selection.js';
import {inLine} from '../../model/text.js';
import {familyMark, isFamily} from '../family-mark.js';
import {heading} from '../heading.js';
import {image, isSpared} from '../picture.js';
import {factsOf} from './facts.js';
import type {Related} from './related.js';

/** Data and callbacks that all cards of a widget share. */
export interface Cards {
  readonly i18n: LocalizeController;
  readonly colon: string;
  readonly level: number;
  /** True if the heading above names the family. */
  readonly isGrouped: boolean;
  /** Undefined while loading, or if no portal has related records. */
  readonly related: Related | undefined;
  /** True while programmes or projects are loading. */
  readonly isAwaiting: boolean;
  readonly selection: Selection;
  /** URLs of pictures that failed to load. */
  readonly broken: ReadonlySet<string>;
  /** First portal of the page added last. */
  readonly newest: Portal | undefined;
  link(portal: Portal): unknown;
  /** Renders the pattern of a portal without a picture. */
  pattern(portal: Portal): unknown;
  /** Highlights a portal here and in linked widgets, or none. */
  point(portal: Portal | undefined): void;
  lose(picture: string): void;
}

/** Replaces spaces by no-break spaces in a fact shorter than 20 characters. */
const unbroken = (fact: string): string =>
  fact.length < 20 ? fact.replaceAll(' ', '\u00a0') : fact;

/** Renders one card. The title comes first in the DOM, for screen readers. */
export function renderCard(portal: Portal, cards: Cards): TemplateResult {
  const {i18n, related} = cards;
  const {messages} = i18n;
  const {family, accent, status} = portal;
  const text = i18n.text(portal.description);
  const foreign = text.lang ?? i18n.text(portal.title).lang;
  const spoken = foreign ? messages.inLanguage(i18n.languageName(foreign)) : '';
  const years = related?.yearsOf(portal, i18n);
  const marks = [years, status === 'archive' && messages.archived].filter(Boolean).join(' · ');
  const saysFamily = family && !(cards.isGrouped && isFamily(family));
  // Reserve the line: projects that are still loading may add years.
  const hasMark = saysFamily || marks || spoken || (cards.isAwaiting && portal.projects?.length);
  const classes = [isFamily(family) && family, accent && 'tinted', isLit(portal, cards) && 'lit'];
  const point = (): void => cards.point(portal);
  const leave = (): void => cards.point(undefined);
  return html`<article
    class="card ${classes.filter(Boolean).join(' ')}"
    part="card"
    id=${portal === cards.newest ? 'newest' : nothing}
    .style=${accent ? `--_accent:${accent}` : ''}
    @pointerenter=${point}
    @pointerleave=${leave}
    @focusin=${point}
    @focusout=${leave}
  >
    ${heading(cards.level, cards.link(portal))}
    ${
      hasMark
        ? html`<p class="mark small">
            ${saysFamily ? familyMark(messages, family) : nothing} ${marks} ${spoken}
          </p>`
        : nothing
    }
    <p class="text" lang=${text.lang ?? nothing}>${text.value}</p>
    <p class="facts small ${portal.programme === undefined ? '' : 'long'}" part="facts">
      ${inLine(factsOf(portal, i18n, related, cards.colon).map(unbroken), '\u00a0· ')}
    </p>
    ${renderCover(portal, cards)}
  </article>`;
}

function renderCover(portal: Portal, {i18n, broken, pattern, lose}: Cards): unknown {
  const {cover} = portal;
  if (!cover || broken.has(cover.src) || isSpared(cover.src)) return pattern(portal);
  return html`<span class="cover" part="cover">${image(cover, i18n, () => lose(cover.src))}</span>`;
}

/** True if a portal, or one of its projects or programmes, is highlighted or selected here or in a linked widget. */
function isLit(portal: Portal, {selection, related}: Cards): boolean {
  const holds = (ref: RecordRef | undefined): boolean => {
    const id = String(ref?.id);
    switch (ref?.collection) {
      case 'portals':
        return id === String(portal.id);
      case 'projects':
        return !!related?.projectsOf(portal).some(project => id === String(project.id));
      case 'programmes':
        return id === String(portal.programme);
      default:
        return false;
    }
  };
  return holds(selection.pointed) || holds(selection.chosen);
}

/** Renders the placeholder of one card. */
export const renderBones = (): TemplateResult =>
  html`<div class="card">
    <span class="cover"></span><span class="bone mark"></span><span class="bone title"></span
    ><span class="bone text"></span>
  </div>`;
