import type {Page} from 'playwright-core';
import type {Reply} from './browser-fixture.js';
import {contributions} from '../support/contribution-records.js';
import {UPCOMING_EVENT} from '../support/prerender-tags.js';
import {caue, province} from '../support/organisations.js';
import {smallPortal} from '../support/small-portal.js';
import {library} from '../support/story.js';

/** A portal with content for every widget, without pictures. */
const portal: Readonly<Record<string, readonly unknown[]>> = {
  ...smallPortal,
  stories: [{...library.stories[0], steps: library.stories[0]?.steps?.slice(3)}],
  events: [...smallPortal.events, UPCOMING_EVENT],
  organisations: [caue, province],
  contributions,
};

/** The portal as one document. */
export const PORTAL_DOCUMENT: string = JSON.stringify({version: '1', ...portal});

/** Returns the portal as responses of an API, by path. */
export const apiResponses = (api: string): Record<string, Reply> =>
  Object.fromEntries(
    Object.entries(portal).map(([name, items]) => [
      `${api}/${name}`,
      JSON.stringify({version: '1', items, complete: true}),
    ]),
  );

const svgPicture = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="${colour}"/></svg>`,
  )}`;

/** Markup of every visible tag, by its name without prefix. */
export const WIDGETS: ReadonlyMap<string, (api: string) => string> = new Map([
  ...[
    ['family-filter', ''],
    ['portal-cards', ''],
    ['resource-list', 'detail="inline" paging="pages"'],
    ['project-map', ''],
    ['programme-timeline', ''],
    ['agenda', ''],
    ['directory', ''],
    ['story', ''],
    ['project', 'project="septentrion"'],
    ['project-progress', 'project="septentrion"'],
    ['contribute', 'controller="Ville" contact="mairie@example.org" retention="un an"'],
    ['explorer', ''],
  ].map(
    ([noun, words]) =>
      [
        noun!,
        (api: string) =>
          `<spass-${noun!} api="${api}" ${words!}><p>Sans script</p></spass-${noun!}>`,
      ] as const,
  ),
  [
    'compare',
    () => `<spass-compare>
      <img src="${svgPicture('#345')}" alt="La fosse en 1905" width="600" height="400" data-year="1905">
      <img src="${svgPicture('#8a6')}" alt="Le parc en 2024" width="600" height="400" data-year="2024">
    </spass-compare>`,
  ],
  [
    'layer',
    api =>
      `<spass-project-map api="${api}"><spass-layer api="${api}" label="Lieux"></spass-layer></spass-project-map>`,
  ],
  [
    'portal',
    api =>
      `<spass-portal api="${api}"><spass-portal-cards><p>Sans script</p></spass-portal-cards></spass-portal>`,
  ],
]);

/** Returns all of them, each in its own container. */
export const allWidgets = (api = '/api'): string =>
  [...WIDGETS].map(([noun, write]) => `<div id="${noun}">${write(api)}</div>`).join('\n');

/** Returns a municipality's page around this markup. */
export const pageOf = (body: string, head = ''): string => `<!doctype html><html lang="fr"><head>
  <meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
  ${head}<script defer src="/cdn/spass-widgets.js"></script></head><body>${body}</body></html>`;

/** Elements whose text is not visible, or is drawn on a map once it rests and its regional sheet has loaded. */
const UNSTABLE =
  'style, script, template, .sr[role=status], .leaflet-towns-pane, .spass-map [aria-hidden], .credit';

/** Returns the visible text, shadow trees and slots included, as lines. */
export const visibleText = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    ([asked, skipped]) => {
      const lines: string[] = [];
      const read = (node: Node): void => {
        if (node instanceof Text) {
          const text = node.data.replace(/\s+/g, ' ').trim();
          if (text) lines.push(text);
        }
        if (!(node instanceof Element) || node.matches(skipped)) return;
        if (!(node instanceof HTMLSlotElement) && !node.checkVisibility()) return;
        const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
        const children = assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes;
        for (let i = 0; i < children.length; i++) read(children[i]!);
      };
      const elements = document.querySelectorAll(asked);
      for (let i = 0; i < elements.length; i++) read(elements[i]!);
      return lines.join('\n');
    },
    [selector, UNSTABLE] as const,
  );
