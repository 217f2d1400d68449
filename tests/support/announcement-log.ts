import type {Page} from 'playwright-core';

declare global {
  interface Window {
    /** Everything that a screen reader has announced, in order. */
    announced: string[];
  }
}

/** Records announcements in the page: changed texts of live regions, across shadow roots, and movements of the focus. */
function recordAnnouncements(): void {
  const log: string[] = (window.announced = []);
  const lastTexts = new WeakMap<Element, string>();
  const seenEvents = new WeakSet<Event>();
  const textOf = (element: Element): string => element.textContent.replace(/[ \n]+/g, ' ').trim();

  const liveRegion = (node: Node | null): Element | undefined => {
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    const region = element?.closest('[role=status], [role=alert], [aria-live]');
    const host = (element?.getRootNode() as Partial<ShadowRoot> | undefined)?.host;
    return region ?? (host ? liveRegion(host) : undefined);
  };
  const speak = (region: Element): void => {
    const text = textOf(region);
    if (text === (lastTexts.get(region) ?? '')) return;
    lastTexts.set(region, text);
    if (text && region.isConnected && region.checkVisibility())
      log.push(`${region.role ?? 'live'}: ${text.replace(/\u00a0$/, '')}`);
  };
  const observer = new MutationObserver(changes => {
    const regions = new Set<Element>();
    for (const {target, addedNodes} of changes) {
      const region = liveRegion(target);
      if (region) regions.add(region);
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const added of [node, ...node.querySelectorAll('[role]')]) {
            // A status is announced if its text changes, an alert also if it appears with its text.
            if (added.role === 'alert') regions.add(added);
            if (added.role === 'status') lastTexts.set(added, textOf(added));
          }
    }
    for (const region of regions) speak(region);
  });
  /** Returns the text of an element without its hidden parts. Blocks in it are separated, as in an accessible name. */
  const visibleText = (element: Element | null | undefined): string => {
    const copy = element?.cloneNode(true) as Element | undefined;
    for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
    for (const block of copy?.querySelectorAll('div, li, p, ul') ?? []) block.before(' ');
    return copy?.textContent ?? '';
  };
  const nameOf = (element: HTMLElement): string => {
    const {labels} = element as Partial<HTMLInputElement>;
    const root = element.getRootNode() as Document | ShadowRoot;
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labelledBy = ids.map(id => visibleText(root.getElementById(id))).join(' ');
    const name =
      labelledBy || element.ariaLabel || visibleText(labels?.[0]) || visibleText(element);
    return name.replace(/\s+/g, ' ').trim();
  };
  const handleFocus = (event: Event): void => {
    if (seenEvents.has(event)) return;
    seenEvents.add(event);
    const element = event.composedPath()[0] as HTMLElement;
    const index = log.push('') - 1;
    // A screen reader reads the element after the task that has focused it.
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      const invalid = element.ariaInvalid === 'true' ? ' (invalid)' : '';
      log[index] = `focus: ${element.role ?? element.localName} ${nameOf(element)}${invalid}`;
      port1.close();
    };
    port2.postMessage('');
  };
  const listen = (root: Document | ShadowRoot): void => {
    observer.observe(root, {childList: true, characterData: true, subtree: true});
    root.addEventListener('focusin', handleFocus);
  };
  const {attachShadow} = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    listen(root);
    return root;
  };
  listen(document);
}

/** Records the announcements of all documents that a page opens from now on. */
export const installAnnouncementLog = (page: Page): Promise<void> =>
  page.addInitScript(recordAnnouncements) as unknown as Promise<void>;

/** Returns the announcements since the last call, with plain spaces. */
export const heard = async (page: Page): Promise<string[]> =>
  (
    await page.evaluate(async () => {
      // The names of focused elements are read in a task of their own.
      const {port1, port2} = new MessageChannel();
      await new Promise(resolve => {
        port1.onmessage = resolve;
        port2.postMessage('');
      });
      port1.close();
      return window.announced.splice(0);
    })
  ).map(text => text.replace(/[\u00a0\u202f]/g, ' '));

/** Returns the announcements of live regions since the last call, without movements of the focus. */
export const announcements = async (page: Page): Promise<string[]> =>
  (await heard(page)).filter(text => !text.startsWith('focus: '));
