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

/** What all cards of a widget are drawn with. */
export interface Cards {
  readonly i18n: LocalizeController;
  readonly colon: string;
  readonly level: number;
  /** Whether a heading above says the family. */
  readonly isGrouped: boolean;
  /** Undefined as long as it is on its way, and where no portal has any. */
  readonly related: Related | undefined;
  /** Whether programmes and projects are still on their way. */
  readonly isAwaiting: boolean;
  readonly selection: Selection;
  /** Addresses of pictures that could not be had. */
  readonly broken: ReadonlySet<string>;
  /** The first of those that came last. */
  readonly newest: Portal | undefined;
  link(portal: Portal): unknown;
  /** What stands for the picture of a portal that has none. */
  pattern(portal: Portal): unknown;
  /** The reader points at a portal, or no longer at any. */
  point(portal: Portal | undefined): void;
  lose(picture: string): void;
}

/** A few words that belong on one line. */
const unbroken = (fact: string): string =>
  fact.length < 20 ? fact.replaceAll(' ', '\u00a0') : fact;

/** Family, years, title, two lines of text, facts; the title comes first for those who listen. */
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
  // Projects that are on their way may bring years.
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

/** Whether a reader points at this portal, or at something of it, here or in a linked widget. */
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

/** The boxes of a card that is not there yet. */
export const renderBones = (): TemplateResult =>
  html`<div class="card">
    <span class="cover"></span><span class="bone mark"></span><span class="bone title"></span
    ><span class="bone text"></span>
  </div>`;
