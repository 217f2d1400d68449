/** Calls back once, as soon as the document has an element that matches: now, or when one is added. */
export function onFirstMatch(selector: string, callback: () => unknown): void {
  const check = (): void => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    callback();
  };
  const observer = new MutationObserver(check);
  observer.observe(document, {childList: true, subtree: true});
  check();
}
