// Runs in the page of a story: applies language, colour scheme and width, waits for rendering, and runs axe.
import type Axe from 'axe-core';
import {incompleteResults, unreviewedResults} from '../support/axe-reviews.js';

export interface StorySettings {
  readonly lang: string;
  readonly scheme: string;
  /** True if responses are held back while the story loads. */
  readonly holdsResponses: boolean;
  readonly tags: string[];
}

type Widget = HTMLElement & {
  readonly loadComplete: Promise<unknown>;
  readonly updateComplete: Promise<unknown>;
};

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

const textOf = (node: Node): string =>
  node instanceof Text
    ? node.data
    : [...((node as Element).shadowRoot ?? node).childNodes].map(textOf).join('');

function applySettings(wrapper: HTMLElement, {lang, scheme}: StorySettings): void {
  wrapper.lang = lang;
  for (const {style} of [wrapper, document.documentElement])
    Object.assign(style, {
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      background: 'Canvas',
    });
}

/** Returns the errors of the story with these settings, one per line. */
export async function checkStory(asked: StorySettings): Promise<string[]> {
  const wrapper = document.querySelector<HTMLElement>('#storybook-root [style*=color-scheme]');
  if (!wrapper) return ['no story is drawn'];
  applySettings(wrapper, asked);
  const widgets = [...wrapper.querySelectorAll<Widget>('*')].filter(
    element => 'loadComplete' in element,
  );
  // A change of language is announced in a microtask.
  await frame();
  for (const widget of widgets)
    await widget[asked.holdsResponses ? 'updateComplete' : 'loadComplete'];
  await frame();
  // A layer is drawn by the surrounding map.
  const empty = widgets.filter(
    widget => widget.localName !== 'spass-layer' && textOf(widget).trim() === '',
  );
  const wide = document.documentElement.scrollWidth > innerWidth;
  const {ownAxe} = window as unknown as {ownAxe: typeof Axe};
  const {violations, incomplete} = await ownAxe.run('#storybook-root', {
    runOnly: asked.tags,
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  return [
    ...empty.map(({localName}) => `nothing to read in ${localName}`),
    ...(wide ? ['wider than the page'] : []),
    ...violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`)),
    ...unreviewedResults(incompleteResults(incomplete)),
  ];
}
