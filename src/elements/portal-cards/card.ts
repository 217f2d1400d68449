import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Portal} from '../../model/records.js';
import type {RecordRef} from '../../controllers/selection-controller.js';
import {excerptOf} from '../../model/excerpt.js';
import {bindSpaces} from '../../i18n/no-break.js';
import {joinFacts} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {EntryHighlight} from '../parts/entry-highlight.js';
import {isKnownFamily, renderFamilyLabel} from '../parts/records/family-label.js';
import {renderHeading} from '../parts/elements.js';
import {renderImage, isDeferred} from '../parts/pictures/picture.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import type {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import type {Covers} from './covers.js';
import {factsOf, type PortalFact, shortFactsOf, type RelatedRecords} from './facts.js';

/** Data and callbacks that all cards of a widget share. */
export interface CardContext {
  readonly host: WidgetHost;
  readonly i18n: LocalizeController<'portalCards'>;
  readonly headingLevel: number;
  /** True if the heading above names the family. */
  readonly isGrouped: boolean;
  /** Projects and programmes loaded so far. */
  readonly related: RelatedRecords;
  /** True while programmes or projects are loading. */
  readonly isLoadingRelated: boolean;
  /** Undefined until they are loaded. */
  readonly covers: Covers | undefined;
  /** URLs of pictures that failed to load. */
  readonly failedPictures: ReadonlySet<string>;
  readonly templates: RecordTemplateController;
  readonly highlight: EntryHighlight;
  onPictureError(url: string): void;
}

/** Replaces spaces by no-break spaces in a fact shorter than 20 characters. */
const keepOnOneLine = (fact: string): string =>
  fact.length < 20 ? fact.replaceAll(' ', '\u00a0') : fact;

/** Maximum length of facts that share a line, in characters: they fit a narrow card. */
const MAX_LINE = 37;

/**
 * Returns the separator before each fact: a dot between short ones, else a line break, so that no line begins or ends
 * with a dot.
 */
function factSeparators(facts: readonly PortalFact[]): readonly string[] {
  const separators = facts.map(() => '');
  let length = 0;
  for (let i = facts.length - 1; i > 0; i--) {
    length += (facts[i]?.value.length ?? 0) + 3;
    const fits = length + (facts[i - 1]?.value.length ?? 0) <= MAX_LINE;
    separators[i] = facts[i]?.isTranslation ? ' / ' : fits ? '\u00a0·\u00a0' : '\n';
    if (separators[i] === '\n') length = 0;
  }
  return separators;
}

/** Renders a fact after its separator, marked with its language if that is not the user's. */
const renderFact = ({value, lang}: PortalFact, separator: string): unknown => {
  const fact = keepOnOneLine(value);
  return lang
    ? html`${separator}<span lang=${lang}>${fact}</span>`
    : `${separator}${joinFacts([fact])}`;
};

/** Renders facts. Adjacent ones in the user's language are one text node, which stays in place when a fact is added. */
function renderFacts(facts: readonly PortalFact[]): readonly unknown[] {
  const separators = factSeparators(facts);
  const parts: unknown[] = [];
  facts.forEach((fact, i) => {
    const [part, last] = [renderFact(fact, separators[i] ?? ''), parts.at(-1)];
    if (typeof part === 'string' && typeof last === 'string') parts.splice(-1, 1, last + part);
    else parts.push(part);
  });
  return parts;
}

/** Renders facts in lines, without other ends of lines. */
export const renderFactLines = (
  facts: readonly PortalFact[],
  before: unknown = nothing,
  className = '',
): TemplateResult =>
  html`<p class="facts small ${className}" part="facts">${before}${renderFacts(facts)}</p>`;

/** Fact that is a number with its unit: `16 acteurs`. */
const FIGURE = /^(\d[\d\s.,]*)\s(\D+)$/;

/**
 * Renders the facts of a row: the first two with codes of languages, and the others where there is room. The credit of a
 * picture is not left out.
 */
const renderRowFacts = (
  facts: readonly PortalFact[],
  className: string,
  hasCredit: boolean,
): TemplateResult => {
  const shown = hasCredit ? facts.length : facts[2]?.isLanguages ? 3 : 2;
  const others = renderFacts(facts.slice(shown));
  const rest = others.length ? html`<span class="rest"><br />${others}</span>` : nothing;
  const parts = [...renderFacts(facts.slice(0, shown)), rest];
  return html`<p class="facts small ${className}" part="facts">${parts}</p>`;
};

/** Renders the facts of a lead: numbers as figures, unless there is only one, and others as lines beside them. */
function renderLeadFacts(facts: readonly PortalFact[], className: string): TemplateResult {
  const figures: unknown[] = [];
  const others: PortalFact[] = [];
  for (const fact of facts) {
    const [, figure, unit] = FIGURE.exec(fact.value) ?? [];
    if (figure) figures.push(html`<span><b class="figure">${figure}</b> ${unit}</span> `);
    else others.push(fact);
  }
  if (figures.length < 2) return renderFactLines(facts, nothing, className);
  return html`<p class="facts small ${className}" part="facts">
    ${figures}${others.length ? html`<span class="words">${renderFacts(others)}</span>` : nothing}
  </p>`;
}

/** Maximum length of a description, in characters. */
const [MAX_TEXT, MAX_LEAD_TEXT] = [260, 480];

