/** Returns the element in which a page writes records inside a tag. */
export function dataBlock(records: unknown): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify(records, null, 2);
  return script;
}
