import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {apiResponses, pageOf, WIDGETS} from '../pages/all-widgets.js';
import {heard} from '../support/announcement-log.js';
import {isComplete, isTypical} from '../support/test-scope.js';
import {StillPage} from '../support/still-page.js';
import {PageReader} from '../support/virtual-reader.js';
import {useSite} from '../pages/use-site.js';

/** Transcripts, one file per tag. `TRANSCRIPTS=write` rewrites them; they are to be read before they are committed. */
const folder = join(root, 'tests/journeys/transcripts');
const rewrites = process.env['TRANSCRIPTS'] === 'write';

const LANGUAGES = isComplete ? ['fr', 'nl', 'en', 'de'] : ['fr'];
/** Number of phrases read of a widget or a part of it. */
const MAX_PHRASES = 14;

interface Step {
  readonly name: 'search' | 'choose' | 'read' | 'leave';
  /** Selector of the control that gets the focus first. */
  readonly focus?: string;
  readonly type?: string;
  readonly press?: readonly string[];
  /** Selector of the part that is read afterwards. */
  readonly read?: string;
}

interface Journey {
  readonly attributes?: string;
  /** True for a narrow window. */
  readonly isNarrow?: boolean;
  readonly steps: readonly Step[];
}

const leave: Step = {name: 'leave', press: ['Tab']};
const JOURNEYS: Readonly<Record<string, Journey>> = {
  agenda: {
    steps: [
      {name: 'choose', focus: '[aria-controls=past]', press: ['Enter'], read: '#past'},
      leave,
    ],
  },
  compare: {
    steps: [{name: 'choose', focus: '[type=range]', press: ['ArrowRight', 'ArrowRight']}, leave],
  },
  contribute: {
    attributes: 'kind="place"',
    steps: [
      {name: 'choose', focus: 'summary', press: ['Enter']},
      {name: 'search', focus: '#coordinates', type: '50,10'},
      {name: 'choose', type: '3 3,63', press: ['Tab']},
      {name: 'read', focus: '.send', press: ['Enter'], read: '#summary'},
      leave,
    ],
  },
  directory: {
    steps: [{name: 'choose', focus: '[part=actor] a', read: '[part=actor]'}, leave],
  },
  explorer: {
    isNarrow: true,
    steps: [
      {name: 'choose', focus: '.toggle.theme', press: ['Enter']},
      {
        name: 'read',
        focus: '[role=tab]',
        press: ['ArrowRight'],
        read: '[role=tabpanel]:not([hidden])',
      },
      leave,
    ],
  },
  'family-filter': {steps: [{name: 'choose', focus: '.toggle.acteur', press: ['Space']}, leave]},
  layer: {steps: [{name: 'choose', focus: '[part=layer]', press: ['Enter'], read: '.list'}, leave]},
  portal: {steps: []},
  'portal-cards': {
    attributes: 'limit="2"',
    steps: [{name: 'choose', focus: '[part=more]', press: ['Enter']}, leave],
  },
  'programme-timeline': {
    steps: [{name: 'choose', focus: '.generation button', press: ['Enter']}, leave],
  },
  'project-map': {
    steps: [
      {name: 'search', focus: '.map', press: ['-']},
      {name: 'choose', focus: '.list .see', press: ['Enter'], read: '[part=popup]'},
      {name: 'leave', press: ['Escape']},
    ],
  },
  project: {steps: []},
  'project-progress': {steps: []},
  'resource-list': {
    attributes: 'facets="type"',
    steps: [
      {name: 'search', focus: '#q', type: 'canal'},
      {name: 'choose', focus: '.opener', press: ['Enter'], read: '[part=detail]'},
      {name: 'leave', press: ['Escape', 'Tab']},
    ],
  },
  story: {
    steps: [
      {name: 'choose', focus: '[part=progress] button:not([aria-disabled])', press: ['Enter']},
      leave,
    ],
  },
};

describe('the transcript of a screen reader', {timeout: 240_000}, () => {
  const fixture = useSite(apiResponses('/api'));
  let reader: PageReader;
  let still: StillPage;
  let page: Page;
  before(async () => {
    reader = await PageReader.open(fixture.browser);
    fixture.site.responses.set('/', pageOf(''));
    still = await StillPage.open(fixture.browser, fixture.site, '/', PageReader.prepare);
    ({page} = still);
    mkdirSync(folder, {recursive: true});
  });

  /** Returns what a person hears in a widget, step by step. */
  async function transcribe(tag: string, language: string): Promise<readonly string[]> {
    const {attributes = '', isNarrow, steps} = JOURNEYS[tag]!;
    const markup = WIDGETS.get(tag)!('/api').replace(/<spass-[a-z-]+/, `$& ${attributes}`);
    fixture.site.responses.set(
      '/',
      pageOf(`<main>${markup}</main><button>After</button>`).replace(
        'lang="fr"',
        `lang="${language}"`,
      ),
    );
    await page.setViewportSize({width: isNarrow ? 500 : 1280, height: 900});
    await page.goto(fixture.site.url);
    const lines: string[] = [];
    const listen = async (): Promise<void> => {
      await still.loaded();
      await still.pass(1500);
      await still.loaded();
      lines.push(...(await heard(page)).map(text => `  > ${text}`));
    };
    const read = async (selector: string): Promise<void> =>
      void lines.push(...(await reader.read(page, selector, MAX_PHRASES)).map(text => `  ${text}`));
    await listen();
    lines.push('open');
    await read('main > *');
    for (const step of steps) {
      lines.push(step.name);
      await act(page, step);
      await listen();
      if (step.read) await read(step.read);
    }
    return lines;
  }

  for (const tag of [...WIDGETS.keys()].filter(isTypical))
    it(`A-19 of <spass-${tag}> is the one that has been read and approved`, async () => {
      const parts: string[] = [`spass-${tag}`];
      for (const language of LANGUAGES)
        parts.push('', language, ...(await transcribe(tag, language)));
      const text = `${parts.join('\n')}\n`.replace(/[\u00a0\u202f]/g, ' ');
      const file = join(folder, `spass-${tag}.txt`);
      if (rewrites) writeFileSync(file, text);
      const approved = existsSync(file) ? readFileSync(file, 'utf8') : '';
      // The languages follow each other.
      assert.equal(text, isComplete ? approved : approved.slice(0, text.length));
    });
});

async function act(page: Page, {focus, type, press = []}: Step): Promise<void> {
  if (focus) await page.locator(focus).first().focus();
  if (type) await page.keyboard.type(type);
  for (const key of press) await page.keyboard.press(key);
}
