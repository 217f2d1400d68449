import {html, type TemplateResult} from 'lit';
import type {DataWidget} from '../../src/elements/base/data-widget.js';

export type Args = Readonly<Record<string, unknown>>;
type RenderFunction = (args: Args) => unknown;

/** Story, as read by Storybook. */
export interface Story {
  readonly args?: Args;
  readonly render?: unknown;
  readonly decorators?: unknown;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly play?: unknown;
}

export type Meta = Story & {readonly title: string};

/** Renders the template of a story inside its decorators. */
function decoratedTemplate(story: Story, meta: Story): unknown {
  const args = {...meta.args, ...story.args};
  const draw = (story.render ?? meta.render) as RenderFunction;
  const decorators = (story.decorators ?? []) as ((inner: () => unknown) => unknown)[];
  return decorators.reduce(
    (inner: () => unknown, wrap) => () => wrap(inner),
    () => draw(args),
  )();
}

/** Template of a story in a language. */
export const storyTemplate = (story: Story, meta: Story, lang: string): TemplateResult =>
  html`<div lang=${lang}>${decoratedTemplate(story, meta)}</div>`;

/** Returns the widgets of a story that render content. */
export const widgetsIn = (place: Element): DataWidget[] =>
  [...place.querySelectorAll<DataWidget>('*')].filter(
    ({localName}) =>
      localName.startsWith('spass-') && !['spass-portal', 'spass-layer'].includes(localName),
  );

/** Resolves when the content of a story is loaded. */
export async function storyLoaded(story: Story, place: Element): Promise<void> {
  const server = story.args?.['server'] as {readonly isHeld?: boolean} | undefined;
  for (const widget of widgetsIn(place))
    await (server?.isHeld === true ? widget.updateComplete : widget.loadComplete);
}

/** Resolves when the content of a story is loaded and its play function has ended. */
export async function storyReady(story: Story, place: Element): Promise<void> {
  await storyLoaded(story, place);
  if (story.play) await (story.play as (context: object) => unknown)({canvasElement: place});
  await storyLoaded(story, place);
}
