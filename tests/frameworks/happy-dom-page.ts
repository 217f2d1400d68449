import {Window} from 'happy-dom';

// A page in the DOM of happy-dom, as the runner of Vitest sets it up: prints the text of a map.

type Globals = Record<string, unknown>;
const window = new Window({url: 'https://exemple.fr/'}) as unknown as Globals;
const replaced = ['Event', 'CustomEvent', 'EventTarget', 'MessageEvent', 'navigator'];
for (const name of Object.getOwnPropertyNames(window))
  if (replaced.includes(name) || !(name in globalThis))
    Object.defineProperty(globalThis, name, {value: window[name], configurable: true});

await import('../../src/define/project-map.js');
const map = document.createElement('spass-project-map');
map.setAttribute('lang', 'fr');
map.items = [{id: 'a', title: 'Lavoir', geo: {lat: 50.1, lon: 3.6}}];
document.body.append(map);
const textOf = (): string => map.shadowRoot?.textContent ?? '';
while (!textOf().includes('1 projet')) await new Promise(resolve => void setTimeout(resolve, 10));
process.stdout.write(textOf());
process.exit();
