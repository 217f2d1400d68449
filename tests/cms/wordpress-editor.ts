// Block editor actions that have no labelled control.
import type {Page} from 'playwright-core';

interface Block {
  readonly name: string;
  readonly isValid: boolean;
  readonly clientId: string;
}

interface Stores {
  select(store: 'core/editor'): {
    getPermalink(): string;
    getCurrentPostId(): number;
    getEditedPostContent(): string;
    didPostSaveRequestSucceed(): boolean;
  };
  select(store: 'core/block-editor'): {getBlocks(): readonly Block[]};
  select(store: 'core'): {getEmbedPreview(url: string): {readonly html?: string} | undefined};
  dispatch(store: 'core/editor'): {editPost(change: object): void; savePost(): Promise<void>};
  dispatch(store: 'core/block-editor'): {
    insertBlocks(block: unknown): void;
    selectBlock(id: string): void;
  };
}

declare global {
  interface Window {
    readonly wp: {
      readonly blocks: {
        createBlock(name: string, attributes: object): unknown;
        getBlockType(name: string): {readonly title: string} | undefined;
      };
      readonly data: Stores;
    };
    readonly wpApiSettings: {readonly nonce: string};
  }
}

const BLOCK = 'spass-widgets/widget';

export const openEditor = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('.edit-post-layout').waitFor();
};

/** Adds our block to a post that will be published. */
export const insertBlock = (page: Page, title = 'Un bloc'): Promise<void> =>
  insert(page, title, BLOCK, {});

/** Adds a shortcode, with WordPress's block for it. */
export const writeShortcode = (page: Page, title: string, text: string): Promise<void> =>
  insert(page, title, 'core/shortcode', {text});

/** Adds what the editor makes of an address that is pasted on a line of its own. */
export const insertAddress = (page: Page, title: string, url: string): Promise<void> =>
  insert(page, title, 'core/embed', {url});

/** Resolves with the HTML that the editor shows for an address. */
export async function embedPreview(page: Page, url: string): Promise<string> {
  const preview = await page.waitForFunction(
    address => window.wp.data.select('core').getEmbedPreview(address)?.html,
    url,
  );
  return (await preview.jsonValue()) ?? '';
}

const insert = (page: Page, title: string, name: string, attributes: object): Promise<void> =>
  page.evaluate(
    ([heading, block, values]) => {
      const {blocks, data} = window.wp;
      data.dispatch('core/editor').editPost({title: heading, status: 'publish'});
      data.dispatch('core/block-editor').insertBlocks(blocks.createBlock(block, values));
    },
    [title, name, attributes] as const,
  );

/** True if the current user may write any HTML. */
export const hasUnfilteredHtml = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const headers = {'X-WP-Nonce': window.wpApiSettings.nonce};
    const answer = await fetch('/wp-json/wp/v2/users/me?context=edit', {headers});
    const me = (await answer.json()) as {capabilities: Record<string, boolean>};
    return me.capabilities['unfiltered_html'] === true;
  });

/** Saves the post; returns its public address and its edit address. */
export const savePost = (page: Page) =>
  page.evaluate(async () => {
    const {data} = window.wp;
    await data.dispatch('core/editor').savePost();
    const editor = data.select('core/editor');
    return {
      link: editor.getPermalink(),
      edit: `/wp-admin/post.php?post=${editor.getCurrentPostId()}&action=edit`,
      content: editor.getEditedPostContent(),
      saved: editor.didPostSaveRequestSucceed(),
    };
  });

/** Returns the blocks of the post by name, each with true if the editor considers it valid. Selects the first. */
export async function readBlocks(page: Page): Promise<readonly (readonly [string, boolean])[]> {
  await page.waitForFunction(
    () => window.wp.data.select('core/block-editor').getBlocks().length > 0,
  );
  return page.evaluate(() => {
    const {data} = window.wp;
    const blocks = data.select('core/block-editor').getBlocks();
    data.dispatch('core/block-editor').selectBlock(blocks[0]!.clientId);
    return blocks.map(({name, isValid}) => [name, isValid] as const);
  });
}

export const titleOfBlock = (page: Page): Promise<string | undefined> =>
  page.evaluate(name => window.wp.blocks.getBlockType(name)?.title, BLOCK);
