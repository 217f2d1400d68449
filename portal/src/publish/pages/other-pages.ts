import {html, type Html} from '../../markup.js';
import {longTextOf} from '../site/long-texts.js';
import {filledCollections, type SitePage} from '../site/site-model.js';
import {collectionFigures} from './lists.js';
import {collectionWidget} from './widgets.js';

const headed = (title: string, content: Html): Html =>
  html`<div class="heading"><h1>${title}</h1></div>
    <div class="prose">${content}</div>`;

export const aboutContent = (page: SitePage): Html =>
  headed(page.messages.about, longTextOf(page, 'about') ?? html``);

/** Returns the legal notice: what `portail.yaml` states, and what it still lacks. */
export function legalContent(page: SitePage): Html {
  const {messages, site} = page;
  const {publisher, director, host, contact, licence} = site.config;
  const entry = (name: string, value: Html): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value.source === '' ? html`<em>${messages.legalMissing}</em>` : value}</dd>
    </div>`;
  const link =
    contact === undefined
      ? html``
      : html`<a href="${contact}">${contact.replace(/^mailto:/, '')}</a>`;
  return headed(
    messages.legal,
    html`<dl class="fact-list">
        ${entry(messages.legalPublisher, page.text(publisher))}
        ${entry(messages.legalDirector, page.text(director))}
        ${entry(messages.legalHost, page.text(host))} ${entry(messages.legalContact, link)}
        ${licence === undefined ? '' : entry(messages.legalLicence, page.text(licence))}
      </dl>
      ${longTextOf(page, 'legal') ?? ''}
      <h2>${messages.legalPrivacy}</h2>
      <p>${messages.legalPrivacyText}</p>`,
  );
}

/** Numbers of criteria in the grid of a widget, by result. */
export interface Assessment {
  /** Name of the widget's tag without its prefix: `agenda`. */
  readonly noun: string;
  readonly tested: number;
  readonly examined: number;
  readonly unassessed: number;
  readonly failed: number;
}

/** Returns the accessibility statement, with the results of the widgets. */
export function accessibilityContent(page: SitePage, assessments: readonly Assessment[]): Html {
  const {messages, site} = page;
  const {contact, accessibility} = site.config;
  const {columns} = messages.accessibilityTable;
  const assessed = filledCollections(site).flatMap(name => {
    const {noun} = collectionWidget(name);
    return assessments.filter(one => one.noun === noun).map(one => ({name, ...one}));
  });
  return headed(
    messages.accessibilityTitle,
    html`<p>${messages.accessibilityIntro(page.plain(site.config.title))}</p>
      <p>${messages.accessibilityStates[accessibility]}</p>
      <h2>${messages.accessibilityGrids}</h2>
      <p>${messages.accessibilityGridText}</p>
      <div class="scroll" role="region" aria-label="${messages.accessibilityGrids}" tabindex="0">
        <table>
          <thead>
            <tr>
              ${columns.map(name => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${assessed.map(
              ({name, noun, tested, examined, unassessed, failed}) =>
                html`<tr>
                  <th scope="row">${messages.names[name]} <code>&lt;spass-${noun}&gt;</code></th>
                  ${[tested, examined, unassessed, failed].map(n => html`<td>${n}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>${messages.accessibilityRemedy}</h2>
      <p>
        ${messages.accessibilityRemedyText}
        ${contact === undefined ? html`<em>${messages.legalMissing}</em>` : html`<a href="${contact}">${contact.replace(/^mailto:/, '')}</a>`}
      </p>
      <p>${messages.accessibilityAppeal}</p>`,
  );
}

export const notFoundContent = (page: SitePage): Html =>
  headed(
    page.messages.notFound,
    html`<p>${page.messages.notFoundText}</p>
      <p>
        <a href="${page.pageUrl('home')}">${page.messages.backHome}</a> ·
        <a href="${page.pageUrl('search')}">${page.messages.search}</a>
      </p>
      ${collectionFigures(page)}`,
  );

/** Returns the page of the search; without a script it links to all collections. */
export function searchContent(page: SitePage): Html {
  const {messages} = page;
  return html`<div class="heading"><h1>${messages.search}</h1></div>
    <form
      class="search"
      role="search"
      data-index="${page.url(`api/recherche/${page.language}/`)}"
      data-root="${page.url('')}"
      data-one="${messages.searchResults(1).replace('1', '{n}')}"
      data-other="${messages.searchResults(9).replace('9', '{n}')}"
      data-none="${messages.searchNone}"
      data-failed="${messages.searchFailed}"
      data-page="${messages.pdfPage}"
    >
      <label for="q">${messages.searchLabel}</label>
      <input id="q" name="q" type="search" autocomplete="off" aria-describedby="hint" />
      <p id="hint" class="facts">${messages.searchHint}</p>
      <p class="status" role="status"></p>
      <ol class="rows results"></ol>
    </form>
    <div class="browse">
      <noscript><p class="without-script">${messages.searchNeedsScript}</p></noscript>
      ${collectionFigures(page)}
    </div>`;
}
