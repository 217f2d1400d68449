import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import 'axe-core';
import type Axe from 'axe-core';
import {html, nothing, render} from 'lit';
import '../../src/define/all.js';
import type {DataWidget} from '../../src/elements/widget.js';
import {AXE_TAGS} from './axe-tags.js';

type Args = Readonly<Record<string, unknown>>;
type Draw = (args: Args) => unknown;

// It comes as a classic script, which leaves its name on the window.
const {axe} = window as unknown as {readonly axe: typeof Axe};

/** What a story says of itself, as Storybook reads it. */
interface Story {
  readonly args?: Args;
  readonly render?: unknown;
  readonly decorators?: unknown;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly play?: unknown;
}

interface StoryModule {
  readonly default: Story & {readonly title: string};
}

const WIDTHS = [1280, 320];
const LANGUAGES = ['fr', 'nl', 'en', 'de'];

/** What an element shows: the text of its shadow trees too. */
function textOf(node: Node): string {
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  if (children instanceof Text) return children.data;
  return [...children.childNodes]
    .filter(child => !(child instanceof HTMLStyleElement))
    .map(textOf)
    .join('');
}

/** A story's own template, in what its decorators put around it. */
function templateOf(story: Story, meta: Story): unknown {
  const args = {...meta.args, ...story.args};
  const draw = (story.render ?? meta.render) as Draw;
  const decorators = (story.decorators ?? []) as ((inner: () => unknown) => unknown)[];
  return decorators.reduce(
    (inner: () => unknown, wrap) => () => wrap(inner),
    () => draw(args),
  )();
}

/** Draws every story of a file as Storybook does, and looks at what is seen. */
export function walk({default: meta, ...stories}: StoryModule & Record<string, unknown>): void {
  describe(`the stories of ${meta.title}`, () => {
    const place = document.createElement('div');
    const errors: unknown[] = [];
    const {error, warn} = console;
    before(() => {
      document.body.append(place);
      console.error = (...words: unknown[]) => void errors.push(words.join(' '));
      // What a story is made to warn of is its own affair.
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
      const width = WIDTHS[index % WIDTHS.length] as number;
      const lang = LANGUAGES[index % LANGUAGES.length] as string;
      it(`A-01 A-06 ${name}: something to read, nothing to mend, at ${width} px, in ${lang}`, async () => {
        await setViewport({width, height: 900});
        const scheme = story.globals?.['scheme'] === 'dark' ? 'dark' : 'light';
        Object.assign(document.documentElement.style, {colorScheme: scheme, background: 'Canvas'});
        render(html`<div lang=${lang}>${templateOf(story, meta)}</div>`, place);
        const widgets = [...place.querySelectorAll<DataWidget>('*')].filter(
          ({localName}) =>
            localName.startsWith('spass-') && !['spass-portal', 'spass-layer'].includes(localName),
        );
        const server = story.args?.['server'] as {readonly isHeld?: boolean} | undefined;
        const isHeld = server?.isHeld === true;
        for (const widget of widgets) await (isHeld ? widget.updateComplete : widget.loadComplete);
        if (story.play) await (story.play as (context: object) => unknown)({canvasElement: place});
        for (const widget of widgets) await (isHeld ? widget.updateComplete : widget.loadComplete);

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
        const {violations} = await axe.run(place, {runOnly: AXE_TAGS, resultTypes: ['violations']});
        const faults = violations.flatMap(({id, nodes}) =>
          nodes.map(
            ({target, failureSummary}) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`,
          ),
        );
        expect(faults).to.deep.equal([]);
        await setViewport({width: 320, height: 900});
        expect(isWider(), 'wider than a page of 320 px').to.equal(false);
        expect(errors).to.deep.equal([]);
      });
    }
  });
}
