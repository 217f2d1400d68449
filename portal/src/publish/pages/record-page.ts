import {STARS} from '../../../../src/elements/parts/funding/emblem-outline.js';
import {EU_STATEMENT, fundingStatements} from '../../../../src/model/funding.js';
import type {Project, Story} from '../../../../src/model/records.js';
import {joinFacts, pickText, type Text} from '../../../../src/model/text.js';
import {formatBytes} from '../../../../src/i18n/format-measures.js';
import {PRERENDERED_ATTRIBUTE} from '../../../../src/data/client/embedded-responses.js';
import {html, type Html, trusted} from '../../markup.js';
import {apiRecord} from '../site/api-records.js';
import {longTextOfRecord} from '../site/long-texts.js';
import {attachmentsOf} from '../site/media.js';
import {lookupsOf} from '../site/record-lookups.js';
import {
  type RecordEntry,
  entryOf,
  leadOf,
  pictureOf,
  placeNameOf,
  placeOf,
} from '../site/record-parts.js';
import type {SitePage} from '../site/site-model.js';
import type {PageRecord} from '../source/records.js';
import {formatPeriod} from '../site/dates.js';
import {coordinates, externalLink, factsOf} from './facts.js';
import {kindLine, linkTo} from './lists.js';
import {paragraphs} from './markdown.js';
import {renderFigure, renderPicture} from './pictures.js';
import {embedDetails, embeddedRecord} from './embedding.js';
import {dataBlock} from './widgets.js';
import {decodeUrlPart} from '../../../../src/model/url-parts.js';

/** Number of related records. */
const RELATED = 6;

/** Returns the content of the page of a record. */
export function recordContent(page: SitePage, entry: RecordEntry): Html {
  const {messages} = page;
  const {collection, record} = entry;
  const facts = factsOf(page, entry);
  const figure = renderFigure(page, pictureOf(entry), '(min-width: 60em) 44em, 92vw');
  const lead = leadOf(entry);
  const prose = [
    collection === 'stories' ? html`` : figure,
    body(page, entry),
    phases(page, entry),
    documents(page, record),
  ];
  return html`<nav class="breadcrumb" aria-label="${messages.breadcrumb}">
      <ol>
        <li><a href="${page.pageUrl('home')}">${messages.home}</a></li>
        <li><a href="${page.pageUrl(collection)}">${messages.names[collection]}</a></li>
      </ol>
    </nav>
    <article class="record">
      <header>
        <p class="kind">${kindLine(page, entry)}</p>
        <h1>${page.title(record)}</h1>
        ${leadParagraphs(page, lead)}
      </header>
      ${collection === 'stories' ? story(page, record) : ''}
      <div class="sheet">
        ${prose.some(({source}) => source.trim() !== '') ? html`<div class="prose">${prose}</div>` : ''}
        ${
          facts.length > 0
            ? html`<dl class="fact-list">
                ${facts.map(
                  ({name, value}) =>
                    html`<div>
                      <dt>${name}</dt>
                      <dd>${value}</dd>
                    </div>`,
                )}
              </dl>`
            : ''
        }
      </div>
      ${fundingStatement(page, entry)} ${recordMap(page, entry)} ${related(page, entry)}
      ${embedDetails(page, embeddedRecord(page, entry))}
    </article>`;
}

function leadParagraphs(page: SitePage, lead: ReturnType<typeof leadOf>): Html {
  const text = page.plain(lead);
  if (!text) return html``;
  const [first, ...others] = paragraphs(text);
  return html`<div class="lead">${first ?? ''}${others}</div>`;
}

function body(page: SitePage, {collection, record}: RecordEntry): Html {
  const own = longTextOfRecord(page, collection, record);
  const text = collection === 'resources' ? page.plain(record.body) : '';
  return html`${paragraphs(text)} ${collection === 'projects' ? projectTexts(page, record) : ''}
  ${own ?? ''}`;
}

/** Returns the aims and the results of a project, which Interreg programmes ask for. */
function projectTexts(page: SitePage, {aims, results}: Project): Html {
  const part = (title: string, text: Text | undefined): Html =>
    text === undefined
      ? html``
      : html`<h2>${title}</h2>
          ${paragraphs(page.plain(text))}`;
  return html`${part(page.messages.aims, aims)}${part(page.messages.results, results)}`;
}

function phases(page: SitePage, {collection, record}: RecordEntry): Html {
  if (collection !== 'projects' || !record.phases?.length) return html``;
  const {messages, language} = page;
  const states: Readonly<Record<string, string>> = messages.phaseState;
  return html`<h2>${messages.phases}</h2>
    <ol class="phases">
      ${record.phases.map(({title, period, state = ''}) => {
        const facts = [formatPeriod(language, messages, period), states[state] ?? state].filter(
          Boolean,
        );
        return html`<li><strong>${page.text(title)}</strong> ${facts.join(', ')}</li>`;
      })}
    </ol>`;
}

/** Returns the sentences and emblems by which the programme of a project wants to be named, as the widgets do. */
function fundingStatement(page: SitePage, {collection, record}: RecordEntry): Html[] {
  if (collection !== 'projects') return [];
  const programme = record.programme === undefined ? [] : [record.programme];
  const programmes = lookupsOf(page.site.records).programmes(programme, 1);
  return fundingStatements(programmes, [record]).map(({text, logo, isEuropean}) => {
    // Annex IX asks for a language of the public: the sentence of the Regulation replaces one in another language.
    const isForeign = pickText(text, page.language).lang !== undefined;
    return html`<div class="funding">
      ${renderPicture(page, logo, {sizes: '6em'}) ?? (isEuropean ? EMBLEM : '')}
      <p>${page.text(isForeign && isEuropean ? EU_STATEMENT : text)}</p>
    </div>`;
  });
}

