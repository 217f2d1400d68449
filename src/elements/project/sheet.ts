import {html, nothing, type TemplateResult} from 'lit';
import type {Programme, Project} from '../../model/records.js';
import type {Text} from '../../model/text.js';
import {renderHeading} from '../parts/elements.js';
import {renderParagraphs} from '../parts/paragraphs.js';
import {renderFigure} from '../parts/pictures/deferred-pictures.js';
import {renderSources} from '../parts/project/project-facts.js';
import {renderAttachment} from '../parts/records/attachment.js';
import {recordName} from '../parts/records/record-labels.js';
import {projectFactsOf, renderFacts, renderProjectContact, type SheetI18n} from './facts.js';

/** Project of a sheet, with what its sections need. */
export interface ProjectSheet {
  readonly project: Project;
  readonly programme: Programme | undefined;
  readonly i18n: SheetI18n;
  /** Heading level of the title. */
  readonly level: number;
}

interface Navigation {
  /** Name of the project that the page showed at first, if the reader has opened another one. */
  readonly first: string | undefined;
  readonly portfolio: Project | undefined;
  /** Opens a sheet in place; undefined is the first one. */
  readonly open: (project: Project | undefined) => void;
}

/** Renders the way back to the first sheet, and to the portfolio of the project; `nothing` without any. */
export function renderNavigation(i18n: SheetI18n, {first, portfolio, open}: Navigation): unknown {
  const {messages, colon} = i18n;
  if (first === undefined && !portfolio) return nothing;
  const name = portfolio && recordName(portfolio, i18n);
  const lang = name?.lang ?? nothing;
  return html`<div class="way small">
    ${
      first === undefined
        ? nothing
        : html`<button class="button back" type="button" @click=${() => open(undefined)}>
            ${messages.backToSheet(first)}
          </button>`
    }
    ${
      name && name.value !== first
        ? html`<p>
            ${messages.partOf}${colon}<button
              class="quiet"
              type="button"
              @click=${() => open(portfolio)}
            >
              <span lang=${lang}>${name.value}</span></button
            ><span class="print-only" lang=${lang}>${name.value}</span>
          </p>`
        : nothing
    }
  </div>`;
}

/** Renders title, acronym, language switch and description. */
export function renderHead(
  {project, i18n, level}: ProjectSheet,
  title: unknown,
  languages: unknown,
): TemplateResult {
  const {acronym, description} = project;
  const isInTitle = acronym !== undefined && i18n.text(project.title).value.includes(acronym);
  return html`<div class="head">
    <div class="name" tabindex="-1">${renderHeading(level, title)}</div>
    ${acronym && !isInTitle ? html`<p class="small acronym">${acronym}</p>` : nothing}
    ${languages ?? nothing}
    <div class="lead">${renderParagraphs(description, undefined, i18n)}</div>
  </div>`;
}

/** Renders a part of the sheet below its heading; undefined without content. */
const renderPart = (
  level: number,
  title: string,
  content: unknown,
  className = '',
): TemplateResult | undefined =>
  content === nothing || content === undefined
    ? undefined
    : html`<div class="part ${className}">${renderHeading(level + 1, title)}${content}</div>`;

/** Renders the facts in brief; `nothing` without any. */
export function renderSummary({project, programme, i18n, level}: ProjectSheet): unknown {
  const facts = projectFactsOf(project, programme, i18n);
  return facts.length === 0
    ? nothing
    : html`<div class="part brief">
        ${renderHeading(level + 1, i18n.messages.keyFacts)}${renderFacts(facts)}
      </div>`;
}

/** Characters that an entry of a list counts for: it has a line of its own. */
const ENTRY_LENGTH = 80;
/** Numbers of characters from which a sheet is printed in smaller type, with their classes. */
const PRINT_LENGTHS = [
  [2700, 'longest'],
  [2100, 'long'],
] as const;

/** Returns the class for the size of type in which a sheet fits on one page. */
export function printLengthClass({project, i18n}: ProjectSheet, childCount: number): string {
  const {description, aims, results, documents = [], partners = [], extra = {}} = project;
  const texts = [description, aims, results].map(text => i18n.text(text).value.length);
  const entries = [documents, partners, Object.keys(extra)].map(list => list.length);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const length = sum(texts) + ENTRY_LENGTH * (sum(entries) + childCount);
  return PRINT_LENGTHS.find(([min]) => length >= min)?.[1] ?? '';
}

const isPresent = <T>(part: T | undefined): part is T => part !== undefined;

/** Returns the parts of the main column: aims, results, partners, portfolio, documents, sources. */
export function renderMain(
  {project, i18n, level}: ProjectSheet,
  partners: unknown,
  children: unknown,
): readonly TemplateResult[] {
  const {messages} = i18n;
  const {aims, results, image, documents = []} = project;
  const paragraphs = (text: Text | undefined): unknown => renderParagraphs(text, undefined, i18n);
  const sources = renderSources(project, i18n);
  return [
    image && renderFigure(image, i18n),
    renderPart(level, messages.projectAims, paragraphs(aims), 'text-part'),
    renderPart(level, messages.projectResults, paragraphs(results), 'text-part'),
    renderPart(level, messages.projectPartners, partners),
    renderPart(level, messages.subprojects, children),
    renderPart(
      level,
      messages.documents,
      documents.length === 0
        ? nothing
        : html`<ul class="documents">
            ${documents.map(file => html`<li>${renderAttachment(file, project, i18n, true)}</li>`)}
          </ul>`,
    ),
    renderPart(
      level,
      messages.sources,
      sources.length === 0 ? nothing : html`<p class="small">${sources}</p>`,
    ),
  ].filter(isPresent);
}

/** Returns the parts of the side column: map and contact. */
export function renderSide(
  {project, i18n, level}: ProjectSheet,
  map: unknown,
): readonly TemplateResult[] {
  return [
    map === nothing ? undefined : html`${map}`,
    renderPart(level, i18n.messages.projectContact, renderProjectContact(project.contact, i18n)),
  ].filter(isPresent);
}

/** Placeholder of a sheet: funding, title and text, facts beside the parts. */
export const skeleton = html`<div class="body">
  <div class="bone support"></div>
  <div class="head"><span class="bone title">.</span><span class="bone text"></span></div>
  <div class="columns">
    <div class="brief part">
      <span class="bone title">.</span>
      <div class="facts">
        ${[1, 2, 3].map(() => html`<div><span class="bone">.</span><span class="bone">.</span></div>`)}
      </div>
    </div>
    <div class="main">
      ${[1, 2].map(
        () =>
          html`<div class="part">
            <span class="bone title">.</span><span class="bone text"></span>
          </div>`,
      )}
    </div>
  </div>
</div>`;