/** Renders the tag of a card, whose content depends on the layout. */
export function renderArticle(
  portal: Portal,
  context: CardContext,
  className: string,
  content: unknown,
): TemplateResult {
  const {id, family, accent} = portal;
  const classes = [
    className,
    isKnownFamily(family) && family,
    accent && 'tinted',
    isHighlighted(portal, context) && 'lit',
  ];
  const highlight = (): void => context.highlight({collection: 'portals', id});
  const clearHighlight = (): void => context.highlight();
  return html`<article
    class="card ${classes.filter(Boolean).join(' ')}"
    part="card"
    .style=${accent ? `--_accent:${accent}` : ''}
    .portal=${portal}
    @pointerenter=${highlight}
    @pointerleave=${clearHighlight}
    @focusin=${highlight}
    @focusout=${clearHighlight}
  >
    ${context.templates.render(portal, context.i18n, context.headingLevel) ?? content}
  </article>`;
}

/** Renders one card. The title comes first in the DOM, for screen readers. */
export function renderCard(
  portal: Portal,
  context: CardContext,
  rank?: 'lead' | 'second' | 'row',
): TemplateResult {
  const isLead = rank === 'lead';
  const isSecond = rank === 'second';
  const {i18n, related} = context;
  const {messages} = i18n;
  const {family, url} = portal;
  const description = i18n.text(portal.description);
  const title = i18n.text(portal.title);
  // The two seconds are as high as the lead: the longer the title, the shorter the text.
  const max = isLead
    ? MAX_LEAD_TEXT
    : isSecond
      ? MAX_TEXT / (1 + title.value.length / 200)
      : MAX_TEXT;
  // A text that goes on nowhere else is shown whole.
  const text = excerptOf(description.value, url ? max : Infinity);
  const years = related.yearsOf(portal, i18n);
  const showsFamily = family && !(context.isGrouped && isKnownFamily(family));
  // Reserve the line: projects that are still loading may add years.
  const isAwaitingYears = context.isLoadingRelated && portal.projects?.length;
  const hasDetails = showsFamily || years || isAwaitingYears;
  const hasProgramme = portal.programme !== undefined;
  // A second of a front page has the place of an entry of its index; its years are above its text.
  const facts = isSecond ? shortFactsOf(portal, i18n) : factsOf(portal, i18n, related, isLead);
  const factsClass =
    hasProgramme && !isSecond ? `long ${context.isLoadingRelated ? 'awaiting' : ''}` : '';
  return renderArticle(
    portal,
    context,
    isLead ? 'lead' : '',
    html`${renderHeading(context.headingLevel, renderRecordLink(context.host, portal))}
    ${
      hasDetails
        ? html`<p class="mark small">
            ${showsFamily ? renderFamilyLabel(messages, family) : nothing} ${years}
          </p>`
        : nothing
    }
    ${
      text.value
        ? html`<p class="text" lang=${description.lang ?? nothing}>
            ${bindSpaces(text.value)}${text.isCut ? renderContinuation(messages.readMore) : nothing}${
              description.lang && !title.lang
                ? html` <span lang=${i18n.language}
                    >${keepOnOneLine(messages.inLanguage(i18n.languageName(description.lang)))}</span
                  >`
                : nothing
            }
          </p>`
        : nothing
    }
    ${
      rank && !facts.length && !factsClass
        ? nothing
        : isLead
          ? renderLeadFacts(facts, factsClass)
          : rank === 'row'
            ? renderRowFacts(facts, factsClass, !!portal.cover?.credit)
            : renderFactLines(facts, nothing, factsClass)
    }
    ${renderCover(portal, context)}`,
  );
}

/** Renders the words after a text that is cut. Hidden from screen readers: the link of the card has a name of its own. */
const renderContinuation = (words: string): TemplateResult =>
  html` <span class="continuation" aria-hidden="true">${words}</span>`;

/** True if a portal shows a picture of its own. */
export const hasPicture = ({cover}: Portal, failedPictures: ReadonlySet<string>): boolean =>
  !!cover && !failedPictures.has(cover.src) && !isDeferred(cover.src);

/** Width of a cover, for browsers that do not measure it. */
const CARD_SIZES = '(min-width: 40em) 25em, 100vw';

/** Renders the picture of a portal, or its drawing, with space reserved until it is loaded. */
function renderCover(
  portal: Portal,
  {i18n, failedPictures, onPictureError, covers}: CardContext,
): unknown {
  const {cover} = portal;
  if (cover && hasPicture(portal, failedPictures))
    return html`<span class="cover" part="cover"
      >${renderImage(cover, i18n, {
        sizes: CARD_SIZES,
        onError: () => onPictureError(cover.src),
      })}</span
    >`;
  return covers?.render(portal) ?? html`<span class="cover" part="cover"></span>`;
}

/** True if a portal, or one of its projects or programmes, is highlighted or selected here or in a linked widget. */
function isHighlighted(portal: Portal, {host, related}: CardContext): boolean {
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
  const {highlighted, selected} = host.selection;
  return isRelatedTo(highlighted) || isRelatedTo(selected);
}

export const renderList = (
  portals: readonly Portal[],
  context: CardContext,
  className: string,
): TemplateResult =>
  html`<ul class="cards ${className}">
    ${portals.map(portal => html`<li>${renderCard(portal, context, className === 'list' ? 'row' : undefined)}</li>`)}
  </ul>`;

export const renderSkeleton = (className = ''): TemplateResult =>
  html`<div class="card ${className}">
    <span class="cover"></span><span class="bone mark"></span><span class="bone title"></span
    ><span class="bone text"></span>
  </div>`;
