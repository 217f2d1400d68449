import {expect} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import {nothing, render} from 'lit';
import '../../src/define/all.js';
import {
  familyViolations,
  figureViolations,
  headingViolations,
  languageViolations,
  linkViolations,
  stateViolations,
  targetViolations,
} from './accessibility-checks.js';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import {AXE_TAGS} from './axe-tags.js';
import {storyReady, type Meta, type Story, storyTemplate, widgetsIn} from './render-story.js';
import {flatDescendants, htmlPage, serializeFlatTree} from './flat-tree.js';
import {incompleteResults, unreviewedResults} from './axe-reviews.js';
import {isComplete} from './test-scope.js';

/** Lays out what the browser skips outside the window (`content-visibility`), where axe would read outdated boxes. */
function layOutAll(root: Node): void {
  const skipped = [...flatDescendants(root)].filter(
    element =>
      element instanceof HTMLElement && getComputedStyle(element).contentVisibility === 'auto',
  ) as HTMLElement[];
  // Not while styles are read: each change would compute them again.
  for (const {style} of skipped) style.contentVisibility = 'visible';
}

/** Without transitions: axe would read the contrast of half faded texts. */
const still = new CSSStyleSheet();
still.replaceSync('*, ::before, ::after {transition: none !important}');

// The classic script of axe defines a global variable.
const {axe} = window as unknown as {readonly axe: typeof Axe};

interface StoryModule {
  readonly default: Meta;
}

const WIDTHS = [1280, 320];
const NEW_WINDOW = /nouvelle fenêtre|nieuw venster|new window|neues Fenster/;

/** Returns the text of a node, including shadow roots. */
function textOf(node: Node): string {
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  if (children instanceof Text) return children.data;
  return [...children.childNodes]
    .filter(child => !(child instanceof HTMLStyleElement))
    .map(textOf)
    .join('');
}

/** Tests all stories of a file, rendered as in Storybook. */
export function testStories({
  default: meta,
  ...stories
}: StoryModule & Record<string, unknown>): void {
  describe(`the stories of ${meta.title}`, () => {
    const place = document.createElement('div');
    const errors: unknown[] = [];
    const {error, warn} = console;
    before(() => {
      document.body.append(place);
      console.error = (...words: unknown[]) => void errors.push(words.join(' '));
      // Warnings of stories are intended.
      console.warn = () => undefined;
    });
    afterEach(() => {
      render(nothing, place);
      errors.length = 0;
    });
    after(async () => {
      place.remove();
      document.documentElement.style.colorScheme = '';
      Object.assign(console, {error, warn});
      await setViewport({width: 1280, height: 900});
    });

    for (const [index, [name, story]] of (Object.entries(stories) as [string, Story][]).entries()) {
      // Most tags have stories of the same states: `npm test` draws each of them on some tags.
      if (!isComplete && index > 0 && (index + meta.title.length) % 8 > 0) continue;
      const width = WIDTHS[index % WIDTHS.length] as number;
      const lang = supportedLanguages()[index % supportedLanguages().length] as string;
      it(`A-01 A-03 A-05 A-06 A-10 A-11 A-16 A-18 A-21 ${name}: something to read, nothing to mend, at ${width} px, in ${lang}`, async () => {
        await setViewport({width, height: 900});
        const scheme = story.globals?.['scheme'] === 'dark' ? 'dark' : 'light';
        Object.assign(document.documentElement.style, {colorScheme: scheme, background: 'Canvas'});
        render(storyTemplate(story, meta, lang), place);
        await storyReady(story, place);
        const widgets = widgetsIn(place);

        for (const widget of widgets) {
          expect(textOf(widget).trim(), 'something to read').not.to.equal('');
          expect(widget.offsetHeight > 0, 'some room').to.equal(true);
        }
        const links = widgets.flatMap(({shadowRoot}) => [
          ...(shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])') ?? []),
        ]);
        const telling = links.filter(
          ({rel, referrerPolicy}) =>
            `${rel} ${referrerPolicy}` !== 'noopener strict-origin-when-cross-origin',
        );
        expect(
          telling.map(({href}) => href),
          'links that tell other sites too much',
        ).to.deep.equal([]);
        const isWider = () => document.documentElement.scrollWidth > innerWidth;
        expect(isWider(), 'wider than the page').to.equal(false);
        layOutAll(place);
        for (const {shadowRoot} of widgets) shadowRoot?.adoptedStyleSheets.push(still);
        const {violations, incomplete} = await axe.run(place, {
          runOnly: AXE_TAGS,
          resultTypes: ['violations', 'incomplete'],
          elementRef: true,
        });
        const found = violations.flatMap(({id, nodes}) =>
          nodes.map(
            ({target, failureSummary}) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`,
          ),
        );
        const invalid = await executeServerCommand<string[], object>('markup-faults', {
          html: htmlPage(lang, serializeFlatTree(place)),
        });
        const level = Number(story.args?.['headingLevel'] ?? meta.args?.['headingLevel'] ?? 3);
        const faults = [
          ...found,
          ...unreviewedResults(incompleteResults(incomplete)).map(doubt => `in doubt: ${doubt}`),
          ...invalid.map(fault => `invalid: ${fault}`),
          ...targetViolations(place).map(fault => `too small: ${fault}`),
          ...languageViolations(place).map(fault => `no language: ${fault}`),
          ...headingViolations(place, level).map(fault => `heading: ${fault}`),
          ...linkViolations(place, NEW_WINDOW).map(fault => `link: ${fault}`),
          ...stateViolations(place).map(fault => `state: ${fault}`),
          ...figureViolations(place).map(fault => `figure: ${fault}`),
          ...familyViolations(place).map(fault => `family: ${fault}`),
        ];
        expect(faults).to.deep.equal([]);
        await setViewport({width: 320, height: 900});
        expect(isWider(), 'wider than a page of 320 px').to.equal(false);
        expect(errors).to.deep.equal([]);
      });
    }
  });
}
