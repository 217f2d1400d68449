import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {periodWords} from '../../controllers/period-words.js';
import type {Resource} from '../../model/records.js';
import {inLine} from '../../model/text.js';
import {heading} from '../heading.js';
import {renderPicture} from '../shown-picture.js';
import {renderFile} from './file.js';
import {kindName} from './labels.js';

export interface RowOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly level: number;
  readonly showPublisher: boolean;
  readonly isLit: boolean;
  link(resource: Resource): unknown;
  /** Renders the button that opens the details, and the details themselves. */
  opener(resource: Resource): unknown;
  /** Highlights a resource here and in linked widgets, or none. */
  point(resource: Resource | undefined): void;
}

/** Renders one resource: kind, title, two lines of text, people, place, date and files. */
export function renderRow(resource: Resource, options: RowOptions): TemplateResult {
  const {i18n, level, isLit} = options;
  const {abstract, lang, image, attachments = []} = resource;
  const text = i18n.text(abstract, lang);
  const who = whoOf(resource, options.showPublisher);
  const facts = [
    ...(image ? [renderPicture(image, i18n)] : []),
    ...attachments.map(file => renderFile(file, resource, i18n, attachments.length > 1)),
    ...factsOf(resource, i18n).map(fact => html`<span>${fact}</span>`),
  ];
  const point = (): void => options.point(resource);
  const leave = (): void => options.point(undefined);
  return html`<li
    class="row ${isLit ? 'lit' : ''}"
    part="row"
    @pointerenter=${point}
    @pointerleave=${leave}
    @focusin=${point}
    @focusout=${leave}
  >
    <article>
      ${heading(level, options.link(resource))} ${renderKind(resource, i18n)}
      ${text.value ? html`<p class="text" lang=${text.lang ?? nothing}>${text.value}</p>` : nothing}
      ${who ? html`<p class="who small">${who}</p>` : nothing}
      ${facts.length ? html`<div class="facts small" part="facts">${facts}</div>` : nothing}
      ${options.opener(resource)}
    </article>
  </li>`;
}

/** Renders the type and section of a resource. */
export function renderKind(
  {type, section}: Resource,
  i18n: LocalizeController<'resourceList'>,
): unknown {
  const kinds = [...new Set([type, section])].map(kind => kind && kindName(i18n, kind));
  const words = inLine(kinds);
  return words ? html`<p class="kind">${words}</p>` : nothing;
}

function whoOf({authors, organisation, publisher}: Resource, showPublisher: boolean): string {
  const names = [...(authors ?? []), organisation, showPublisher ? publisher : undefined];
  return inLine([...new Set(names)], ', ');
}

/** Returns place, dates, and languages if the user's is not the only one. */
function factsOf(resource: Resource, i18n: LocalizeController<'resourceList'>): string[] {
  const {commune, published, event, period, lang, languages = lang ? [lang] : []} = resource;
  const foreign = languages.some(language => i18n.text('-', language).lang);
  return [
    i18n.place(commune?.name) || commune?.insee,
    periodWords(i18n, event),
    published ? i18n.date(published) : periodWords(i18n, event ? undefined : period),
    foreign && i18n.list(languages.map(i18n.languageName)),
  ].filter(fact => !!fact) as string[];
}
