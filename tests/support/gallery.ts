import {nothing, render} from 'lit';
import * as access from './accessibility-checks.js';
import {
  storyReady,
  type Meta,
  storyLoaded,
  type Story,
  storyTemplate,
  widgetsIn,
} from './render-story.js';
import * as flat from './flat-tree.js';
import * as reviewed from './axe-reviews.js';
import {TabWalk} from './tab-walk.js';

export interface StoryModules {
  readonly [file: string]: Readonly<Record<string, Story>> & {readonly default: Meta};
}

export interface StoryOptions {
  readonly file: string;
  readonly name: string;
  readonly lang: string;
  readonly scheme: 'light' | 'dark';
}

/** Renders stories one at a time, with functions that tests call in the page. */
export function openGallery(modules: StoryModules) {
  const place = document.querySelector('main') ?? document.body;
  // Warnings of stories are intended.
  console.warn = () => undefined;
  /** Waits until all pictures have loaded or failed. */
  const picturesLoaded = async (): Promise<void> => {
    for (const picture of flat.flatDescendants(place)) {
      if (!(picture instanceof HTMLImageElement)) continue;
      picture.loading = 'eager';
      if (!picture.complete)
        await new Promise<unknown>(done => {
          picture.addEventListener('load', done, {once: true});
          picture.addEventListener('error', done, {once: true});
        });
    }
  };
  /** Deletes the databases, so that no story sees the data of another. */
  const deleteDatabases = async (): Promise<void> => {
    for (const {name = ''} of await indexedDB.databases())
      await new Promise<unknown>(done => {
        const deletion = indexedDB.deleteDatabase(name);
        deletion.onsuccess = deletion.onerror = deletion.onblocked = done;
      });
  };
  return {
    place,
    access,
    flat,
    reviewed,
    keyboard: new TabWalk(place),
    widgets: () => widgetsIn(place),
    names: Object.entries(modules).map(([file, {default: meta, ...stories}]) => ({
      file,
      tag: String((meta as {component?: string}).component),
      stories: Object.keys(stories),
    })),
    /** Renders a story; returns its first heading level. */
    async show({file, name, lang, scheme}: StoryOptions): Promise<number> {
      const module = modules[file];
      const story = module?.[name];
      if (!module || !story) throw new Error(`there is no story ${file} › ${name}`);
      const {style} = document.documentElement;
      const shown = story.globals?.['scheme'] === 'dark' ? 'dark' : scheme;
      Object.assign(style, {colorScheme: shown, background: 'Canvas'});
      document.documentElement.lang = lang;
      scrollTo(0, 0);
      render(nothing, place);
      await deleteDatabases();
      render(storyTemplate(story, module.default, lang), place);
      await storyReady(story, place);
      await picturesLoaded();
      // A map that nears the viewport as the page grows is notified some frames later.
      for (let frame = 0; frame < 6; frame++) {
        await new Promise(requestAnimationFrame);
        await storyLoaded(story, place);
      }
      return Number(story.args?.['headingLevel'] ?? module.default.args?.['headingLevel'] ?? 3);
    },
  };
}

export type Gallery = ReturnType<typeof openGallery>;
