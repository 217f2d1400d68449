import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Portal} from '../../model/records.js';
import type {RecordRef, Selection} from '../../model/selection.js';
import {joinFacts} from '../../model/text.js';
import {renderFamilyLabel, isKnownFamily} from '../parts/records/family-label.js';
import {renderHeading} from '../parts/heading.js';
import {renderImage, isDeferred} from '../parts/pictures/picture.js';
import {renderPattern} from './cover-pattern.js';
import {factsOf} from './facts.js';
import type {RelatedRecords} from './related-records.js';

/** Data and callbacks that all cards of a widget share. */
export interface CardContext {
  readonly i18n: LocalizeController<'portalCards'>;
  readonly colon: string;
  readonly headingLevel: number;
  /** True if the heading above names the family. */
  readonly isGrouped: boolean;
  /** Projects and programmes loaded so far. */
  readonly related: RelatedRecords;
  /** True while programmes or projects are loading. */
  readonly isLoadingRelated: boolean;
  readonly selection: Selection;
  /** URLs of pictures that failed to load. */
  readonly failedPictures: ReadonlySet<string>;
  /** First portal of the page added last. */
  readonly firstNewPortal: Portal | undefined;
  renderLink(portal: Portal): unknown;
  /** Highlights a portal here and in linked widgets, or none. */
  highlight(portal: Portal | undefined): void;
  onPictureError(url: string): void;
}

/** Replaces spaces by no-break spaces in a fact shorter than 20 characters. */
const keepOnOneLine = (fact: string): string =>
  fact.length < 20 ? fact.replaceAll(' ', '\u00a0') : fact;

/** Renders one card. The title comes first in the DOM, for screen readers. */
export function renderCard(portal: Portal, context: CardContext): TemplateResult {
  const {i18n, related} = context;
  const {messages} = i18n;
  const {family, accent, status} = portal;
  const description = i18n.text(portal.description);
  const foreignLanguage = description.lang ?? i18n.text(portal.title).lang;
  const languageNote = foreignLanguage
    ? messages.inLanguage(i18n.languageName(foreignLanguage))
    : '';
  const years = related.yearsOf(portal, i18n);
  const details = [years, status === 'archive' && messages.archived].filter(Boolean).join(' · ');
  const showsFamily = family && !(context.isGrouped && isKnownFamily(family));
  // Reserve the line: projects that are still loading may add years.
  const hasDetails =
    showsFamily || details || languageNote || (context.isLoadingRelated && portal.projects?.length);
  const classes = [
    isKnownFamily(family) && family,
    accent && 'tinted',
    isHighlighted(portal, context) && 'lit',
  ];
  const highlight = (): void => context.highlight(portal);
  const clearHighlight = (): void => context.highlight(undefined);
  return html`<article
    class="card ${classes.filter(Boolean).join(' ')}"
    part="card"
    id=${portal === context.firstNewPortal ? 'newest' : nothing}
    .style=${accent ? `--_accent:${accent}` : ''}
    @pointerenter=${highlight}
    @pointerleave=${clearHighlight}
    @focusin=${highlight}
    @focusout=${clearHighlight}
  >
    ${renderHeading(context.headingLevel, context.renderLink(portal))}
    ${
      hasDetails
        ? html`<p class="mark small">
            ${showsFamily ? renderFamilyLabel(messages, family) : nothing} ${details}
            ${languageNote}
          </p>`
        : nothing
    }
    <p class="text" lang=${description.lang ?? nothing}>${description.value}</p>
    <p class="facts small ${portal.programme === undefined ? '' : 'long'}" part="facts">
      ${joinFacts(factsOf(portal, i18n, related, context.colon).map(keepOnOneLine), '\u00a0· ')}
    </p>
    ${renderCover(portal, context)}
  </article>`;
}

function renderCover(portal: Portal, {i18n, failedPictures, onPictureError}: CardContext): unknown {
  const {cover} = portal;
  if (!cover || failedPictures.has(cover.src) || isDeferred(cover.src))
    return renderPattern(portal);
  return html`<span class="cover" part="cover"
    >${renderImage(cover, i18n, () => onPictureError(cover.src))}</span
  >`;
}

/** True if a portal, or one of its projects or programmes, is highlighted or selected here or in a linked widget. */
function isHighlighted(portal: Portal, {selection, related}: CardContext): boolean {
  const isRelatedTo = (ref: RecordRef | undefined): boolean => {
    const id = String(ref?.id);
    switch (ref?.collection) {
      case 'portals':
        return id === String(portal.id);
      case 'projects':
        return !!related.projectsOf(portal).some(project => id === String(project.id));
      case 'programmes':
        return id === String(portal.programme);
      default:
        return false;
    }
  };
  return isRelatedTo(selection.highlighted) || isRelatedTo(selection.selected);
}

/** Renders the placeholder of one card. */
export const renderSkeleton = (): TemplateResult =>
  html`<div class="card">
    <span class="cover"></span><span class="bone mark"></span><span class="bone title"></span
    ><span class="bone text"></span>
  </div>`;