/** Emblem of the European Union, which the sentence beside it names. */
const EMBLEM = html`<svg viewBox="0 0 54 36" width="54" height="36" aria-hidden="true">
  <path fill="#039" d="M0 0h54v36H0z" />
  <path fill="#fc0" d="${STARS}" />
</svg>`;

function documents(page: SitePage, record: PageRecord): Html {
  const items = attachmentsOf(record).flatMap(attachment => {
    const file = page.site.media.document(attachment);
    if (!file) return [];
    const name =
      page.plain(attachment.title) || decodeUrlPart(attachment.url.split('/').at(-1) ?? '');
    if (file.isRemote) return [html`<li>${externalLink(file.path, name) ?? name}</li>`];
    const extension = file.path.split('.').at(-1)?.toUpperCase() ?? '';
    const size = file.size === undefined ? '' : formatBytes(page.language, file.size);
    return [
      html`<li>
        <a href="${page.url(file.path)}">${name}</a>
        <span class="facts">${[extension, size].filter(Boolean).join(', ')}</span>
      </li>`,
    ];
  });
  return items.length === 0
    ? html``
    : html`<h2>${page.messages.documents}</h2>
        <ul class="documents">
          ${items}
        </ul>`;
}

/** Returns a map with the one place of a record; the record is in the page, so that nothing is requested. */
function recordMap(page: SitePage, entry: RecordEntry): Html {
  const geo = placeOf(entry);
  if (!geo || entry.collection === 'stories') return html``;
  const {record} = entry;
  const item = {id: record.id, title: page.plainTitle(record), geo, url: page.url(page.path)};
  return html`<section class="block" aria-labelledby="place">
    <h2 id="place">${page.messages.onTheMap}</h2>
    <spass-project-map
      no-list
      height="20em"
      center="${geo.lat},${geo.lon}"
      zoom="9"
      skin="${page.site.config.skin}"
      heading-level="3"
      hide="search sort export count foot-details"
    >
      ${dataBlock({projects: [item]})}
      <div ${trusted(PRERENDERED_ATTRIBUTE)}>
        <p class="facts">${joinFacts([placeNameOf(page, entry), coordinates(entry)])}</p>
      </div>
    </spass-project-map>
  </section>`;
}

/** Returns the steps of a story as text, which the widget replaces. The page has its title and its introduction. */
function story(page: SitePage, record: Story): Html {
  const steps = (record.steps ?? []).map(
    step =>
      html`<section class="step">
        ${step.year === undefined ? '' : html`<p class="year">${step.year}</p>`}
        ${step.title === undefined ? '' : html`<h3>${page.text(step.title)}</h3>`}
        ${[step.image, step.before, step.after].map(picture => renderFigure(page, picture, '(min-width: 60em) 44em, 92vw'))}
        ${paragraphs(page.plain(step.text))}
      </section>`,
  );
  const {language, site} = page;
  const root = page.root();
  const {title: _title, intro: _intro, ...own} = apiRecord(site, language, root, 'stories', record);
  const named = (record.steps ?? []).flatMap(step => step.resource ?? []);
  const resources = lookupsOf(site.records).resources(named);
  const data = {
    stories: [{...own, title: page.messages.phases}],
    resources: resources.map(one => apiRecord(site, language, root, 'resources', one)),
  };
  return html`<spass-story skin="${site.config.skin}" heading-level="2">
    ${dataBlock(data)}
    <div ${trusted(PRERENDERED_ATTRIBUTE)}>
      <h2>${page.messages.phases}</h2>
      ${steps}
    </div>
  </spass-story>`;
}

/** Returns records that name this one, or share a theme with it. */
function related(page: SitePage, {collection, record}: RecordEntry): Html {
  const lookups = lookupsOf(page.site.records);
  const {themes = []} = record as {readonly themes?: readonly string[]};
  const projects =
    collection === 'programmes'
      ? lookups.projectsOfProgramme([record.id], RELATED)
      : collection === 'projects'
        ? lookups.projectsOfParent([record.id], RELATED)
        : [];
  const events = collection === 'projects' ? lookups.eventsOfProject([record.id], RELATED) : [];
  // One more: the record itself may be among them.
  const resources = lookups
    .resourcesOnThemes(themes, RELATED + 1)
    .filter(({id}) => id !== record.id);
  const partners =
    collection === 'projects'
      ? [record.lead, ...(record.partners ?? []).map(({name}) => name)]
      : [];
  const all = [
    ...projects.map(one => entryOf('projects', one)),
    ...events.map(one => entryOf('events', one)),
    ...resources.map(one => entryOf('resources', one)),
    ...lookups.organisationsNamed(partners, RELATED).map(one => entryOf('organisations', one)),
  ].slice(0, RELATED);
  return all.length === 0
    ? html``
    : html`<section class="block" aria-labelledby="related">
        <h2 id="related">${page.messages.related}</h2>
        <ul class="also related">
          ${all.map(
            entry =>
              html`<li>
                <h3>${linkTo(page, entry)}</h3>
                <p class="facts">${kindLine(page, entry)}</p>
              </li>`,
          )}
        </ul>
      </section>`;
}
