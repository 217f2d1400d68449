import {html, type TemplateResult} from 'lit';
import type {DataWidget} from '../../src/elements/widget.js';

export type Args = Readonly<Record<string, unknown>>;
type Draw = (args: Args) => unknown;

/** What a story says of itself, as Storybook reads it. */
export interface Story {
  readonly args?: Args;
  readonly render?: unknown;
  readonly decorators?: unknown;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly play?: unknown;
}

export type Meta = Story & {readonly title: string};

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

/** A story in a page of some language. */
export const storyTemplate = (story: Story, meta: Story, lang: string): TemplateResult =>
  html`<div lang=${lang}>${templateOf(story, meta)}</div>`;

/** The widgets of a story that draw something of their own. */
export const widgetsIn = (place: Element): DataWidget[] =>
  [...place.querySelectorAll<DataWidget>('*')].filter(
    ({localName}) =>
      localName.startsWith('spass-') && !['spass-portal', 'spass-layer'].includes(localName),
  );

/** Waits until what a story shows is drawn. */
export async function settled(story: Story, place: Element): Promise<void> {
  const server = story.args?.['server'] as {readonly isHeld?: boolean} | undefined;
  for (const widget of widgetsIn(place))
    await (server?.isHeld === true ? widget.updateComplete : widget.loadComplete);
}

/** Waits until what a story shows is drawn, and what it plays has been played. */
export async function drawn(story: Story, place: Element): Promise<void> {
  await settled(story, place);
  if (story.play) await (story.play as (context: object) => unknown)({canvasElement: place});
  await settled(story, place);
}
