import {html, nothing, type TemplateResult} from 'lit';
import {splitList} from '../../model/query.js';
import type {Portal} from '../../model/records.js';
import {renderHeading} from '../parts/elements.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {familyName, renderFamilyShape} from '../parts/records/family-label.js';
import {
  type CardContext,
  renderArticle,
  renderCard,
  renderFactLines,
  renderList,
  renderSkeleton,
} from './card.js';

export {layoutStyles} from './layouts.styles.js';

/** Number of portals of a front page that are cards; the others are in the index. */
const FRONT_CARDS = 3;

/** Maximum length of a title in the large type of a front page, in characters. */
const MAX_LARGE_TITLE = 90;

/** Renders one entry of the index: title, place and years, without a cover. */
function renderEntry(portal: Portal, context: CardContext): TemplateResult {
  const {i18n, related} = context;
  const {family, territory} = portal;
  const place = i18n.placeName(territory?.name);
  const years = related.yearsOf(portal, i18n);
  const name = family
    ? html`<span class="sr">${`${familyName(i18n.messages, family)} `}</span>`
    : nothing;
  return renderArticle(
    portal,
    context,
    'entry',
    html`${renderHeading(context.headingLevel, renderRecordLink(context.host, portal))}
    ${renderFamilyShape(family)}
    ${renderFactLines(
      [{value: place}, {value: years}].filter(({value}) => value),
      name,
    )}`,
  );
}

/** Sorts portals by the order of some ids, so that the page chooses the lead; others follow in their own order. */
function inOrderOf(portals: readonly Portal[], ids: readonly string[]): readonly Portal[] {
  const rankOf = ({id}: Portal): number => {
    const position = ids.indexOf(String(id));
    return position < 0 ? ids.length : position;
  };
  return [...portals].sort((a, b) => rankOf(a) - rankOf(b));
}

interface LayoutHost {
  readonly layout: string;
  /** Ids of the portals that the page has chosen. */
  readonly portal: string;
}

/** Renders portals as rows, or as a front page with a lead, two seconds and an index. */
export function renderLayout(
  {layout, portal: ids}: LayoutHost,
  all: readonly Portal[],
  context: CardContext,
): TemplateResult {
  if (layout === 'list') return renderList(all, context, layout);
  const portals = inOrderOf(all, splitList(ids));
  const [front, others] = [portals.slice(0, FRONT_CARDS), portals.slice(FRONT_CARDS)];
  return html`<div class="une">
    <ul class="cards front">
      ${front.map(portal => {
        const {length} = context.i18n.text(portal.title).value;
        return html`<li class=${length > MAX_LARGE_TITLE ? 'lengthy' : ''}>
          ${renderCard(portal, context, portal === front[0] ? 'lead' : 'second')}
        </li>`;
      })}
    </ul>
    ${
      others.length
        ? html`<div class="index">
            <p class="kind">${context.i18n.messages.alsoPortals}</p>
            <ul>
              ${others.map(portal => html`<li>${renderEntry(portal, context)}</li>`)}
            </ul>
          </div>`
        : nothing
    }
  </div>`;
}

const repeat = (count: number, item: TemplateResult): readonly TemplateResult[] =>
  new Array<TemplateResult>(Math.max(0, count)).fill(item);

export function renderLayoutSkeleton(layout: 'list' | 'une', count: number): TemplateResult {
  if (layout === 'list')
    return html`<div class="cards list">${repeat(count, renderSkeleton())}</div>`;
  const entry = html`<div class="card entry"><span class="bone title"></span></div>`;
  return html`<div class="une">
    <div class="cards front">
      ${renderSkeleton('lead')} ${repeat(Math.min(count, FRONT_CARDS) - 1, renderSkeleton())}
    </div>
    <div class="index">${repeat(count - FRONT_CARDS, entry)}</div>
  </div>`;
}
